"""A workbook as raw data with places: sheets by name, fields by heading or label."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.intake.nearest import folded, nearest
from govdocs.intake.raw import RawCase
from govdocs.intake.shape import fields_of
from govdocs.intake.workbook.filling import Filling
from govdocs.intake.workbook.form_reader import read_form
from govdocs.intake.workbook.grid import Grid
from govdocs.intake.workbook.layout import GUIDE_SHEET, IGNORED_PREFIX, Kind
from govdocs.intake.workbook.layouts import layouts_of, model_of_sheets
from govdocs.intake.workbook.linked_reader import read_children, read_levels, read_tree
from govdocs.intake.workbook.outline_reader import read_outline
from govdocs.intake.workbook.plan import Sheet, sheets
from govdocs.intake.workbook.sheets import StoredWorkbook, read_sheets
from govdocs.intake.workbook.table_reader import (
    read_fixed,
    read_lines,
    read_pairs,
    read_table,
)
from govdocs.model.any_case import KINDS
from govdocs.model.case import Case
from govdocs.model.fields import Model
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
    model = _model(book)
    grids = _grids(book, filling, model)
    for sheet in sheets(model):
        _stand(sheet, filling)
    # A row that belongs to another sheet's row is placed once that one has been read.
    for sheet in sorted(sheets(model), key=_depth):
        grid = grids.get(sheet.name)
        if grid is not None:
            _read(sheet, grid)
        _stand_below(sheet, filling)
    _settle_kind(filling, model, grids)
    return filling.finish()


def _model(book: StoredWorkbook) -> type[Model]:
    """The kind of case that the sheets' names tell, else the label of the kind on any sheet."""
    model = model_of_sheets(stored.name for stored in book.sheets)
    if model is not None:
        return model
    labels = {folded(cell.text) for stored in book.sheets for cell in stored.cells.values()}
    for other in KINDS.values():
        if "kind" in fields_of(other) and folded(fields_of(other)["kind"].title) in labels:
            return other
    return Case


def _depth(sheet: Sheet) -> int:
    return len(sheet.path) + sheet.links if sheet.owner or sheet.kind is Kind.LEVELS else 0


def _settle_kind(filling: Filling, model: type[Model], grids: Mapping[str, Grid]) -> None:
    """Hold 案卷种类 against the sheets, so that all else is judged as what the sheets are.

    Where its own sheet is missing, which was told, nothing more is said.
    """
    field = fields_of(model).get("kind")
    if field is None:
        return
    right = next(name for name, known in KINDS.items() if known is model)
    path = ("kind",)
    given = filling.text(path)
    if given == right:
        return
    place = filling.raw.place(path)
    here = place if isinstance(place, CellPlace) else CellPlace(filling.raw.file, "")
    if here.sheet not in grids:
        pass
    elif given:
        filling.say("intake.kind_of_sheets", here, path, given=given, right=right)
    else:
        details = {"field": field.title, "explain": field.explain, "path": "kind"}
        details |= {"yaml": "", "group": "案卷"}
        filling.raw.problems.append(Problem("intake.missing", here, details, path))
    filling.put(path, right, here)


def _grids(book: StoredWorkbook, filling: Filling, model: type[Model]) -> dict[str, Grid]:
    layouts = layouts_of(model)
    plans = {folded(sheet.name): sheet for sheet in sheets(model)}
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
        names = "、".join(layout.name for layout in layouts)
        raise InputError(
            [Problem("intake.not_a_case_workbook", FilePlace(filling.raw.file), {"sheets": names})]
        )
    missing = [layout.name for layout in layouts if layout.name not in found]
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
    if sheet.links and sheet.kind is not Kind.TREE:
        return
    here = CellPlace(filling.raw.file, sheet.name)
    for path in [group.path for group in sheet.groups] or [sheet.path]:
        filling.stands(path, here)
        filling.blank(path, here)


def _stand_below(sheet: Sheet, filling: Filling) -> None:
    """Say for each row of another sheet where the rows that belong to it would be filled in."""
    here = CellPlace(filling.raw.file, sheet.name)
    tail = sheet.path[len(sheet.owner) :]
    for paths in filling.rows(sheet.owner).values() if sheet.owner else ():
        for path in paths:
            filling.blank((*path, *tail), here)


_READERS: dict[Kind, Callable[[Sheet, Grid], None]] = {
    Kind.FORM: read_form,
    Kind.TABLE: read_table,
    Kind.FIXED: read_fixed,
    Kind.CHILDREN: read_children,
    Kind.LINES: read_lines,
    Kind.OUTLINE: read_outline,
    Kind.TREE: read_tree,
    Kind.LEVELS: read_levels,
    Kind.PAIRS: read_pairs,
}


def _read(sheet: Sheet, grid: Grid) -> None:
    _READERS[sheet.kind](sheet, grid)
