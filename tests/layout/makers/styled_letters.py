"""Letters as WPS keeps them: a theme, defaults, styles that inherit, a grid, boxes, frames, tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TEXT = (
    "各地要把绩效管理贯穿预算编制、执行、监督全过程，对列入今年重点的项目逐一明确责任单位和完成时限，"
    "年底前由我厅会同有关部门组织抽查，结果与下一年度资金安排挂钩。"
)
STYLES = f"""{HEAD}<w:styles {NAMES}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"
 w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="32"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/>
<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="公文正文"/><w:basedOn w:val="1"/>
<w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 1"/><w:basedOn w:val="2"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsiaTheme="majorEastAsia"/><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="4"><w:name w:val="heading 2"/><w:basedOn w:val="3"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="5"><w:name w:val="Title"/><w:basedOn w:val="1"/>
<w:pPr><w:spacing w:line="660" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>
<w:rPr><w:rFonts w:eastAsia="方正小标宋_GBK"/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="6"><w:name w:val="顶格"/><w:basedOn w:val="2"/>
<w:pPr><w:ind w:firstLine="0" w:firstLineChars="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="7"><w:name w:val="footer"/><w:basedOn w:val="1"/>
<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="8"><w:name w:val="版记"/><w:basedOn w:val="6"/>
<w:pPr><w:ind w:leftChars="100" w:rightChars="100"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="9"><w:name w:val="红头"/><w:rPr><w:rFonts w:eastAsia="方正小标宋_GBK"/>
<w:color w:val="FF0000"/><w:sz w:val="96"/></w:rPr></w:style>
</w:styles>"""
THEME = f"""{HEAD}<a:theme {NAMES} name="WPS"><a:themeElements><a:fontScheme name="WPS">
<a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="仿宋_GB2312"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def p(style: str, *texts: str, ppr: str = "", rpr: str = "") -> str:
    """One paragraph of a style; each text is a run of its own, as WPS cuts them."""
    look = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    runs = "".join(f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{ppr}</w:pPr>{runs}</w:p>'


def blank(times: int = 1, *, line: int = 579) -> str:
    """Blank lines of a pitch in twips."""
    return times * p("6", ppr=f'<w:spacing w:line="{line}" w:lineRule="exact"/>')


def line_drawn(width: float, *, weight: float, colour: str, down: float) -> str:
    """A straight line as WPS draws it, anchored to its paragraph; lengths in mm and points."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(down * 36000)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{round(width * 36000)}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="线"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{round(width * 36000)}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{round(weight * 12700)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def cell(content: str, *, top: int, bottom: int, width: int = 4422) -> str:
    """A table cell with the lines above and under it in eighths of a point."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
        for side, size in (("top", top), ("bottom", bottom)) if size
    )  # fmt: skip
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{borders}</w:tcBorders></w:tcPr>'
        f"{content}</w:tc>"
    )


def imprint(copies: str, printer: str, date: str, *, placed: bool = True) -> str:
    """An imprint as a table that floats at the foot of the text area."""
    where = (
        '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpX="0" w:tblpYSpec="bottom"/>'
        if placed
        else ""
    )
    flush = (
        '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0" w:firstLineChars="100"/>'
    )
    right = '<w:ind w:leftChars="0" w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'
    hanging = '<w:ind w:leftChars="400" w:left="1120" w:hangingChars="300" w:hanging="840" w:rightChars="100" w:right="280"/>'
    return (
        f'<w:tbl><w:tblPr>{where}<w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4422"/>'
        '<w:gridCol w:w="4422"/></w:tblGrid>'
        f"<w:tr>{cell(p('8', copies, ppr=hanging), top=8, bottom=6, width=8844)}</w:tr>"
        f"<w:tr>{cell(p('8', printer, ppr=flush), top=6, bottom=8)}"
        f"{cell(p('8', date, '印发', ppr=right), top=6, bottom=8)}</w:tr></w:tbl>"
    )


def packed(
    body: str,
    *,
    grid: bool = True,
    footer: int = 1400,
    framed: bool = False,
    boxed: Callable[[str], str] | None = None,
    picture: bytes = b"",
) -> bytes:
    """Pack a body with styles, theme, settings and footers for odd and even sides.

    ``boxed`` puts a footer's paragraph into a box of its own; ``picture`` becomes ``rId6``.
    """
    field = (
        '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>PAGE  \\* MERGEFORMAT</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
    )
    frames = {
        "right": '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"/>',
        "left": '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="left" w:y="1"/>',
    }
    feet = {
        side: f'<w:p><w:pPr><w:pStyle w:val="7"/>{frames[side] if framed else ""}'
        f'<w:ind w:{side}="280" w:{side}Chars="100"/><w:jc w:val="{side}"/></w:pPr>{field}</w:p>'
        for side in ("right", "left")
    }
    if boxed is not None:
        feet = {side: boxed(foot) for side, foot in feet.items()}
    shown = (
        '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>' if grid else ""
    )
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
        f'w:header="851" w:footer="{footer}" w:gutter="0"/>{shown}</w:sectPr>'
    )
    kinds = ("styles", "theme", "settings", "footer1", "footer2")
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name.rstrip("12")}+xml"/>'
        for name in kinds if name != "theme"
    )  # fmt: skip
    package = "http://schemas.openxmlformats.org/package/2006"
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{name.rstrip("12")}" Target="{name}.xml"/>'
        for at, name in enumerate(kinds, 1)
    )
    if picture:
        types += '<Default Extension="png" ContentType="image/png"/>'
        relations += f'<Relationship Id="rId6" Type="{OFFICE}/image" Target="seal.png"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        '<Override PartName="/word/theme.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/theme.xml": THEME,
        "word/settings.xml": f"{HEAD}<w:settings {NAMES}><w:evenAndOddHeaders/></w:settings>",
        "word/footer1.xml": f"{HEAD}<w:ftr {NAMES}>{feet['right']}</w:ftr>",
        "word/footer2.xml": f"{HEAD}<w:ftr {NAMES}>{feet['left']}</w:ftr>",
    }
    if picture:
        parts["word/seal.png"] = picture
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


