"""Totals of the Excel forms are live formulas that print what the Word form prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from govdocs.filing.build import build_case

HEAD = """
year: 2019
money_unit: 万元
fund: {name: 某专项资金, ministry: 某部, line_department: 某厅}
budget: {central: 100.50, local: 0.50}
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 项目数, target: 10个, actual: 10个}
attachments:
  - {form: declaration, title: 申报表}
  - {form: evaluation, title: 自评表}
execution:
"""


def forms(tmp_path: Path, execution: str) -> Path:
    case = tmp_path / "case.yaml"
    case.write_text(HEAD + execution, "utf-8")
    return build_case(case, tmp_path / "out").folder


def test_totals_left_out_are_formulas_with_their_value_and_decimals(tmp_path: Path) -> None:
    folder = forms(
        tmp_path,
        "  central: {budget: 100.50, executed: 99.25}\n  other: {budget: 0.50, executed: 0.75}\n",
    )
    live = load_workbook(folder / "附件2.xlsx").active
    kept = load_workbook(folder / "附件2.xlsx", data_only=True).active
    assert live is not None
    assert kept is not None
    assert live["E8"].value == "=SUM(E9:E11)"
    assert kept["E8"].value == pytest.approx(101)
    assert live["E8"].number_format == "0.00"  # 101.00, as the Word form prints it
    assert live["G9"].value.startswith("=IF(")
    declared = load_workbook(folder / "附件1.xlsx").active
    assert declared is not None
    assert declared["D6"].value == "=D7+F7"
    assert declared["D6"].number_format == "0.00"


def test_a_total_of_blanks_is_blank_and_not_0(tmp_path: Path) -> None:
    folder = forms(tmp_path, "  central: {budget: 100}\n")
    sheet = load_workbook(folder / "附件2.xlsx", data_only=True).active
    assert sheet is not None
    assert sheet["E8"].value == 100
    assert sheet["F8"].value is None


def test_a_stated_total_that_is_not_the_sum_stays_and_the_sum_stands_beside_it(
    tmp_path: Path,
) -> None:
    folder = forms(
        tmp_path,
        "  total: {budget: 90, executed: 90}\n  central: {budget: 100, executed: 90}\n",
    )
    sheet = load_workbook(folder / "附件2.xlsx", data_only=True).active
    assert sheet is not None
    assert (sheet["E8"].value, sheet["I8"].value, sheet["L8"].value) == (90, 100, "不一致")
