"""Writes sheets with a heading row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.intake.shape import (
    FieldShape,
    GroupShape,
    Leaf,
    LeafShape,
    fields_of,
    model_at,
)
from govdocs.intake.workbook import look
from govdocs.intake.workbook.cells_writer import fit_rows, head, put, put_blank
from govdocs.intake.workbook.drop_downs import explained, guide
from govdocs.intake.workbook.form_writer import at
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
from govdocs.intake.workbook.outline_reader import inner_list, is_own
from govdocs.intake.workbook.plan import Column, Sheet, name_of_rows

FIRST = 4


def write_rows(out: Worksheet, sheet: Sheet, data: Any) -> None:
    """Write a sheet that has one row for each item, whatever its kind."""
    lead = {Kind.FIXED: LABEL, Kind.OUTLINE: LEVEL}.get(sheet.kind, "")
    if sheet.kind is Kind.PAIRS:
        _pairs(out, sheet, at(data, sheet.path))
        return
    columns = sheet.columns
    headings = [
        (c.heading + ("*" if c.field.required and len(c.path) <= 1 else ""), _width(c.field))
        for c in columns
    ]
    told = [explained(c.field) for c in columns]
    if lead:
        headings.insert(0, (lead + "*", 26 if lead == LABEL else 8))
        told.insert(0, "" if lead == LABEL else "1、2、3……")
    head(out, sheet, headings, told)
    row = FIRST
    for texts in _rows(sheet, data):
        for column, text in enumerate(texts, start=1):
            leaf = _leaf(columns[column - 1 - bool(lead)]) if column > bool(lead) else Leaf.WHOLE
            cell = out.cell(row, column)
            if text == EMPTY_MARK:
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
        guide(out, f"{letter}{FIRST}:{letter}{guided}", shape.field)
    if sheet.kind is not Kind.FIXED:
        # Blank formatted rows are there to be filled, not to be printed page after page.
        shown = max(row + 9, FIRST + 19)
        out.print_area = f"A1:{get_column_letter(len(columns) + lead)}{shown}"


def _leaf(column: Column) -> Leaf:
    return column.field.shape.leaf if isinstance(column.field.shape, LeafShape) else Leaf.TEXT


def _width(field: FieldShape) -> int:
    leaf = field.shape.leaf if isinstance(field.shape, LeafShape) else Leaf.TEXT
    return WIDE_FIELDS.get(field.key, WIDTHS[leaf.value])


def _rows(sheet: Sheet, data: Any) -> Iterator[list[str | None]]:
    if sheet.kind is Kind.FIXED:
        yield from _fixed(sheet, at(data, sheet.path))
    elif sheet.kind is Kind.CHILDREN:
        key = name_of_rows(sheet.path[:-1]).key
        for parent in at(data, sheet.path[:-1]) or ():
            for child in parent.get(sheet.path[-1]) or ():
                yield [parent[key], *_texts(child, sheet.columns[1:])]
    elif sheet.kind is Kind.OUTLINE:
        yield from _outline(sheet, at(data, sheet.path) or (), 1)
    elif sheet.kind is Kind.LINES:
        yield from ([text] for text in at(data, sheet.path) or ())
    else:
        yield from (_texts(item, sheet.columns) for item in at(data, sheet.path) or ())


def _texts(item: Any, columns: Sequence[Column]) -> list[str | None]:
    if not isinstance(item, dict):
        return [item]
    texts = []
    for column in columns:
        around = at(item, column.path[:-1])
        text = at(item, column.path)
        bare = len(column.path) > 1 and around is not None and _nothing(around)
        first = next(c for c in columns if c.path[:-1] == column.path[:-1]) is column
        texts.append(EMPTY_MARK if bare and first else text)
    if _nothing(item):
        texts[0] = EMPTY_MARK
    return texts


def _nothing(group: dict[str, Any]) -> bool:
    return all(value is None for value in group.values())


def _fixed(sheet: Sheet, data: Any) -> Iterator[list[str | None]]:
    model = model_at(sheet.path)
    for field in fields_of(model).values() if model else ():
        item = (data or {}).get(field.key)
        if item is None or not isinstance(field.shape, GroupShape):
            yield [field.title, *[None] * len(sheet.columns)]
        else:
            yield [field.title, *_texts(item, sheet.columns)]


def _outline(sheet: Sheet, items: Any, level: int) -> Iterator[list[str | None]]:
    inner = inner_list(sheet.path)
    for item in items:
        own = [item.get(c.field.key) if is_own(c) else None for c in sheet.columns]
        lists = [[] if is_own(c) else item.get(c.field.key) or [] for c in sheet.columns]
        for line in range(max(1, *(len(texts) for texts in lists))):
            extra = [texts[line] if line < len(texts) else None for texts in lists]
            yield [
                str(level) if line == 0 else None,
                *(
                    more if more is not None else (mine if line == 0 else None)
                    for mine, more in zip(own, extra, strict=True)
                ),
            ]
        yield from _outline(sheet, item.get(inner) or (), level + 1)


def _pairs(out: Worksheet, sheet: Sheet, data: Any) -> None:
    explain = sheet.columns[0].field.explain
    head(out, sheet, [(PAIR_NAME + "*", 30), (PAIR_TEXT + "*", 40)], [explain, ""])
    row = FIRST
    for name, text in (data or {}).items():
        put(out.cell(row, 1), name, Leaf.TEXT)
        put(out.cell(row, 2), text, Leaf.TEXT)
        row += 1
    for number in range(row, row + 30):
        put_blank(out.cell(number, 1), Leaf.TEXT)
        put_blank(out.cell(number, 2), Leaf.TEXT)
    look.set_up_page(out, 3, landscape=False)
