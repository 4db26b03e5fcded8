"""A workbook as raw data with places: sheets by name, fields by heading or label."""

from __future__ import annotations

from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.intake.nearest import folded, nearest
from govdocs.intake.raw import RawCase
from govdocs.intake.workbook.filling import Filling
from govdocs.intake.workbook.form_reader import read_form
from govdocs.intake.workbook.grid import Grid
from govdocs.intake.workbook.layout import GUIDE_SHEET, IGNORED_PREFIX, SHEETS, Kind
from govdocs.intake.workbook.outline_reader import read_outline
from govdocs.intake.workbook.plan import Sheet, sheets
from govdocs.intake.workbook.sheets import StoredWorkbook, read_sheets
from govdocs.intake.workbook.table_reader import (
    names_of_parents,
    read_children,
    read_fixed,
    read_lines,
    read_pairs,
    read_table,
)
from govdocs.opening import open_office_package
from govdocs.place import CellPlace, FilePlace


def read_workbook(path: Path) -> RawCase:
    """Return what a workbook says; InputError where it cannot be opened or is no case at all."""
    file = str(path)
    return read_stored(read_sheets(open_office_package(path, "xlsx", name=file), file), file)


def read_workbook_bytes(data: bytes, file: str) -> RawCase:
    """Return what the bytes of a workbook say, ``file`` being its name in places."""
    return read_stored(read_sheets(open_office_package(data, "xlsx", name=file), file), file)


def read_stored(book: StoredWorkbook, file: str) -> RawCase:
    """Return what the stored cells say; problems of cells and sheets stand in the raw case."""
    filling = Filling(file)
    grids = _grids(book, filling)
    for sheet in sheets():
        _stand(sheet, filling)
    for sheet in sheets():
        grid = grids.get(sheet.name)
        if grid is not None:
            _read(sheet, grid, grids)
    return filling.finish()


def _grids(book: StoredWorkbook, filling: Filling) -> dict[str, Grid]:
    plans = {folded(sheet.name): sheet for sheet in sheets()}
    found: dict[str, Grid] = {}
    strangers = []
    for stored in book.sheets:
        name = stored.name.strip()
        if name.startswith((GUIDE_SHEET, IGNORED_PREFIX)):
            continue
        plan = plans.get(folded(name))
        if plan is None:
            if stored.cells:
                strangers.append(stored)
        elif plan.name in found:
            filling.say("intake.equal_sheets", CellPlace(filling.raw.file, stored.name), name=name)
        else:
            found[plan.name] = Grid(stored, filling, book.from_1904)
    if not found:
        names = "、".join(layout.name for layout in SHEETS)
        raise InputError(
            [Problem("intake.not_a_case_workbook", FilePlace(filling.raw.file), {"sheets": names})]
        )
    missing = [layout.name for layout in SHEETS if layout.name not in found]
    for stored in strangers:
        right = nearest(stored.name, missing)
        here = CellPlace(filling.raw.file, stored.name)
        if right:
            missing.remove(right)
            filling.say("intake.misspelt_sheet", here, name=stored.name, right=right)
        else:
            filling.say("intake.unknown_sheet", here, name=stored.name, prefix=IGNORED_PREFIX)
    for name in missing:
        filling.say("intake.missing_sheet", CellPlace(filling.raw.file, name), name=name)
    for grid in found.values():
        grid.report_hidden()
    return found


def _stand(sheet: Sheet, filling: Filling) -> None:
    """Say where the sheet's part would be filled in, so that a blank one is placed."""
    here = CellPlace(filling.raw.file, sheet.name)
    for path in [group.path for group in sheet.groups] or [sheet.path]:
        filling.stands(path, here)
        filling.blank(path, here)


def _read(sheet: Sheet, grid: Grid, grids: dict[str, Grid]) -> None:
    if sheet.kind is Kind.FORM:
        read_form(sheet, grid)
    elif sheet.kind is Kind.TABLE:
        read_table(sheet, grid)
    elif sheet.kind is Kind.FIXED:
        read_fixed(sheet, grid)
    elif sheet.kind is Kind.LINES:
        read_lines(sheet, grid)
    elif sheet.kind is Kind.PAIRS:
        read_pairs(sheet, grid)
    elif sheet.kind is Kind.OUTLINE:
        read_outline(sheet, grid)
    else:
        above = next((s for s in sheets() if s.path == sheet.path[:-1]), None)
        if above is not None and above.name in grids:
            read_children(sheet, grid, names_of_parents(grids[above.name], above))
