"""The form as an Excel workbook: looks like the official attachment 2, asks only for what is missing.

It is written once with marks in place of the unit's own words; ``stamping`` puts those in.
XlsxWriter is used because it writes a formula's value beside it, which openpyxl cannot.
"""

from __future__ import annotations

import datetime
import io
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from govdocs.rollup.definition import AskedIndicator, FormDefinition
from govdocs.rollup.form_layout import (
    ACHIEVED_LABEL,
    ACHIEVED_NAME,
    COLUMNS,
    FORM_SHEET,
    HIDDEN_SHEET,
    MONEY_COLUMNS,
    MONEY_ROWS,
    REMARK_LABEL,
    REMARK_NAME,
    TITLE,
    UNIT_NAME,
    field_name,
    money_name,
)
from govdocs.rollup.handing_out import input_rules
from govdocs.rollup.handing_out.formats import Formats
from govdocs.rollup.signature import signature_cells

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (7, 11, 27, 11, 9, 12, 17, 27)
_EMPTY_RESULT = re.compile(r"<c ([^>]*)>(<f>[^<]*</f>)<v></v>")
MONEY_TOP = 5
"""First money row (its heading), counted from 0."""


def mark(word: str) -> str:
    """What stands for a unit's own word until it is stamped in; no one writes such letters."""
    return f"\u2997govdocs:{word}\u2998"


def form_book(definition: FormDefinition) -> bytes:
    """Return the form for ``definition`` as .xlsx with marks for unit, level, parent, top, targets.

    Marks are ``unit``, ``level``, ``parent``, ``top``, ``seal``, ``target_lines`` and
    ``target:N`` for each indicator.
    """
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    # A fixed time: the same case and list give the same bytes.
    book.set_properties({"title": TITLE, "author": "", "created": datetime.datetime(2000, 1, 1)})
    _FormSheet(book, definition).write()
    _hidden(book, definition)
    book.close()
    return file.getvalue()


def with_empty_results(sheet_xml: str) -> str:
    """Say of each formula without a number that its result is empty text, not missing."""
    return _EMPTY_RESULT.sub(r'<c \1 t="str">\2<v></v>', sheet_xml)


