"""Reads sheets with a heading row: tables, children, fixed rows, lines, pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from govdocs.intake.nearest import folded, nearest
from govdocs.intake.shape import FieldShape, GroupShape, Leaf, LeafShape, fields_of, model_at
from govdocs.intake.workbook.grid import Grid
from govdocs.intake.workbook.headings import find_headings
from govdocs.intake.workbook.layout import LABEL, PAIR_NAME, PAIR_TEXT
from govdocs.intake.workbook.marks import EMPTY
from govdocs.intake.workbook.plan import Column, Sheet, name_of_rows
from govdocs.place import CellPlace, Path

_SAME_FOR_ALL_ROWS = frozenset({Leaf.TEXT, Leaf.CHOICE, Leaf.YES_NO})


@dataclass(frozen=True, slots=True)
class Row:
    """A row with content: its number, the text of each heading's cell, its first filled cell."""

    number: int
    texts: Mapping[str, str]
    first: CellPlace


class Table:
    """A sheet whose headings were found."""

    def __init__(self, grid: Grid, leaves: Mapping[str, Leaf], required: Sequence[str]) -> None:
        self.grid = grid
        self.leaves = leaves
        found = find_headings(grid, list(leaves), required)
        self.head, self.columns = found if found is not None else (0, {})

    def cell(self, row: int, heading: str) -> CellPlace:
        """Return the place of a row's cell; the sheet where it has no such column."""
        column = self.columns.get(heading)
        return self.grid.whole if column is None else self.grid.place(row, column)

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the headings that have content in some column."""
        if not self.head:
            return
        by_column = {column: heading for heading, column in self.columns.items()}
        for number in self.grid.rows():
            if number <= self.head:
                continue
            texts = {}
            for column, heading in sorted(by_column.items()):
                text = self._text(number, column, heading)
                if text:
                    texts[heading] = text
            for column in self.grid.filled(number):
                if column not in by_column and not self.grid.shown(self.head, column):
                    self.grid.filling.say(
                        "intake.cell_outside",
                        self.grid.place(number, column),
                        given=self.grid.text(number, column)[:40],
                    )
            if texts:
                first = min(self.columns[heading] for heading in texts)
                yield Row(number, texts, self.grid.place(number, first))

    def _text(self, row: int, column: int, heading: str) -> str:
        box = self.grid.merge(row, column)
        if box is None:
            return self.grid.text(row, column)
        left, top, right, bottom = box
        same_row_or_column = left == right or top == bottom
        if left == right and self.leaves[heading] in _SAME_FOR_ALL_ROWS and bottom > top:
            return self.grid.shown(row, column)
        if (row, column) == (top, left):
            if not same_row_or_column or right > left or bottom > top:
                self.grid.filling.say(
                    "intake.merged_cells", self.grid.place(row, column), heading=heading
                )
            return self.grid.text(row, column)
        return ""


def _leaf(field: FieldShape) -> Leaf:
    return field.shape.leaf if isinstance(field.shape, LeafShape) else Leaf.TEXT


def table_of(sheet: Sheet, grid: Grid, *more: str) -> Table:
    """Return the sheet's table with ``more`` headings before its columns."""
    leaves = {
        **dict.fromkeys(more, Leaf.TEXT),
        **{c.heading: _leaf(c.field) for c in sheet.columns},
    }
    required = [*more, *(c.heading for c in sheet.columns if c.required)]
    return Table(grid, leaves, required)


def read_table(sheet: Sheet, grid: Grid) -> None:
    """Read one row for each item of a list of groups; lists of texts go on in the rows below."""
    table = table_of(sheet, grid)
    name = name_of_rows(sheet.path, sheet.model)
    heading = next(c.heading for c in sheet.columns if c.path == (name.key,))
    if heading in table.columns:
        grid.filling.opened(sheet.path)
    index = -1
    for row in table.rows():
        if index < 0 or not goes_on(row, sheet.columns):
            index += 1
            read_row(table, row, sheet.columns, (*sheet.path, index))
            grid.filling.called(sheet.path, (row.texts.get(heading, ""),), (*sheet.path, index))
        else:
            read_lists(table, row, sheet.columns, (*sheet.path, index))


