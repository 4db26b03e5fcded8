"""Clause 7.2.4: the mark of the issuing organ."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen import header
from govdocs.gongwen.measure import Strength
from govdocs.gongwen.units import mm
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.elements.head import is_red
from govdocs.layout.geometry.heights import line_height, space_after, space_before
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetAlignment, SetColour
from govdocs.layout.rules.basis.indents import off_centre
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.basis.typeface import SENTENCES, pieces, wrong_type
from govdocs.layout.rules.basis.words import in_mm

GLYPH_SHARE = 0.8
"""A Chinese character fills at least so much of its size, so its top is no lower in the line."""
_HEADED = (Kind.FILE, Kind.LETTER, Kind.ORDER, Kind.MINUTES)


def _red(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    if letter.kind not in _HEADED:
        return
    for paragraph, run in pieces(letter.all(Element.MARK)):
        if not is_red(run.colour):
            colour = "黑色" if run.colour in ("AUTO", "000000") else f"颜色{run.colour}"
            yield Deviation(
                "发文机关标志", "红色", colour, (paragraph,),
                remedies=(SetColour((run,), header.MARK_TYPE.colour),),
            )  # fmt: skip


def _centred(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    marks = letter.all(Element.MARK)
    if letter.kind not in (Kind.FILE, Kind.LETTER, Kind.ORDER) or len(marks) > 1:
        return  # Several lines are a joint mark, set in a table or side by side.
    for paragraph in marks:
        if off_centre(paragraph, letter.file.section_of(paragraph)):
            yield Deviation(
                "发文机关标志", "居中", "没有居中", (paragraph,),
                remedies=(SetAlignment(paragraph, "center"),)
                if paragraph.text == paragraph.text.strip() else (),
            )  # fmt: skip


def _face(letter: Letter, house: HouseStyle) -> Iterator[Deviation]:
    yield from wrong_type(
        "发文机关标志", pieces(letter.all(Element.MARK)), house, families=("小标宋",), mend=False
    )


def _top(letter: Letter, _: HouseStyle) -> Iterator[Deviation]:
    mark = letter.first(Element.MARK)
    if mark is None or letter.kind is not Kind.FILE or len(letter.all(Element.MARK)) > 1:
        return
    above = _above(letter, mark.order - 1)
    if above is None:
        return
    section = letter.file.section_of(mark)
    low, high = line_height(mark, section)
    slack = max(high - mark.lead.size * GLYPH_SHARE, 0.0)
    first, last = mm(above[0]), mm(above[1] + slack)
    if low and not header.MARK_DOWN.allows(min(max(header.MARK_DOWN.value, first), last)):
        actual = in_mm(first) if last - first < 1 else f"{in_mm(first)}至{in_mm(last)}之间"
        yield Deviation("发文机关标志上边缘至版心上边缘", "35毫米", actual, (mark,))


def _above(letter: Letter, at: int) -> tuple[float, float] | None:
    """Return the height of all that stands above the mark, in points; None where it is unknown."""
    flow = letter.file.paragraphs
    if at >= len(flow) or flow[at].holder != 0:
        return None
    low = high = 0.0
    skip = 0
    former = None
    for place, paragraph in enumerate(flow[: at + 1]):
        if place < skip:
            continue
        table = next((t for t in letter.file.tables if t.start == place and t.end > place), None)
        if table is not None:
            if table.height is None:
                return None
            low, high, skip, former = low + table.height, high + table.height, table.end, None
            continue
        section = letter.file.section_of(paragraph)
        before = space_before(paragraph, section)
        after = 0.0 if former is None else space_after(former, section)
        if before is None or after is None or "frame" in paragraph.stated:
            return None
        low, high = low + before + after, high + before + after
        if place == at:
            break
        if paragraph.shapes or paragraph.holder != 0 or paragraph.new_page:
            return None
        least, most = line_height(paragraph, section)
        low, high, former = low + least, high + most, paragraph
    return low, high


RULES = (
    LayoutRule(
        "L121", "发文机关标志为红色", "7.2.4", Strength.MUST, _red,
        "发文机关标志的文字是否为红色。", "把发文机关标志的字体颜色设为红色（255,0,0）。",
        {"": "{label}是{actual}，应为{expected}"},
    ),
    LayoutRule(
        "L122", "发文机关标志居中", "7.2.4", Strength.MUST, _centred,
        "发文机关标志是否居中；联合行文的多行标志不查。", "设为居中，缩进设为0。",
        {"": "{label}{actual}，应{expected}"},
    ),
    LayoutRule(
        "L123", "发文机关标志用小标宋", "7.2.4", Strength.MAY, _face,
        "发文机关标志的字体，标准推荐小标宋体，字号不限。", "可改用方正小标宋简体。", SENTENCES,
    ),
    LayoutRule(
        "L124", "发文机关标志的高度", "7.2.4", Strength.MUST, _top,
        "发文机关标志上边缘到版心上边缘是否为35毫米。由上方各行的高度推算，字在行中的位置不定，"
        "只有无论如何都不合的才报告；用文本框定位的不查。",
        "调整标志上方的空行或段前间距，使标志上边缘距版心上边缘35毫米。",
        {"": "{label}为{actual}，应为{expected}"},
    ),
)  # fmt: skip
