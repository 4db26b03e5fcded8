"""Elements are known by what they say and where they stand, whoever made the file."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from govdocs.layout import check_layout, open_letter
from govdocs.layout.elements.element import Element, Kind, Letter
from tests.gongwen.filings import VARIANTS
from tests.layout.letters import (
    BODY,
    LETTER,
    MAIN,
    REPORT,
    Line,
    Page,
    changed,
    packed,
    paragraph,
    written,
)


def said(letter: Letter, element: Element) -> list[str]:
    return [p.plain for p in letter.all(element)]


WANTED = {
    Element.COPY_NUMBER: ["000001"],
    Element.SECRECY: ["机密★1年"],
    Element.URGENCY: ["特急"],
    Element.MARK: ["湖南省财政厅文件"],
    Element.NUMBER: ["湘财预〔2018〕13号"],
    Element.TITLE: ["湖南省财政厅关于做好专项资金", "绩效自评工作的通知"],
    Element.ADDRESSEE: ["各市州财政局："],
    Element.HEADING_1: ["一、基本要求"],
    Element.HEADING_2: ["（一）组织分工"],
    Element.HEADING_3: ["1.自评范围"],
    Element.HEADING_4: ["（1）转移支付"],
    Element.SIGNATURE: ["湖南省财政厅"],
    Element.DATE: ["2018年5月18日"],
    Element.NOTE: ["（联系人：邱望梅，电话：0731-85165180）"],
    Element.ATTACHMENT_LABEL: ["附件1"],
    Element.ATTACHMENT_TITLE: ["绩效目标申报表"],
    Element.COPIES: ["抄送：财政部驻湖南专员办。"],
    Element.PRINTER: ["湖南省财政厅办公室2018年5月18日印发"],
}


@pytest.mark.parametrize("element", WANTED)
def test_a_letter_without_any_style_is_taken_apart(element: Element) -> None:
    assert said(open_letter(written(LETTER)), element) == WANTED[element]


def test_the_text_is_what_no_other_element_claims() -> None:
    assert said(open_letter(written(LETTER)), Element.TEXT) == [BODY] * 5


def test_a_letter_to_a_higher_organ_has_a_signer() -> None:
    letter = open_letter(written(REPORT))
    assert said(letter, Element.SIGNER) == ["签发人：郭秀宏"]
    assert letter.kind is Kind.FILE


@pytest.mark.parametrize("variant", sorted(VARIANTS))
def test_our_own_filings_have_no_error(variant: str) -> None:
    found = check_layout(VARIANTS[variant]()).findings
    # A report that is sent downwards has no signer: the standard does not know such a one.
    downwards = {"joint", "unsealed"}
    assert [f.code for f in found] == (["L130"] if variant in downwards else [])


def python_docx_letter() -> bytes:
    """A letter typed in Word: direct formatting over Word's own default styles, English ones."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)

    def add(
        text: str, font: str = "仿宋", size: float = 16, align: str = "LEFT", **more: Any
    ) -> Any:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size = Pt(size)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        if more.get("red"):
            run.font.color.rgb = RGBColor(255, 0, 0)
        layout = paragraph.paragraph_format
        layout.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
        layout.space_before = layout.space_after = Pt(0)
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(29)
        if more.get("first"):
            layout.first_line_indent = Pt(32)
        return paragraph

    for _ in range(3):
        add("")
    mark = add("湖南省财政厅文件", "华文中宋", 48, "CENTER", red=True)
    mark.paragraph_format.line_spacing = Pt(60)
    add("")
    add("")
    add("湘财预〔2018〕13号", align="CENTER")
    add("")
    add("")
    add("关于做好绩效自评工作的通知", "华文中宋", 22, "CENTER")
    add("")
    add("各市州财政局：")
    for _ in range(3):
        add(BODY, first=True)
    add("")
    add("湖南省财政厅  ", align="RIGHT")
    add("2018年5月18日    ", align="RIGHT")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_letter_by_python_docx_with_direct_formatting_is_recognised() -> None:
    letter = open_letter(python_docx_letter())
    assert said(letter, Element.MARK) == ["湖南省财政厅文件"]
    assert said(letter, Element.NUMBER) == ["湘财预〔2018〕13号"]
    assert said(letter, Element.TITLE) == ["关于做好绩效自评工作的通知"]
    assert said(letter, Element.ADDRESSEE) == ["各市州财政局："]
    assert said(letter, Element.DATE) == ["2018年5月18日"]


def test_a_letter_by_python_docx_gives_no_false_error() -> None:
    found = check_layout(python_docx_letter()).findings
    assert {f.code for f in found} <= {"L231"}


def cell(*lines: Line) -> str:
    return f"<w:tc><w:tcPr/>{''.join(paragraph(line) for line in lines)}</w:tc>"


def boxed(*lines: Line) -> str:
    inner = "".join(paragraph(line) for line in lines)
    return (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def in_boxes_and_tables() -> bytes:
    """As WPS users draw it: the mark in a text box, number and signer in a table, imprint in one."""
    by_key = {line.key: line for line in REPORT.lines}
    head = boxed(by_key["mark"])
    number = replace(by_key["number"], runs=())
    head += (
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell(number)}{cell(by_key['signer'])}</w:tr></w:tbl>"
    )
    lines = '<w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="6"/>'
    imprint = (
        f"<w:tbl><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr><w:tblGrid/><w:tr>{cell(by_key['copies'])}</w:tr>"
        f"<w:tr>{cell(by_key['printer'])}</w:tr></w:tbl>"
    )
    main = "".join(paragraph(line) for line in MAIN)
    return packed(head + main + imprint + paragraph(Line("end")), Page())


@pytest.mark.parametrize(
    "element",
    [e for e in WANTED if e not in (Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY,
                                    Element.ATTACHMENT_LABEL, Element.ATTACHMENT_TITLE)],
)  # fmt: skip
def test_heads_in_text_boxes_and_tables_are_recognised(element: Element) -> None:
    assert said(open_letter(in_boxes_and_tables()), element) == WANTED[element]


def test_what_stands_in_text_boxes_and_tables_gives_no_false_error() -> None:
    assert [f.code for f in check_layout(in_boxes_and_tables()).findings] == []


def test_an_order_and_minutes_are_recognised() -> None:
    order = changed("mark", text="湖南省人民政府令"), changed("number", text="第13号")
    minutes = (changed("mark", text="湖南省财政厅会议纪要"),)
    assert open_letter(written(LETTER, *order)).kind is Kind.ORDER
    assert open_letter(written(LETTER, *minutes)).kind is Kind.MINUTES


def test_labels_of_minutes_in_another_face_are_a_hint() -> None:
    spoils = (
        changed("mark", text="湖南省财政厅会议纪要"),
        changed("text4", text="出席：张三、李四。"),
    )
    found = check_layout(written(LETTER, *spoils)).findings
    assert [(f.code, f.expected) for f in found] == [("L321", "黑体")]


def test_what_is_no_letter_is_said_to_be_none_and_left_in_peace() -> None:
    story = packed(
        paragraph(Line("a", "从前有座山。")) + paragraph(Line("b", "山里有座庙。", first=90))
    )
    found = check_layout(story).findings
    assert [(f.code, f.variant) for f in found] == [("L100", "none")]


def test_an_automatic_number_counts_as_the_heading_it_prints() -> None:
    from lxml import etree

    from govdocs.layout.formatting.numbering import Numbering

    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    level = etree.fromstring(
        f'<w:lvl {names} w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
    )
    numbering = Numbering({("1", "0"): level})
    assert [numbering.next_label("1", "0") for _ in range(12)][::11] == ["一、", "十二、"]
