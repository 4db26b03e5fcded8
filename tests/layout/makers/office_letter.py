"""A letter written in LibreOffice: a flat OpenDocument text, to be saved as .docx by the program."""

from __future__ import annotations

from xml.sax.saxutils import escape

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("table", "table"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)
WORK = "各单位要对照年初目标逐项核实完成情况，数据要有来源，结论要有依据，没有完成的要写明原因和改进措施。"
_PITCH = 'fo:line-height="28.95pt" fo:margin-top="0pt" fo:margin-bottom="0pt"'


def _style(name: str, paragraph: str, face: str, size: float, more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard">'
        f"<style:paragraph-properties {paragraph}/>"
        f'<style:text-properties style:font-name-asian="{face}" style:font-name="{face}" '
        f'fo:font-size="{size}pt" style:font-size-asian="{size}pt" {more}/></style:style>'
    )


_RED = 'fo:color="#ff0000"'
_STYLES = (
    _style("Red", 'fo:text-align="center" fo:line-height="60pt" fo:margin-top="88pt"', "方正小标宋简体", 48, _RED)
    + _style("Centre", f'fo:text-align="center" {_PITCH}', "仿宋", 16)
    + _style("Line", 'fo:line-height="8pt" fo:border-bottom="1.5pt solid #ff0000"', "仿宋", 1)
    + _style("Title", 'fo:text-align="center" fo:line-height="33pt"', "方正小标宋简体", 22)
    + _style("Flush", f'fo:text-align="left" {_PITCH}', "仿宋", 16)
    + _style("Body", f'fo:text-align="justify" fo:text-indent="32pt" {_PITCH}', "仿宋", 16)
    + _style("Head", f'fo:text-align="justify" fo:text-indent="32pt" {_PITCH}', "黑体", 16)
    + _style("Signed", f'fo:text-align="end" fo:margin-right="72pt" {_PITCH}', "仿宋", 16)
    + _style("Dated", f'fo:text-align="end" fo:margin-right="64pt" {_PITCH}', "仿宋", 16)
    + _style("Right", 'fo:text-align="end" fo:margin-right="14pt"', "宋体", 14)
    + _style("Left", 'fo:text-align="start" fo:margin-left="14pt"', "宋体", 14)
)  # fmt: skip


def _p(style: str, text: str = "") -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def flat_text() -> str:
    """Return a 通知 in one part as ``.fodt``."""
    fonts = "".join(
        f'<style:font-face style:name="{face}" svg:font-family="{face}"/>'
        for face in ("方正小标宋简体", "仿宋", "黑体", "宋体")
    )
    number = '— <text:page-number text:select-page="current">1</text:page-number> —'
    foot = "".join(
        f'<style:{name}><text:p text:style-name="{style}">{number}</text:p></style:{name}>'
        for name, style in (("footer", "Right"), ("footer-left", "Left"))
    )
    body = (
        _p("Red", "临江市财政局文件")
        + _p("Centre") * 2
        + _p("Centre", "临财绩〔2022〕11号")
        + _p("Line")
        + _p("Centre") * 2
        + _p("Title", "临江市财政局关于核实绩效自评")
        + _p("Title", "数据的通知")
        + _p("Centre")
        + _p("Flush", "市直各部门：")
        + _p("Body", WORK)
        + _p("Head", "一、核实范围")
        + _p("Body", WORK)
        + _p("Body", WORK)
        + _p("Centre") * 2
        + _p("Signed", "临江市财政局")
        + _p("Dated", "2022年4月8日")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{fonts}</office:font-face-decls>"
        '<office:styles><style:style style:name="Standard" style:family="paragraph"/></office:styles>'
        f'<office:automatic-styles>{_STYLES}<style:page-layout style:name="A4">'
        '<style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="37mm" '
        'fo:margin-bottom="24.7mm" fo:margin-left="28mm" fo:margin-right="26mm"/>'
        '<style:footer-style><style:header-footer-properties svg:height="10.3mm" fo:margin-top="4mm"/>'
        "</style:footer-style></style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">'
        f"{foot}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


_BOXED_STYLES = (
    '<style:style style:name="Box" style:family="graphic"><style:graphic-properties draw:fill="none" '
    'draw:stroke="none" style:wrap="run-through" style:run-through="foreground" '
    'style:horizontal-pos="from-left" style:horizontal-rel="paragraph" style:vertical-pos="from-top" '
    'style:vertical-rel="page" fo:padding="0mm" fo:border="none"/></style:style>'
    + _style("Mark", 'fo:text-align="center"', "方正小标宋简体", 48, _RED)
    + _style("Label", 'fo:text-align="left" fo:break-before="page"', "黑体", 16)
    + _style("Copies", 'fo:margin-left="14pt" fo:margin-right="14pt" fo:border-top="1pt solid #000000" '
             'fo:border-bottom="0.75pt solid #000000"', "仿宋", 14)
    + _style("Printed", 'fo:margin-left="14pt" fo:margin-right="14pt" fo:border-bottom="1pt solid #000000"', "仿宋", 14)
)  # fmt: skip


def _box(content: str, *, down: float, height: float) -> str:
    """A text box over the text area, ``down`` mm from the sheet's top."""
    return (
        f'<draw:frame text:anchor-type="paragraph" draw:style-name="Box" svg:width="156mm" '
        f'svg:height="{height}mm" svg:x="0mm" svg:y="{down}mm"><draw:text-box>{content}</draw:text-box></draw:frame>'
    )


def flat_boxed_text() -> str:
    """Return the same 通知 with mark, number and imprint in boxes and an attachment of prose."""
    mark, number = _p("Red", "临江市财政局文件"), _p("Centre", "临财绩〔2022〕11号")
    head = _box(_p("Mark", "临江市财政局文件"), down=72, height=20) + _box(
        number, down=114, height=10
    )
    imprint = _p("Copies", "抄送：市审计局。") + _p(
        "Printed", "临江市财政局办公室　　　　　　2022年4月8日印发"
    )
    attached = (
        _p("Label", "附件")
        + _p("Centre")
        + _p("Title", "核实工作安排")
        + _p("Centre")
        + _p("Body", WORK) * 2
        + f'<text:p text:style-name="Centre">{_box(imprint, down=240, height=18)}</text:p>'
    )
    listed = _p("Centre") + _p("Body", "附件：核实工作安排") + _p("Centre") * 2
    text = flat_text().replace(number, _p("Centre"), 1)
    text = text.replace(
        mark, f'<text:p text:style-name="Centre">{head}</text:p>' + _p("Centre") * 4, 1
    )
    text = text.replace(
        _p("Centre") * 2 + _p("Signed", "临江市财政局"), listed + _p("Signed", "临江市财政局")
    )
    text = text.replace("</office:text>", f"{attached}</office:text>")
    return text.replace(
        '<style:page-layout style:name="A4">',
        f'{_BOXED_STYLES}<style:page-layout style:name="A4">',
        1,
    )
