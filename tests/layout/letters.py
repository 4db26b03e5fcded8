"""Letters of one line a paragraph, written as bare WordprocessingML without any styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CELL = 15.75
"""One character of 16 pt, narrowed by a quarter of a point."""


@dataclass(frozen=True)
class Line:
    """One paragraph; lengths in points. ``runs`` are further (text, font) after ``text``.

    ``kind`` is the border's, ``frame`` the attributes of a frame; ``ends`` closes a section.
    """

    key: str
    text: str = ""
    font: str = "仿宋_GB2312"
    size: float = 16
    spacing: float = -0.25
    align: str = "both"
    left: float = 0
    right: float = 0
    first: float = 0
    pitch: float = 28.95
    rule: str = "exact"
    colour: str = ""
    border: tuple[float, str] | None = None
    kind: str = "single"
    new_page: bool = False
    runs: tuple[tuple[str, str], ...] = ()
    frame: str = ""
    ends: Page | None = None


@dataclass(frozen=True)
class Page:
    """Sheet and margins in twips, and what stands in the footers (odd, even, of the first side)."""

    width: int = 11906
    height: int = 16838
    top: int = 2098
    right: int = 1474
    bottom: int = 1984
    left: int = 1588
    gutter: int = 0
    even_and_odd: bool = True
    numbered: bool = True
    title_page: bool = False
    footer: int = 1400
    first_number: int | None = None
    first: Line | None = None
    odd: Line = field(
        default_factory=lambda: Line("odd", "— {} —", "宋体", 14, 0, "right", right=14)
    )
    even: Line = field(
        default_factory=lambda: Line("even", "— {} —", "宋体", 14, 0, "left", left=14)
    )


@dataclass(frozen=True)
class Written:
    """A letter before it is packed."""

    lines: tuple[Line, ...]
    page: Page = Page()


Spoil = Callable[[Written], Written]
HEADING = {"first": 2 * CELL, "align": "left"}
BODY = "各单位要认真落实预算绩效管理的各项要求，做好专项资金绩效自评工作，确保数据真实准确，并按规定的时间报送。"


def blank(key: str, pitch: float = 28.95) -> Line:
    return Line(key, pitch=pitch)


def rule(key: str, weight: float, colour: str = "000000", pitch: float = 1) -> Line:
    return Line(key, size=1, pitch=pitch, border=(weight, colour))


HEAD = (
    Line("copy", "000001", align="left"),
    Line("secrecy", "机密★1年", "黑体", align="left"),
    Line("urgency", "特急", "黑体", align="left"),
    blank("down", 12),
    Line("mark", "湖南省财政厅文件", "方正小标宋简体", 50, 0, "center", pitch=57, colour="FF0000"),
    blank("mark1"),
    blank("mark2"),
)
DOWNWARD = (Line("number", "湘财预〔2018〕13号", align="center"),)
UPWARD = (
    Line("signer", "签发人：", align="right", right=CELL, runs=(("郭秀宏", "楷体_GB2312"),)),
    Line(
        "number", "湘财预〔2018〕13号", align="left", left=CELL, runs=(("\t邱望梅", "楷体_GB2312"),)
    ),
)
MAIN = (
    rule("red", 1.5, "FF0000", 7.5),
    blank("red1"),
    blank("red2"),
    Line("title", "湖南省财政厅关于做好专项资金", "方正小标宋简体", 22, 0, "center", pitch=33),
    Line("title_end", "绩效自评工作的通知", "方正小标宋简体", 22, 0, "center", pitch=33),
    blank("title1"),
    Line("addressee", "各市州财政局：", align="left"),
    Line("text", BODY, first=2 * CELL),
    Line("h1", "一、基本要求", "黑体", first=2 * CELL, align="left"),
    Line("text1", BODY, first=2 * CELL),
    Line("h2", "（一）组织分工", "楷体_GB2312", first=2 * CELL, align="left"),
    Line("text2", BODY, first=2 * CELL),
    Line("h3", "1.自评范围", first=2 * CELL, align="left"),
    Line("text3", BODY, first=2 * CELL),
    Line("h4", "（1）转移支付", first=2 * CELL, align="left"),
    Line("text4", BODY, first=2 * CELL),
    blank("text_end"),
    Line(
        "list",
        "附件：1.中央对地方专项转移支付区域绩效目标申报表及其填报要求和有关情况的补充说明",
        left=5.98 * CELL,
        first=-3.98 * CELL,
    ),
    Line("list_end", "2.绩效自评表", left=5.98 * CELL, first=-0.98 * CELL),
    blank("seal1"),
    blank("seal2"),
    Line("signature", "湖南省财政厅", align="center", left=214.7),
    Line("date", "2018年5月18日", align="right", right=4 * CELL),
    Line("note", "（联系人：邱望梅，电话：0731-85165180）", first=2 * CELL),
)
ATTACHMENT = (
    Line("label", "附件1", "黑体", align="left", new_page=True),
    blank("label1"),
    Line("attached", "绩效目标申报表", "方正小标宋简体", 18, 0, "center"),
    Line("attached_text", BODY, first=2 * CELL),
)
IMPRINT = (
    Line("fill", pitch=586.8, new_page=True),
    rule("first_rule", 1.0),
    Line(
        "copies",
        "抄送：财政部驻湖南专员办。",
        size=14,
        spacing=0,
        left=56,
        right=14,
        first=-42,
        pitch=24,
    ),
    rule("middle_rule", 0.75),
    Line(
        "printer",
        "湖南省财政厅办公室",
        size=14,
        spacing=0,
        align="left",
        left=14,
        right=14,
        pitch=24,
        runs=(("\t2018年5月18日印发", "仿宋_GB2312"),),
    ),
    rule("last_rule", 1.0),
)
LETTER = Written((*HEAD, *DOWNWARD, *MAIN, *ATTACHMENT, *IMPRINT))
REPORT = Written((*HEAD, *UPWARD, *MAIN, *ATTACHMENT, *IMPRINT))


def changed(key: str, **values: object) -> Spoil:
    """Change the line called ``key``."""

    def spoil(letter: Written) -> Written:
        assert any(line.key == key for line in letter.lines), key
        new = tuple(replace(x, **values) if x.key == key else x for x in letter.lines)  # type: ignore[arg-type]
        return replace(letter, lines=new)

    return spoil


def without(*keys: str) -> Spoil:
    """Leave lines out."""

    def spoil(letter: Written) -> Written:
        kept = tuple(x for x in letter.lines if x.key not in keys)
        assert len(kept) == len(letter.lines) - len(keys)
        return replace(letter, lines=kept)

    return spoil


def added_after(key: str, *lines: Line) -> Spoil:
    """Put lines after the line called ``key``."""

    def spoil(letter: Written) -> Written:
        at = next(i for i, x in enumerate(letter.lines) if x.key == key) + 1
        return replace(letter, lines=(*letter.lines[:at], *lines, *letter.lines[at:]))

    return spoil


def paged(**values: object) -> Spoil:
    """Change the page."""
    return lambda letter: replace(letter, page=replace(letter.page, **values))  # type: ignore[arg-type]


def swapped(first: str, second: str) -> Spoil:
    """Let two lines change places."""

    def spoil(letter: Written) -> Written:
        by_key = {x.key: x for x in letter.lines}
        other = {first: by_key[second], second: by_key[first]}
        return replace(letter, lines=tuple(other.get(x.key, x) for x in letter.lines))

    return spoil


def paragraph(line: Line, *, field: bool = False) -> str:
    """Write a line as ``w:p``; ``{}`` in its text becomes a page number where ``field``."""
    twips = {name: round(getattr(line, name) * 20) for name in ("left", "right", "first", "pitch")}
    first = (
        f'w:firstLine="{twips["first"]}"' if line.first >= 0 else f'w:hanging="{-twips["first"]}"'
    )
    unit = twips["pitch"] if line.rule == "exact" else round(line.pitch * 240)
    border = ""
    if line.border is not None:
        weight, colour = line.border
        border = f'<w:pBdr><w:bottom w:val="{line.kind}" w:sz="{round(weight * 8)}" w:space="0" w:color="{colour}"/></w:pBdr>'
    page = "<w:pageBreakBefore/>" if line.new_page else ""
    frame = f"<w:framePr {line.frame}/>" if line.frame else ""
    ends = "" if line.ends is None else section(line.ends)
    properties = (
        f'{page}{frame}{border}<w:spacing w:before="0" w:after="0" w:line="{unit}" w:lineRule="{line.rule}"/>'
        f'<w:ind w:left="{twips["left"]}" w:right="{twips["right"]}" {first}/><w:jc w:val="{line.align}"/>'
        f"{_look(line, line.font)}{ends}"
    )
    body = ""
    for text, font in ((line.text, line.font), *line.runs):
        if field and "{}" in text:
            before, after = text.split("{}")
            number = '<w:fldSimple w:instr=" PAGE "><w:r>{}<w:t>1</w:t></w:r></w:fldSimple>'
            body += (
                _run(before, line, font)
                + number.format(_look(line, font))
                + _run(after, line, font)
            )
        elif text:
            body += _run(text, line, font)
    return f"<w:p><w:pPr>{properties}</w:pPr>{body}</w:p>"


def _look(line: Line, font: str) -> str:
    colour = f'<w:color w:val="{line.colour}"/>' if line.colour else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>{colour}'
        f'<w:spacing w:val="{round(line.spacing * 20)}"/><w:sz w:val="{round(line.size * 2)}"/></w:rPr>'
    )


def _run(text: str, line: Line, font: str) -> str:
    if not text:
        return ""
    inner = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(t)}</w:t>' if t else "" for t in text.split("\t")
    )
    return f"<w:r>{_look(line, font)}{inner}</w:r>"


def section(page: Page) -> str:
    """Write the page as ``w:sectPr``."""
    first = '<w:footerReference w:type="first" r:id="rId4"/>' if page.first else ""
    start = "" if page.first_number is None else f'<w:pgNumType w:start="{page.first_number}"/>'
    return (
        f'<w:sectPr>{first}<w:footerReference w:type="default" r:id="rId1"/>'
        '<w:footerReference w:type="even" r:id="rId2"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" '
        f'w:left="{page.left}" w:header="851" w:footer="{page.footer}" w:gutter="{page.gutter}"/>'
        f"{start}"
        f"{'<w:titlePg/>' if page.title_page else ''}</w:sectPr>"
    )


def packed(body: str, page: Page = Page()) -> bytes:
    """Pack the content of ``w:body`` with its section, footers and settings; there are no styles."""
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    footers = {
        f"word/footer{at}.xml": f"{declaration}<w:ftr {names}>{paragraph(line, field=page.numbered)}</w:ftr>"
        for at, line in ((1, page.odd), (2, page.even), (3, page.first or Line("first")))
    }
    even = "<w:evenAndOddHeaders/>" if page.even_and_odd else ""
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, kind, target in (
            (1, "footer", "footer1.xml"), (2, "footer", "footer2.xml"), (3, "settings", "settings.xml"),
            (4, "footer", "footer3.xml"),
        )
    )  # fmt: skip
    of_packages = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'{declaration}<Types xmlns="{of_packages}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
        f'<Override PartName="/word/footer2.xml" ContentType="{_TYPE}.footer+xml"/>'
        f'<Override PartName="/word/footer3.xml" ContentType="{_TYPE}.footer+xml"/></Types>',
        "_rels/.rels": f'{declaration}<Relationships xmlns="{of_packages}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{declaration}<Relationships xmlns="{of_packages}/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f"{declaration}<w:document {names}><w:body>{body}{section(page)}</w:body></w:document>",
        "word/settings.xml": f"{declaration}<w:settings {names}>{even}</w:settings>",
        **footers,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def written(letter: Written, *spoils: Spoil) -> bytes:
    """Write a letter after spoiling it."""
    for spoil in spoils:
        letter = spoil(letter)
    return packed("".join(paragraph(line) for line in letter.lines), letter.page)


def together(*spoils: Spoil) -> Spoil:
    """Spoil several things at once."""

    def spoil(letter: Written) -> Written:
        for one in spoils:
            letter = one(letter)
        return letter

    return spoil


def every(keys: Sequence[str], **values: object) -> Spoil:
    """Change several lines alike."""
    return together(*(changed(key, **values) for key in keys))
