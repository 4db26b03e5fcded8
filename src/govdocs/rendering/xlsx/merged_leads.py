"""Text of a merged cell that begins in a marker row: it moves to the first row that is left.

A person who writes ``{%tr if … %}`` above the rows of a merged heading (预算金额 beside four
rows) leaves the heading's text in the marker's row, since that is where Excel keeps it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from govdocs.rendering.xlsx.addresses import Box
from govdocs.rendering.xlsx.sheet_reading import RawCell, RawRow


def moved_leads(
    rows: Sequence[RawRow], merges: Sequence[Box], markers: Collection[int]
) -> tuple[list[RawRow], dict[tuple[int, int], Box]]:
    """Put the text of such merged cells into every row below that may come out.

    Returns the rows, and by row and column the merged cell that each moved text belongs to;
    filling writes it in the first row only.
    """
    by_number: dict[int, RawRow] = {row.number: row for row in rows}
    moved: dict[tuple[int, int], Box] = {}
    for box in merges:
        row = by_number.get(box.top)
        if box.top not in markers or row is None:
            continue
        lead = next((cell for cell in row.cells if cell.column == box.left), None)
        below = [number for number in range(box.top + 1, box.bottom + 1) if number not in markers]
        if lead is None or not lead.text or lead.formula is not None or not below:
            continue
        cleared = replace(lead, text=None, value=None, shared=None)
        by_number[box.top] = _with(row, cleared)
        for number in below:
            target = by_number.get(number) or RawRow(number, "", None, False, ())
            # A merged cell looks as its first cell does, so the text brings its style along; its
            # own entry of the shared strings is emptied with its marker row.
            copy = replace(lead, row=number, stands=lead.name, shared=None)
            by_number[number] = _with(target, copy)
            moved[number, box.left] = box
    return [by_number[number] for number in sorted(by_number)], moved


def _with(row: RawRow, cell: RawCell) -> RawRow:
    others = [other for other in row.cells if other.column != cell.column]
    cells = sorted([*others, cell], key=lambda other: other.column)
    return replace(row, cells=tuple(cells))


def lead_boxes(moved: Mapping[tuple[int, int], Box]) -> tuple[Box, ...]:
    """The merged cells whose text moved, each once."""
    return tuple(dict.fromkeys(moved.values()))
