"""The workbook of an evaluation report as office staff fill it in, carefully or not."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import InputError
from govdocs.intake import load_any_case, new_case_file, write_case_workbook
from govdocs.intake.load import any_case_of
from govdocs.intake.workbook.plan import sheets
from govdocs.intake.workbook.scoring_guide import SCORING_GUIDE
from govdocs.intake.workbook.writer import new_case_workbook
from govdocs.intake.yaml.reader import read_yaml
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.scoring import Scoring
from govdocs.place import CellPlace
from govdocs.reporting.problem_text import render_problems
from tests.intake.evaluation_example import REPORT
from tests.intake.examples import said

KIND = "重点绩效评价"
Change = Callable[[Workbook], None]


@cache
def small() -> bytes:
    """The example's workbook without the blank rows, since openpyxl takes its time with each."""
    book = openpyxl.load_workbook(io.BytesIO(write_case_workbook(report(REPORT))))
    for sheet in book.worksheets[2:]:
        last = max(c.row for row in sheet.iter_rows() for c in row if c.value is not None)
        sheet.delete_rows(last + 3, 300)
    for _ in range(2):
        book.remove(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def report(text: str) -> EvaluationCase:
    case = any_case_of(read_yaml(text.encode(), "f"))
    assert isinstance(case, EvaluationCase)
    return case


def load(folder: Path, change: Change) -> EvaluationCase:
    book = openpyxl.load_workbook(io.BytesIO(small()))
    change(book)
    book.save(folder / "案卷.xlsx")
    case = load_any_case(folder / "案卷.xlsx").case
    assert isinstance(case, EvaluationCase)
    return case


def refused(folder: Path, change: Change) -> list[tuple[str, str, int | str]]:
    with pytest.raises(InputError) as error:
        load(folder, change)
    found = list(error.value.problems)
    assert "{" not in render_problems(found)
    places = [p.place.sheet if isinstance(p.place, CellPlace) else "" for p in found]
    return [(code, sheet, cell) for (code, cell), sheet in zip(said(found), places, strict=True)]


def put(sheet: str, cell: str, value: object, shown_as: str = "General") -> Change:
    def change(book: Workbook) -> None:
        target = book[sheet][cell]
        target.value, target.number_format = value, shown_as

    return change


def column_of(sheet: Worksheet, heading: str) -> str:
    return next(
        c.coordinate.rstrip("0123456789") for c in sheet[3] if str(c.value).rstrip("*") == heading
    )


def under(sheet: str, heading: str, row: int, value: object, shown_as: str = "General") -> Change:
    def change(book: Workbook) -> None:
        put(sheet, f"{column_of(book[sheet], heading)}{row}", value, shown_as)(book)

    return change


def test_nothing_changed_gives_the_same_report(tmp_path: Path) -> None:
    assert load(tmp_path, lambda _: None) == report(REPORT)


def test_the_example_has_something_on_every_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(small()))
    assert [sheet.title for sheet in book if sheet.max_row < 4] == []
    assert {sheet.title for sheet in book} == {sheet.name for sheet in sheets(EvaluationCase)}


def move_rows(book: Workbook) -> None:
    """Blank rows, moved columns, sheets in another order: as people rearrange a workbook."""
    book["评价指标"].insert_rows(5, 2)
    book["评分条款"].insert_rows(4, 1)
    book["存在的问题"].insert_rows(5, 2)
    book["资金来源"].move_range("C3:C5", cols=12)
    book.move_sheet("题目选项", -10)
    book.move_sheet("评分分档", -9)


def merge_names(book: Workbook) -> None:
    sheet = book["评价指标"]
    sheet["A5"].value = sheet["B5"].value = None
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("B4:B5")
    sheet = book["评分分档"]
    sheet["A5"].value = None
    sheet.merge_cells("A4:A5")


@pytest.mark.parametrize("change", [move_rows, merge_names])
def test_rearranged_and_merged_names_read_the_same(tmp_path: Path, change: Change) -> None:
    assert load(tmp_path, change) == report(REPORT)