SIGNED = (
    p("6", "江南省财政厅", ppr='<w:ind w:rightChars="475" w:right="1520"/><w:jc w:val="right"/>')
    + p("6", "2023年4月3日", ppr='<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>')
)  # fmt: skip
MARKED = '<w:rStyle w:val="9"/>'
CENTRED = '<w:jc w:val="center"/>'


def notice_with_drawn_line() -> bytes:
    """A 通知 over a grid; the red line is drawn, the imprint floats at the foot, the number is framed."""
    body = (
        blank(1, line=1700)
        + p(
            "1",
            "江南省",
            "财政厅文件",
            ppr=CENTRED + '<w:spacing w:line="1200" w:lineRule="exact"/>',
            rpr=MARKED,
        )
        + blank(2)
        + p("6", "江财绩〔2023〕", "18号", ppr=CENTRED)
        + f'<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr>{line_drawn(156, weight=1.5, colour="FF0000", down=2)}</w:p>'
        + blank(1)
        + p("5", "江南省财政厅关于做好2023年预算绩效", ppr="")
        + p("5", "管理工作的通知")
        + blank(1)
        + p("6", "各市、县财政局，", "省直各部门：")
        + p("2", TEXT)
        + p("3", "一、总体要求")
        + p("2", TEXT, TEXT)
        + p("4", "（一）健全制度")
        + p("2", TEXT)
        + p("2", "1.完善指标。", TEXT)
        + blank(1)
        + p("2", "附件：重点项目清单")
        + blank(2)
        + SIGNED
        + p("2", "（此件公开发布）")
        + '<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
        + p("6", "附件", rpr='<w:rFonts w:eastAsia="黑体"/>')
        + blank(1)
        + p("5", "重点项目清单")
        + blank(1)
        + p("2", TEXT)
        + imprint("抄送：财政部江南监管局。", "江南省财政厅办公室", "2023年4月3日")
        + p("6")
    )
    return packed(body, framed=True)


def report_with_tables() -> bytes:
    """A 报告: number and signer in one row of a table whose lower edge is the red line."""
    no_bottom = cell(
        p("6", "江财〔2023〕25号", ppr='<w:ind w:leftChars="100" w:left="320"/>'), top=0, bottom=0
    )
    signer = (
        '<w:p><w:pPr><w:pStyle w:val="6"/><w:ind w:rightChars="100" w:right="320"/><w:jc w:val="right"/></w:pPr>'
        "<w:r><w:t>签发人：</w:t></w:r>"
        '<w:r><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr><w:t>林海峰</w:t></w:r></w:p>'
    )
    borders = '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/>'
    head = (
        f'<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="4422"/><w:gridCol w:w="4422"/></w:tblGrid><w:tr>{no_bottom}'
        f"{cell(signer, top=0, bottom=0)}</w:tr></w:tbl>"
    )
    body = (
        blank(1, line=1700)
        + p(
            "1",
            "江南省财政厅文件",
            ppr=CENTRED + '<w:spacing w:line="1200" w:lineRule="exact"/>',
            rpr=MARKED,
        )
        + blank(2)
        + head
        + blank(2)
        + p("5", "江南省财政厅关于2022年度专项资金")
        + p("5", "绩效自评情况的报告")
        + blank(1)
        + p("6", "财政部：")
        + p("2", TEXT)
        + p("3", "一、资金情况")
        + p("2", TEXT)
        + p("3", "二、下一步工作")
        + p("2", TEXT)
        + blank(1)
        + p("2", "附件：1.绩效自评表")
        + p("2", "2.佐证材料目录", ppr='<w:ind w:firstLineChars="500" w:firstLine="1600"/>')
        + blank(2)
        + SIGNED
        + p("2", "（联系人：李明，电话：01234567）")
        + imprint("抄送：财政部江南监管局。", "江南省财政厅办公室", "2023年4月3日")
        + p("6")
    )
    return packed(body)


def boxed_mark() -> bytes:
    """A 通知 whose mark and red line are drawn in the page header's place, in boxes."""
    box = (
        '<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>2592000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="5616000" cy="900000"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>'
        + p("1", "江南省财政厅文件", ppr=CENTRED, rpr=MARKED)
        + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    body = (
        box
        + blank(6)
        + p("6", "江财办〔2023〕4号", ppr=CENTRED)
        + f'<w:p><w:pPr><w:pStyle w:val="6"/></w:pPr>{line_drawn(156, weight=1.5, colour="FF0000", down=2)}</w:p>'
        + blank(1)
        + p("5", "江南省财政厅关于调整内设机构职责的通知")
        + blank(1)
        + p("6", "厅内各处（室）、单位：")
        + p("2", TEXT)
        + p("2", TEXT)
        + blank(2)
        + SIGNED
        + imprint(
            "分送：厅领导，厅内各处（室）、单位。",
            "江南省财政厅办公室",
            "2023年4月3日",
            placed=False,
        )
        + p("6")
    )
    return packed(body, grid=False)


STYLED = {
    "线条和浮动版记": notice_with_drawn_line,
    "表格版头": report_with_tables,
    "文本框版头": boxed_mark,
}
