"""What offices usually do, and the standard does not forbid, is left in peace."""

from __future__ import annotations

from govdocs.finding import Level
from govdocs.layout import check_layout, open_letter
from govdocs.layout.elements.element import Element
from tests.layout.letters import (
    BODY,
    CELL,
    LETTER,
    Line,
    Page,
    Spoil,
    added_after,
    blank,
    changed,
    packed,
    paragraph,
    together,
    without,
    written,
)


def codes(*spoils: Spoil) -> set[str]:
    return {finding.code for finding in check_layout(written(LETTER, *spoils)).findings}


def test_an_indent_typed_as_two_wide_spaces_is_an_indent() -> None:
    assert codes(changed("text1", text="　　" + BODY, first=0)) == set()


def test_captions_and_units_over_tables_are_no_paragraphs() -> None:
    caption = Line("x", "表1　资金安排情况", "黑体", 14, 0, "center")
    unit = Line("y", "单位：万元", size=12, align="right")
    assert codes(added_after("text1", caption, unit)) == set()


def test_blank_lines_after_a_page_break_are_still_on_the_new_page() -> None:
    broken = Line("x", new_page=True)
    spoils = added_after("note", broken, blank("y")), changed("label", new_page=False)
    # They are on a new page (L211), though the label is then not in its first line.
    assert codes(*spoils) == {"L219"}


def test_a_low_line_that_only_carries_a_break_is_no_blank_line() -> None:
    carrier = Line("x", new_page=True, size=1, pitch=1)
    assert codes(added_after("note", carrier), changed("label", new_page=False)) == set()


def test_a_date_within_the_text_is_not_the_date_of_the_letter() -> None:
    spoil = added_after("text1", Line("x", "2018年5月3日", first=2 * CELL))
    letter = open_letter(written(LETTER, spoil))
    assert [p.plain for p in letter.all(Element.DATE)] == ["2018年5月18日"]
    assert codes(spoil) == set()


def test_a_date_without_a_seal_stands_in_either_form() -> None:
    name = changed("signature", align="right", left=0, right=2 * CELL)
    under = changed("date", align="left", right=0, left=442.2 - 8 * CELL + 2 * CELL)
    assert codes(name, under) == set()
    long = changed("signature", align="left", left=300), changed("date", right=2 * CELL)
    assert codes(*long) == set()


def test_other_fonts_of_the_same_family_count() -> None:
    keys = {"text": "方正仿宋_GBK", "text1": "FangSong", "h1": "方正黑体_GBK", "h2": "楷体"}
    assert codes(*(changed(key, font=font) for key, font in keys.items())) == set()


def test_pitches_from_28_to_30_points_are_house_rules() -> None:
    texts = [x.key for x in LETTER.lines if x.key.startswith(("text", "h")) and x.key != "text_end"]
    assert codes(*(changed(key, pitch=28) for key in texts if key != "text")) == set()


def test_single_line_spacing_is_left_open() -> None:
    assert codes(changed("text3", rule="auto", pitch=1.5)) == set()


def test_a_letter_without_head_has_its_number_under_the_title() -> None:
    by_key = {line.key: line for line in LETTER.lines}
    order = ("title", "title_end", "x", "number", "x", "addressee", "text", "text1", "x",
             "signature", "date")  # fmt: skip
    lines = [by_key.get(key, blank("x")) for key in order]
    data = packed("".join(paragraph(line) for line in lines))
    letter = open_letter(data)
    assert [p.plain for p in letter.all(Element.TITLE)] == [
        by_key["title"].text,
        by_key["title_end"].text,
    ]
    assert [f.code for f in check_layout(data).findings] == ["L100"]


def test_what_is_no_letter_keeps_its_own_page() -> None:
    story = packed(paragraph(Line("a", "从前有座山。")), Page(top=1440, left=1800))
    found = check_layout(story).findings
    assert {f.level for f in found} == {Level.NOTE}


def test_a_paper_with_a_title_alone_is_no_letter() -> None:
    lines = (
        Line("a", "外经贸发展专项资金绩效评价报告", "黑体", 26, 0, "center"),
        Line("b", "湖南省财政厅绩效评价组", "楷体", 16, 0, "center"),
        Line("c", BODY),
    )
    found = check_layout(packed("".join(paragraph(line) for line in lines))).findings
    assert [f.code for f in found] == ["L100"]


def test_a_smaller_line_under_the_title_is_not_the_title() -> None:
    spoil = added_after("title_end", Line("x", "绩效评价组", "楷体", 16, 0, "center"))
    letter = open_letter(written(LETTER, spoil))
    assert len(letter.all(Element.TITLE)) == 2


def test_a_page_number_in_a_text_box_is_left_open() -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr>'
        '<w:rFonts w:ascii="宋体"/><w:sz w:val="28"/></w:rPr><w:t>— 1 —</w:t></w:r></w:fldSimple></w:p>'
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    import io
    import zipfile

    data = written(LETTER)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name.startswith("word/footer"):
                content = content[: content.index("<w:p>")] + f"<w:p>{box}</w:p></w:ftr>"
            new.writestr(name, content)
    assert [f.code for f in check_layout(out.getvalue()).findings] == []


def test_a_letter_without_attachments_note_and_imprint_is_whole() -> None:
    keys = ("list", "list_end", "text_end", "note", "label", "label1", "attached", "attached_text",
            "first_rule", "copies", "middle_rule", "printer", "last_rule")  # fmt: skip
    assert codes(without(*keys)) == set()


def test_several_paragraphs_with_one_slip_are_one_finding_that_counts_them() -> None:
    keys = ("text", "text1", "text2", "text3", "text4")
    spoil = together(*(changed(key, font="宋体") for key in keys))
    (finding,) = check_layout(written(LETTER, spoil)).findings
    assert finding.details["where"] == "（共5段：第16、18、20、22、24段）"
    assert len(finding.spots) == 3


def test_a_landscape_attachment_has_margins_of_its_own() -> None:
    lines = "".join(paragraph(line) for line in LETTER.lines)
    at = lines.index("<w:p><w:pPr><w:pageBreakBefore/>")
    from tests.layout.letters import section

    first = f"<w:p><w:pPr>{section(Page())}</w:pPr></w:p>"
    lying = Page(width=16838, height=11906, top=1588, right=2098, bottom=1474, left=1984)
    data = packed(lines[:at] + first + lines[at:], lying)
    assert [f.code for f in check_layout(data).findings if f.code in ("L101", "L102", "L103")] == []


def test_a_report_with_a_cover_is_no_letter() -> None:
    lines = (
        Line("a", "外经贸发展专项资金绩效评价报告", "黑体", 36, 0, "center", pitch=50),
        Line("b", "湖南省财政厅", "楷体", 16, 0, "center"),
        Line("c", "2018年5月18日", "楷体", 16, 0, "center"),
        Line("d", BODY, new_page=True),
        Line("s", "湖南省财政厅", align="right"),
        Line("t", "2018年5月18日", align="right"),
        Line("e", "附件1", new_page=True),
        Line("f", "绩效目标申报表", "黑体", 22, 0, "center"),
    )
    found = check_layout(packed("".join(paragraph(line) for line in lines))).findings
    assert [f.code for f in found] == ["L100"]


def test_organs_typed_side_by_side_are_left_open() -> None:
    spoil = changed("signature", text="湖南省财政厅　　　　湖南省商务厅", align="left", left=60)
    assert codes(spoil) == set()
