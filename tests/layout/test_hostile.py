"""Nonsense is read as absent or refused with a typed error; no traceback ever comes out."""

from __future__ import annotations

import io
import random
import re
import zipfile

import pytest

from govdocs.errors import InputError
from govdocs.finding import CheckResult
from govdocs.layout import check_layout, fix_layout
from tests.layout.letters import LETTER, REPORT, changed, packed, paragraph, written

LETTERS = (written(LETTER), written(REPORT))
NONSENSE = (
    "",
    "-1",
    "99999999999999999999",
    "1e309",
    "NaN",
    "auto",
    "2.5pt",
    "０",
    "\u202e",
    "true",
)


def with_document(data: bytes, name: str, change: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            new.writestr(member, change if member == name else old.read(member))
    return out.getvalue()


def document(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def mutated(text: str, chance: random.Random) -> str:
    """Swap values, drop, double and rename elements; often no XML any more."""
    for _ in range(chance.randint(1, 6)):
        match chance.randrange(5):
            case 0:
                values = list(re.finditer(r'w:\w+="([^"]*)"', text))
                hit = chance.choice(values)
                text = text[: hit.start(1)] + chance.choice(NONSENSE) + text[hit.end(1) :]
            case 1:
                hit = chance.choice(list(re.finditer(r"<w:\w+[^>]*/>", text)))
                text = text[: hit.start()] + hit[0] * chance.randint(0, 3) + text[hit.end() :]
            case 2:
                found = list(re.finditer(r"<w:p>.*?</w:p>", text))
                if not found:
                    continue
                hit = chance.choice(found)
                text = text[: hit.start()] + hit[0] * chance.randint(0, 2) + text[hit.end() :]
            case 3:
                old, new = chance.sample(["w:p>", "w:r>", "w:pPr>", "w:rPr>", "w:tbl>", "w:tc>"], 2)
                text = text.replace(old, new)
            case 4:
                hit = chance.choice(list(re.finditer(r">[^<]+<", text)))
                text = text[: hit.start() + 1] + chance.choice(NONSENSE) + text[hit.end() - 1 :]
    return text


@pytest.mark.parametrize("seed", range(120))
def test_mutated_files_give_findings_or_an_input_error(seed: int) -> None:
    chance = random.Random(seed)
    data = chance.choice(LETTERS)
    broken = with_document(data, "word/document.xml", mutated(document(data), chance))
    try:
        assert check_layout(broken).faults == ()
        fixed, _ = fix_layout(broken)
        assert check_layout(fixed).faults == ()
    except InputError:
        pass


def test_a_rule_that_breaks_is_said_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from dataclasses import replace

    from govdocs.layout import checking, layout_rules

    def broken(*_: object) -> None:
        raise KeyError("slip")

    rules = [replace(r, check=broken) if r.code == "L101" else r for r in layout_rules()]  # type: ignore[arg-type]
    monkeypatch.setattr(checking, "layout_rules", lambda: rules)
    result = check_layout(written(LETTER, changed("text1", first=0)))
    assert [fault.code for fault in result.faults] == ["L101"]
    assert [finding.code for finding in result.findings] == ["L171"]


@pytest.mark.parametrize("end", range(0, len(LETTERS[0]), 397))
def test_a_truncated_file_is_an_input_error(end: int) -> None:
    with pytest.raises(InputError):
        check_layout(LETTERS[0][:end])


@pytest.mark.parametrize("data", [b"", b"no file at all", b"PK\x03\x04", b"%PDF-1.4"])
def test_what_is_no_word_file_is_an_input_error(data: bytes) -> None:
    with pytest.raises(InputError):
        check_layout(data)


def test_a_file_without_a_body_is_an_input_error() -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    empty = with_document(LETTERS[0], "word/document.xml", f"<w:document {names}/>")
    with pytest.raises(InputError) as caught:
        check_layout(empty)
    assert caught.value.problems[0].code == "layout.no_document"


def test_an_empty_text_says_that_nothing_was_recognised() -> None:
    assert [f.code for f in check_layout(packed("")).findings] == ["L100"]


def test_tables_nested_without_end_are_read_no_deeper() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80
    assert isinstance(check_layout(packed(deep)), CheckResult)


def test_styles_that_are_based_on_each_other_end() -> None:
    from lxml import etree

    from govdocs.layout.formatting.run_properties import theme_fonts
    from govdocs.layout.formatting.styles import read_styles

    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    loop = etree.fromstring(
        f'<w:styles {names}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/>'
        '<w:rPr><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="b">'
        '<w:basedOn w:val="a"/></w:style></w:styles>'
    )
    assert read_styles(loop, theme_fonts(None)).run("a") == {"size": "32"}


def test_a_file_without_a_section_says_nothing_of_its_sheet() -> None:
    text = re.sub(r"<w:sectPr>.*?</w:sectPr>", "", document(LETTERS[0]), flags=re.DOTALL)
    found = check_layout(with_document(LETTERS[0], "word/document.xml", text)).findings
    assert "L101" not in {f.code for f in found}


def inner() -> str:
    return "".join(paragraph(line) for line in LETTER.lines)


PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="5616000" cy="900000"/>'
    '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:inline></w:drawing></w:r></w:p>'
)
BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{}'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
CELL = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
ODD = {
    "没有文字": "",
    "只有空表": "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "表格没有行": "<w:tbl/>" + inner() + "<w:tbl><w:tr/></w:tbl>",
    "全在文本框": BOX.format(inner()),
    "全在一格": CELL.format(inner()),
    "版头是图片": PICTURE
    + "".join(paragraph(x) for x in LETTER.lines if x.key not in ("mark", "number", "red")),
    "标志是图片": PICTURE + "".join(paragraph(x) for x in LETTER.lines if x.key != "mark"),
    "全在内容控件": f"<w:sdt><w:sdtContent>{inner()}</w:sdtContent></w:sdt>",
    "两份公文": inner() + inner(),
    "倒着的公文": "".join(paragraph(line) for line in reversed(LETTER.lines)),
}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_an_odd_file_breaks_no_rule_and_is_mended_without_harm(body: str) -> None:
    data = packed(body)
    assert check_layout(data).faults == ()
    fixed, _ = fix_layout(data)
    assert check_layout(fixed).faults == ()


@pytest.mark.parametrize("name", ["没有文字", "只有空表", "版头是图片", "标志是图片"])
def test_what_is_not_recognised_is_said_and_not_guessed_at(name: str) -> None:
    assert {f.code for f in check_layout(packed(ODD[name])).findings} == {"L100"}


@pytest.mark.parametrize("name", ["全在文本框", "全在内容控件", "表格没有行"])
def test_a_right_letter_in_a_wrapping_stays_right(name: str) -> None:
    assert [f.code for f in check_layout(packed(ODD[name])).findings] == []
