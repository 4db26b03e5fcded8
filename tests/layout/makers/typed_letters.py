"""Letters of several kinds, typed with python-docx."""

from __future__ import annotations

from copy import deepcopy

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from tests.layout.makers.typist import HEITI, KAITI, PITCH, XIAOBIAOSONG, Typist

WORK = (
    "为进一步加强专项资金管理，请各单位对照年初下达的绩效目标，逐项核对完成情况，如实填报自评表，"
    "对没有完成的指标说明原因并提出改进措施。"
)
SHORT = "请于三月底前将自评材料报送我厅。"


def _imprint(typist: Typist, copies: str, printer: str, date: str) -> None:
    """Type the imprint as a table at the foot of the text area, with lines over and under its rows."""
    table = typist.document.add_table(rows=2, cols=2)
    cells = (table.cell(0, 0).merge(table.cell(0, 1)), *table.rows[1].cells)
    for cell, text, align, indents in (
        (cells[0], copies, "both", {"rightChars": 100, "leftChars": 400, "hangingChars": 300}),
        (cells[1], printer, "left", {"leftChars": 100}),
        (cells[2], f"{date}印发", "right", {"rightChars": 100}),
    ):
        paragraph = cell.paragraphs[0]
        typist._shape(paragraph, align=align, pitch=24, indents=dict(indents), size=14)
        typist._say(paragraph, text, "仿宋", 14)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
        for side, size in (("top", 8), ("bottom", 8), ("insideH", 6))
    )
    properties = table._tbl.tblPr
    for piece in (
        f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>",
        f'<w:tblpPr {nsdecls("w")} w:vertAnchor="margin" w:horzAnchor="margin" w:tblpX="0" w:tblpYSpec="bottom"/>',
    ):
        node = parse_xml(piece)
        (properties.append if "Borders" in piece else lambda n: properties.insert(1, n))(node)
    for node in properties.findall(qn("w:tblW")):
        properties.remove(node)
    properties.insert(2, parse_xml(f'<w:tblW {nsdecls("w")} w:w="8844" w:type="dxa"/>'))
    typist.line(size=1, pitch=1)


