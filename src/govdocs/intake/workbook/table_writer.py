"""Writes sheets with a heading row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.intake.settings_names import setting_names
from govdocs.intake.shape import FieldShape, Leaf, LeafShape
from govdocs.intake.workbook import look
from govdocs.intake.workbook.cells_writer import fit_rows, head, put, put_blank
from govdocs.intake.workbook.drop_downs import explained, guide, offer
from govdocs.intake.workbook.layout import (
    EMPTY_MARK,
    GUIDED_ROWS,
    LABEL,
    LEVEL,
    PAIR_NAME,
    PAIR_TEXT,
    SPARE_ROWS,
    WIDE_FIELDS,
    WIDTHS,
    Kind,
)
from govdocs.intake.workbook.marks import EMPTY
from govdocs.intake.workbook.offered_names import FIRST_ROW as FIRST
from govdocs.intake.workbook.offered_names import offered_names, range_of
from govdocs.intake.workbook.plan import Column, Sheet
from govdocs.intake.workbook.row_texts import at, rows_of


def write_rows(out: Worksheet, sheet: Sheet, data: Any) -> None:
    """Write a sheet that has one row for each item, whatever its kind."""
    lead = {Kind.FIXED: LABEL, Kind.OUTLINE: LEVEL}.get(sheet.kind, "")
    if sheet.kind is Kind.PAIRS:
        _pairs(out, sheet, at(data, sheet.path))
        return
    columns = sheet.columns
    headings = [(c.heading + ("*" if c.required else ""), _width(c.field)) for c in columns]
    offers = offered_names(sheet)
    told = [_told(c, offers.get(c.heading)) for c in columns]
    if lead:
        headings.insert(0, (lead + "*", 26 if lead == LABEL else 8))
        told.insert(0, "" if lead == LABEL else "1、2、3……")
    head(out, sheet, headings, told)
    row = FIRST
    for texts in rows_of(sheet, data):
        for column, text in enumerate(texts, start=1):
            leaf = _leaf(columns[column - 1 - bool(lead)]) if column > bool(lead) else Leaf.WHOLE
            cell = out.cell(row, column)
            if text == EMPTY:
                put_blank(cell, Leaf.TEXT)
                cell.value = EMPTY_MARK
            elif text is None:
                put_blank(cell, leaf)
            elif column == 1 and lead == LABEL:
                put_blank(cell, Leaf.TEXT)
                cell.value, cell.font, cell.fill = text, look.LABEL, look.LABEL_FILL
            else:
                put(cell, text, leaf)
        row += 1
    _spare(out, sheet, columns, row, bool(lead))
    fit_rows(out, FIRST)
    look.set_up_page(out, 3, landscape=len(headings) > 3)
    if sheet.kind is Kind.TREE:
        # The names stay in view while the many columns are filled in, and on each page.
        names = get_column_letter(len(sheet.levels))
        out.freeze_panes = f"{get_column_letter(len(sheet.levels) + 1)}{FIRST}"
        out.print_title_cols = f"A:{names}"
        out.page_setup.fitToWidth = 3


def _spare(out: Worksheet, sheet: Sheet, columns: Sequence[Column], row: int, lead: bool) -> None:
    """Format and guide the rows that are still to be filled."""
    last = row - 1 if sheet.kind is Kind.FIXED else row + SPARE_ROWS
    for number in range(row, last + 1):
        if lead:
            put_blank(out.cell(number, 1), Leaf.WHOLE)
        for column, shape in enumerate(columns, start=1 + lead):
            put_blank(out.cell(number, column), _leaf(shape))
    for column, shape in enumerate(columns, start=1 + lead):
        letter = get_column_letter(column)
        guided = last if sheet.kind is Kind.FIXED else row + GUIDED_ROWS
        target = offered_names(sheet).get(shape.heading)
        names = range_of(sheet, target) if target else ""
        guide(out, f"{letter}{FIRST}:{letter}{guided}", shape.field, names=names)
    if sheet.kind is not Kind.FIXED:
        # Blank formatted rows are there to be filled, not to be printed page after page.
        shown = max(row + 9, FIRST + 19)
        out.print_area = f"A1:{get_column_letter(len(columns) + lead)}{shown}"


def _told(column: Column, target: tuple[str, str] | None) -> str:
    """What stands above a column: what to fill in, where names come from, how lists go on."""
    parts = [] if column.path == ("",) else [explained(column.field)]
    if target:
        parts.append(f"与“{target[0]}”的“{target[1]}”一致")
    if column.is_list:
        parts.append("有几个的，在下面各行接着写")
    return "；".join(part for part in parts if part)


def _leaf(column: Column) -> Leaf:
    return column.field.shape.leaf if isinstance(column.field.shape, LeafShape) else Leaf.TEXT


def _width(field: FieldShape) -> int:
    leaf = field.shape.leaf if isinstance(field.shape, LeafShape) else Leaf.TEXT
    return WIDE_FIELDS.get(field.key, WIDTHS[leaf.value])


def _pairs(out: Worksheet, sheet: Sheet, data: Any) -> None:
    explain = sheet.columns[0].field.explain
    head(out, sheet, [(PAIR_NAME + "*", 30), (PAIR_TEXT + "*", 40)], [explain, ""])
    row = FIRST
    names = setting_names()
    for name, text in (data or {}).items():
        put(out.cell(row, 1), names.get(name, name), Leaf.TEXT)
        put(out.cell(row, 2), text, Leaf.TEXT)
        row += 1
    last = row + 29
    offer(out, f"A{FIRST}:A{last}", PAIR_NAME, "从下拉列表中选择口径", list(names.values()))
    for number in range(row, last + 1):
        put_blank(out.cell(number, 1), Leaf.TEXT)
        put_blank(out.cell(number, 2), Leaf.TEXT)
    look.set_up_page(out, 3, landscape=False)
