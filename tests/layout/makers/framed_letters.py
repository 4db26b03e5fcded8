"""Letters whose mark, number, imprint, labels or page numbers stand in boxes, frames and one-cell tables."""

from __future__ import annotations

from tests.layout.makers.seals import seal, seal_picture
from tests.layout.makers.styled_letters import (
    CENTRED,
    MARKED,
    SIGNED,
    blank,
    cell,
    line_drawn,
    p,
    packed,
)

WORK = (
    "各部门要在规定时间内完成资料整理，核对数据来源，形成工作台账并指定专人负责，"
    "遇有情况变化的及时补充说明，确保上报材料真实、准确、完整。"
)
BLACK_LABEL = '<w:rFonts w:eastAsia="黑体"/>'
PAGE = '<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
RED_LINE = (
    f'<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr>'
    f"{line_drawn(156, weight=1.5, colour='FF0000', down=2)}</w:p>"
)
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def drawn_box(
    content: str,
    *,
    down: float,
    width: float = 156,
    height: float = 20,
    at: str = "center",
    foot: bool = False,
) -> str:
    """A run with a text box as new programs draw it; ``down`` in mm from the sheet's top."""
    vertical = (
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        if foot
        else f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(down * 36000)}</wp:posOffset></wp:positionV>'
    )
    extent = f'cx="{round(width * 36000)}" cy="{round(height * 36000)}"'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="3" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">'
        f"<wp:align>{at}</wp:align></wp:positionH>{vertical}"
        f'<wp:extent {extent}/><wp:wrapNone/><wp:docPr id="7" name="文本框 7"/><a:graphic><a:graphicData uri="{_SHAPE}">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def old_box(content: str, *, down: float, width: float = 442, height: float = 60) -> str:
    """A run with a text box as old programs keep it; lengths in points from the sheet's top."""
    return (
        f'<w:r><w:pict><v:shape id="_x0000_s{round(down)}" type="#_x0000_t202" stroked="f" filled="f" '
        f'style="position:absolute;margin-left:0;margin-top:{down}pt;width:{width}pt;height:{height}pt;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical-relative:page;z-index:5"><v:textbox inset="0,0,0,0"><w:txbxContent>'
        f"{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def anchoring(*runs: str) -> str:
    """An empty paragraph that the boxes hang on."""
    return f'<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr>{"".join(runs)}</w:p>'


def mark(text: str) -> str:
    """The mark: large, red, centred."""
    return p("1", text, ppr=CENTRED + '<w:spacing w:line="1200" w:lineRule="exact"/>', rpr=MARKED)


def imprint_rows(copies: str, printer: str, date: str) -> str:
    """The rows of an imprint in a table that stands in line, in a box or elsewhere."""
    hanging = '<w:ind w:leftChars="400" w:left="1120" w:hangingChars="300" w:hanging="840" w:rightChars="100" w:right="280"/>'
    flush = (
        '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0" w:firstLineChars="100"/>'
    )
    right = '<w:ind w:leftChars="0" w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'
    wide = cell(p("8", copies, ppr=hanging), top=8, bottom=6, width=8844)
    wide = wide.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4422"/>'
        f'<w:gridCol w:w="4422"/></w:tblGrid><w:tr>{wide}</w:tr>'
        f"<w:tr>{cell(p('8', printer, ppr=flush), top=6, bottom=8)}"
        f"{cell(p('8', f'{date}印发', ppr=right), top=6, bottom=8)}</w:tr></w:tbl>"
    )


def one_cell(content: str, *, top: int = 0, bottom: int = 0) -> str:
    """A table of one cell as wide as the text."""
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>'
        f"<w:tr>{cell(content, top=top, bottom=bottom, width=8844)}</w:tr></w:tbl>"
    )


def at_foot(table: str) -> str:
    """Let a table float at the foot of the text area."""
    where = (
        '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpX="0" w:tblpYSpec="bottom"/>'
    )
    return table.replace("<w:tblPr>", f"<w:tblPr>{where}")


def bordered(text: str, *, top: int = 0, bottom: int = 0, ppr: str = "") -> str:
    """A paragraph of an imprint with lines over and under it, in eighths of a point."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="1" w:color="auto"/>'
        for side, size in (("top", top), ("bottom", bottom)) if size
    )  # fmt: skip
    return p("8", text, ppr=f"<w:pBdr>{borders}</w:pBdr>{ppr}")


def _title(*lines: str) -> str:
    return "".join(p("5", line) for line in lines)


def _footed(foot: str) -> str:
    return anchoring(drawn_box(foot, down=265, width=30, height=8, at="outside"))


def all_in_boxes() -> bytes:
    """A 通知: mark, number, imprint and page number each in a text box, the imprint's with a table."""
    rows = imprint_rows(
        "抄送：市人大常委会办公室，市审计局。", "江南省财政厅办公室", "2024年6月5日"
    )
    body = (
        anchoring(
            drawn_box(mark("江南省财政厅文件"), down=72, height=22),
            drawn_box(p("6", "江财资〔2024〕16号", ppr=CENTRED), down=114, height=10),
        )
        + blank(5)
        + RED_LINE
        + blank(2)
        + _title("江南省财政厅关于开展资产清查", "工作的通知")
        + blank(1)
        + p("6", "各市、县财政局：")
        + p("2", WORK)
        + p("3", "一、清查范围")
        + p("2", WORK, WORK)
        + p("3", "二、工作步骤")
        + p("2", WORK)
        + blank(2)
        + SIGNED
        + anchoring(drawn_box(rows, down=0, height=18, foot=True))
    )
    return packed(body, boxed=_footed)