def notice() -> bytes:
    """A 通知 with a table amid the text and an attachment that lies across the sheet."""
    t = Typist()
    t.line("特急", HEITI, align="left")
    t.blank(1)
    t.blank(1, 36)
    t.line("江城市财政局文件", XIAOBIAOSONG, 48, "center", pitch=60, red=True)
    t.blank(2)
    t.line("江财绩〔2021〕7号", align="center")
    t.rule(8, weight=1.5, colour="FF0000")
    t.blank(2)
    t.line("江城市财政局关于开展2020年度", XIAOBIAOSONG, 22, "center", pitch=33)
    t.line("专项资金绩效自评工作的通知", XIAOBIAOSONG, 22, "center", pitch=33)
    t.blank()
    t.line("各县（市、区）财政局，市直各单位：", align="left")
    t.body(WORK, WORK)
    t.line("一、时间安排", HEITI, firstLineChars=200)
    t.body(SHORT)
    t.line("表1　各批次时间安排", HEITI, 14, "center")
    table = t.document.add_table(rows=3, cols=3)
    table.style = "Table Grid"
    for at, text in enumerate(
        ("批次", "单位", "时间", "1", "市直各单位", "2月底", "2", "各县", "3月底")
    ):
        table.cell(at // 3, at % 3).text = text
    t.line("二、有关要求", HEITI, firstLineChars=200)
    t.line("（一）提高认识。", KAITI, firstLineChars=200, more=((WORK, "仿宋"),))
    t.body(WORK)
    t.blank()
    t.line("附件：1.绩效自评表", firstLineChars=200)
    t.line("2.联系人名单", firstLineChars=500)
    t.blank(3)
    t.line("江城市财政局", align="right", rightChars=450)
    t.line("2021年1月15日", align="right", rightChars=400)
    t.line("（联系人：周敏，电话：12345678）", firstLineChars=200)
    t.new_section(lying=True)
    t.line("附件1", HEITI, align="left")
    t.blank()
    t.line("绩效自评表", XIAOBIAOSONG, 22, "center", pitch=33)
    wide = t.document.add_table(rows=4, cols=6)
    wide.style = "Table Grid"
    _framed_number(t)
    t.new_section(lying=False)
    t.number_pages(t.document.sections[-1])
    t.line("附件2", HEITI, align="left")
    t.blank()
    t.line("联系人名单", XIAOBIAOSONG, 22, "center", pitch=33)
    t.blank()
    t.body(SHORT)
    _imprint(t, "抄送：市人大财经委，市审计局。", "江城市财政局办公室", "2021年1月15日")
    return t.saved()


def _framed_number(t: Typist) -> None:
    """Let the number of a lying sheet stand in a frame at its left edge, as clause 8 wants it."""
    section = t.document.sections[-1]
    for footer in (section.footer, section.even_page_footer):
        footer.is_linked_to_previous = False
    t.number_pages(section)
    for footer, at in ((section.footer, "bottom"), (section.even_page_footer, "top")):
        frame = (
            f'<w:framePr {nsdecls("w")} w:w="400" w:h="1400" w:wrap="around" w:vAnchor="margin" '
            f'w:hAnchor="page" w:x="1100" w:yAlign="{at}"/>'
        )
        footer.paragraphs[0]._p.get_or_add_pPr().insert(0, parse_xml(frame))


def request() -> bytes:
    """A 请示 of three organs: three signers, two a line, over the number's own line."""
    t = Typist()
    t.line("000003", align="left", latin="仿宋")
    t.line("秘密★3年", HEITI, align="left", latin="黑体")
    t.blank(1, 41)
    t.line("江城市财政局文件", XIAOBIAOSONG, 48, "center", pitch=60, red=True)
    t.blank(2)
    tabs = f'<w:tabs {nsdecls("w")}><w:tab w:val="left" w:pos="4600"/><w:tab w:val="left" w:pos="6700"/></w:tabs>'
    for number, label, names in (
        ("", "签发人：", "刘　洋　　周建国"),
        ("江财〔2021〕15号", "　　　　", "欧阳一鸣"),
    ):
        line = t.line(number, align="left", leftChars=100)
        t._say(line, f"\t{label}", "仿宋", 16)
        t._say(line, names, "楷体", 16)
        line._p.get_or_add_pPr().insert(0, parse_xml(tabs))
    t.rule(8, weight=1.5, colour="FF0000")
    t.blank(2)
    t.line("江城市财政局关于追加专项资金的请示", XIAOBIAOSONG, 22, "center", pitch=33)
    t.blank()
    t.line("江城市人民政府：", align="left")
    t.body(WORK, "妥否，请批示。")
    t.blank(3)
    t.line("江城市财政局", align="right", rightChars=425)
    t.line("2021年3月2日", align="right", rightChars=400)
    t.line("（联系人：周敏，电话：12345678）", firstLineChars=200)
    _imprint(t, "抄送：市审计局。", "江城市财政局办公室", "2021年3月2日")
    return t.saved()


def joint() -> bytes:
    """A joint 通知: the marks in a table beside 文件, the signatures in a table over one date."""
    t = Typist()
    t.blank(1, 24)
    organs = ("江城市财政局", "江城市商务局", "江城市发展和改革委员会")
    table = t.document.add_table(rows=3, cols=2)
    right = table.cell(0, 1).merge(table.cell(2, 1))
    right.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Mm(112), Mm(44)
    for at, organ in enumerate(organs):
        paragraph = table.cell(at, 0).paragraphs[0]
        t._shape(paragraph, align="center", pitch=48, indents={})
        paragraph._p.get_or_add_pPr().find(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}jc"
        ).set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", "distribute")
        t._say(paragraph, organ, XIAOBIAOSONG, 28, red=True)
    t._shape(right.paragraphs[0], align="center", pitch=60, indents={})
    t._say(right.paragraphs[0], "文件", XIAOBIAOSONG, 48, red=True)
    t.blank(2)
    t.line("江财商〔2021〕9号", align="center")
    t.rule(8, weight=1.5, colour="FF0000")
    t.blank(2)
    t.line("江城市财政局等三部门关于做好", XIAOBIAOSONG, 22, "center", pitch=33)
    t.line("外贸专项资金申报工作的通知", XIAOBIAOSONG, 22, "center", pitch=33)
    t.blank()
    t.line("各区财政局、商务局、发展改革委：", align="left")
    t.body(WORK, WORK)
    t.blank(3)
    signed = t.document.add_table(rows=2, cols=2)
    for at, organ in enumerate((*organs, "")):
        paragraph = signed.cell(at // 2, at % 2).paragraphs[0]
        t._shape(paragraph, align="center", pitch=PITCH, indents={})
        t._say(paragraph, organ, "仿宋", 16)
    t.line("2021年5月6日", align="right", rightChars=400)
    _imprint(t, "抄送：市审计局，市税务局。", "江城市财政局办公室", "2021年5月6日")
    return t.saved()


def reply() -> bytes:
    """A 函 in the form of clause 10.1: two red double lines, the number at the right."""
    t = Typist(numbered=False)
    section = t.document.sections[0]
    t.number_pages(section)
    section.different_first_page_header_footer = True
    section.footer_distance = Mm(20)
    for paragraph in (section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]):
        paragraph.paragraph_format.space_after = Pt(13.3)
    t.line("江城市财政局", XIAOBIAOSONG, 40, "center", pitch=44, red=True)
    _raise(t)
    t.blank(1, 26)
    out = -397
    t.rule(6, weight=4.5, colour="FF0000", kind="thickThinSmallGap", left=out, right=out)
    t.line("江财函〔2021〕31号", align="right")
    t.blank(2)
    t.line("江城市财政局关于专项资金有关事项的复函", XIAOBIAOSONG, 22, "center", pitch=33)
    t.blank()
    t.line("市商务局：", align="left")
    t.body(WORK, "特此函复。")
    t.blank(3)
    t.line("江城市财政局", align="right", rightChars=475)
    t.line("2021年6月21日", align="right", rightChars=400)
    t.blank(3)
    t.line("抄送：市审计局。", size=14, pitch=24, rightChars=100, leftChars=400, hangingChars=300)
    footer = section.first_page_footer
    footer.is_linked_to_previous = False
    t.rule(
        6, weight=4.5, colour="FF0000", kind="thinThickSmallGap", left=out, right=out, holder=footer
    )
    return t.saved()


