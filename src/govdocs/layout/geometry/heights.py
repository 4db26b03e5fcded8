"""Heights of lines and of the space between two paragraphs, as intervals in points."""

from __future__ import annotations

from math import ceil
from typing import TypeAlias

from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.section import Section
from govdocs.layout.formatting.word_file import WordFile

Interval: TypeAlias = tuple[float, float]

LOWEST_FACE, HIGHEST_FACE = 1.0, 1.75
"""Between these multiples of its size lies the natural line height of every common Chinese font."""
_LINE_UNIT = 240


def line_height(paragraph: Paragraph, section: Section) -> Interval:
    """Return the least and the greatest height that one line of the paragraph can have."""
    stated = paragraph.stated_number("line")
    rule = paragraph.stated.get("lineRule", "auto")
    size = max([run.size for run in paragraph.runs if run.visible], default=paragraph.mark.size)
    low, high = size * LOWEST_FACE, size * HIGHEST_FACE
    if stated and rule == "exact":
        return stated / 20, stated / 20
    snapped = section.grid.holds_lines and paragraph.stated.get("snapToGrid", "1") != "0"
    if snapped and section.grid.line:
        pitch = section.grid.line
        low, high = ceil(low / pitch) * pitch, ceil(high / pitch) * pitch
    if stated and rule == "atLeast":
        return max(low, stated / 20), max(high, stated / 20)
    multiple = stated / _LINE_UNIT if stated else 1.0
    return low * multiple, high * multiple


def space_before(paragraph: Paragraph, section: Section) -> float | None:
    """Return the space above in points; None where Word chooses it."""
    return _space(paragraph, section, "before")


def space_after(paragraph: Paragraph, section: Section) -> float | None:
    """Return the space below in points; None where Word chooses it."""
    return _space(paragraph, section, "after")


def _space(paragraph: Paragraph, section: Section, side: str) -> float | None:
    if f"{side}Autospacing" in paragraph.stated:
        return None
    lines = paragraph.stated_number(f"{side}Lines")
    if lines:
        return lines / 100 * (section.grid.line or 12.0)
    return paragraph.stated_number(side) / 20


def space_between(file: WordFile, upper: Paragraph, lower: Paragraph) -> Interval | None:
    """Return what stands between the last line of ``upper`` and the first of ``lower``.

    Counts the blank paragraphs with their heights; None where a table, a box, a page break, text
    or another flow lies between.
    """
    if upper.holder != lower.holder or upper.order >= lower.order:
        return None
    first, last = _place(file, upper), _place(file, lower)
    if first is None or last is None:
        return None
    if upper.holder == 0 and any(first < t.start <= last for t in file.tables):
        return None
    between = file.paragraphs[first + 1 : last]
    if lower.new_page or any(
        p.holder != upper.holder or not p.blank or p.new_page for p in between
    ):
        return None
    low = high = 0.0
    former = upper
    for paragraph in [*between, lower]:
        section = file.section_of(paragraph)
        above, below = space_before(paragraph, section), space_after(former, section)
        if above is None or below is None:
            return None
        # Word adds both: only HTML-like compatibility takes the greater one.
        low, high = low + above + below, high + above + below
        if paragraph is not lower:
            if paragraph.shapes or "frame" in paragraph.stated:
                return None
            least, most = line_height(paragraph, section)
            low, high = low + least, high + most
        former = paragraph
    return low, high


def _place(file: WordFile, paragraph: Paragraph) -> int | None:
    at = paragraph.order - 1
    if at < len(file.paragraphs) and file.paragraphs[at] is paragraph:
        return at
    return next((i for i, p in enumerate(file.paragraphs) if p is paragraph), None)