def old_boxes() -> bytes:
    """A 通知 as converted from an old file: mark, number and imprint in boxes of the old drawing language."""
    right = '<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>'
    lines = bordered("抄送：省审计厅。", top=8, bottom=6, ppr=right) + bordered(
        "江南省财政厅办公室　　　　　　　　2024年6月5日印发", bottom=8, ppr=right
    )
    body = (
        anchoring(
            old_box(mark("江南省财政厅文件"), down=204, height=64),
            old_box(p("6", "江财资〔2024〕17号", ppr=CENTRED), down=326, height=30),
        )
        + blank(5)
        + RED_LINE
        + blank(2)
        + _title("江南省财政厅关于做好资产盘点的通知")
        + blank(1)
        + p("6", "厅属各单位：")
        + p("2", WORK)
        + p("2", WORK, WORK)
        + blank(2)
        + SIGNED
        + anchoring(old_box(lines, down=680, height=52))
    )
    return packed(body)


def boxes_hung_on_the_text() -> bytes:
    """A 通知 whose boxes all hang on the addressee's paragraph, in an order of their own."""
    rows = imprint_rows("抄送：省审计厅。", "江南省财政厅办公室", "2024年6月5日")
    addressee = (
        '<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr><w:r><w:t>厅属各单位：</w:t></w:r>'
        + drawn_box(rows, down=0, height=18, foot=True)
        + drawn_box(p("6", "江财资〔2024〕21号", ppr=CENTRED), down=114, height=10)
        + drawn_box(mark("江南省财政厅文件"), down=72, height=22)
        + "</w:p>"
    )
    body = (
        blank(6)
        + RED_LINE
        + blank(2)
        + _title("江南省财政厅关于整理资产档案的通知")
        + blank(1)
        + addressee
        + p("2", WORK, WORK)
        + p("2", WORK)
        + blank(2)
        + SIGNED
    )
    return packed(body, boxed=_footed)


def one_cell_tables() -> bytes:
    """A 通知 with mark, number and imprint in one-cell tables; one attachment of prose, one of a table."""
    right = '<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>'
    tabs = '<w:tabs><w:tab w:val="right" w:pos="8550"/></w:tabs>'
    printed = (
        f'<w:p><w:pPr><w:pStyle w:val="8"/>{tabs}{right}</w:pPr><w:r><w:t>江南省财政厅办公室</w:t></w:r>'
        "<w:r><w:tab/></w:r><w:r><w:t>2024年6月5日印发</w:t></w:r></w:p>"
    )
    form = (
        '<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4422"/><w:gridCol w:w="4422"/></w:tblGrid>'
        + "".join(
            f"<w:tr>{cell(p('1', name, rpr=small), top=4, bottom=4)}{cell(p('1', value, rpr=small), top=4, bottom=4)}</w:tr>"
            for small in ('<w:sz w:val="21"/>',)
            for name, value in (("单位名称", ""), ("盘点人", ""), ("盘点日期", ""))
        )
        + "</w:tbl>"
    )
    small = '<w:sz w:val="21"/>'
    body = (
        blank(1, line=1700)
        + one_cell(mark("江南省财政厅文件"))
        + blank(2)
        + one_cell(p("6", "江财资〔2024〕18号", ppr=CENTRED))
        + RED_LINE
        + blank(1)
        + _title("江南省财政厅关于印发资产管理", "办法的通知")
        + blank(1)
        + p("6", "厅属各单位：")
        + p("2", WORK)
        + blank(1)
        + p("2", "附件：1.资产管理办法")
        + p("2", "2.资产盘点表", ppr='<w:ind w:firstLineChars="500" w:firstLine="1600"/>')
        + blank(2)
        + SIGNED
        + PAGE
        + p("6", "附件1", rpr=BLACK_LABEL)
        + blank(1)
        + _title("资产管理办法")
        + blank(1)
        + p("2", "第一条　为规范资产管理，制定本办法。")
        + p("2", f"第二条　{WORK}")
        + p("2", "第三条　本办法自印发之日起施行。")
        + PAGE
        + p("6", "附件2", rpr=BLACK_LABEL)
        + blank(1)
        + _title("资产盘点表")
        + p("6", "单位：万元", ppr='<w:jc w:val="right"/>', rpr=small)
        + form
        + p("6", "填表说明：各栏按盘点日实有数填列，没有的填“无”。", rpr=small)
        + at_foot(
            one_cell(bordered("抄送：省审计厅。", bottom=6, ppr=right) + printed, top=8, bottom=8)
        )
        + p("6", ppr='<w:spacing w:line="20" w:lineRule="exact"/>')
    )
    return packed(body)


