"""A workbook is read by names, as people rearrange it; what cannot be read is told by its cell."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import InputError
from govdocs.intake import LoadedCase, load_case, write_case_workbook
from govdocs.intake.load import case_of
from govdocs.intake.workbook.writer import new_case_workbook
from govdocs.intake.yaml.reader import read_yaml
from govdocs.place import CellPlace
from tests.intake.examples import FULL, said

Change = Callable[[Workbook], None]


@cache
def full() -> bytes:
    return write_case_workbook(case_of(read_yaml(FULL.encode(), "f")))


@cache
def small() -> bytes:
    """The same without the blank rows, since openpyxl takes its time with each."""
    book = openpyxl.load_workbook(io.BytesIO(full()))
    for sheet in book.worksheets[1:]:
        last = max(c.row for row in sheet.iter_rows() for c in row if c.value is not None)
        sheet.delete_rows(last + 3, 300)
    book.remove(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(folder: Path, change: Change) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(small()))
    change(book)
    path = folder / "案卷.xlsx"
    book.save(path)
    return path


def load(folder: Path, change: Change) -> LoadedCase:
    return load_case(changed(folder, change))


def refused(folder: Path, change: Change) -> list[tuple[str, str, int | str]]:
    with pytest.raises(InputError) as error:
        load(folder, change)
    found = list(error.value.problems)
    sheets = [p.place.sheet if isinstance(p.place, CellPlace) else "" for p in found]
    return [(code, sheet, cell) for (code, cell), sheet in zip(said(found), sheets, strict=True)]


def cell_of(sheet: Worksheet, text: str) -> str:
    return next(c.coordinate for row in sheet.iter_rows() for c in row if c.value == text)


def value_of(book: Workbook, sheet: str, label: str) -> str:
    return "B" + cell_of(book[sheet], label)[1:]


def test_nothing_changed_gives_the_same_case(tmp_path: Path) -> None:
    assert load(tmp_path, lambda _: None).case == case_of(read_yaml(FULL.encode(), "f"))


def test_places_are_cells(tmp_path: Path) -> None:
    loaded = load(tmp_path, lambda _: None)
    place = loaded.places.exact(("allocations", 1, "amount"))
    assert place == CellPlace(str(loaded.file), "资金分配", "C5")


def test_moved_columns_and_inserted_rows_are_followed(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["资金分配"].move_range("C3:C70", cols=4)
        book["资金明细"].insert_rows(5, 3)
        book["案卷"].insert_rows(1, 2)
        book["案卷"].move_range("A1:C40", cols=2)

    assert load(tmp_path, change).case == load(tmp_path, lambda _: None).case


@pytest.mark.parametrize(
    ("content", "format", "printed"),
    [
        (98.5, "0.00", "98.50"),
        (98.5, "General", "98.5"),
        (560, "General", "560"),
        (560, "0.0", "560.0"),
        (1263, "#,##0", "1,263"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.1 + 0.2, "General", "0.3"),
        (0.1 + 0.2, "0.00", "0.30"),
        (134.44, "General", "134.44"),
        (1e15, "General", "1000000000000000"),
        ("98.50", "@", "98.50"),
        ("98.50", "General", "98.50"),
        (98.5, "0.00_ ;[Red]-0.00", "98.50"),
        (98.5, "¥#,##0.00", "98.50"),
        (98.5, '0.00"万元"', "98.50"),
    ],
)
def test_a_figure_is_what_the_cell_shows(
    tmp_path: Path, content: float | str, format: str, printed: str
) -> None:
    def change(book: Workbook) -> None:
        cell = book["资金分配"]["C5"]
        cell.value, cell.number_format = content, format

    amount = load(tmp_path, change).case.allocations[1].amount
    assert amount is not None
    assert amount.text == printed


@pytest.mark.parametrize(
    ("content", "format", "printed"),
    [
        (0.96, "0%", "96%"),
        (0.5768, "0.00%", "57.68%"),
        ("57.68%", "@", "57.68%"),
        (1.2, "0.0%", "120.0%"),
    ],
)
def test_a_percent_cell_keeps_its_sign(
    tmp_path: Path, content: float | str, format: str, printed: str
) -> None:
    def change(book: Workbook) -> None:
        cell = book["项目资金"]["D4"]
        cell.value, cell.number_format = content, format

    total = load(tmp_path, change).case.execution.total
    assert total is not None
    assert total.rate is not None
    assert total.rate.text == printed


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (date(2018, 5, 18), "yyyy-mm-dd"),
        (datetime(2018, 5, 18), 'yyyy"年"m"月"d"日"'),
        ("2018年5月18日", "@"),
        ("2018-5-18", "General"),
        (43238, "m/d/yy"),
    ],
)
def test_dates_in_any_dress(tmp_path: Path, content: object, format: str) -> None:
    def change(book: Workbook) -> None:
        cell = book["公文"][value_of(book, "公文", "成文日期*")]
        cell.value, cell.number_format = content, format

    letter = load(tmp_path, change).case.letter
    assert letter is not None
    assert letter.date == date(2018, 5, 18)


def test_truth_values_are_yes_and_no(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["公文"][value_of(book, "公文", "加盖印章")].value = False

    letter = load(tmp_path, change).case.letter
    assert letter is not None
    assert letter.sealed is False


def test_a_group_merged_over_its_rows_counts_for_each(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["绩效指标"]
        sheet["C5"] = "第二个指标"
        sheet["B5"] = "数量指标"
        sheet.merge_cells("A4:A5")

    assert [row.level1 for row in load(tmp_path, change).case.indicators] == ["产出指标"] * 2


def test_notes_of_the_office_are_not_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("备查-草稿")["A1"] = "随便写"

    load(tmp_path, change)


def set_cell(sheet: str, cell: str, value: object, format: str = "General") -> Change:
    def change(book: Workbook) -> None:
        book[sheet][cell].value = value
        book[sheet][cell].number_format = format

    return change


def hide_row(book: Workbook) -> None:
    book["绩效指标"].row_dimensions[4].hidden = True


def hide_column(book: Workbook) -> None:
    book["资金分配"].column_dimensions["C"].hidden = True


def hide_sheet(book: Workbook) -> None:
    book["资金明细"].sheet_state = "hidden"


def rename(old: str, new: str) -> Change:
    def change(book: Workbook) -> None:
        book[old].title = new

    return change


def merge(sheet: str, cells: str) -> Change:
    return lambda book: book[sheet].merge_cells(cells)


def drop(sheet: str) -> Change:
    return lambda book: book.remove(book[sheet])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (drop("绩效指标"), [("missing_sheet", "绩效指标", "")]),
        (drop("资金分配"), [("missing_sheet", "资金分配", "")]),
        (rename("资金分配", "资金分配表"), [("misspelt_sheet", "资金分配表", "")]),
        (set_cell("资金分配", "C3", "额度数"), [("misspelt_heading", "资金分配", "C3")]),
        (set_cell("资金分配", "C3", "甲乙丙丁"), [("unknown_heading", "资金分配", "C3")]),
        (set_cell("资金分配", "B3", "额度"), [("equal_headings", "资金分配", "C3")]),
        (
            set_cell("绩效指标", "C3", None),
            [("missing_heading", "绩效指标", ""), ("cell_outside", "绩效指标", "C4")],
        ),
        (merge("资金分配", "B3:C3"), [("merged_heading", "资金分配", "B3")]),
        (merge("资金分配", "C4:C5"), [("merged_cells", "资金分配", "C4")]),
        (set_cell("资金分配", "H5", "批注"), [("cell_outside", "资金分配", "H5")]),
        (set_cell("资金分配", "C4", "=SUM(1,2)"), [("formula_without_value", "资金分配", "C4")]),
        (set_cell("资金分配", "C4", "#REF!"), [("error_cell", "资金分配", "C4")]),
        (set_cell("资金分配", "C4", "#DIV/0!"), [("error_cell", "资金分配", "C4")]),
        (set_cell("资金分配", "C4", "５６０"), [("full_width_digits", "资金分配", "C4")]),
        (set_cell("资金分配", "C4", "五百"), [("not_money", "资金分配", "C4")]),
        (set_cell("资金分配", "C4", 98.456, "0.00"), [("hidden_decimals", "资金分配", "C4")]),
        (set_cell("资金分配", "C4", 1 / 3), [("inexact_number", "资金分配", "C4")]),
        (set_cell("资金分配", "C4", 5600000, "0!.0,"), [("scaled_format", "资金分配", "C4")]),
        (set_cell("资金分配", "C4", 0.5, "h:mm"), [("time_cell", "资金分配", "C4")]),
        (
            set_cell("资金分配", "C4", datetime(2018, 1, 1, 8, 30), "yyyy-mm-dd"),
            [("time_cell", "资金分配", "C4")],
        ),
        (set_cell("资金明细", "A4", "区域协调发展局"), [("unknown_parent_near", "资金明细", "A4")]),
        (set_cell("资金明细", "A4", "甲乙丙丁"), [("unknown_parent", "资金明细", "A4")]),
        (set_cell("资金明细", "A4", None), [("child_without_parent", "资金明细", "B4")]),
        (set_cell("项目资金", "A4", "年度资金额"), [("misspelt_label", "项目资金", "A4")]),
        (set_cell("案卷", "A6", "年 度："), []),
        (set_cell("案卷", "A6", "年份"), [("misspelt_label", "案卷", "A6")]),
        (
            set_cell("案卷", "A6", "专项名称"),
            [("label_elsewhere", "案卷", "A6"), ("missing", "案卷", "")],
        ),
        (set_cell("案卷", "A6", "地区"), [("equal_labels", "案卷", "A7"), ("missing", "案卷", "")]),
        (set_cell("案卷", "A10", "【专项】"), [("unknown_group", "案卷", "A10")]),
        (set_cell("公文正文", "A4", None), [("heading_without_level", "公文正文", "B4")]),
        (set_cell("公文正文", "A4", "一"), [("not_a_level", "公文正文", "A4")]),
        (set_cell("公文正文", "A4", 2), [("level_jump", "公文正文", "A4")]),
        (set_cell("绩效指标", "J4", "越高越佳"), [("not_one_of_near", "绩效指标", "J4")]),
        (set_cell("本地口径", "A4", None), [("text_without_name", "本地口径", "B4")]),
        (hide_row, [("hidden_row", "绩效指标", "A4")]),
        (hide_column, [("hidden_column", "资金分配", "C2")]),
        (hide_sheet, [("hidden_sheet", "资金明细", "")]),
        (lambda book: book.create_sheet("乱写").append(["甲"]), [("unknown_sheet", "乱写", "")]),
    ],
)
def test_what_cannot_be_read_is_told_by_its_cell(
    tmp_path: Path, change: Change, expected: list[tuple[str, str, str]]
) -> None:
    if not expected:
        load(tmp_path, change)
        return
    assert refused(tmp_path, change) == expected


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        set_cell("资金分配", "C4", "#REF!")(book)
        set_cell("资金分配", "C5", "五百")(book)
        set_cell("绩效指标", "C4", None)(book)
        hide_column(book)

    assert {code for code, _, _ in refused(tmp_path, change)} == {
        "error_cell",
        "not_money",
        "missing",
        "hidden_column",
    }


def test_a_fresh_workbook_says_what_is_to_fill_in(tmp_path: Path) -> None:
    (tmp_path / "新.xlsx").write_bytes(new_case_workbook())
    with pytest.raises(InputError) as error:
        load_case(tmp_path / "新.xlsx")
    assert {p.details["field"] for p in error.value.problems} == {
        "年度",
        "金额单位",
        "专项名称",
        "中央主管部门",
        "地方主管部门",
        "绩效指标",
    }


def test_text_never_becomes_a_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(full())) as package:
        sheets = [package.read(name) for name in package.namelist() if "worksheets/" in name]
    assert sheets
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    assert any(b"=1+1" in sheet for sheet in sheets)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("案卷.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "opening."),
        ("案卷.xlsx", b"", "opening."),
        ("案卷.xlsx", b"PK\x03\x04" + b"\0" * 50, "opening."),
        ("案卷.xlsx", b"year: 2017", "opening."),
    ],
)
def test_what_is_no_workbook_at_all(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as error:
        load_case(tmp_path / name)
    assert error.value.problems[0].code.startswith(code)


def test_somebody_elses_workbook(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "工资表"
    book.save(tmp_path / "工资.xlsx")
    with pytest.raises(InputError) as error:
        load_case(tmp_path / "工资.xlsx")
    assert [p.code for p in error.value.problems] == ["intake.not_a_case_workbook"]


def test_drop_downs_and_explanations_are_there() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(io.BytesIO(new_case_workbook()))
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert any(rule.formula1 == '"越高越好,越低越好,等于为好"' for rule in rules)
    assert all(rule.prompt for rule in rules)
    assert "填写说明" in book.sheetnames
    assert all(sheet.freeze_panes for sheet in book.worksheets)


def test_usual_words_are_offered_and_others_can_be_typed() -> None:
    book = openpyxl.load_workbook(io.BytesIO(new_case_workbook()))
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    offered = {rule.formula1: rule.showErrorMessage for rule in rules if rule.type == "list"}
    for words in (
        "万元,元,亿元",
        "declaration,evaluation",
        "绝密,机密,秘密",
        "产出指标,效益指标,满意度指标",
    ):
        assert offered[f'"{words}"'] is False
    assert offered['"上行文,下行文,平行文"'] is True
