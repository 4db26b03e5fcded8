"""Clause 7.4.1: the lines of the imprint and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.finding import Level
from govdocs.gongwen import imprint, page
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import mm, points
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.word_file import Table
from govdocs.layout.geometry.flow import stretch_height
from govdocs.layout.geometry.widths import left_indent, right_indent
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetBorder, SetIndent
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.words import in_mm

_REACH = 3
"""A line of the imprint stands within so many paragraphs of its elements."""
CELL_MARGIN = 4.0
"""Millimetres by which a table sticks out when its text keeps to the text area."""
LONGEST_EXTRA = 20
"""Other elements of an imprint, such as 共印80份, are no longer than so many characters."""


@dataclass(frozen=True, slots=True)
class ImprintLine:
    """One line: the border of ``paragraph`` at ``side``, or a line of ``table`` near it.

    ``weight`` is in points, None where it is not stated.
    """

    paragraph: Paragraph
    side: str
    weight: float | None
    table: Table | None = None


def imprint_lines(letter: Letter) -> list[ImprintLine]:
    """Return the imprint's lines from top to bottom, borders of paragraphs and of tables."""
    elements = letter.all(Element.COPIES, Element.PRINTER)
    if not elements:
        return []
    first, last = elements[0].order, elements[-1].order
    holders = {p.holder for p in elements if p.cell is None} or {0}
    held = [letter.file.table_holding(p) for p in elements]
    found: list[ImprintLine] = []
    told: list[Table] = []
    for paragraph in letter.file.paragraphs[max(first - _REACH - 1, 0) : last + _REACH]:
        table = letter.file.table_holding(paragraph)
        if table is not None and any(table is t for t in held):
            if not any(table is t for t in told):
                told.append(table)
                found += [ImprintLine(paragraph, "", x.weight, table) for x in table.lines]
            continue
        if paragraph.holder not in holders:
            continue
        for side in ("top", "bottom"):
            size = paragraph.stated.get(f"border.{side}.size", "")
            if paragraph.stated.get(f"border.{side}", "none") == "single" and size.isdigit():
                found.append(ImprintLine(paragraph, side, float(size) / 8))
    return found


