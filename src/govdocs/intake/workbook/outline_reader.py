"""Reads headings of several levels with their paragraphs."""

from __future__ import annotations

import re

from govdocs.intake.shape import GroupShape, ListShape, fields_of, model_at
from govdocs.intake.workbook.grid import Grid
from govdocs.intake.workbook.layout import LEVEL
from govdocs.intake.workbook.plan import Column, Sheet
from govdocs.intake.workbook.table_reader import Row, Table, read_row, table_of
from govdocs.model.case import Case
from govdocs.place import Path


def inner_list(sheet: Sheet) -> str:
    """Return the key under which a group of the outline holds groups of its own kind."""
    model = model_at(sheet.path, sheet.model)
    return (
        next(
            field.key
            for field in fields_of(model).values()
            if isinstance(field.shape, ListShape) and field.shape.item == GroupShape(model)
        )
        if model
        else ""
    )


def is_own(column: Column) -> bool:
    """Tell a heading's own columns from the column of its paragraphs."""
    return not column.is_list


def read_outline(sheet: Sheet, grid: Grid) -> None:
    """Read an outline: a row with a level opens a heading, one without adds a paragraph."""
    table = table_of(sheet, grid, LEVEL)
    own = [column for column in sheet.columns if is_own(column)]
    texts = [column for column in sheet.columns if not is_own(column)]
    inner = inner_list(sheet)
    open_paths: list[Path] = []
    counts: dict[Path, int] = {}
    lost = False  # below a heading that could not be placed, nothing more is to be said
    for row in table.rows():
        level = row.texts.get(LEVEL)
        if level is not None:
            depth = _depth(level, len(open_paths), table, row, lost)
            if depth is None:
                lost = True
                continue
            lost = False
            del open_paths[depth - 1 :]
            parent: Path = (*open_paths[-1], inner) if open_paths else sheet.path
            number = counts.get(parent, 0)
            counts[parent] = number + 1
            open_paths.append((*parent, number))
            values = {c.heading: t for c in own if (t := row.texts.get(c.heading))}
            read_row(table, Row(row.number, values, row.first), own, open_paths[-1])
        elif any(column.heading in row.texts for column in own):
            grid.filling.say("intake.heading_without_level", row.first)
            lost = True
        if lost:
            continue
        if not open_paths:
            home = "“公文”表的“开头”" if sheet.model is Case else "“引言”表"
            grid.filling.say("intake.paragraph_before_heading", row.first, home=home)
            continue
        for column in texts:
            text = row.texts.get(column.heading)
            if text is not None:
                path: Path = (*open_paths[-1], *column.path)
                number = counts.get(path, 0)
                counts[path] = number + 1
                grid.filling.put((*path, number), text, table.cell(row.number, column.heading))


def _depth(level: str, standing: int, table: Table, row: Row, lost: bool) -> int | None:
    place = table.cell(row.number, LEVEL)
    if not re.fullmatch(r"[1-9][0-9]?", level):
        table.grid.filling.say("intake.not_a_level", place, given=level)
        return None
    depth = int(level)
    if depth > standing + 1:
        if lost:
            return None
        table.grid.filling.say("intake.level_jump", place, given=level, most=str(standing + 1))
        return None
    return depth
