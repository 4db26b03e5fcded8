"""The 项目支出绩效自评表 line by line, its money in Word and as live formulas in Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from ruamel.yaml import YAML

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.filing.build import build_case
from govdocs.finding import Finding
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case

MONEY_ROWS = {
    "年度资金总额": 6,
    "其中：当年财政拨款": 7,
    "　　　上年结转资金": 8,
    "　　　其他资金": 9,
}
"""The money rows and where the workbook has them."""


def source(name: str, **amounts: str) -> dict[str, str]:
    return {"name": name, "amount": "100", "arrived": "100", "spent": "100", **amounts}


def data_of(sources: list[dict[str, str]], **more: Any) -> dict[str, Any]:
    data = text_data(small_evaluation_text())
    return {**data, "sources": sources, **more}


def papers(folder: Path, data: dict[str, Any]) -> tuple[list[list[str]], Worksheet, Worksheet]:
    """The Word table, the workbook's formulas and its values."""
    file = folder / "案卷.yaml"
    with file.open("w", encoding="utf-8") as out:
        YAML(typ="safe").dump(data, out)
    built = build_case(file, folder / "out").folder
    (table,) = Document(str(built / "项目支出绩效自评表.docx")).tables
    book = built / "项目支出绩效自评表.xlsx"
    live, kept = load_workbook(book).active, load_workbook(book, data_only=True).active
    assert live is not None
    assert kept is not None
    return [[cell.text for cell in row.cells] for row in table.rows], live, kept


def money(table: list[list[str]]) -> dict[str, list[str]]:
    """年初、全年、执行、分值、执行率、得分 of each money row in Word."""
    return {row[1]: row[3:] for row in table if row[1] in MONEY_ROWS}


def excel_money(sheet: Worksheet) -> dict[str, list[str]]:
    """The same in Excel, as it is shown."""
    found = {}
    for label, row in MONEY_ROWS.items():
        texts = []
        for column in range(4, 10):
            value, shown_as = sheet.cell(row, column).value, sheet.cell(row, column).number_format
            if isinstance(value, int | float) and shown_as.endswith("%"):
                texts.append(f"{value:.2%}")
            elif isinstance(value, int | float) and shown_as.startswith("0"):
                texts.append(f"{value:.{len(shown_as.partition('.')[2])}f}")
            else:
                texts.append("" if value is None else str(value))
        found[label] = texts
    return found


def found(data: dict[str, Any], code: str) -> list[Finding]:
    case = read_any_case(data)
    return [f for f in run_checks(Subject(case, form_set_of(case))).findings if f.code == code]


