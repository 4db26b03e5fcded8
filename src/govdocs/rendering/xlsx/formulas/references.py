"""A reference inside a formula: which cells it means, and what becomes of it in a filled sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govdocs.rendering.xlsx.addresses import LAST_COLUMN, LAST_ROW, Box, column_number
from govdocs.rendering.xlsx.row_map import RowMap, Turns

EMPTY_CELL = f"$XFD${LAST_ROW}"
"""Stands for a range whose rows are all gone: an empty cell gives each function its right answer."""

_CELLS = re.compile(
    r"(?P<c1>\$?[A-Za-z]{1,3})(?P<d1>\$?)(?P<r1>[0-9]{1,7})"
    r"(?::(?P<c2>\$?[A-Za-z]{1,3})(?P<d2>\$?)(?P<r2>[0-9]{1,7}))?\Z"
)
_ROWS = re.compile(r"(?P<d1>\$?)(?P<r1>[0-9]{1,7}):(?P<d2>\$?)(?P<r2>[0-9]{1,7})\Z")
_COLUMNS = re.compile(r"(?P<c1>\$?[A-Za-z]{1,3}):(?P<c2>\$?[A-Za-z]{1,3})\Z")


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells as a formula of the template writes them.

    ``sheet`` is the sheet's name, None for the formula's own sheet. ``top`` is 0 for whole
    columns; ``first`` and ``last`` are the column letters with their ``$``, empty for whole rows.
    """

    sheet: str | None
    top: int
    bottom: int
    top_fixed: bool
    bottom_fixed: bool
    first: str
    last: str
    single: bool

    def box(self, top: int, bottom: int) -> Box:
        """The cells in these rows."""
        left = column_number(self.first.lstrip("$")) if self.first else 1
        right = column_number(self.last.lstrip("$")) if self.last else LAST_COLUMN
        return Box(top, min(left, right), bottom, max(left, right))

    def text(self, top: int, bottom: int, *, short: bool = False) -> str:
        """Write the reference for these rows, without the sheet; ``short`` writes B2:B2 as B2."""
        if not self.top:
            return f"{self.first}:{self.last}"
        start = f"{self.first}{'$' if self.top_fixed else ''}{top}"
        if self.single or (short and top == bottom and self.first == self.last):
            return start
        return f"{start}:{self.last}{'$' if self.bottom_fixed else ''}{bottom}"


class ReferenceTrouble(Exception):
    """A reference that cannot be placed: ``code`` is the problem's, ``reference`` as written."""

    def __init__(self, code: str, reference: str) -> None:
        self.code = code
        self.reference = reference
        super().__init__(f"{code}: {reference}")


def read_reference(text: str) -> Reference | None:
    """Read an operand such as ``'表 1'!$C$5:D9``; None where it is a name or another kind."""
    sheet: str | None = None
    cells = text
    if "!" in text:
        sheet, _, cells = text.rpartition("!")
        if sheet.startswith("'") and sheet.endswith("'"):
            sheet = sheet[1:-1].replace("''", "'")
    found = _CELLS.match(cells)
    if found is not None:
        top, fixed = int(found["r1"]), bool(found["d1"])
        single = found["r2"] is None
        bottom, bottom_fixed = (top, fixed) if single else (int(found["r2"]), bool(found["d2"]))
        first, last = found["c1"], found["c1"] if single else found["c2"]
        if max(top, bottom) > LAST_ROW or column_number(last.lstrip("$")) > LAST_COLUMN:
            return None
        if bottom < top:
            top, bottom, fixed, bottom_fixed = bottom, top, bottom_fixed, fixed
        return Reference(sheet, top, bottom, fixed, bottom_fixed, first, last, single)
    found = _ROWS.match(cells)
    if found is not None:
        ends = sorted(
            [(int(found["r1"]), bool(found["d1"])), (int(found["r2"]), bool(found["d2"]))]
        )
        (top, fixed), (bottom, bottom_fixed) = ends
        return Reference(sheet, top, bottom, fixed, bottom_fixed, "", "", False)
    found = _COLUMNS.match(cells)
    if found is not None:
        return Reference(sheet, 0, LAST_ROW, True, True, found["c1"], found["c2"], False)
    return None


def place_reference(
    reference: Reference, rows: RowMap, near: Turns, chain: tuple[int, ...], written: str
) -> list[tuple[int, int]]:
    """Return the filled rows a reference means, as runs; empty where all its rows are gone.

    A relative row means the copy in the same turn of the loop, an absolute one the first copy
    (in a range: all copies). Raises ReferenceTrouble for what has no one meaning.
    """
    if not reference.top:
        return [(1, LAST_ROW)]
    if reference.single:
        if reference.top in rows.markers:
            raise ReferenceTrouble("xlsx.reference_to_marker_row", written)
        fixed = reference.top_fixed
        copies = rows.rows(reference.top, () if fixed else near, chain)
        if not copies:
            raise ReferenceTrouble("xlsx.reference_to_absent_row", written)
        if len(copies) > 1 and not fixed:
            raise ReferenceTrouble("xlsx.reference_to_many_rows", written)
        return [(copies[0], copies[0])]
    top, bottom = reference.top, reference.bottom
    while top in rows.markers and top < bottom:
        top += 1
    while bottom in rows.markers and bottom > top:
        bottom -= 1
    if near and not (reference.top_fixed and reference.bottom_fixed):
        inside = _shared(rows, top, chain), _shared(rows, bottom, chain)
        if reference.top_fixed != reference.bottom_fixed:
            return _mixed(reference, rows, top, bottom, near, chain)
        if inside[0] != inside[1]:
            raise ReferenceTrouble("xlsx.range_leaves_rows", written)
        return rows.segments(top, bottom, near, chain)
    return rows.segments(top, bottom)


def _shared(rows: RowMap, row: int, chain: tuple[int, ...]) -> int:
    shared = 0
    for own, other in zip(chain, rows.chains.get(row, ()), strict=False):
        if own != other:
            break
        shared += 1
    return shared


def _mixed(
    reference: Reference, rows: RowMap, top: int, bottom: int, near: Turns, chain: tuple[int, ...]
) -> list[tuple[int, int]]:
    """The running range C$5:C5: from the first copy to this turn's, or from this turn's on."""
    runs = rows.segments(top, bottom)
    if reference.top_fixed:
        end = rows.span(bottom, bottom, near, chain)
        return [] if end is None else [(a, min(b, end[1])) for a, b in runs if a <= end[1]]
    start = rows.span(top, top, near, chain)
    return [] if start is None else [(max(a, start[0]), b) for a, b in runs if b >= start[0]]
