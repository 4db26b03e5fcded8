"""A sheet as its reader sees it: the text of cells, merges resolved, odd cells reported once."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.intake.workbook.filling import Filling
from govdocs.intake.workbook.marks import from_cell
from govdocs.intake.workbook.printed import UnclearCellError, text_of
from govdocs.intake.workbook.sheets import StoredSheet, address
from govdocs.place import CellPlace


class Grid:
    """One sheet; rows and columns count from 1."""

    def __init__(self, stored: StoredSheet, filling: Filling, from_1904: bool) -> None:
        self.name = stored.name
        self.stored = stored
        self.filling = filling
        self._from_1904 = from_1904
        self._texts: dict[tuple[int, int], str] = {}
        self._merge_of: dict[tuple[int, int], tuple[int, int, int, int]] = {}
        self._read()

    def _read(self) -> None:
        for (row, column), cell in sorted(self.stored.cells.items()):
            try:
                text = text_of(cell, self._from_1904)
            except UnclearCellError as unclear:
                self.filling.say(unclear.code, self.place(row, column), None, **unclear.details)
                continue
            if text.strip():
                self._texts[row, column] = from_cell(text.strip())
        for box in self.stored.merges:
            left, top, right, bottom = box
            if (top, left) in self._texts:
                # A merge over whole columns would be a million cells; only used rows matter.
                for row in range(top, min(bottom, self.last_row) + 1):
                    for column in range(left, min(right, left + 200) + 1):
                        self._merge_of[row, column] = box

    @property
    def last_row(self) -> int:
        """The last row with any content; merges may reach a little further."""
        return max((row for row, _ in self.stored.cells), default=0) + 50

    def place(self, row: int, column: int) -> CellPlace:
        """Return the place of a cell."""
        return CellPlace(self.filling.raw.file, self.name, address(row, column))

    @property
    def whole(self) -> CellPlace:
        """The place of the sheet."""
        return CellPlace(self.filling.raw.file, self.name)

    def text(self, row: int, column: int) -> str:
        """Return the text stored in a cell itself, empty for none."""
        return self._texts.get((row, column), "")

    def shown(self, row: int, column: int) -> str:
        """Return the text that a reader sees at a cell: that of the merge around it, if any."""
        box = self._merge_of.get((row, column))
        return self.text(row, column) if box is None else self._texts[box[1], box[0]]

    def merge(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        """Return the merge (left, top, right, bottom) around a cell that has content."""
        return self._merge_of.get((row, column))

    def rows(self) -> Iterator[int]:
        """Yield the rows with content, merges included, in order."""
        yield from sorted({row for row, _ in self._texts} | {row for row, _ in self._merge_of})

    def filled(self, row: int) -> list[int]:
        """Return the columns of a row that store a text."""
        return sorted(column for r, column in self._texts if r == row)

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Yield (row, column, text) of every cell with content, row by row."""
        for (row, column), text in sorted(self._texts.items()):
            yield row, column, text

    def report_hidden(self) -> None:
        """Report content that nobody sees: in a hidden sheet, row or column."""
        if not self._texts:
            return
        if self.stored.hidden:
            self.filling.say("intake.hidden_sheet", self.whole, name=self.name)
        rows = {row: column for row, column, _ in reversed(list(self.texts()))}
        for row in sorted(self.stored.hidden_rows & rows.keys()):
            self.filling.say("intake.hidden_row", self.place(row, rows[row]), row=str(row))
        for first, last in self.stored.hidden_columns:
            seen: set[int] = set()
            for row, column, _ in self.texts():
                if first <= column <= last and column not in seen:
                    seen.add(column)
                    self.filling.say(
                        "intake.hidden_column",
                        self.place(row, column),
                        column=address(1, column)[:-1],
                    )