def goes_on(row: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row only adds texts to the lists of the row above it."""
    lists = {column.heading for column in columns if column.is_list}
    return bool(lists) and row.texts.keys() <= lists


def read_row(table: Table, row: Row, columns: Sequence[Column], path: Path) -> None:
    """Put the cells of a row under ``path``; a row without content of its own is an empty group."""
    filling = table.grid.filling
    filling.stands(path, row.first)
    if columns and list(row.texts.values()) == [EMPTY]:
        filling.empty(path, {}, row.first)
        return
    if not any(column.heading in row.texts for column in columns):
        filling.empty(path, {}, row.first)
    for column in columns:
        text = row.texts.get(column.heading)
        place = table.cell(row.number, column.heading)
        here = (*path, *column.path)
        if text is None:
            filling.blank(here, place)
        elif column.is_list:
            continue
        elif text == EMPTY and len(column.path) > 1:
            filling.empty(here[:-1], {}, place)
        else:
            filling.put(here, text, place)
    read_lists(table, row, columns, path)


def read_lists(table: Table, row: Row, columns: Sequence[Column], path: Path) -> None:
    """Add a row's texts to the lists of the item at ``path``."""
    for column in columns:
        text = row.texts.get(column.heading)
        if column.is_list and text is not None:
            place = table.cell(row.number, column.heading)
            table.grid.filling.add((*path, *column.path), text, place)


def read_lines(sheet: Sheet, grid: Grid) -> None:
    """Read one text a row."""
    table = table_of(sheet, grid)
    heading = sheet.columns[0].heading
    for index, row in enumerate(table.rows()):
        grid.filling.put((*sheet.path, index), row.texts[heading], row.first)


def read_pairs(sheet: Sheet, grid: Grid) -> None:
    """Read a name and its text a row."""
    table = Table(grid, {PAIR_NAME: Leaf.TEXT, PAIR_TEXT: Leaf.CELL}, [PAIR_NAME, PAIR_TEXT])
    seen: dict[str, CellPlace] = {}
    for row in table.rows():
        name, text = row.texts.get(PAIR_NAME), row.texts.get(PAIR_TEXT)
        if name is None:
            grid.filling.say("intake.text_without_name", row.first, given=text or "")
            continue
        if name in seen:
            grid.filling.say(
                "intake.equal_names", row.first, name=name, first=f"单元格{seen[name].cell}"
            )
            continue
        seen[name] = row.first
        if text is not None:
            grid.filling.put((*sheet.path, name), text, table.cell(row.number, PAIR_TEXT))


def read_fixed(sheet: Sheet, grid: Grid) -> None:
    """Read one row for each of a group's like parts, by the part's name."""
    table = table_of(sheet, grid, LABEL)
    model = model_at(sheet.path, sheet.model)
    parts = {folded(f.title): f for f in fields_of(model).values()} if model else {}
    seen: dict[str, Row] = {}
    for row in table.rows():
        label = row.texts.get(LABEL)
        if label is None:
            grid.filling.say(
                "intake.value_without_label", row.first, given=next(iter(row.texts.values()))
            )
            continue
        part = parts.get(folded(label))
        if part is None:
            _unknown_label(grid, row.first, label, [f.title for f in parts.values()])
            continue
        if part.key in seen:
            grid.filling.say(
                "intake.equal_labels", row.first, label=label, first=seen[part.key].first.cell
            )
            continue
        seen[part.key] = row
        values = {h: t for h, t in row.texts.items() if h != LABEL}
        if values:
            first = grid.place(row.number, min(table.columns[h] for h in values))
            read_row(table, Row(row.number, values, first), sheet.columns, (*sheet.path, part.key))
        elif isinstance(part.shape, GroupShape) and part.required:
            grid.filling.blank((*sheet.path, part.key), row.first)


def _unknown_label(grid: Grid, place: CellPlace, label: str, titles: list[str]) -> None:
    right = nearest(label, titles)
    if right:
        grid.filling.say("intake.misspelt_label", place, label=label, right=right)
    else:
        grid.filling.say("intake.unknown_label", place, label=label, labels="、".join(titles))
