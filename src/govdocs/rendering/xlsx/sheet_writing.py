"""Writes the rows of a filled sheet."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from govdocs.errors import Problem
from govdocs.rendering.xlsx.addresses import Box, cell_name, letters
from govdocs.rendering.xlsx.cell_writing import (
    LONGEST,
    SPECIAL,
    TooLong,
    cell_xml,
    number_pattern,
    shown,
)
from govdocs.rendering.xlsx.filled_sheet import FilledRow, FilledSheet
from govdocs.rendering.xlsx.filled_workbook import FilledWorkbook
from govdocs.rendering.xlsx.formulas.references import ReferenceTrouble
from govdocs.rendering.xlsx.formulas.syntax import FormulaTrouble
from govdocs.rendering.xlsx.formulas.values import CellError, Scalar, digits
from govdocs.rendering.xlsx.heights import HIGHEST, needed
from govdocs.rendering.xlsx.row_templates import ROW, FormulaTag, TagCell
from govdocs.tags.values import Value


def rows_xml(filled: FilledWorkbook, name: str, default_height: float) -> str:
    """The ``sheetData`` of a sheet; problems gather in the workbook."""
    sheet = filled.sheets[name]
    joined = _joined_heights(sheet, default_height)
    rows = [_row(filled, sheet, row, default_height, joined) for row in sheet.filled_rows()]
    return f"<sheetData>{''.join(rows)}</sheetData>"


def _row(
    filled: FilledWorkbook, sheet: FilledSheet, row: FilledRow, default_height: float,
    joined: dict[int, float],
) -> str:  # fmt: skip
    number, template, entry = row
    values = entry.values
    hidden = sheet.hidden.get(number) if sheet.hidden else None
    cells: list[str] = []
    height = joined.get(number, 0.0) if joined else 0.0
    for part in template.parts:
        if type(part) is str:
            cells.append(part)
        elif type(part) is TagCell:
            if hidden is not None and part.column in hidden:
                cells.append(f"{part.start}/>")
                continue
            value = values[part.at]
            text = value.text if type(value) is Value else shown(value)
            if not text:
                cells.append(f"{part.start}/>")
                continue
            if (
                type(value) is Value and value.number is None and value.day is None
                and not SPECIAL.search(text) and len(text) <= LONGEST
            ):  # fmt: skip
                # Most cells by far; the rest goes the long way.
                cells.append(f'{part.start} t="inlineStr"><is><t>{text}</t></is></c>')
                if part.measured and 2 * len(text) > part.capacity:
                    height = max(height, _needed(sheet, number, part, text))
                continue
            try:
                cells.append(cell_xml(part, value, filled.book, from_1904=filled.from_1904))
            except TooLong:
                site = sheet.rows.sites[part.site]
                filled.problems.append(Problem("xlsx.text_too_long", site.place, {"tag": site.tag}))
            if (part.measured and 2 * len(text) > part.capacity) or "\n" in text:
                height = max(height, _needed(sheet, number, part, text))
        else:
            cells.append(_formula(filled, sheet.name, row, cast("FormulaTag", part)))
    least = template.height or default_height
    if height > HIGHEST:
        filled.cut.append((sheet.name, number))
    if height > least:
        size = f' ht="{_points(min(height, HIGHEST))}" customHeight="1"'
    elif template.height:
        custom = ' customHeight="1"' if template.custom else ""
        size = f' ht="{_points(template.height)}"{custom}'
    else:
        size = ""
    xml = f'<row r="{ROW}"{size}{template.attributes}>{"".join(cells)}</row>'
    return xml.replace(ROW, str(number))


def _needed(sheet: FilledSheet, row: int, cell: TagCell, text: str) -> float:
    """The height that a cell asks of its row; none where rows share the cell."""
    if (row, cell.column) in sheet.joined:
        return 0.0
    if cell.merged is not None and cell.merged.top != cell.merged.bottom:
        return 0.0
    return needed(cell, text)


def _points(height: float) -> str:
    return f"{height:.2f}".rstrip("0").rstrip(".")


def _joined_heights(sheet: FilledSheet, default_height: float) -> dict[int, float]:
    """Heights of rows under cells that the merge tag joined: a long text is shared out among them."""
    heights: dict[int, float] = {}
    for box, tag, text in sheet.by_tag:
        need = needed(tag, text)
        count = box.bottom - box.top + 1
        if need <= count * default_height:
            continue
        for row in range(box.top, box.bottom + 1):
            heights[row] = max(heights.get(row, 0.0), need / count)
    return heights


MOST_PLACES = 6
"""A quotient may have many more decimals than anybody prints; those are left to General."""


def _formula(filled: FilledWorkbook, name: str, row: FilledRow, tag: FormulaTag) -> str:
    try:
        text = filled.formula_text(name, row, tag)
        value = filled.cached(name, row, tag)
    except (ReferenceTrouble, FormulaTrouble) as trouble:
        filled.problem_at(name, row, tag, trouble)
        return ""
    kind, shown_value = _cached(value)
    array = ""
    if tag.array is not None:
        height = tag.array.bottom - tag.array.top
        box = Box(row.number, tag.array.left, row.number + height, tag.array.right)
        array = f' t="array" ref="{box}"'
    start = _with_decimals(filled, tag, value)
    return f"{start}{kind}><f{array}>{_escaped(text)}</f><v>{shown_value}</v></c>"


def _with_decimals(filled: FilledWorkbook, tag: FormulaTag, value: Scalar | CellError) -> str:
    """The cell's start; a sum such as 1.00, which General would show as 1, keeps its decimals.

    The decimals are those of the figures that were added, as the Word paper prints them.
    """
    if not isinstance(value, Decimal) or not filled.book.style(tag.style).general:
        return tag.start
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    if not 0 < places <= MOST_PLACES or value.normalize().as_tuple().exponent == exponent:
        return tag.start
    style = filled.book.variant(tag.style, number_pattern(places, grouped=False))
    return f'{tag.start.partition(" s=")[0]} s="{style}"'


def _cached(value: Scalar | CellError) -> tuple[str, str]:
    if isinstance(value, CellError):
        return ' t="e"', value.code
    if isinstance(value, bool):
        return ' t="b"', str(int(value))
    if isinstance(value, str):
        return ' t="str"', _escaped(value)
    return "", digits(value) if value is not None else "0"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def dimension(sheet: FilledSheet) -> str:
    """The rectangle of all cells that the sheet holds."""
    rows = [row for row in sheet.filled_rows() if row.template.parts]
    if not rows:
        return "A1"
    columns: set[int] = set()
    for template in {id(row.template): row.template for row in rows}.values():
        columns |= template.columns
    top, bottom = rows[0].number, rows[-1].number
    first = cell_name(top, min(columns))
    last = f"{letters(max(columns))}{bottom}"
    return first if first == last else f"{first}:{last}"