class _FormSheet:
    """Writes the visible sheet from top to bottom."""

    def __init__(self, book: Workbook, definition: FormDefinition) -> None:
        self.book = book
        self.asked = definition
        self.formats = Formats(book)
        self.sheet: Worksheet = book.add_worksheet(FORM_SHEET)
        self.last = len(COLUMNS) - 1

    def write(self) -> None:
        self._page()
        self._head()
        self._money()
        row = self._goals(MONEY_TOP + len(MONEY_ROWS) + 1)
        row = self._indicators(row)
        self._foot(row)

    def _page(self) -> None:
        sheet = self.sheet
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.center_horizontally()
        sheet.set_footer("&C第 &P 页 共 &N 页")
        sheet.protect(
            "",
            {
                "format_rows": True,
                "format_columns": True,
                "select_locked_cells": True,
                "select_unlocked_cells": True,
            },
        )

    def _head(self) -> None:
        sheet, f = self.sheet, self.formats
        sheet.merge_range(0, 0, 0, self.last, TITLE, f.title)
        sheet.merge_range(1, 0, 1, self.last, f"（{self.asked.year}年度）", f.subtitle)
        sheet.set_row(0, 30)
        for row in range(2, MONEY_TOP + len(MONEY_ROWS) + 2):
            sheet.set_row(row, 19)
        for row, label, text in (
            (2, "专项（项目）名称", self.asked.fund),
            (3, "中央主管部门", self.asked.ministry),
        ):
            sheet.merge_range(row, 0, row, 1, label, f.head)
            sheet.merge_range(row, 2, row, self.last, text, f.fixed)
        sheet.merge_range(4, 0, 4, 1, "地方主管部门", f.head)
        sheet.merge_range(4, 2, 4, 3, self.asked.line_department, f.fixed)
        sheet.merge_range(4, 4, 4, 5, "实施单位", f.head)
        sheet.merge_range(4, 6, 4, self.last, mark("unit"), f.fixed)
        self._name(UNIT_NAME, 4, 6)

    def _money(self) -> None:
        sheet, f = self.sheet, self.formats
        last = MONEY_TOP + len(MONEY_ROWS)
        sheet.merge_range(MONEY_TOP, 0, last, 1, f"项目资金（{self.asked.money_unit}）", f.head)
        spans = ((3, 4), (5, 6), (7, 7))
        sheet.write(MONEY_TOP, 2, "", f.head)
        for (first, end), column in zip(spans, MONEY_COLUMNS, strict=True):
            self._span(MONEY_TOP, first, end, column.heading, f.head)
        for row, source in enumerate(MONEY_ROWS, MONEY_TOP + 1):
            sheet.write(row, 2, source.heading, f.fixed)
            excel = row + 1
            for (first, end), column in zip(spans[:2], MONEY_COLUMNS[:2], strict=True):
                letter = "DF"[first == 5]
                cell = None
                if source.key == "total":
                    # A start that the unit may overwrite: what it states is kept and compared.
                    parts = f"{letter}{excel + 1}:{letter}{excel + len(MONEY_ROWS) - 1}"
                    cell = f'=IF(COUNT({parts})=0,"",SUM({parts}))'
                self._span(row, first, end, "", f.money)
                if cell:
                    sheet.write_formula(row, first, cell, f.money, "")
                self._name(money_name(source.key, column.key), row, first)
                sheet.data_validation(
                    row, first, row, first, input_rules.money(self.asked.money_unit)
                )
            rate = f'=IF(N(D{excel})=0,"",F{excel}/D{excel})'
            sheet.write_formula(row, 7, rate, f.rate, "")
            self._name(money_name(source.key, "rate"), row, 7)

    def _goals(self, row: int) -> int:
        sheet, f = self.sheet, self.formats
        sheet.merge_range(row, 0, row + 1, 1, "年度绩效目标", f.head)
        sheet.merge_range(row, 2, row, 4, "年初设定目标", f.head)
        sheet.merge_range(row, 5, row, self.last, ACHIEVED_LABEL, f.head)
        sheet.merge_range(row + 1, 2, row + 1, 4, self.asked.goals, f.words)
        sheet.merge_range(row + 1, 5, row + 1, self.last, "", f.entry)
        sheet.set_row(row + 1, max(60, 16 * (self.asked.goals.count("\n") + 2)))
        self._name(ACHIEVED_NAME, row + 1, 5)
        return row + 2

    def _indicators(self, top: int) -> int:
        for column, head in enumerate(COLUMNS):
            self.sheet.write(top, column, head.heading, self.formats.head)
        self.sheet.repeat_rows(top)
        self.sheet.freeze_panes(top + 1, 3)
        row = top + 1
        for level1, rows in groupby(self.asked.indicators, key=lambda i: i.level1):
            start = row
            for level2, same in groupby(rows, key=lambda i: i.level2):
                first = row
                for indicator in same:
                    self._indicator(row, indicator)
                    row += 1
                self._down(first, row - 1, 1, level2)
            self._down(start, row - 1, 0, level1)
        return row

    def _indicator(self, row: int, indicator: AskedIndicator) -> None:
        sheet, f = self.sheet, self.formats
        sheet.write(row, 2, indicator.name, f.words)
        sheet.write(row, 3, mark(f"target:{indicator.number}"), f.centred)
        sheet.write(row, 4, indicator.unit, f.centred)
        sheet.write(row, 5, "", f.actual)
        rule = input_rules.actual(indicator, f"F{row + 1}")
        sheet.data_validation(row, 5, row, 5, rule)
        band = input_rules.band(indicator, self.asked.bands)
        sheet.write(row, 6, "" if band else "—", f.entry_centred if band else f.centred)
        if band:
            sheet.data_validation(row, 6, row, 6, band)
        sheet.write(row, 7, "", f.entry)
        sheet.data_validation(row, 7, row, 7, input_rules.reason())
        lines = max(-(-_width(indicator.name) // 26), 1)
        sheet.set_row(row, 6 + 13 * lines)
        for key, column in (
            ("name", 2),
            ("target", 3),
            ("unit", 4),
            ("actual", 5),
            ("band", 6),
            ("reason", 7),
        ):
            self._name(field_name(indicator.number, key), row, column)

    def _foot(self, row: int) -> None:
        sheet, f = self.sheet, self.formats
        sheet.write(row, 0, REMARK_LABEL, f.head)
        sheet.merge_range(row, 1, row, self.last, "", f.entry)
        sheet.set_row(row, 30)
        self._name(REMARK_NAME, row, 1)
        for n, note in enumerate(self.asked.notes, row + 1):
            text = note if n > row + 1 else f"注：{note}"
            sheet.merge_range(n, 0, n, self.last, text, f.note)
            sheet.set_row(n, 15 * max(1, -(-_width(text) // 118)))
        help_row = row + 1 + len(self.asked.notes)
        sheet.merge_range(help_row, 0, help_row, self.last, input_rules.HELP, f.note)
        sheet.set_row(help_row, 32)
        sheet.print_area(0, 0, help_row, self.last)

    def _span(self, row: int, first: int, last: int, text: str, cell_format: Any) -> None:
        if first == last:
            self.sheet.write(row, first, text, cell_format)
        else:
            self.sheet.merge_range(row, first, row, last, text, cell_format)

    def _down(self, first: int, last: int, column: int, text: str) -> None:
        if first == last:
            self.sheet.write(first, column, text, self.formats.head)
        else:
            self.sheet.merge_range(first, column, last, column, text, self.formats.head)

    def _name(self, name: str, row: int, column: int) -> None:
        self.book.define_name(name, f"='{FORM_SHEET}'!${'ABCDEFGH'[column]}${row + 1}")


def _width(text: str) -> int:
    return sum(2 if ord(letter) > 255 else 1 for letter in text)


def _hidden(book: Workbook, definition: FormDefinition) -> None:
    sheet = book.add_worksheet(HIDDEN_SHEET)
    sheet.very_hidden()
    sheet.protect()
    rows = [
        *signature_cells(definition),
        *((word, mark(word)) for word in ("unit", "level", "parent", "top", "seal")),
        ("target_lines", mark("target_lines")),
    ]
    for number, (key, text) in enumerate(rows):
        sheet.write_string(number, 0, key)
        sheet.write_string(number, 1, text)