def test_rows_of_one_level_need_not_follow_one_another(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["评价指标"]
        for column in range(1, sheet.max_column + 1):
            five, six = sheet.cell(5, column), sheet.cell(6, column)
            five.value, six.value = six.value, five.value

    case = load(tmp_path, change)
    assert [block.name for block in case.indicators] == ["过程", "产出"]
    assert [row.name for row in case.indicators[0].groups[0].indicators] == [
        "预算执行率",
        "自评情况",
    ]


def test_cells_are_read_as_they_are_shown(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        under("评分分档", "达到", 4, 0.95, "0%")(book)
        under("资金来源", "支出金额", 4, 98.5, "0.00")(book)
        under("拨付进度", "截止日", 4, datetime(2022, 6, 30), "yyyy/m/d")(book)
        under("题目选项", "份数", 4, 9.0)(book)

    case = load(tmp_path, change)
    leaf = case.indicators[0].groups[0].indicators[0]
    assert leaf.rule.steps[0].at_least.text == "95%"
    assert case.sources[0].spent is not None
    assert case.sources[0].spent.text == "98.50"
    assert (case.milestones[0].by.month, case.milestones[0].by.day) == (6, 30)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (under("评价指标", "分值", 4, "二十分"), [("not_number", "评价指标", "E4")]),
        (under("评价指标", "分值", 4, 0.2, "0%"), [("not_number", "评价指标", "E4")]),
        (under("评价指标", "分值", 5, None), [("missing", "评价指标", "E5")]),
        (under("评价指标", "计分方式", 4, "分档计分"), [("not_one_of_near", "评价指标", "F4")]),
        (under("评价指标", "一级指标", 4, None), [("missing", "评价指标", "A4")]),
        (under("评价指标", "三级指标", 6, None), [("missing", "评价指标", "C6")]),
        (under("评价指标", "酌情理由", 6, None), [("missing", "评价指标", "S6")]),
        (under("资金来源", "预算金额", 4, "约一百"), [("not_money", "资金来源", "D4")]),
        (under("资金来源", "预算金额", 4, "=50+50"), [("formula_without_value", "资金来源", "D4")]),
        (under("资金来源", "预算金额", 4, "#REF!"), [("error_cell", "资金来源", "D4")]),
        (under("资金来源", "预算金额", 4, 100.456, "0.0"), [("hidden_decimals", "资金来源", "D4")]),
        (under("资金来源", "资金性质", 4, "财政拨款"), [("not_one_of_near", "资金来源", "B4")]),
        (under("拨付进度", "截止日", 4, "2022.12.31"), [("not_date", "拨付进度", "A4")]),
        (under("拨付进度", "截止日", 4, 44926), [("not_date", "拨付进度", "A4")]),
        (under("题目选项", "份数", 4, 9.5), [("not_whole_number", "题目选项", "C4")]),
        (under("题目选项", "份数", 4, "90%"), [("not_whole_number", "题目选项", "C4")]),
        (under("补贴项目", "每美元补贴", 4, "2分"), [("not_number", "补贴项目", "C4")]),
        (under("评分条款", "所属三级指标", 4, "自评状况"), [("unknown_parent_near", "评分条款", "A4")]),
        (under("评分条款", "所属三级指标", 4, None), [("child_without_parent", "评分条款", "B4")]),
        (under("条款分级", "所属条款", 4, "自评的等级"), [("unknown_parent_near", "条款分级", "B4")]),
        (under("条款分级", "所属条款", 4, "按时开展自评"), []),
        (under("评分条款", "条款", 4, None), [("missing", "评分条款", "B4")]),
        (put("评分条款", "A6", "自评情况"), [("missing", "评分条款", "B6"), ("missing", "评分条款", "C6")]),
        (lambda b: b["补贴项目"].delete_rows(4, 2), [("missing", "补贴项目", "")]),
        (under("问卷题目", "题目", 5, "是否满意？"), [("equal_parents", "题目选项", "A4"), ("equal_parents", "题目选项", "A5"), ("unknown_parent", "题目选项", "A6"), ("unknown_parent", "本题赋值", "A4")]),
        (put("案卷", "B5", None), [("missing", "案卷", "B5")]),
        (put("案卷", "B5", "绩效自评"), [("kind_of_sheets", "案卷", "B5")]),
        (put("案卷", "B7", "二〇二二"), [("not_whole_number", "案卷", "B7")]),
        (put("载明的小计", "B5", "资产管理"), [("unknown_parent_near", "载明的小计", "B5")]),
        (under("载明的小计", "分析表中的合计得分", 5, 39), [("not_of_level", "载明的小计", "E5")]),
        (put("载明的小计", "B5", None), [("equal_names", "载明的小计", "A5")]),
        (put("本地口径", "A5", "score_decimals"), []),
        (put("存在的问题", "D5", "多余"), [("cell_outside", "存在的问题", "D5")]),
        (put("正文", "A6", 4), [("level_jump", "正文", "A6")]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_by_its_cell(
    tmp_path: Path, change: Change, expected: list[tuple[str, str, str]]
) -> None:
    if not expected:
        load(tmp_path, change)
        return
    assert refused(tmp_path, change) == expected


def rename(sheet: str, heading: str, other: str) -> Change:
    def change(book: Workbook) -> None:
        book[sheet][f"{column_of(book[sheet], heading)}3"].value = other

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (rename("评价指标", "计分方式", "计分办法"), ["misspelt_heading"]),
        (rename("评价指标", "三级指标", "名目"), ["missing_heading", "unknown_heading"]),
        (rename("评分分档", "得分", None), ["cell_outside", "cell_outside", "missing_heading"]),  # type: ignore[arg-type]
        (lambda b: b["评价指标"].delete_rows(3), ["no_headings"]),
        (lambda b: b.remove(b["评分分档"]), ["missing_sheet"]),
        (lambda b: b.remove(b["评价指标"]), ["missing_sheet"]),
        (lambda b: setattr(b["评价指标"], "title", "评价的指标"), ["misspelt_sheet"]),
        (lambda b: b["评价指标"].merge_cells("E4:E5"), ["merged_cells"]),
        (lambda b: setattr(b["评分条款"].row_dimensions[4], "hidden", True), ["hidden_row"]),
    ],
)
def test_renamed_missing_and_merged_parts_are_told_without_a_storm(
    tmp_path: Path, change: Change, expected: list[str]
) -> None:
    codes = [code for code, _, _ in refused(tmp_path, change)]
    wanted = [code for code in codes if code != "missing"]
    assert sorted(set(wanted)) == sorted(set(expected))
    assert len(codes) <= 5


def test_the_mark_of_an_empty_group_is_a_word_where_no_group_is(tmp_path: Path) -> None:
    case = load(tmp_path, under("资金来源", "指标文号", 4, "（空）"))
    assert case.sources[0].document == "（空）"
    case = load(tmp_path, under("存在的问题", "说明", 5, "（空）"))
    assert case.problems[0].paragraphs[1] == "（空）"


def test_a_lost_first_sheet_is_told_once(tmp_path: Path) -> None:
    found = refused(tmp_path, lambda book: book.remove(book["案卷"]))
    assert found[0] == ("missing_sheet", "案卷", "")
    assert ("missing", "案卷", "") not in found


def test_a_row_that_lost_its_label_is_asked_for(tmp_path: Path) -> None:
    found = refused(tmp_path, lambda book: book["案卷"].delete_rows(5))
    assert found == [("missing", "案卷", "")]


def test_one_sheet_of_a_report_is_not_taken_for_a_filing(tmp_path: Path) -> None:
    def only_the_first(book: Workbook) -> None:
        for sheet in book.worksheets:
            if sheet.title != "案卷":
                book.remove(sheet)

    found = refused(tmp_path, only_the_first)
    assert ("missing_sheet", "评价指标", "") in found
    assert {code for code, _, _ in found} == {"missing_sheet"}


def test_settings_are_called_by_chinese_names(tmp_path: Path) -> None:
    case = load(tmp_path, put("本地口径", "A5", "执行率小数位"))
    assert case.settings == {"score_decimals": "1"}

    def both(book: Workbook) -> None:
        put("本地口径", "A5", "执行率小数位")(book)
        put("本地口径", "B5", "0", "@")(book)

    assert load(tmp_path, both).settings == {"score_decimals": "1", "rate_decimals": "0"}

    def twice(book: Workbook) -> None:
        put("本地口径", "A5", "score_decimals")(book)
        put("本地口径", "B5", "0", "@")(book)

    assert [code for code, _, _ in refused(tmp_path, twice)] == ["equal_settings"]


def test_settings_have_chinese_names_in_yaml_too() -> None:
    text = REPORT.replace('{score_decimals: "1"}', '{得分小数位: "1"}')
    assert report(text) == report(REPORT)


@pytest.mark.parametrize("name", ["新.yaml", "新.xlsx"])
def test_a_fresh_file_names_what_is_to_fill_in(tmp_path: Path, name: str) -> None:
    new_case_file(tmp_path / name, kind=KIND)
    with pytest.raises(InputError) as error:
        load_any_case(tmp_path / name)
    problems = error.value.problems
    assert {p.code for p in problems} == {"intake.missing"}
    assert [p.details["field"] for p in problems] == [
        "年度",
        "地区",
        "金额单位",
        "项目名称",
        "主管部门",
        "委托方",
        "报告名称",
        "评价机构",
        "报告日期",
        "资金来源",
        "评价指标",
        "正文",
    ]


def test_a_workbook_speaks_of_cells_and_not_of_yaml(tmp_path: Path) -> None:
    new_case_file(tmp_path / "新.xlsx", kind=KIND)
    with pytest.raises(InputError) as error:
        load_any_case(tmp_path / "新.xlsx")
    assert "YAML" not in render_problems(error.value.problems)


def test_the_schema_beside_a_fresh_report_is_the_reports(tmp_path: Path) -> None:
    written = new_case_file(tmp_path / "新.yaml", kind=KIND)
    assert [path.name for path in written] == ["新.yaml", "evaluation.schema.json"]
    assert '"title": "评价案卷"' in written[1].read_text("utf-8")


def test_kinds_that_nobody_knows_or_that_the_source_is_not_are_refused(tmp_path: Path) -> None:
    (tmp_path / "案卷.yaml").write_text(REPORT, "utf-8")
    with pytest.raises(InputError) as unknown:
        new_case_file(tmp_path / "新.xlsx", kind="评价")
    with pytest.raises(InputError) as other:
        new_case_file(tmp_path / "新.xlsx", tmp_path / "案卷.yaml", kind="绩效自评")
    assert [p.code for p in unknown.value.problems] == ["intake.unknown_kind"]
    assert [p.code for p in other.value.problems] == ["intake.other_kind"]
    assert not (tmp_path / "新.xlsx").exists()


def test_there_and_back_is_the_same_report(tmp_path: Path) -> None:
    (tmp_path / "甲.yaml").write_text(REPORT, "utf-8")
    new_case_file(tmp_path / "乙.xlsx", tmp_path / "甲.yaml")
    new_case_file(tmp_path / "丙.yaml", tmp_path / "乙.xlsx")
    assert load_any_case(tmp_path / "丙.yaml").case == report(REPORT)


def offered(sheet: Worksheet, heading: str) -> str:
    letter = column_of(sheet, heading)
    return next(
        str(rule.formula1)
        for rule in sheet.data_validations.dataValidation
        if str(rule.sqref).startswith(f"{letter}4")
    )


def test_the_fresh_workbook_explains_itself() -> None:
    book = openpyxl.load_workbook(io.BytesIO(new_case_workbook(KIND)))
    assert {row[0].value for row in book[SCORING_GUIDE].iter_rows(min_row=4)} == {
        way.value for way in Scoring
    }
    tree = book["评价指标"]
    assert offered(tree, "计分方式") == '"' + ",".join(way.value for way in Scoring) + '"'
    assert offered(book["评分条款"], "所属三级指标") == "'评价指标'!$C$4:$C$304"
    assert offered(book["条款分级"], "所属条款") == "'评分条款'!$B$4:$B$304"
    assert offered(book["海关数据"], "补贴项目") == "'补贴项目'!$B$4:$B$304"
    assert offered(book["存在的问题"], "扣分指标") == "'评价指标'!$C$4:$C$304"
    assert "得分小数位" in offered_at(book["本地口径"], "A4")
    guide = [[str(c.value or "") for c in row] for row in book.worksheets[0].iter_rows()]
    assert any(row[:2] == ["本地口径", "得分小数位"] for row in guide)
    told = {row[0] for row in guide}
    assert {sheet.name for sheet in sheets(EvaluationCase)} <= told


def offered_at(sheet: Worksheet, cell: str) -> str:
    return next(
        str(rule.formula1)
        for rule in sheet.data_validations.dataValidation
        if str(rule.sqref).startswith(cell)
    )
