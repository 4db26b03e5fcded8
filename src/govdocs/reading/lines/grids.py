"""A grid made of stretches of lines: each cell keeps the place of the line that prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from govdocs.place import Path, Place, WordPlace
from govdocs.reading.lines.pieces import stripped
from govdocs.reading.paper import Cell, Paragraph, Table
from govdocs.reading.tables import Region, RowKind, regions_of
from govdocs.reading.tables.figures import figure_in
from govdocs.reading.tables.rows import kind_of

MOST_COLUMNS = 16
LONGEST_CELL = 60


@dataclass(slots=True)
class Laid:
    """One cell to be: the lines that print it (none for a blank one), where it begins, its spans."""

    lines: tuple[Paragraph, ...]
    row: int
    column: int
    width: int = 1
    height: int = 1


def grid_table(
    cells: Sequence[Laid], rows: int, columns: int, place: Place, path: Path = ("tables", 0)
) -> Table:
    """Make the table of cells that do not overlap; places that none covers stay empty."""
    grid: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    for laid in cells:
        own = (*path, "rows", laid.row, "cells", laid.column)
        paragraphs = tuple(
            replace(line, path=(*own, "paragraphs", at), number="", level=0, text=line.number + line.text)
            if line.number
            else replace(line, path=(*own, "paragraphs", at), level=0)
            for at, line in enumerate(map(stripped, laid.lines))
        )  # fmt: skip
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        where = _in_row(laid.lines[0].place if laid.lines else place, laid.column)
        cell = Cell(text, laid.row, laid.column, laid.height, laid.width, own, where, paragraphs)
        for row in range(laid.row, min(rows, laid.row + laid.height)):
            for column in range(laid.column, min(columns, laid.column + laid.width)):
                grid[row][column] = cell
    return Table(tuple(tuple(row) for row in grid), path, place)


def _in_row(place: Place, column: int) -> Place:
    return replace(place, column=column + 1) if isinstance(place, WordPlace) else place


def moved(table: Table, path: Path, headings: tuple[str, ...]) -> Table:
    """The same table at its number in the document, under its headings."""
    made: dict[int, Cell] = {}
    rows: list[tuple[Cell | None, ...]] = []
    for row in table.rows:
        line: list[Cell | None] = []
        for cell in row:
            if cell is not None and id(cell) not in made:
                made[id(cell)] = _moved_cell(cell, path)
            line.append(None if cell is None else made[id(cell)])
        rows.append(tuple(line))
    return replace(table, rows=tuple(rows), path=path, headings=headings)


def _moved_cell(cell: Cell, path: Path) -> Cell:
    own = (*path, *cell.path[2:])
    paragraphs = tuple(replace(p, path=(*own, *p.path[6:])) for p in cell.paragraphs)
    return replace(cell, path=own, paragraphs=paragraphs)


def is_figure(text: str) -> bool:
    """Tell whether a stretch of a line is one figure."""
    return figure_in(text) is not None


def under_its_head(table: Table) -> Region | None:
    """The one region of a table whose first row is its head and that holds columns of figures."""
    regions = regions_of(table)
    if len(regions) != 1 or regions[0].head.start or not regions[0].numeric:
        return None
    return regions[0]


def has_total(table: Table) -> bool:
    """Tell whether some row is called a total."""
    return any(
        kind_of((cell,)) in {RowKind.TOTAL, RowKind.SUBTOTAL}
        for row in table.rows
        if row and (cell := row[0]) is not None
    )