def _raise(t: Typist) -> None:
    """Lift the mark into the head of the sheet, 30 mm from its edge, by a frame."""
    frame = (
        f'<w:framePr {nsdecls("w")} w:w="8844" w:h="880" w:hRule="exact" w:wrap="around" w:vAnchor="page" '
        f'w:hAnchor="margin" w:xAlign="center" w:y="1701"/>'
    )
    t.document.paragraphs[-1]._p.get_or_add_pPr().insert(0, parse_xml(frame))


def minutes() -> bytes:
    """纪要: a mark, an issue number, organ and date on one line, attendance and 分送."""
    t = Typist()
    t.blank(1, 90)
    t.line("江城市财政局会议纪要", XIAOBIAOSONG, 44, "center", pitch=56, red=True)
    t.blank(1)
    t.line("第12期", align="center")
    t.blank(1)
    line = t.line("江城市财政局办公室\t2021年7月8日", leftChars=100, rightChars=100)
    tab = f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:pos="8500"/></w:tabs>'
    line._p.get_or_add_pPr().insert(0, parse_xml(tab))
    t.rule(8, weight=1.5, colour="FF0000")
    t.blank(2)
    t.line("专项资金绩效管理工作专题会议纪要", XIAOBIAOSONG, 22, "center", pitch=33)
    t.blank()
    t.body(
        "2021年7月5日下午，市财政局召开专题会议，研究专项资金绩效管理工作。纪要如下：", WORK, WORK
    )
    t.blank()
    for label, names in (
        ("出席：", "刘洋、周建国、欧阳一鸣。"),
        ("请假：", "陈思。"),
        ("列席：", "王芳。"),
    ):
        t.line(label, HEITI, firstLineChars=200, more=((names, "仿宋"),))
    t.blank(15)
    t.rule(1, weight=1)
    t.line(
        "分送：局领导，局内各科室。",
        size=14,
        pitch=24,
        rightChars=100,
        leftChars=400,
        hangingChars=300,
    )
    t.rule(1, weight=0.75)
    line = t.line(
        "江城市财政局办公室\t2021年7月8日印发", size=14, pitch=24, leftChars=100, rightChars=100
    )
    line._p.get_or_add_pPr().insert(0, parse_xml(tab))
    t.rule(1, weight=1)
    return t.saved()


