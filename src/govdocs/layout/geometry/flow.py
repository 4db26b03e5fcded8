"""How high a stretch of the flow is: what it takes at least and at most, no page being drawn."""

from __future__ import annotations

from math import ceil, inf

from govdocs.gongwen.units import points
from govdocs.layout.formatting.names import attribute, number, tag, w
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.section import Section
from govdocs.layout.formatting.word_file import Table, WordFile
from govdocs.layout.geometry.heights import Interval, line_height, space_after, space_before
from govdocs.layout.geometry.widths import character_width, left_indent, right_indent, text_width

CLOSER, WIDER = 0.95, 1.04
"""Marks are pushed together or over the edge: a text is so much shorter or longer than counted."""
CELL_EDGE = 4.0
"""A row's lines and inner margins take up to so many points."""


def stretch_height(file: WordFile, start: int, end: int) -> Interval:
    """Return the height of the paragraphs and tables from ``start`` up to ``end`` in points.

    The higher bound is infinite where the file leaves it open. Page breaks are not counted.
    """
    low = high = 0.0
    at = start
    former: Paragraph | None = None
    while at < end:
        paragraph = file.paragraphs[at]
        table = next((t for t in file.tables if t.start == at and t.number and t.end > at), None)
        if table is not None:
            least, most = _table_height(file, table)
            low, high, at, former = low + least, high + most, max(table.end, at + 1), None
            continue
        at += 1
        if paragraph.holder != 0 or "frame" in paragraph.stated:
            high = inf if "frame" in paragraph.stated else high
            continue
        if any(shape.kind != "line" for shape in paragraph.shapes):
            high = inf
        section = file.section_of(paragraph)
        above = space_before(paragraph, section)
        below = 0.0 if former is None else space_after(former, section)
        least, most = paragraph_height(paragraph, section)
        space = None if above is None or below is None else above + below
        high += inf if space is None else space
        # Between paragraphs of one style the space may be left out.
        left_out = any(p.stated.get("contextualSpacing") == "1" for p in (paragraph, former) if p)
        low += 0.0 if space is None or left_out else space
        low, high, former = low + least, high + most, paragraph
    return low, high


def paragraph_height(
    paragraph: Paragraph, section: Section, *, width: float | None = None
) -> Interval:
    """Return the least and the greatest height of a paragraph's lines, ``width`` points across."""
    least, most = line_height(paragraph, section)
    across = points(section.text_width) if width is None else width
    grid = section.grid.character if section.grid.kind in ("linesAndChars", "snapToChars") else 0.0
    size = character_width(paragraph)
    scale = max((size + grid) / size, 0.1)
    free = max(across - left_indent(paragraph) - right_indent(paragraph), size)
    first = max(paragraph.stated_number("firstLine") / 20, 0.0)
    fewest = many = 0
    texts = paragraph.text.split("\n")
    plain = text_width(paragraph.runs) * scale
    gapped = text_width(paragraph.runs, gaps=True) * scale
    whole = max(len(paragraph.text), 1)
    for text in texts:
        share = len(text) / whole
        fewest += max(ceil(plain * share * CLOSER / free), 1)
        spare = (first + 2 * size) if plain * share > free / 2 else 0.0
        many += max(ceil((gapped * share * WIDER + spare) / free), 1)
    if "\t" in paragraph.text and plain > free / 2:
        many += 1
    return fewest * least, many * most


def _table_height(file: WordFile, table: Table) -> Interval:
    if table.floating:
        return 0.0, inf
    if table.height is not None:
        return table.height, table.height
    heights = _row_heights(table)
    held: dict[int, dict[int, list[Interval]]] = {}
    across = points(table.width) if table.width else None
    for paragraph in file.paragraphs[table.start : table.end]:
        section = file.section_of(paragraph)
        row = held.setdefault(paragraph.row or 0, {})
        if paragraph.holder < 0 or paragraph.part != "正文":
            return sum(least for least, _ in heights), inf
        wide = across or points(section.text_width)
        least, most = paragraph_height(paragraph, section, width=wide)
        # The column's width is not known: a text of more than half a column may wrap.
        loose = text_width(paragraph.runs) > wide / 4 and most < wide
        row.setdefault(paragraph.column or 0, []).append((least, most * 2 if loose else most))
    low = high = 0.0
    for at, (stated, exact) in enumerate(heights, start=1):
        cells = [
            (sum(least for least, _ in cell), sum(most for _, most in cell))
            for cell in held.get(at, {}).values()
        ]
        least = max([stated, *(c[0] for c in cells)])
        most = max([stated, *(c[1] for c in cells)]) + CELL_EDGE
        low, high = low + (stated if exact else least), high + (stated if exact else most)
    return low, high


def _row_heights(table: Table) -> list[tuple[float, bool]]:
    """Return what each row states as its height in points, and whether exactly."""
    found = []
    for row in table.element:
        if tag(row) == "tr":
            node = row.find(f"{w('trPr')}/{w('trHeight')}")
            found.append(
                ((number(attribute(node, "val")) or 0) / 20, attribute(node, "hRule") == "exact")
            )
    return found
