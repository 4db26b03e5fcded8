"""Reads sheets whose rows are placed by names: rows of other sheets' rows, trees, upper levels."""

from __future__ import annotations

from collections.abc import Mapping

from govdocs.intake.nearest import nearest
from govdocs.intake.shape import fields_of, model_at
from govdocs.intake.workbook.grid import Grid
from govdocs.intake.workbook.plan import Sheet, name_of_rows
from govdocs.intake.workbook.table_reader import (
    Row,
    Table,
    goes_on,
    read_lists,
    read_row,
    table_of,
)
from govdocs.place import Path

_Names = tuple[str, ...]


def read_children(sheet: Sheet, grid: Grid) -> None:
    """Read rows that belong to rows of another table, called by name.

    Where that table cannot be read, which is told there, nothing is said of its rows' rows.
    """
    table = table_of(sheet, grid)
    if not grid.filling.knows(sheet.owner):
        return
    tail = sheet.path[len(sheet.owner) :]
    counts: dict[Path, int] = {}
    last: Path | None = None
    heading = _own_name(sheet)
    if heading in table.columns:
        grid.filling.opened(sheet.path)
    for row in table.rows():
        if last is not None and goes_on(row, sheet.columns):
            read_lists(table, row, sheet.own, last)
            continue
        last = None
        owner = _owner(sheet, table, row)
        if owner is None:
            continue
        names = _names(sheet, row)
        above = (*owner, *tail)
        number = counts.get(above, 0)
        counts[above] = number + 1
        last = (*above, number)
        read_row(table, _without_links(sheet, table, row), sheet.own, last)
        grid.filling.called(sheet.path, (*names, row.texts.get(heading, "")), last)


def read_tree(sheet: Sheet, grid: Grid) -> None:
    """Read a tree, one row for each item of its lowest level; equal names above are one item."""
    table = table_of(sheet, grid)
    filling = grid.filling
    places: dict[_Names, Path] = {}
    counts: dict[Path, int] = {}
    upper = [column.heading for column in sheet.columns[: sheet.links]]
    keys = [name_of_rows(level, sheet.model).key for level in sheet.levels]
    heading = _own_name(sheet)
    for level, name in zip(sheet.levels, (*upper, heading), strict=True):
        if name in table.columns:
            filling.opened(level)
    for row in table.rows():
        path, names = sheet.levels[0][:-1], tuple[str, ...]()
        for depth, column in enumerate(sheet.columns[: sheet.links]):
            names = (*names, row.texts.get(column.heading, ""))
            if names not in places:
                places[names] = _next(counts, (*path, sheet.levels[depth][-1]))
                place = table.cell(row.number, column.heading)
                filling.stands(places[names], row.first)
                filling.called(sheet.levels[depth], names, places[names])
                if names[-1]:
                    filling.put((*places[names], keys[depth]), names[-1], place)
                else:
                    filling.blank((*places[names], keys[depth]), place)
            path = places[names]
        here = _next(counts, (*path, sheet.levels[-1][-1]))
        read_row(table, _without_links(sheet, table, row), sheet.own, here)
        filling.called(sheet.rows_path, (row.texts.get(heading, ""),), here)


def read_levels(sheet: Sheet, grid: Grid) -> None:
    """Read what the upper levels of a tree hold beside their names."""
    table = table_of(sheet, grid)
    filling = grid.filling
    if not filling.knows(sheet.levels[0]):
        return
    seen: dict[Path, Row] = {}
    for row in table.rows():
        names = tuple(text for text in _names(sheet, row) if text)
        path = _owner(sheet, table, row)
        if path is None:
            continue
        if path in seen:
            first = seen[path].first.cell
            filling.say("intake.equal_names", row.first, name=names[-1], first=f"单元格{first}")
            continue
        seen[path] = row
        level = sheet.levels[len(names) - 1]
        model = model_at(level, sheet.model)
        for column in sheet.own:
            text = row.texts.get(column.heading)
            place = table.cell(row.number, column.heading)
            if text is None:
                continue
            if model is not None and column.path[0] in fields_of(model):
                filling.put((*path, *column.path), text, place)
            else:
                title = sheet.columns[len(names) - 1].heading
                filling.say("intake.not_of_level", place, heading=column.heading, level=title)


def _own_name(sheet: Sheet) -> str:
    key = name_of_rows(sheet.rows_path, sheet.model).key
    return next((column.heading for column in sheet.own if column.path == (key,)), "")


def _next(counts: dict[Path, int], parent: Path) -> Path:
    number = counts.get(parent, 0)
    counts[parent] = number + 1
    return (*parent, number)


def _names(sheet: Sheet, row: Row) -> _Names:
    return tuple(row.texts.get(column.heading, "") for column in sheet.columns[: sheet.links])


def _without_links(sheet: Sheet, table: Table, row: Row) -> Row:
    """The row as its own columns have it; without content of its own it stands where it begins."""
    links = {column.heading for column in sheet.columns[: sheet.links]}
    texts = {heading: text for heading, text in row.texts.items() if heading not in links}
    if not texts:
        return Row(row.number, texts, row.first)
    first = min(table.columns[heading] for heading in texts)
    return Row(row.number, texts, table.grid.place(row.number, first))


def _owner(sheet: Sheet, table: Table, row: Row) -> Path | None:
    """The row that a row belongs to by its links; None, with a problem told, where there is none."""
    filling = table.grid.filling
    names = _names(sheet, row)
    optional = [not column.required for column in sheet.columns[: sheet.links]]
    while len(names) > 1 and not names[-1] and optional[len(names) - 1]:
        names = names[:-1]
    for depth, name in enumerate(names):
        if not name:
            heading = sheet.columns[depth].heading
            filling.say("intake.child_without_parent", row.first, heading=heading)
            return None
    owners = filling.rows(sheet.levels[len(names) - 1] if sheet.levels else sheet.owner)
    found = owners.get(names, [])
    if len(found) == 1:
        return found[0]
    if not found:
        _unknown(sheet, table, row, names, owners)
    elif sheet.owner and _may_be_equal(sheet):
        heading = sheet.columns[len(names) - 1].heading
        place = table.cell(row.number, heading)
        filling.say("intake.equal_parents", place, name=names[-1], heading=heading)
    return None


def _may_be_equal(sheet: Sheet) -> bool:
    """Tell whether equal names of the owner's rows are told nowhere else."""
    name = name_of_rows(sheet.owner, sheet.model)
    return name.key != "name" or len(sheet.owner) > 1


def _unknown(
    sheet: Sheet,
    table: Table,
    row: Row,
    names: _Names,
    owners: Mapping[_Names, list[Path]],
) -> None:
    """Tell which of the names leads nowhere, and what was probably meant."""
    for depth, name in enumerate(names):
        offered = {known[depth] for known in owners if known[:depth] == names[:depth]}
        if name in offered:
            continue
        if "" in offered:
            return  # a row that was left without its name, which is told there, may be meant
        right = nearest(name, sorted(offered - {""}))
        heading = sheet.columns[depth].heading
        table.grid.filling.say(
            "intake.unknown_parent_near" if right else "intake.unknown_parent",
            table.cell(row.number, heading),
            name=name,
            heading=heading,
            right=right,
        )
        return
