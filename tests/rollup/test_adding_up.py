"""How units' values become one: by kind, weighted by money, exact, rounded once at the end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from govdocs.rollup.adding_up.exact import fraction_text, rounded_fraction
from govdocs.rollup.adding_up.weights import Weight
from tests.rollup import small
from tests.rollup.small import (
    ALL_OPEN,
    EXECUTION,
    HIGHEST,
    JOBS,
    LOWEST,
    PEOPLE,
    QUALITY,
    RATE,
    codes,
    form,
    run_of,
    value_of,
)


def two(folder: Path, first, second, money=(("100", "50"), ("300", "270")), **options):
    (a, b), (c, d) = money
    return run_of(
        folder,
        {"甲一": form("甲一", first, a, b), "甲二": form("甲二", second, c, d)},
        small.units("甲一", "甲二"),
        **options,
    )


def by_path(run) -> dict[str, str | None]:
    return {figure.path: figure.value for figure in run.record.figures}


def test_absolute_values_add(tmp_path: Path) -> None:
    run = two(tmp_path, {JOBS: 12, PEOPLE: Decimal("0.1")}, {JOBS: 30, PEOPLE: Decimal("0.2")})
    assert value_of(run, JOBS) == "42"
    assert value_of(run, PEOPLE) == "0.3"  # not 0.30000000000000004
    assert run.case.indicators[PEOPLE - 1].actual.text == "0.3万人"


def test_relative_values_are_weighted_by_budget_and_the_result_names_it(tmp_path: Path) -> None:
    run = two(tmp_path, {RATE: "80%"}, {RATE: "100%"})
    assert value_of(run, RATE) == "95"  # (80×100+100×300)÷400
    assert run.record.weight == "全年预算数"


def test_the_other_weight_is_executed_money(tmp_path: Path) -> None:
    run = two(tmp_path, {RATE: "80%"}, {RATE: "100%"}, weight=Weight.EXECUTED)
    assert value_of(run, RATE) == "97"  # (80×50+100×270)÷320 = 96.875
    assert (run.record.weight, run.record.figures[RATE - 1].residue) == ("全年执行数", "-0.125")


def test_qualitative_shares_are_weighted_and_named_by_band(tmp_path: Path) -> None:
    run = two(tmp_path, {QUALITY: "60%"}, {QUALITY: "80%"})
    figure = run.record.figures[QUALITY - 1]
    assert (figure.value, figure.band) == ("75", "部分达成预期指标并具有一定效果")


def test_rounding_never_lifts_a_share_into_the_better_band(tmp_path: Path) -> None:
    run = two(tmp_path, {QUALITY: "79%"}, {QUALITY: "80%"}, (("100", "1"), ("200", "1")))
    figure = run.record.figures[QUALITY - 1]
    assert figure.value == "79.7"  # 79.67 would print as 80 and read 全部或基本达成
    assert figure.band == "部分达成预期指标并具有一定效果"


def test_highest_lowest_and_yes_no(tmp_path: Path) -> None:
    run = two(
        tmp_path,
        {HIGHEST: 9, LOWEST: 60, ALL_OPEN: "是"},
        {HIGHEST: 14, LOWEST: 45, ALL_OPEN: "否"},
    )
    assert [value_of(run, n) for n in (HIGHEST, LOWEST, ALL_OPEN)] == ["14", "45", "否"]
    assert value_of(two(tmp_path, {ALL_OPEN: "是"}, {ALL_OPEN: "是"}), ALL_OPEN) == "是"


def test_the_execution_rate_is_b_over_a_and_never_a_mean_of_rates(tmp_path: Path) -> None:
    run = two(tmp_path, {EXECUTION: "50%"}, {EXECUTION: "90%"}, (("100", "50"), ("300", "270")))
    assert value_of(run, EXECUTION) == "80"  # 320÷400; the mean of the rates would be 70
    assert by_path(run)["execution.total.rate"] == "80"
    assert run.case.execution.total.rate is None  # derived from the sums, not stated


def test_wrongly_written_rates_do_not_change_the_execution_rate(tmp_path: Path) -> None:
    run = two(tmp_path, {EXECUTION: "99%"}, {EXECUTION: "99%"})
    assert value_of(run, EXECUTION) == "80"
    assert [f.variant for f in run.findings if f.code == "F706"] == ["", "", "mean"]


@pytest.mark.parametrize("nothing", ["", "不适用"])
def test_blank_and_not_applicable_leave_numerator_and_denominator(
    tmp_path: Path, nothing: str
) -> None:
    run = two(tmp_path, {RATE: nothing} if nothing else {}, {RATE: "90%"})
    figure = run.record.figures[RATE - 1]
    assert (figure.value, figure.weights, figure.covered) == ("90", "300", 1)
    named = figure.not_applicable if nothing else figure.blank
    assert named == "甲一"


def test_a_weight_of_zero_is_said_and_weighs_nothing(tmp_path: Path) -> None:
    run = two(tmp_path, {RATE: "10%"}, {RATE: "90%"}, (("0", "0"), ("300", "270")))
    assert value_of(run, RATE) == "90"
    assert "weight_zero" in codes(run)


def test_weights_that_sum_to_zero_leave_the_figure_blank(tmp_path: Path) -> None:
    run = two(tmp_path, {RATE: "10%"}, {RATE: "90%"}, (("0", "0"), ("0", "0")))
    assert value_of(run, RATE) is None
    assert "all_weights_zero" in codes(run)


def test_a_share_without_its_money_is_named_as_left_out(tmp_path: Path) -> None:
    run = two(tmp_path, {RATE: "10%"}, {RATE: "90%"}, (("", ""), ("300", "270")))
    assert value_of(run, RATE) == "90"
    assert run.record.figures[RATE - 1].left_out == "甲一"
    assert [(r.unit, r.what, r.written, r.reason) for r in run.record.left_out] == [
        ("甲一", "培训合格率", "10%", "没有权数")
    ]


def test_all_units_blank_gives_a_blank_and_says_so(tmp_path: Path) -> None:
    run = two(tmp_path, {}, {})
    assert [figure.value for figure in run.record.figures[: JOBS + 6]] == [None] * 7
    assert run.case.indicators[0].actual is None
    assert "rollup.all_blank" in [met.problem.code for met in run.met]


def test_rounding_comes_once_at_the_end_with_the_residue_shown(tmp_path: Path) -> None:
    names = ("甲一", "甲二", "甲三")
    shares = ("90.4%", "90.4%", "90.5%")
    forms = {n: form(n, {RATE: s}, "1", "1") for n, s in zip(names, shares, strict=True)}
    figure = run_of(tmp_path, forms, small.units(*names)).record.figures[RATE - 1]
    assert (figure.value, figure.weighted, figure.weights) == ("90.4", "271.3", "3")
    assert figure.residue == "≈0.03333333"


def test_halves_round_away_from_zero_as_offices_do() -> None:
    assert rounded_fraction(Fraction(5, 2), 0) == Decimal(3)
    assert rounded_fraction(Fraction(-5, 2), 0) == Decimal(-3)
    assert rounded_fraction(Fraction(1, 3), 4) == Decimal("0.3333")
    assert (fraction_text(Fraction(1, 8)), fraction_text(Fraction(1, 3))) == (
        "0.125",
        "≈0.33333333",
    )


def test_reasons_carry_their_units_names_and_equal_ones_stand_once(tmp_path: Path) -> None:
    key = "gd_i001_reason"
    forms = {
        "甲一": form("甲一", {JOBS: 1, key: "雨季停工。"}),
        "甲二": form("甲二", {JOBS: 1, key: "雨季停工"}),
        "乙一": form("乙一", {JOBS: 1, key: "资金晚到"}, parent="西市"),
    }
    run = run_of(tmp_path, forms, small.units("甲一", "甲二", "乙一"))
    assert run.case.indicators[0].reason == "甲一、甲二：雨季停工；乙一：资金晚到。"


def test_a_total_that_was_not_computed_is_made_from_its_parts(tmp_path: Path) -> None:
    from govdocs.rollup.units import Level, Unit
    from tests.rollup.filling import filled

    blank = small.press().form_for(Unit("甲一", Level.COUNTY, "东市"), "某省")
    data = filled(blank, {"gd_central_budget": 10, "gd_other_budget": 5}, compute=False)
    run = run_of(tmp_path, {"甲一": data}, small.units("甲一"))
    assert by_path(run)["execution.total.budget"] == "15"
