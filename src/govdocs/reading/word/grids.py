"""A Word table as a grid: spans, vertical merges and rows that were deleted, resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from govdocs.reading.word.names import TC, TR, is_on, value, w, whole
from govdocs.reading.word.text import Seen

MOST_COLUMNS = 128
MOST_PLACES = 200_000
"""Places of one grid; what lies beyond is not read, and that is said."""


@dataclass(slots=True)
class RawCell:
    """One cell of the file: its element, its place in the grid, its number in Word's row."""

    element: etree._Element
    row: int
    column: int
    width: int
    number: int
    height: int = 1


@dataclass(slots=True)
class RawGrid:
    """The grid of one table; ``numbers`` are the rows as Word counts them, from 1."""

    rows: list[list[RawCell | None]]
    cells: list[RawCell]
    numbers: list[int]
    repeats: frozenset[int]


def grid_of(table: etree._Element, seen: Seen) -> RawGrid:
    """Resolve a table's spans; a vertical merge without a beginning is a cell of its own."""
    rows: list[list[RawCell | None]] = []
    cells: list[RawCell] = []
    numbers: list[int] = []
    repeats: set[int] = set()
    places = 0
    for number, row in enumerate(_members(table, TR), 1):
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            seen.changes += 1
            continue
        if places > MOST_PLACES:
            seen.cut_tables += 1
            break
        line = _row(row, len(rows), rows[-1] if rows else [], cells, seen, properties)
        if properties is not None and is_on(properties.find(w("tblHeader"))):
            repeats.add(len(rows))
        places += len(line)
        rows.append(line)
        numbers.append(number)
    return RawGrid(rows, cells, numbers, frozenset(repeats))


def _row(
    row: etree._Element,
    at: int,
    above: list[RawCell | None],
    cells: list[RawCell],
    seen: Seen,
    properties: etree._Element | None,
) -> list[RawCell | None]:
    skipped = 0 if properties is None else whole(value(properties.find(w("gridBefore"))))
    line: list[RawCell | None] = [None] * max(0, min(skipped, MOST_COLUMNS))
    for number, element in enumerate(_members(row, TC), 1):
        own = element.find(w("tcPr"))
        width, merge = 1, None
        if own is not None:
            width = max(1, whole(value(own.find(w("gridSpan")), "1"), 1))
            merge = own.find(w("vMerge"))
        column = len(line)
        if column + width > MOST_COLUMNS:
            seen.odd_merges += 1
            width = MOST_COLUMNS - column
            if width < 1:
                break
        upper = above[column] if column < len(above) else None
        goes_on = merge is not None and value(merge, "continue") != "restart"
        if goes_on and upper is not None and (upper.column, upper.width) == (column, width):
            upper.height = at - upper.row + 1
            line += [upper] * width
            continue
        if goes_on:
            seen.odd_merges += 1
        cell = RawCell(element, at, column, width, number)
        cells.append(cell)
        line += [cell] * width
    return line


def _members(around: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, those inside content controls included."""
    for child in around:
        if child.tag == tag:
            yield child
        elif child.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}:
            yield from _members(child, tag)