def test_the_form_is_the_official_one_line_by_line(tmp_path: Path) -> None:
    table, live, _ = papers(tmp_path, data_of([source("甲")]))
    assert [row[0] for row in table[:3]] == ["项目名称", "主管部门", "项目资金（万元）"]
    assert table[2][3:] == ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    assert [row[1] for row in table[3:7]] == list(MONEY_ROWS)
    assert table[7] == ["年度总体目标", *["预期目标"] * 4, *["实际完成情况"] * 4]
    head = [
        "绩效指标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    ]
    assert table[9] == head
    assert {row[0] for row in table[9:-1]} == {"绩效指标"}
    assert table[-1][0] == "总分"
    assert [live.cell(12, column).value for column in range(1, 10)] == head
    assert [live.cell(5, column).value for column in range(4, 10)] == table[2][3:]
    assert [live.cell(row, 2).value for row in MONEY_ROWS.values()] == list(MONEY_ROWS)


SPLIT = [
    source("年初安排", initial="90.50", amount="100.50", arrived="100.50", spent="80.25"),
    source("结转", kind="上年结转资金", initial="20", amount="20", arrived="20", spent="20"),
    source("自筹", kind="其他资金", initial="0", amount="30.25", arrived="30.25", spent="10"),
    source("追加", initial="0", amount="9.25", arrived="9.25", spent="9.25"),
]


def test_each_kind_is_the_sum_of_its_sources_and_the_total_that_of_the_kinds(
    tmp_path: Path,
) -> None:
    table, live, kept = papers(tmp_path, data_of(SPLIT))
    assert money(table) == {
        "年度资金总额": ["110.50", "160.00", "119.50", "10", "74.69%", "7.47"],
        "其中：当年财政拨款": ["90.50", "109.75", "89.50", "－", "81.55%", "－"],
        "　　　上年结转资金": ["20", "20", "20", "－", "100.00%", "－"],
        "　　　其他资金": ["0", "30.25", "10", "－", "33.06%", "－"],
    }
    assert excel_money(kept) == money(table)
    for column in "DEF":
        assert f"SUM({column}7:{column}9)" in str(live[f"{column}6"].value)
    assert str(live["H6"].value).startswith("=IF(")
    assert "ROUND(" in str(live["I6"].value)
    assert found(data_of(SPLIT), "F724") == []


@pytest.mark.parametrize("column", ["initial", "spent"])
def test_what_one_source_does_not_state_stays_blank_in_its_row_and_in_the_total(
    tmp_path: Path, column: str
) -> None:
    sources = [dict(one) for one in SPLIT]
    del sources[3][column]
    table, _, kept = papers(tmp_path, data_of(sources))
    at = {"initial": 0, "spent": 2}[column]
    shown = money(table)
    assert [shown[label][at] for label in MONEY_ROWS][:2] == ["", ""]
    assert shown["　　　上年结转资金"][at] == "20"
    assert excel_money(kept) == shown
    scored = column != "spent"
    assert [bool(shown["年度资金总额"][n]) for n in (4, 5)] == [scored, scored]
    assert bool(table[-1][7]) is scored
    assert (kept.cell(kept.max_row, 8).value is not None) is scored


def test_a_total_known_without_its_sources_is_printed_and_scored(tmp_path: Path) -> None:
    bare = [{"name": name, "amount": "100"} for name in ("甲", "乙")]
    data = data_of(bare, year_total={"spent": "150"})
    del data["indicators"][0]["groups"][0]["indicators"][0]["measure"]
    data["indicators"][0]["groups"][0]["indicators"][0]["value"] = "100%"
    table, live, kept = papers(tmp_path, data)
    # All of it is of one kind, so that what is known of the whole is known of the kind.
    assert money(table)["其中：当年财政拨款"][:3] == ["", "200", "150"]
    assert money(table)["年度资金总额"] == ["", "200", "150", "10", "75.00%", "7.5"]
    assert excel_money(kept) == money(table)
    assert live["N7"].value is None  # the sum prints it; nothing stands in its way


def test_a_stated_total_that_is_not_the_sum_is_printed_and_both_are_told(tmp_path: Path) -> None:
    data = data_of(SPLIT, year_total={"amount": "170"})
    table, _, kept = papers(tmp_path, data)
    assert money(table)["年度资金总额"][1] == "170"
    assert excel_money(kept) == money(table)
    assert (kept["M6"].value, kept["M7"].value, kept["O6"].value) == (160, 170, "不一致")
    (finding,) = found(data, "F724")
    assert (finding.actual, finding.expected, finding.variant) == ("170", "160", "")
    assert finding.spots[0].label == "年度资金总额全年预算数"


@pytest.mark.parametrize(
    ("total", "variants"),
    [
        ({"amount": "160.00", "initial": "110.50", "spent": "119.5"}, []),
        ({"spent": "119"}, ["cut"]),
        ({"spent": "118"}, [""]),
        ({"spent": "120"}, ["near"]),
        ({"initial": "1"}, [""]),
        ({"spent": "161"}, ["", "over"]),
    ],
)
def test_totals_are_held_against_their_sources(total: dict[str, str], variants: list[str]) -> None:
    assert [f.variant for f in found(data_of(SPLIT, year_total=total), "F724")] == variants


def test_sources_left_blank_are_no_difference_unless_the_others_are_already_more() -> None:
    sources = [source("甲"), {"name": "乙", "amount": "50"}]
    assert found(data_of(sources, year_total={"spent": "120"}), "F724") == []
    (finding,) = found(data_of(sources, year_total={"spent": "90"}), "F724")
    assert finding.variant == "more"


def test_money_that_firms_had_by_the_end_of_the_year_was_spent() -> None:
    sources = [source("甲", spent="70")]
    (finding,) = found(data_of(sources), "F724")
    assert (finding.variant, finding.actual, finding.expected) == ("paid", "70", "80")


@pytest.mark.parametrize(("decimals", "earned"), [("0", "7"), ("1", "7.5"), ("3", "7.469")])
def test_points_are_printed_with_the_decimals_of_the_form(
    tmp_path: Path, decimals: str, earned: str
) -> None:
    data = data_of(SPLIT, settings={"score_decimals": decimals})
    table, _, kept = papers(tmp_path, data)
    assert money(table)["年度资金总额"][5] == earned
    assert f"{kept['I6'].value:g}" == earned
    rows = [row[7] for row in table[10:-1]]
    assert all(len(text.partition(".")[2]) <= int(decimals) for text in rows)
    assert f"{kept.cell(kept.max_row, 8).value:g}" == table[-1][7]


@pytest.mark.parametrize(("decimals", "rate"), [("0", "75%"), ("1", "74.7%"), ("2", "74.69%")])
def test_the_rate_is_printed_with_the_decimals_of_the_form(
    tmp_path: Path, decimals: str, rate: str
) -> None:
    table, _, kept = papers(tmp_path, data_of(SPLIT, settings={"rate_decimals": decimals}))
    assert money(table)["年度资金总额"][4] == rate
    assert excel_money(kept)["年度资金总额"][4] == rate


def test_a_tree_without_rows_for_the_form_has_no_total(tmp_path: Path) -> None:
    data = data_of([source("甲")])
    data["indicators"] = data["indicators"][:1]
    leaf = data["indicators"][0]["groups"][0]["indicators"][0]
    leaf |= {
        "weight": "100",
        "rule": {"kind": "分档得分", "steps": [{"at_least": "100%", "points": "100"}]},
    }
    for part in ("problems", "tables"):
        del data[part]
    data["sections"] = [{"heading": "基本情况"}]
    table, _, kept = papers(tmp_path, data)
    assert table[-1][6:8] == ["10", ""]
    assert kept.cell(kept.max_row, 8).value is None


def test_an_amount_is_printed_as_it_was_written(tmp_path: Path) -> None:
    table, _, kept = papers(
        tmp_path, data_of([source("甲", amount="1,234.50", arrived="1,234.50")])
    )
    assert money(table)["其中：当年财政拨款"][1] == "1,234.50"
    assert (kept["E7"].value, kept["E7"].number_format) == (1234.5, "#,##0.00")
