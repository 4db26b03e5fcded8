"""Writes single cells and the head that every sheet has."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.intake.shape import Leaf
from govdocs.intake.workbook import look
from govdocs.intake.workbook.cell_value import blank_format, cell_value
from govdocs.intake.workbook.plan import Sheet

_FIGURES = frozenset({Leaf.MONEY, Leaf.RATE, Leaf.NUMBER, Leaf.WHOLE})


def put(cell: Cell | MergedCell, text: str, leaf: Leaf) -> None:
    """Write a text so that it reads back the same, whatever Excel would make of it."""
    value = cell_value(text, leaf)
    put_blank(cell, leaf)
    cell.value = value.content
    cell.number_format = value.format
    if isinstance(value.content, str) and isinstance(cell, Cell):
        # Assigning "=1+1" makes a formula of it: text of the data never is one.
        cell.data_type = "s"
        cell.quotePrefix = value.content.startswith(("=", "+", "-", "@", "'"))
    if leaf in _FIGURES and not isinstance(value.content, str):
        cell.alignment = look.RIGHT


def put_blank(cell: Cell | MergedCell, leaf: Leaf) -> None:
    """Prepare a cell that is to be filled in."""
    cell.font, cell.border = look.BODY, look.BORDER
    cell.alignment = look.RIGHT if leaf in _FIGURES else look.LEFT
    cell.number_format = blank_format(leaf)


def head(
    out: Worksheet, sheet: Sheet, headings: Sequence[tuple[str, int]], told: Sequence[str] = ()
) -> None:
    """Write title, advice (or an explanation above each column) and the heading row 3."""
    advice = sheet.advice + ("；" if sheet.advice else "") + "带*的为必填项"
    # Never the bare name: on a sheet of one column it would be taken for the heading.
    title = out.cell(1, 1, f"{sheet.name}（{advice}）")
    title.font, title.alignment = look.TITLE, look.MIDDLE
    out.row_dimensions[1].height = 30
    for column, (heading, width) in enumerate(headings, start=1):
        cell = out.cell(3, column, heading)
        cell.font, cell.fill = look.HEADING, look.HEAD_FILL
        cell.alignment, cell.border = look.CENTRE, look.BORDER
        out.column_dimensions[get_column_letter(column)].width = width
        if column <= len(told):
            above = out.cell(2, column, told[column - 1])
            above.font, above.alignment = look.ADVICE, look.TOP_LEFT
    lines = max(
        (_lines(text, width) for text, (_, width) in zip(told, headings, strict=False)), default=0
    )
    out.row_dimensions[2].height = 14 * lines + 4 if lines else 6
    out.row_dimensions[3].height = 32


def fit_rows(out: Worksheet, first: int) -> None:
    """Make rows as high as their wrapped texts need; rows of one line are left to Excel.

    Neither Excel nor LibreOffice does it for a file that states no heights.
    """
    for row in out.iter_rows(min_row=first):
        lines = 1
        for cell in row:
            if isinstance(cell.value, str):
                width = out.column_dimensions[get_column_letter(cell.column)].width
                lines = max(lines, _lines(cell.value, int(width)))
        if lines > 1:
            # 409 points are the highest row that Excel knows.
            out.row_dimensions[row[0].row or first].height = min(409, 15 * lines + 3)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes: a Chinese character is two columns wide."""
    room = max(2, width - 2)
    return sum(
        -(-sum(1 + (char > "\u2000") for char in line) // room) or 1 for line in text.split("\n")
    )
