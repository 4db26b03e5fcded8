"""An Excel package as a finished document: what each cell shows, formulas and hidden parts named."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.errors import Problem
from govdocs.intake.workbook.printed import UnclearCellError, text_of
from govdocs.intake.workbook.sheets import StoredCell, StoredSheet, address, read_sheets
from govdocs.opening import OfficePackage
from govdocs.place import CellPlace, Path
from govdocs.reading.captions import with_captions
from govdocs.reading.outline import Headings, typed_level
from govdocs.reading.paper import Block, Cell, FinishedDocument, Paragraph, Table

MOST_COLUMNS = 256
MOST_PLACES = 2_000_000
"""Places that merged cells may cover on one sheet; overlapping merges beyond that are not followed."""
_NAMED = {
    "intake.error_cell": "reading.error_cell",
    "intake.formula_without_value": "reading.formula_without_value",
}


def read_workbook(package: OfficePackage, name: str) -> FinishedDocument:
    """Read every sheet; InputError where the parts of the workbook do not fit together."""
    book = read_sheets(package, name)
    blocks: list[Block] = []
    remarks: list[Problem] = []
    for sheet in book.sheets:
        reader = _Sheet(sheet, name, book.from_1904, blocks)
        reader.read()
        remarks += reader.remarks
    return FinishedDocument(name, "xlsx", with_captions(blocks), (), tuple(remarks))


class _Sheet:
    """One sheet: blank rows part its tables, a row of one cell is a paragraph."""

    def __init__(
        self, stored: StoredSheet, name: str, from_1904: bool, blocks: list[Block]
    ) -> None:
        self.stored, self.name, self.from_1904, self.blocks = stored, name, from_1904, blocks
        self.remarks: list[Problem] = []
        self.headings = Headings()
        self.texts: dict[tuple[int, int], str] = {}
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}

    def read(self) -> None:
        for (row, column), stored in sorted(self.stored.cells.items()):
            if column <= MOST_COLUMNS:
                text = self._text(stored, row, column).strip()
                if text:
                    self.texts[row, column] = text
        if self.texts and self.stored.hidden:
            self._say("hidden_sheet", 0, 0, sheet=self.stored.name)
        hidden = sorted(self.stored.hidden_rows & {row for row, _ in self.texts})
        if hidden:
            rows = "、".join(map(str, hidden[:8])) + ("等" if len(hidden) > 8 else "")
            self._say("hidden_rows", hidden[0], 0, rows=rows)
        for left, right in self.stored.hidden_columns:
            within = next((c for _, c in self.texts if left <= c <= right), 0)
            if within:
                self._say("hidden_column", 0, 0, letters=address(1, within)[:-1])
        places = 0
        for left, top, right, bottom in self.stored.merges:
            places += (min(bottom - top, 2_000) + 1) * (min(right, MOST_COLUMNS) - left + 1)
            if (top, left) in self.texts and left <= MOST_COLUMNS and places <= MOST_PLACES:
                self.spans[top, left] = (bottom - top + 1, min(right, MOST_COLUMNS) - left + 1)
        for group in self._groups():
            self._block(group)

    def _text(self, stored: StoredCell, row: int, column: int) -> str:
        try:
            return text_of(stored, self.from_1904)
        except UnclearCellError as unclear:
            code = _NAMED.get(unclear.code)
            if code is None:
                return stored.text
            self._say(code.partition(".")[2], row, column, **unclear.details)
            return ""

    def _say(self, code: str, row: int, column: int, **details: str) -> None:
        where = address(row, column) if row and column else ""
        place = CellPlace(self.name, self.stored.name, where)
        self.remarks.append(Problem(f"reading.{code}", place, details))

    def _groups(self) -> Iterator[list[int]]:
        used = {row for row, _ in self.texts}
        for (row, _), (height, _) in self.spans.items():
            used.update(range(row, row + min(height, 2_000)))
        group: list[int] = []
        for row in sorted(used):
            if group and row > group[-1] + 1:
                yield group
                group = []
            group.append(row)
        if group:
            yield group

    def _block(self, rows: list[int]) -> None:
        by_row: dict[int, list[int]] = {row: [] for row in rows}
        for row, column in self.texts:
            if row in by_row:
                by_row[row].append(column)
        while rows and len(by_row[rows[0]]) == 1 and self._alone(rows[0], by_row):
            self._paragraph(rows.pop(0), by_row)
        after: list[int] = []
        while (
            rows and len(by_row[rows[-1]]) == 1 and len(rows) > 1 and self._wide(rows[-1], by_row)
        ):
            after.insert(0, rows.pop())
        if len(rows) == 1 and len(by_row[rows[0]]) == 1:
            self._paragraph(rows.pop(), by_row)
        if rows:
            self._table(rows)
        for row in after:
            self._paragraph(row, by_row)

    def _alone(self, row: int, by_row: dict[int, list[int]]) -> bool:
        """A title or unit line: nothing merged downwards into the rows beneath."""
        return self.spans.get((row, by_row[row][0]), (1, 1))[0] == 1

    def _wide(self, row: int, by_row: dict[int, list[int]]) -> bool:
        column = by_row[row][0]
        text = self.texts[row, column]
        return self.spans.get((row, column), (1, 1))[1] > 2 or text.startswith(
            ("注", "说明", "备注")
        )

    def _paragraph(self, row: int, by_row: dict[int, list[int]]) -> None:
        column = by_row[row][0]
        text = self.texts[row, column]
        level = typed_level(text)
        at = sum(isinstance(block, Paragraph) for block in self.blocks)
        place = CellPlace(self.name, self.stored.name, address(row, column))
        self.blocks.append(
            Paragraph(text, ("paragraphs", at), place, level, headings=self.headings.above(level))
        )
        if level:
            self.headings.enter(level, text)

    def _table(self, rows: list[int]) -> None:
        path: Path = ("tables", sum(isinstance(block, Table) for block in self.blocks))
        inside = set(rows)
        columns = [c for r, c in self.texts if r in inside]
        left, right = min(columns), max(columns)
        grid: list[list[Cell | None]] = [[None] * (right - left + 1) for _ in rows]
        index = {row: at for at, row in enumerate(rows)}
        for (row, column), text in self.texts.items():
            if row not in inside:
                continue
            height, width = self.spans.get((row, column), (1, 1))
            at, over = index[row], column - left
            height, width = min(height, len(rows) - at), min(width, right - column + 1)
            grid_path = (*path, "rows", at, "cells", over)
            place = CellPlace(self.name, self.stored.name, address(row, column))
            lines = (Paragraph(text, (*grid_path, "paragraphs", 0), place),)
            cell = Cell(text, at, over, height, width, grid_path, place, lines)
            for r in range(at, at + height):
                for c in range(over, over + width):
                    grid[r][c] = cell
        self.blocks.append(
            Table(
                tuple(tuple(row) for row in grid),
                path,
                CellPlace(self.name, self.stored.name, address(rows[0], left)),
                self.headings.now or (self.stored.name,),
            )
        )
