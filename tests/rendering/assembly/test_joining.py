"""Joined templates keep each part's look, page and references, and make a sound Word file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt
from lxml import etree

from govdocs.errors import InputError
from govdocs.rendering.assembly import assemble_docx
from govdocs.rendering.docx.names import VAL, W, w

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "templates" / "docx"
PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00IEND\xaeB`\x82"
)


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def opened(data: bytes):
    return Document(io.BytesIO(data))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def styled(name: str, points: float, style_id: str | None = None, text: str = "文字") -> bytes:
    document = Document()
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(points)
    if style_id:
        style.element.set(w("styleId"), style_id)
    document.add_paragraph(text).style = style
    return saved(document)


def test_one_part_stays_what_it_is() -> None:
    one = (TEMPLATES / "letter.docx").read_bytes()
    assert members(assemble_docx([one])).keys() == members(one).keys()


def test_no_part_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="nothing"):
        assemble_docx([])


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(InputError):
        assemble_docx([(TEMPLATES / "letter.docx").read_bytes(), b"not a zip"])


def test_equal_parts_give_equal_bytes() -> None:
    parts = [
        (TEMPLATES / n).read_bytes()
        for n in ("letter.docx", "declaration-2015.docx", "imprint.docx")
    ]
    assert assemble_docx(parts) == assemble_docx(parts)


def test_equal_styles_become_one() -> None:
    whole = opened(assemble_docx([styled("公文正文", 16), styled("公文正文", 16, "other")]))
    assert [s.name for s in whole.styles if "公文正文" in s.name] == ["公文正文"]
    assert [p.style.name for p in whole.paragraphs if p.text] == ["公文正文"] * 2


def test_styles_of_one_name_and_two_looks_keep_both() -> None:
    whole = opened(assemble_docx([styled("公文正文", 16), styled("公文正文", 12)]))
    first, second = [p for p in whole.paragraphs if p.text]
    assert (first.style.font.size, second.style.font.size) == (Pt(16), Pt(12))
    assert second.style.name == "公文正文（2）"


def test_one_style_id_for_two_names_keeps_both() -> None:
    whole = opened(assemble_docx([styled("甲", 16, "a1"), styled("乙", 12, "a1")]))
    first, second = [p for p in whole.paragraphs if p.text]
    assert (first.style.name, second.style.name) == ("甲", "乙")
    assert (first.style.font.size, second.style.font.size) == (Pt(16), Pt(12))


def test_a_style_based_on_a_changed_one_is_another_look() -> None:
    parts = []
    for points in (16, 12):
        document = Document()
        base = document.styles.add_style("底", WD_STYLE_TYPE.PARAGRAPH)
        base.font.size = Pt(points)
        top = document.styles.add_style("面", WD_STYLE_TYPE.PARAGRAPH)
        top.base_style = base
        document.add_paragraph("文字").style = top
        parts.append(saved(document))
    first, second = [p for p in opened(assemble_docx(parts)).paragraphs if p.text]
    assert first.style.base_style.font.size == Pt(16)
    assert second.style.base_style.font.size == Pt(12)


def test_text_without_a_style_keeps_its_own_document_s_default() -> None:
    parts = []
    for points in (16, 12):
        document = Document()
        document.styles["Normal"].font.size = Pt(points)
        document.add_paragraph("文字")
        parts.append(saved(document))
    first, second = [p for p in opened(assemble_docx(parts)).paragraphs if p.text]
    assert (first.style.font.size, second.style.font.size) == (Pt(16), Pt(12))


def test_different_document_defaults_go_into_the_styles() -> None:
    parts = []
    for points in ("32", "20"):
        document = Document()
        defaults = document.styles.element.find("w:docDefaults", W)
        defaults.find(".//w:sz", W).set(VAL, points)
        document.add_paragraph("文字")
        parts.append(saved(document))
    whole = opened(assemble_docx(parts))
    first, second = [p for p in whole.paragraphs if p.text]
    assert (first.style.font.size, second.style.font.size) == (Pt(16), Pt(10))


def landscape() -> bytes:
    document = Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE,
        Mm(297),
        Mm(210),
    )
    section.header.paragraphs[0].text = "横排页眉"
    section.footer.paragraphs[0].text = "横排页脚"
    document.add_paragraph("横排")
    return saved(document)


def test_each_part_keeps_its_page_and_starts_a_side() -> None:
    letter = (TEMPLATES / "letter.docx").read_bytes()
    whole = opened(assemble_docx([letter, landscape(), letter]))
    assert [s.orientation for s in whole.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert [s.start_type for s in whole.sections] == [WD_SECTION.NEW_PAGE] * 3


def test_headers_of_one_part_do_not_reach_the_next() -> None:
    letter = (TEMPLATES / "letter.docx").read_bytes()
    whole = opened(assemble_docx([letter, landscape(), letter]))
    shown = [s.header.paragraphs[0].text if s.header.paragraphs else "" for s in whole.sections]
    assert shown == ["", "横排页眉", ""]
    assert not whole.sections[2].header.is_linked_to_previous


def test_a_part_that_does_not_tell_even_sides_apart_shows_its_own_on_them() -> None:
    whole = opened(assemble_docx([(TEMPLATES / "letter.docx").read_bytes(), landscape()]))
    assert whole.settings.odd_and_even_pages_header_footer
    assert whole.sections[1].even_page_footer.paragraphs[0].text == "横排页脚"


def test_a_part_without_footers_goes_on_with_the_letter_s() -> None:
    plain = Document()
    plain.add_paragraph("附件")
    whole = assemble_docx([(TEMPLATES / "letter.docx").read_bytes(), saved(plain)])
    last = opened(whole).sections[1]
    assert "PAGE" in etree.tostring(last.footer._element).decode()
    assert "PAGE" in etree.tostring(last.even_page_footer._element).decode()


def test_the_imprint_goes_on_where_the_last_attachment_ends() -> None:
    names = ("letter.docx", "declaration-2015.docx", "imprint.docx")
    whole = opened(assemble_docx([(TEMPLATES / name).read_bytes() for name in names]))
    assert len(whole.sections) == 2


def test_the_imprint_starts_a_side_after_a_landscape_attachment() -> None:
    parts = [
        (TEMPLATES / "letter.docx").read_bytes(),
        landscape(),
        (TEMPLATES / "imprint.docx").read_bytes(),
    ]
    whole = opened(assemble_docx(parts))
    assert [s.orientation for s in whole.sections][-1] == WD_ORIENT.PORTRAIT
    assert whole.sections[-1].start_type == WD_SECTION.NEW_PAGE


def test_page_numbers_never_start_again() -> None:
    document = Document()
    number = document.sections[0]._sectPr.makeelement(w("pgNumType"), {w("start"): "1"})
    document.sections[0]._sectPr.append(number)
    whole = assemble_docx([(TEMPLATES / "letter.docx").read_bytes(), saved(document)])
    assert b"w:start=" not in members(whole)["word/document.xml"]


def test_pictures_and_links_come_along() -> None:
    parts = []
    for text in ("甲", "乙"):
        document = Document()
        document.add_paragraph(text).add_run().add_picture(io.BytesIO(PICTURE), Mm(5))
        parts.append(saved(document))
    whole = assemble_docx(parts)
    ids = [
        node.get("id")
        for node in etree.fromstring(members(whole)["word/document.xml"]).iter("{*}docPr")
    ]
    assert len(ids) == len(set(ids)) == 2
    document = opened(whole)
    assert [shape.width for shape in document.inline_shapes] == [Mm(5)] * 2
    for blip in document.element.iter("{*}blip"):
        target = next(value for key, value in blip.attrib.items() if key.endswith("embed"))
        assert document.part.related_parts[target].blob == PICTURE


def test_lists_of_two_parts_do_not_count_on() -> None:
    parts = []
    for _ in range(2):
        document = Document()
        document.add_paragraph("一项", style="List Number")
        document.add_paragraph("两项", style="List Number")
        parts.append(saved(document))
    whole = members(assemble_docx(parts))
    numbering = etree.fromstring(whole["word/numbering.xml"])
    numbers = [node.get(w("numId")) for node in numbering.iter(w("num"))]
    assert len(numbers) == len(set(numbers))
    styles = etree.fromstring(whole["word/styles.xml"])
    used = {node.get(VAL) for style in styles.iter(w("style")) for node in style.iter(w("numId"))}
    assert used <= set(numbers)


def noted(text: str) -> bytes:
    """A document with one footnote, put in by hand since python-docx has none."""
    document = Document()
    document.add_paragraph("正文")
    parts = members(saved(document))
    main = parts["word/document.xml"].decode()
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    parts["word/document.xml"] = main.replace("</w:p>", reference, 1).encode()
    parts["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{W["w"]}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    ).encode()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{office}/footnotes" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode(),
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("first", ["noted", "plain"])
def test_footnotes_follow_their_references(first: str) -> None:
    plain = Document()
    plain.add_paragraph("信")
    parts = [noted("注甲") if first == "noted" else saved(plain), noted("注乙")]
    whole = members(assemble_docx(parts))
    notes = {
        node.get(w("id")): "".join(str(text) for text in node.itertext())
        for node in etree.fromstring(whole["word/footnotes.xml"]).iter(w("footnote"))
        if node.get(w("type")) is None
    }
    references = [
        node.get(w("id"))
        for node in etree.fromstring(whole["word/document.xml"]).iter(w("footnoteReference"))
    ]
    wanted = ["注甲", "注乙"] if first == "noted" else ["注乙"]
    assert [notes[reference] for reference in references] == wanted


def test_bookmarks_get_names_of_their_own() -> None:
    document = Document()
    paragraph = document.add_paragraph("文字")._p
    for tag in ("bookmarkStart", "bookmarkEnd"):
        node = paragraph.makeelement(w(tag), {w("id"): "0"})
        if tag == "bookmarkStart":
            node.set(w("name"), "表一")
        paragraph.append(node)
    whole = members(assemble_docx([saved(document)] * 3))["word/document.xml"]
    starts = list(etree.fromstring(whole).iter(w("bookmarkStart")))
    assert len({s.get(w("name")) for s in starts}) == 3
    assert len({s.get(w("id")) for s in starts}) == 3


def test_every_relation_has_its_part_and_every_part_its_type() -> None:
    names = ("letter.docx", "declaration-2015.docx", "evaluation-2018.docx", "imprint.docx")
    whole = members(assemble_docx([*((TEMPLATES / n).read_bytes() for n in names), landscape()]))
    relations = etree.fromstring(whole["word/_rels/document.xml.rels"])
    known = {node.get("Id"): node.get("Target") for node in relations}
    assert all(f"word/{target}" in whole for target in known.values())
    used = {
        value
        for node in etree.fromstring(whole["word/document.xml"]).iter(etree.Element)
        for key, value in node.attrib.items()
        if "officeDocument/2006/relationships" in key
    }
    assert used <= set(known)
    types = etree.fromstring(whole["[Content_Types].xml"])
    named = {node.get("PartName", "").lstrip("/") for node in types}
    extensions = {node.get("Extension") for node in types}
    for part in whole:
        assert (
            part in named or part.rpartition(".")[2] in extensions or part == "[Content_Types].xml"
        )