def _weights(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    lines = imprint_lines(letter)
    if len(lines) < 2:
        return
    for at, line in enumerate(lines):
        outer = at in (0, len(lines) - 1)
        measure = imprint.OUTER_RULE if outer else imprint.INNER_RULE
        if line.weight is None or measure.allows(mm(line.weight)):
            continue
        wanted = 1.0 if outer else 0.75
        remedy = SetBorder(line.paragraph, line.side, points=wanted)
        yield Deviation(
            measure.name, f"{measure.value:g}毫米（约{wanted:g}磅）",
            f"{mm(line.weight):.2f}毫米（{line.weight:g}磅）", (line.paragraph,),
            remedies=() if line.table else (remedy,),
        )  # fmt: skip


def _width(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    told: list[Table] = []
    for line in imprint_lines(letter):
        paragraph, table = line.paragraph, line.table
        if table is not None:
            text = letter.file.section_of(paragraph).text_width
            if any(table is t for t in told) or table.width is None:
                continue
            told.append(table)
            # A text area of another size is told by its own rule.
            less = min(text, page.TEXT_WIDTH.value) - table.width
            if table.width <= text + CELL_MARGIN:
                less = max(less, 0.0)
            if less > imprint.RULE_WIDTH.tolerance or -less > CELL_MARGIN:
                word = f"比版心短{in_mm(less)}" if less > 0 else f"比版心长{in_mm(-less)}"
                yield Deviation("版记的分隔线", "与版心等宽", word, (paragraph,))
            continue
        if not paragraph.blank:
            continue  # Text between lines is moved in by its own clause.
        less = mm(left_indent(paragraph) + right_indent(paragraph))
        if abs(less) > imprint.RULE_WIDTH.tolerance:
            yield Deviation(
                "版记的分隔线", "与版心等宽", f"比版心短{in_mm(less)}", (paragraph,),
                remedies=(SetIndent(paragraph, left=0, right=0, first=0),),
            )  # fmt: skip


def _none(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    elements = letter.all(Element.COPIES, Element.PRINTER)
    printer = letter.last(Element.PRINTER)
    if printer is None or letter.kind not in (Kind.FILE, Kind.MINUTES) or imprint_lines(letter):
        return
    around = letter.file.paragraphs[max(elements[0].order - 8, 0) : elements[-1].order + 8]
    drawn = any(p.shapes or p.box is not None for p in around)
    framed = any(key.startswith("border.") for p in around for key in p.stated)
    if not drawn and not framed and not any(p.holder < 0 for p in elements):
        yield Deviation("版记", "有首条和末条分隔线", "没有分隔线", (printer,))


def _last(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    printer = letter.last(Element.PRINTER)
    if printer is None or printer.part != "正文":
        return  # A box hangs on any paragraph.
    if any(p.order > printer.order for p in letter.all(Element.ATTACHMENT_LABEL)):
        return  # Told as attachments behind the imprint.
    after = [
        p
        for p in letter.file.paragraphs[printer.order :]
        if not p.blank and p.part == "正文" and (p.table is None or p.table != printer.table)
    ]
    long = [p for p in after if len(p.plain) > LONGEST_EXTRA]
    if long:
        yield Deviation("版记之后", "没有其他内容（版记在公文最后一面）", "还有内容", (long[0],))


def _bottom(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    lines = imprint_lines(letter)
    printer = letter.last(Element.PRINTER)
    if printer is None or not lines or letter.kind not in (Kind.FILE, Kind.MINUTES):
        return
    table = letter.file.table_of(printer)
    last = lines[-1].paragraph if lines[-1].table is None else printer
    if (last.holder != 0 and table is None) or (table is not None and table.floating):
        return  # A box, a frame or a floating table is placed by itself.
    flow = letter.file.paragraphs
    end = last.order if table is None or last.table is None else table.end
    breaks = [at for at in range(end) if flow[at].new_page and flow[at].holder == 0]
    begin = max(breaks, default=0)
    section = letter.file.section_of(last)
    if not page.TEXT_HEIGHT.allows(section.text_height):
        return
    side = points(section.text_height)
    low, high = stretch_height(letter.file, begin, end)
    # What fills a side to the last point has not gone over to the next.
    sides = int(max(low - points(imprint.LAST_RULE_ABOVE_TEXT_BOTTOM.tolerance), 0.0) // side)
    # At each turn of a side up to two lines may go over to the next.
    high += sides * 60.0
    if high >= (sides + 1) * side - 40.0:
        return
    nearest, farthest = (sides + 1) * side - high, (sides + 1) * side - low
    yield Deviation(
        "末条分隔线", "与版心下边缘重合",
        f"在版心下边缘之上约{in_mm(mm(nearest))}至{in_mm(mm(farthest))}", (printer,),
        level=Level.WARNING,
    )  # fmt: skip


def _order(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    copies, printer = letter.all(Element.COPIES), letter.first(Element.PRINTER)
    if printer is not None and copies and copies[0].order > printer.order:
        yield Deviation(
            "抄送机关",
            "在印发机关和印发日期之上",
            "在印发机关和印发日期之下",
            (copies[0],),
            variant="usual",
            level=Level.NOTE,
        )
    main = next((p for p in copies if p.plain.startswith("主送")), None)
    others = [p for p in copies if not p.plain.startswith("主送")]
    if main is not None and others and others[0].order < main.order:
        yield Deviation("版记中的主送机关", "在抄送机关之上", "在抄送机关之下", (main,))


RULES = (
    LayoutRule(
        "L221", "版记分隔线的粗细", "7.4.1", Strength.MAY, _weights,
        "用段落边框或表格边框画的版记分隔线：首条和末条推荐0.35毫米，中间的推荐0.25毫米。",
        "首末两条设为1磅，中间的设为0.75磅。", {"": "{label}为{actual}，推荐{expected}"},
    ),
    LayoutRule(
        "L222", "版记分隔线与版心等宽", "7.4.1", Strength.MUST, _width,
        "版记中的分隔线是否与版心等宽；用表格排的，按表格的宽度，容许表格两侧各伸出单元格边距。",
        "去掉分隔线所在段的左右缩进，或把表格拉到版心宽。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L227", "版记在公文最后", "7.4.1", Strength.MUST, _last,
        "版记之后是否还有内容。印发份数之类的短句可以有。", "把版记移到全文最后。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L228", "版记有分隔线", "7.4.1", Strength.MUST, _none,
        "有印发机关和印发日期时，版记有没有分隔线；附近有画出的图形时无法断定，不报告。信函格式不查。",
        "在版记首行之上、末行之下各加一条与版心等宽的横线。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L229", "末条分隔线与版心下边缘重合", "7.4.1", Strength.MUST, _bottom,
        "版记末条分隔线是否与最后一面的版心下边缘重合。由各段的行数和固定行距推算，差一行以上且无论如何都不合的才报告，"
        "列为疑似；用文本框、图文框、浮动表格定位的不查。",
        "在版记前加空行，或把版记放进底端对齐的文本框、浮动表格。", {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L230", "版记中各项的次序", "7.4.2", Strength.MUST, _order,
        "抄送机关是否在印发机关和印发日期之上；主送机关移入版记的，是否在抄送机关之上。",
        "调整版记中各行的次序。",
        {"": "{label}{actual}，应{expected}", "usual": "{label}{actual}，一般{expected}"},
    ),
)  # fmt: skip
