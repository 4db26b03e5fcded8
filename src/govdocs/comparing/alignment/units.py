"""A document as a row of units: the paragraphs and table rows that are laid beside another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter

from govdocs.place import CellPlace, Place, WordPlace
from govdocs.reading import Cell, FinishedDocument, Paragraph, Table

_PAGE_NUMBER = re.compile(r"[\s—–\-－·.第页共/\d]*")


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """One place of a table row: its column, and the cell that covers it (None where Excel has none).

    ``column`` is the grid column from 0 in Word and the sheet's column from 1 in Excel; ``own``
    tells that the cell begins in this row and does not reach down from above.
    """

    column: int
    cell: Cell | None
    place: Place
    own: bool

    @property
    def text(self) -> str:
        """What the cell shows; empty for a blank."""
        return "" if self.cell is None else self.cell.text


@dataclass(frozen=True, eq=False)
class Unit:
    """One paragraph, or one row of a table (then ``table`` is set and ``row`` counts from 0)."""

    place: Place
    paragraph: Paragraph | None = None
    table: Table | None = None
    row: int = -1

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The cells of a row, left to right, each once; none for a paragraph."""
        return tuple(_slots(self.table, self.row)) if self.table is not None else ()

    @cached_property
    def text(self) -> str:
        """The words of the unit; a row's cells apart by │."""
        if self.paragraph is not None:
            return self.paragraph.full
        return "│".join(slot.text for slot in self.slots if slot.text.strip())

    @cached_property
    def key(self) -> str:
        """What two equal units share: the text without white space, cells from above left out."""
        if self.paragraph is not None:
            return plain(self.paragraph.full)
        own = [slot for slot in self.slots if slot.own and slot.text.strip()]
        return "│" + "│".join(plain(slot.text) for slot in own) if own else ""


def plain(text: str) -> str:
    """A text without white space: what is laid out differently is not changed."""
    return "".join(text.split())


def units_of(document: FinishedDocument) -> tuple[Unit, ...]:
    """The units of a document in its order; notes, text boxes and headers after the body.

    Page numbers are left out, and a header or footer that repeats comes once.
    """
    units: list[Unit] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            units.append(Unit(block.place, paragraph=block))
        else:
            units += [
                Unit(_row_place(block, row), None, block, row) for row in range(len(block.rows))
            ]
    seen: set[tuple[str, str]] = set()
    for note in document.notes:
        again = (note.part, plain(note.full)) in seen
        seen.add((note.part, plain(note.full)))
        margin = note.part in {"页眉", "页脚"}
        if not (margin and (again or _PAGE_NUMBER.fullmatch(note.full))):
            units.append(Unit(note.place, paragraph=note))
    return tuple(units)


def _row_place(table: Table, row: int) -> Place:
    if isinstance(table.place, WordPlace):
        shown = next((c.place.row for c in table.rows[row] if c is not None and c.row == row
                      and isinstance(c.place, WordPlace)), row + 1)  # fmt: skip
        return WordPlace(table.place.file, table.place.part, table.place.table, shown)
    return _excel_place(table, row, 0) or table.place


def _excel_place(table: Table, row: int, column: int) -> CellPlace | None:
    if not isinstance(table.place, CellPlace):
        return None
    top, left = coordinate_to_tuple(table.place.cell or "A1")
    address = f"{get_column_letter(left + column)}{top + row}"
    return CellPlace(table.place.file, table.place.sheet, address)


def _slots(table: Table, row: int) -> Iterator[Slot]:
    before: Cell | None = None
    excel = isinstance(table.place, CellPlace)
    left = (
        coordinate_to_tuple(table.place.cell or "A1")[1]
        if isinstance(table.place, CellPlace)
        else 0
    )
    for column, cell in enumerate(table.rows[row]):
        if cell is None:
            if excel:
                yield Slot(
                    left + column, None, _excel_place(table, row, column) or table.place, True
                )
        elif cell is not before:
            yield Slot(left + column, cell, cell.place, cell.row == row)
        before = cell
