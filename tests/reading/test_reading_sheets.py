"""A workbook is read as it shows: blank rows part tables, hidden parts and dead formulas are named."""

from __future__ import annotations

import io

import openpyxl

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.subject import DocumentSubject
from govdocs.place import CellPlace
from govdocs.reading import read_document
from govdocs.reading.tables import regions_of


def workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "拨付"
    rows: list[list[str | int]] = [
        ["资金拨付表"],
        ["单位：万元"],
        ["单位", "预算数", "支出数"],
        ["甲县", 30, 28],
        ["乙县", 20, 20],
        ["合计", 51, 48],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    return book


def data_of(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_title_and_unit_stand_above_the_table() -> None:
    document = read_document(data_of(workbook()), name="表.xlsx")
    table = document.tables[0]
    assert (table.title, table.unit) == ("资金拨付表", "万元")
    assert [row.label for row in regions_of(table)[0].rows] == ["甲县", "乙县", "合计"]
    cell = table.at(1, 1)
    assert cell is not None
    assert cell.place == CellPlace("表.xlsx", "拨付", "B4")


def test_a_wrong_total_is_found_at_its_cell() -> None:
    result = check_document(DocumentSubject(read_document(data_of(workbook()), name="表.xlsx")))
    assert [(f.code, f.spots[0].place) for f in result.findings] == [
        ("F601", CellPlace("表.xlsx", "拨付", "B6"))
    ]


def test_a_formula_without_a_value_is_named_and_not_zero() -> None:
    book = workbook()
    sheet = book["拨付"]
    sheet["B6"] = "=SUM(B4:B5)"
    document = read_document(data_of(book), name="表.xlsx")
    assert [(r.code, r.place) for r in document.remarks] == [
        ("reading.formula_without_value", CellPlace("表.xlsx", "拨付", "B6"))
    ]
    assert check_document(DocumentSubject(document)).findings == ()


def test_hidden_rows_and_sheets_are_said() -> None:
    book = workbook()
    book["拨付"].row_dimensions[5].hidden = True
    other = book.create_sheet("底稿")
    other["A1"] = "草稿"
    other.sheet_state = "hidden"
    codes = [r.code for r in read_document(data_of(book)).remarks]
    assert codes == ["reading.hidden_rows", "reading.hidden_sheet"]
