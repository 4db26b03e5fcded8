"""How far a mark stands under the edge of the text area or of the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.gongwen.measure import Measure
from govdocs.gongwen.units import mm
from govdocs.layout.elements.element import Element, Kind, Letter
from govdocs.layout.formatting.names import number
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.geometry.heights import Interval, line_height, space_after, space_before
from govdocs.layout.rules.basis.layout_rule import Deviation
from govdocs.layout.rules.basis.words import in_mm

GLYPH_SHARE = 0.8
"""A Chinese character fills at least so much of its size, so its top is no lower in the line."""


def wrong_top(
    letter: Letter, kind: Kind, measure: Measure, *, from_sheet: bool = False
) -> Iterator[Deviation]:
    """Yield a deviation where the mark's upper edge cannot be where the clause wants it.

    It is measured from the text area's upper edge, or from the sheet's where ``from_sheet``.
    Silent where several organs share the mark and where a box or a table holds it.
    """
    mark = letter.first(Element.MARK)
    if mark is None or letter.kind is not kind or len(letter.all(Element.MARK)) > 1:
        return
    section = letter.file.section_of(mark)
    margin = abs(section.margins["top"])
    down = _framed(mark, margin)
    if down is None:
        above = _above(letter, mark.order - 1)
        down = None if above is None else (mm(above[0]), mm(above[1]))
    if down is None:
        return
    low, high = line_height(mark, section)
    slack = mm(max(high - mark.lead.size * GLYPH_SHARE, 0.0))
    shift = margin if from_sheet else 0.0
    first, last = down[0] + shift, down[1] + shift + slack
    if low and not measure.allows(min(max(measure.value, first), last)):
        actual = in_mm(first) if last - first < 1 else f"{in_mm(first)}至{in_mm(last)}之间"
        yield Deviation(measure.name, f"{measure.value:g}毫米", actual, (mark,))


def _framed(mark: Paragraph, margin: float) -> Interval | None:
    """Return where a frame stands under the text area's edge in mm; None for other paragraphs."""
    anchor, y = mark.stated.get("frame.vAnchor"), number(mark.stated.get("frame.y"))
    if y is None or anchor not in ("page", "margin") or "frame.yAlign" in mark.stated:
        return None
    top = mm(y / 20) - (margin if anchor == "page" else 0.0)
    return top, top


def _above(letter: Letter, at: int) -> Interval | None:
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
