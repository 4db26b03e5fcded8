"""How high a row must be so that its wrapped text is not cut off."""

from __future__ import annotations

from math import ceil

from govdocs.rendering.xlsx.row_templates import TagCell

HIGHEST = 409.0
"""Points; Excel takes no higher row."""

MARGIN = 2.0


def width(text: str) -> int:
    """The width in half-width characters; Chinese characters and punctuation count two.

    GBK writes exactly those in two bytes, and is read off faster than character tables.
    """
    return len(text) if text.isascii() else len(text.encode("gbk", "replace"))


def lines(text: str, capacity: float) -> int:
    """The lines that a text takes in a cell of so many half-width characters."""
    if "\n" not in text and 2 * len(text) <= capacity:
        return 1
    # A line ends before the edge, where the next Chinese character would not fit any more.
    usable = max(2.0, capacity - 1.0)
    if "\n" not in text:
        return max(1, ceil(width(text) / usable))
    return sum(max(1, ceil(width(part) / usable)) for part in text.split("\n"))


def needed(cell: TagCell, text: str) -> float:
    """The height in points that a cell's text needs; 0 where one line of any row is enough."""
    if not text or not (cell.style.wrap or "\n" in text):
        return 0.0
    count = lines(text, cell.capacity)
    return count * cell.line + MARGIN if count > 1 else 0.0