def order() -> bytes:
    """令: mark, number, text, post and name of who signs, date."""
    t = Typist()
    t.blank(1, 48)
    t.line("江城市人民政府令", XIAOBIAOSONG, 48, "center", pitch=60, red=True)
    t.blank(2)
    t.line("第8号", align="center")
    t.blank(2)
    t.body(
        "《江城市财政专项资金管理办法》已经市人民政府第12次常务会议通过，现予公布，自2021年9月1日起施行。"
    )
    t.blank(2)
    t.line("市长　　刘　洋", align="right", rightChars=400)
    t.blank()
    t.line("2021年8月1日", align="right", rightChars=400)
    return t.saved()


def plain_notice() -> bytes:
    """A notice without a head, as offices publish it: the number under the title."""
    t = Typist()
    t.line("江城市财政局关于公布绩效评价结果的通知", XIAOBIAOSONG, 22, "center", pitch=33)
    t.line("江财绩〔2021〕22号", align="center")
    t.blank()
    t.line("市直各单位：", align="left")
    t.body(WORK, WORK)
    t.blank(2)
    t.line("江城市财政局", align="right", rightChars=475)
    t.line("2021年9月10日", align="right", rightChars=400)
    return t.saved()


def mark_in_header() -> bytes:
    """A 通知 whose mark stands in the header of the first side."""
    t = Typist()
    section = t.document.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance = Mm(72)
    header = section.first_page_header
    header.is_linked_to_previous = False
    t.line("江城市财政局文件", XIAOBIAOSONG, 48, "center", pitch=50, red=True, holder=header)
    for paragraph in section.footer.paragraphs:
        section.first_page_footer.is_linked_to_previous = False
        footer = section.first_page_footer
        footer._element.remove(footer.paragraphs[0]._p)
        footer._element.append(deepcopy(paragraph._p))
    t.blank(2)
    t.line("江财绩〔2021〕40号", align="center")
    t.rule(8, weight=1.5, colour="FF0000")
    t.blank(2)
    t.line("江城市财政局关于报送统计数据的通知", XIAOBIAOSONG, 22, "center", pitch=33)
    t.blank()
    t.line("市直各单位：", align="left")
    t.body(WORK, WORK)
    t.blank(2)
    t.line("江城市财政局", align="right", rightChars=475)
    t.line("2021年9月10日", align="right", rightChars=400)
    return t.saved()


TYPED = {
    "通知": notice, "请示": request, "联合行文": joint, "函": reply, "纪要": minutes, "令": order,
    "无版头": plain_notice,
    "页眉版头": mark_in_header,
}  # fmt: skip
