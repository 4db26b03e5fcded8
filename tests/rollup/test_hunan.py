"""The published 2017 Hunan case, taken apart into invented county forms, comes together again."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.intake import load_case, write_case_yaml
from govdocs.model.quantity import Quantity
from govdocs.reporting.rollup_met import met_lines
from govdocs.rollup.policy import Consequence, Policy
from govdocs.rollup.result.write_result import write_result
from govdocs.rollup.run import RollupOptions, RollupRun, roll_up
from govdocs.rollup.taking_in.take_in import Spread
from govdocs.rollup.unit_list_file import load_unit_list
from govdocs.rollup.units import Level

EXECUTION_RATE_ROW = 8


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "data" / "rollup" / "2017-hunan"


@pytest.fixture(scope="module")
def run(folder: Path) -> RollupRun:
    units = load_unit_list(folder / "单位名单.yaml")
    return roll_up([folder / "表格"], RollupOptions(folder / "案卷.yaml", units, spread=Spread(1)))


def test_fourteen_prefectures_with_a_few_counties_each(folder: Path) -> None:
    units = load_unit_list(folder / "单位名单.yaml")
    prefectures = [u.name for u in units.units if u.level is Level.PREFECTURE]
    assert len(prefectures) == 14
    assert all(2 <= len(units.children[name]) <= 3 for name in prefectures)


def test_every_form_says_that_its_figures_are_invented(run: RollupRun) -> None:
    assert all("编造" in one.texts["remark"][1] for one in run.returns)


def test_the_money_rows_are_the_published_ones(run: RollupRun, hunan_file: Path) -> None:
    published = load_case(hunan_file).case.execution
    for row in ("total", "central", "other"):
        for column in ("budget", "executed"):
            mine = getattr(getattr(run.case.execution, row), column)
            assert mine.number == getattr(getattr(published, row), column).number, (row, column)
    assert run.case.execution.local is None and published.local is None


def test_every_actual_is_the_published_one_but_for_the_execution_rate(
    run: RollupRun, hunan_file: Path
) -> None:
    published = load_case(hunan_file).case.indicators
    assert len(run.case.indicators) == len(published) == 32
    for number, (mine, theirs) in enumerate(zip(run.case.indicators, published, strict=True)):
        if number == EXECUTION_RATE_ROW:
            continue
        assert mine.name == theirs.name and mine.target == theirs.target
        if theirs.actual is None:
            assert mine.actual is None
        else:
            assert isinstance(mine.actual, Quantity) and isinstance(theirs.actual, Quantity)
            assert mine.actual.text == theirs.actual.text, mine.name


def test_the_published_rate_of_96_is_a_slip_that_the_sums_do_not_give(run: RollupRun) -> None:
    rates = {f.path: f.value for f in run.record.figures if f.kind == "执行率"}
    assert rates["execution.total.rate"] == rates["execution.central.rate"] == "95"
    assert rates["execution.other.rate"] == "100"
    actual = run.case.indicators[EXECUTION_RATE_ROW].actual
    assert isinstance(actual, Quantity) and actual.text == "95%"


def test_the_slip_of_the_total_row_is_found_in_the_counties_where_it_began(run: RollupRun) -> None:
    slipped = [f.details["unit"] for f in run.findings if f.code == "F703"]
    others = [one.name for one in run.returns if "other.budget" in one.money]
    assert slipped == others and len(slipped) == 8
    assert {f.code for f in run.findings} == {"F703"}


def test_prefecture_by_prefecture_gives_the_same_province(
    run: RollupRun, folder: Path, tmp_path: Path
) -> None:
    units = load_unit_list(folder / "单位名单.yaml")
    written = write_result(run, tmp_path / "一次.yaml", levels=tmp_path / "市州")
    assert len(written.levels) == 14
    stepwise = roll_up(
        [tmp_path / "市州"], RollupOptions(folder / "案卷.yaml", units, spread=Spread(1))
    )
    assert write_case_yaml(stepwise.case) == write_case_yaml(run.case)


def test_the_result_is_a_case_that_loads_checks_and_round_trips(
    run: RollupRun, tmp_path: Path
) -> None:
    from govdocs.checks.engine import run_checks
    from govdocs.checks.subject import Subject
    from govdocs.forms.catalogue import form_set_of

    path = write_result(run, tmp_path / "汇总.yaml").case
    loaded = load_case(path)
    assert loaded.case == run.case
    result = run_checks(Subject(loaded.case, form_set_of(loaded.case), loaded.places))
    assert "F101" in {finding.code for finding in result.findings}  # the total row again
    assert result.faults == ()


ERRORS = Policy(changed={"rollup.unit_twice": Consequence.LEAVE_FORM})


def test_what_is_said_of_the_planted_errors(root: Path, monkeypatch) -> None:
    folder = root / "data" / "rollup" / "2017-hunan-errors"
    monkeypatch.chdir(folder)
    units = load_unit_list(Path("单位名单.yaml"))
    run = roll_up(
        [Path("表格")],
        RollupOptions(Path("../2017-hunan/案卷.yaml"), units, policy=ERRORS, spread=Spread(1)),
    )
    assert list(met_lines(run.met)) == Path("说明.txt").read_text("utf-8").splitlines()
    silent = [
        path.name
        for path in Path("表格").iterdir()
        if path.name not in Path("说明.txt").read_text("utf-8")
    ]
    # The first of two files of a unit is named with the second.
    assert silent == []