def sealed_jointly() -> bytes:
    """A 请示 of two organs: signatures in a row of a table, two seals, the imprint in frames."""
    organs = ("江南省财政厅", "江南省商务厅")
    pair = "".join(
        cell(f'<w:p><w:pPr><w:pStyle w:val="6"/>{CENTRED}</w:pPr><w:r><w:t>{name}</w:t></w:r>'
             f"{seal(right=right, identity=at)}</w:p>", top=0, bottom=0)
        for at, (name, right) in enumerate(zip(organs, (110, 35), strict=True), start=11)
    )  # fmt: skip
    signed = (
        '<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4422"/><w:gridCol w:w="4422"/></w:tblGrid>'
        f"<w:tr>{pair}</w:tr></w:tbl>"
    )
    frame = '<w:framePr w:w="8844" w:wrap="around" w:hAnchor="margin" w:vAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>'
    right = '<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>'
    body = (
        blank(1, line=1700)
        + mark("江南省财政厅")
        + mark("江南省商务厅")
        + blank(2)
        + '<w:p><w:pPr><w:pStyle w:val="6"/><w:tabs><w:tab w:val="left" w:pos="5600"/></w:tabs>'
        '<w:ind w:leftChars="100" w:left="320"/></w:pPr><w:r><w:t>江财〔2024〕19号</w:t></w:r><w:r><w:tab/></w:r>'
        "<w:r><w:t>签发人：</w:t></w:r>"
        '<w:r><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr><w:t>林海峰　周文远</w:t></w:r></w:p>'
        + RED_LINE
        + blank(2)
        + _title("关于安排外贸发展资金的请示")
        + blank(1)
        + p("6", "江南省人民政府：")
        + p("2", WORK, WORK)
        + p("2", "妥否，请批示。")
        + blank(2)
        + signed
        + p(
            "6",
            "2024年6月5日",
            ppr='<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>',
        )
        + p("2", "（联系人：李明，电话：01234567）")
        + bordered("抄送：省发展和改革委员会。", top=8, bottom=6, ppr=frame + right)
        + bordered(
            "江南省财政厅办公室　　　　　　　　2024年6月5日印发", bottom=8, ppr=frame + right
        )
        + p("6")
    )
    return packed(body, picture=seal_picture())


def sealed_letter() -> bytes:
    """A 通知 with a seal over the signature and attachment labels in boxes."""
    signer = (
        '<w:p><w:pPr><w:pStyle w:val="6"/><w:ind w:rightChars="475" w:right="1520"/><w:jc w:val="right"/></w:pPr>'
        f"<w:r><w:t>江南省财政厅</w:t></w:r>{seal()}</w:p>"
    )
    date = p(
        "6", "2024年6月5日", ppr='<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'
    )

    body = (
        blank(1, line=1700)
        + mark("江南省财政厅文件")
        + blank(2)
        + p("6", "江财资〔2024〕20号", ppr=CENTRED)
        + RED_LINE
        + blank(2)
        + _title("江南省财政厅关于公布盘点结果的通知")
        + blank(1)
        + p("6", "厅属各单位：")
        + p("2", WORK)
        + blank(1)
        + p("2", "附件：1.盘点情况说明")
        + p("2", "2.整改任务清单", ppr='<w:ind w:firstLineChars="500" w:firstLine="1600"/>')
        + blank(2)
        + signer
        + date
        + '<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr><w:r><w:br w:type="page"/></w:r>'
        + drawn_box(p("6", "附件1", rpr=BLACK_LABEL), down=37, width=40, height=11, at="left")
        + "</w:p>"
        + blank(1)
        + _title("盘点情况说明")
        + blank(1)
        + p("3", "一、总体情况")
        + p("2", WORK)
        + '<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr><w:r><w:br w:type="page"/></w:r>'
        + drawn_box(p("6", "附件2", rpr=BLACK_LABEL), down=37, width=40, height=11, at="left")
        + "</w:p>"
        + blank(1)
        + _title("整改任务清单")
        + blank(1)
        + p("2", WORK)
        + at_foot(imprint_rows("抄送：省审计厅。", "江南省财政厅办公室", "2024年6月5日"))
        + p("6")
    )
    return packed(body, picture=seal_picture())


FRAMED = {
    "全在文本框": all_in_boxes,
    "老式文本框": old_boxes,
    "文本框挂在正文": boxes_hung_on_the_text,
    "单格表": one_cell_tables,
    "联合盖章": sealed_jointly,
    "盖章和附件框": sealed_letter,
}
