"""Drop-downs that offer the names of another sheet's rows."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.utils.cell import get_column_letter

from govdocs.intake.workbook.layout import GUIDED_ROWS, Kind
from govdocs.intake.workbook.layouts import references_of
from govdocs.intake.workbook.plan import Sheet, name_of_rows, sheets
from govdocs.place import Path

FIRST_ROW = 4


def offered_names(sheet: Sheet) -> Mapping[str, tuple[str, str]]:
    """Return for each heading that names a row of another sheet: that sheet and its heading."""
    found = dict(
        zip((c.heading for c in sheet.columns[: sheet.links]), _owners(sheet), strict=False)
    )
    references = references_of(sheet.model)
    for column in sheet.own:
        dotted = ".".join(str(step) for step in (*sheet.rows_path, *column.path))
        if dotted in references:
            found[column.heading] = references[dotted]
    return found


def range_of(sheet: Sheet, target: tuple[str, str]) -> str:
    """Return the cells under a heading of another sheet of the workbook, as a formula names them."""
    name, heading = target
    other = next(s for s in sheets(sheet.model) if s.name == name)
    lead = other.kind in (Kind.OUTLINE, Kind.FIXED)
    letter = get_column_letter(
        next(n for n, c in enumerate(other.columns, start=1 + lead) if c.heading == heading)
    )
    return f"'{name}'!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + GUIDED_ROWS}"


def _owners(sheet: Sheet) -> list[tuple[str, str]]:
    """The sheets and headings that the links of a sheet name, in their order."""
    if sheet.kind is Kind.LEVELS:
        tree = next(s for s in sheets(sheet.model) if s.kind is Kind.TREE)
        return [(tree.name, column.heading) for column in tree.columns[: sheet.links]]
    if not sheet.owner:
        return []
    owner = _sheet_of_rows(sheet, sheet.owner)
    name = next(c for c in owner.own if c.path == (_own_key(owner),))
    above = [] if owner.kind is Kind.TREE else _owners(owner)
    return [*above, (owner.name, name.heading)]


def _sheet_of_rows(sheet: Sheet, rows: Path) -> Sheet:
    return next(s for s in sheets(sheet.model) if s.columns and s.rows_path == rows)


def _own_key(sheet: Sheet) -> str:
    return name_of_rows(sheet.rows_path, sheet.model).key
