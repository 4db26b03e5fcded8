"""The result as an Excel workbook: an auditor follows every total in it over the units' rows.

Totals are live formulas that also carry their computed value (XlsxWriter writes both), so that
a reader which does not calculate sees the same figures.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from govdocs.rollup.result import words_sheets
from govdocs.rollup.result.book_formats import BookFormats
from govdocs.rollup.result.columns import columns_of
from govdocs.rollup.result.units_sheet import UnitsSheet

if TYPE_CHECKING:
    from govdocs.rollup.run import RollupRun


def result_book(run: RollupRun) -> bytes:
    """Return the workbook of a run: 汇总表, 逐级汇总, 来源, 覆盖情况, 未计入内容, 原因和措施."""
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
    book.set_properties(
        {"title": f"{run.record.unit}汇总", "author": "", "created": datetime.datetime(2000, 1, 1)}
    )
    formats = BookFormats(book)
    columns = columns_of(run.adding, run.record)
    summary = book.add_worksheet("汇总表")
    units = UnitsSheet(book, formats, run, columns)
    units.write()
    words_sheets.write_summary(summary, formats, run, columns, units)
    words_sheets.write_sources(book, formats, run, columns)
    words_sheets.write_coverage(book, formats, run)
    words_sheets.write_left_out(book, formats, run)
    words_sheets.write_reasons(book, formats, run)
    book.close()
    return file.getvalue()
