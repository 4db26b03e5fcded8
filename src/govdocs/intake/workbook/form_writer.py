"""Writes sheets of labels and values."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from govdocs.intake.shape import FieldShape, Leaf, LeafShape, ListShape, field_at
from govdocs.intake.workbook import look
from govdocs.intake.workbook.cells_writer import fit_rows, head, put, put_blank
from govdocs.intake.workbook.drop_downs import explained, guide
from govdocs.intake.workbook.layout import CONTENT, EMPTY_MARK, EXPLANATION, LABEL
from govdocs.intake.workbook.plan import FormGroup, Sheet
from govdocs.intake.workbook.row_texts import at

SPARE_LINES = 2
"""Blank lines below a list in which more can be written."""


def write_form(out: Worksheet, sheet: Sheet, data: Any) -> None:
    """Write every group with its labels; a list takes as many rows as it has items, and spare ones."""
    head(out, sheet, [(LABEL, 24), (CONTENT, 60), (EXPLANATION, 60)])
    row = 4
    for group in sheet.groups:
        row = _group(out, row, sheet, group, at(data, group.path))
    fit_rows(out, 4)
    look.set_up_page(out, 3, landscape=False)


def _group(out: Worksheet, row: int, sheet: Sheet, group: FormGroup, data: Any) -> int:
    cell = out.cell(row, 1, f"【{group.title}】")
    for column in (1, 2, 3):
        out.cell(row, column).fill = look.GROUP_FILL
        out.cell(row, column).border = look.BORDER
    cell.font = look.GROUP
    out.cell(row, 3, group.explain).font = look.ADVICE
    out.cell(row, 3).alignment = look.LEFT
    row += 1
    around = field_at(group.path, sheet.model)
    bare = (
        data is not None
        and all(value in (None, [], {}) for value in data.values())
        and around is not None
        and around.nullable
    )
    for number, field in enumerate(group.fields):
        value = data.get(field.key) if data else None
        if bare and number == 0:
            row = _field(out, row, field, EMPTY_MARK, marked=True)
        else:
            row = _field(out, row, field, value)
    return row


def _field(out: Worksheet, row: int, field: FieldShape, value: Any, marked: bool = False) -> int:
    shape = field.shape
    leaf = shape.leaf if isinstance(shape, LeafShape) else Leaf.TEXT
    is_list = isinstance(shape, ListShape)
    if value is None:
        values: list[str] = []
    elif is_list:
        values = list(value)
    else:
        values = [value]
    marked = marked or (is_list and value == [] and field.nullable)
    height = max(len(values) + SPARE_LINES, 3) if is_list else 1
    label = out.cell(row, 1, field.title + ("*" if field.required else ""))
    told = out.cell(row, 3, explained(field) + ("\n有多个的，一行写一个" if is_list else ""))
    told.font, told.alignment = look.ADVICE, look.LEFT
    label.font = look.REQUIRED if field.required else look.LABEL
    for offset in range(height):
        cell = out.cell(row + offset, 2)
        if marked and offset == 0:
            put_blank(cell, Leaf.TEXT)
            cell.value = EMPTY_MARK
        elif offset < len(values):
            put(cell, values[offset], leaf)
        else:
            put_blank(cell, leaf)
        cell.alignment = look.LEFT  # a lone figure belongs beside its label
        for column in (1, 3):
            out.cell(row + offset, column).border = look.BORDER
            out.cell(row + offset, column).fill = look.LABEL_FILL
    label.alignment = look.TOP_LEFT if is_list else look.LEFT
    last = row + height - 1
    guide(out, f"B{row}:B{last}", field)
    return row + height
