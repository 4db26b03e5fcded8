"""What stands out or does not add up is found with its cell; what is consistent is left alone."""

from __future__ import annotations

from pathlib import Path

from govdocs.finding import Level
from govdocs.place import CellPlace
from govdocs.rollup.units import Level as UnitLevel
from govdocs.rollup.units import Unit, UnitList
from tests.rollup import small
from tests.rollup.small import EXECUTION, JOBS, PEOPLE, RATE, form, run_of

TEN = tuple(f"甲{n}" for n in range(10))


def findings(run, code: str):
    return [finding for finding in run.findings if finding.code == code]


def test_ordinary_units_are_left_alone(tmp_path: Path) -> None:
    forms = {
        n: form(n, {JOBS: 20 + 3 * i, RATE: f"{90 + i % 4}%"}, str(100 + 10 * i), "95")
        for i, n in enumerate(TEN)
    }
    assert run_of(tmp_path, forms, small.units(*TEN)).findings == ()


def test_a_slip_of_the_unit_stands_out(tmp_path: Path) -> None:
    forms = {
        n: form(
            n,
            {PEOPLE: 8800 if n == "甲3" else 1, RATE: "9%" if n == "甲4" else "93%"},
            str(100 + i),
        )
        for i, n in enumerate(TEN)
    }
    found = findings(run_of(tmp_path, forms, small.units(*TEN)), "F701")
    assert [(f.details["unit"], f.details["side"], f.level) for f in found] == [
        ("甲4", "低", Level.WARNING),
        ("甲3", "高", Level.WARNING),
    ]
    assert found[1].details["money_unit"] == "万元"
    place = found[1].spots[0].place
    assert isinstance(place, CellPlace) and place.file.endswith("甲3.xlsx")


def test_a_large_county_with_large_figures_does_not_stand_out(tmp_path: Path) -> None:
    forms = {n: form(n, {JOBS: 20}, "100") for n in TEN[:9]} | {
        TEN[9]: form(TEN[9], {JOBS: 4000}, "20000")
    }
    assert findings(run_of(tmp_path, forms, small.units(*TEN)), "F701") == []


def test_a_few_units_say_nothing_about_what_is_usual(tmp_path: Path) -> None:
    forms = {n: form(n, {RATE: r}) for n, r in (("甲一", "95%"), ("甲二", "95%"), ("甲三", "5%"))}
    assert run_of(tmp_path, forms, small.units("甲一", "甲二", "甲三")).findings == ()


def test_a_part_above_the_whole_and_a_total_that_is_not_its_parts(tmp_path: Path) -> None:
    forms = {
        "甲一": form("甲一", {"gd_total_budget": 80, "gd_total_executed": 80}, "100", "80"),
        "甲二": form(
            "甲二",
            {
                "gd_other_budget": 20,
                "gd_other_executed": 20,
                "gd_total_budget": 100,
                "gd_total_executed": 90,
            },
            "100",
            "90",
        ),
    }
    run = run_of(tmp_path, forms, small.units("甲一", "甲二"))
    (part,) = findings(run, "F702")
    assert (part.details["unit"], part.expected, part.actual) == ("甲一", "100", "80")
    (total,) = findings(run, "F703")
    assert (total.details["unit"], total.arithmetic) == ("甲二", "100＋20＝120≠100")
    assert [f.code for f in total.below] == ["F703"]  # the other column has the same root


def test_executed_above_budget(tmp_path: Path) -> None:
    run = run_of(tmp_path, {"甲一": form("甲一", {JOBS: 1}, "100", "120")}, small.units("甲一"))
    assert {f.variant for f in findings(run, "F702")} == {"executed"}


def test_a_written_execution_rate_is_held_against_the_money(tmp_path: Path) -> None:
    forms = {"甲一": form("甲一", {EXECUTION: "96%"}, "300", "285.99")}
    found = findings(run_of(tmp_path, forms, small.units("甲一")), "F706")
    assert [(f.variant, f.expected, f.actual) for f in found] == [
        ("", "95%", "96%"),
        ("mean", "95%", "96%"),
    ]
    right = {"甲一": form("甲一", {EXECUTION: "95.3%"}, "300", "285.99")}
    assert findings(run_of(tmp_path, right, small.units("甲一")), "F706") == []


def test_targets_that_are_not_wholly_shared_out(tmp_path: Path) -> None:
    def listed(second: str) -> UnitList:
        return UnitList(
            (
                Unit("某省", UnitLevel.PROVINCE),
                Unit("甲一", UnitLevel.COUNTY, "某省", {"培训场次": "60场"}),
                Unit("甲二", UnitLevel.COUNTY, "某省", {"培训场次": second}),
            )
        )

    forms = {n: form(n, {JOBS: 1}) for n in ("甲一", "甲二")}
    found = findings(run_of(tmp_path, forms, listed("30场")), "F705")
    assert [(f.expected, f.actual) for f in found] == [("90", "100场")]
    assert findings(run_of(tmp_path, forms, listed("40场")), "F705") == []


def test_the_funds_total_is_held_against_the_units_when_all_are_in(tmp_path: Path) -> None:
    from govdocs.intake import write_case_yaml
    from govdocs.model.case import read_case
    from govdocs.rollup.run import RollupOptions, roll_up

    data = small.case_data()
    data["fund"]["issued"] = "250"
    case = tmp_path / "下达.yaml"
    case.write_text(write_case_yaml(read_case(data)), "utf-8")
    where = small.put(tmp_path, {n: form(n, {JOBS: 1}) for n in ("甲一", "甲二")})
    run = roll_up([where], RollupOptions(case, small.units("甲一", "甲二")))
    assert [(f.expected, f.actual) for f in findings(run, "F707")] == [("200", "250")]
    partly = roll_up([where], RollupOptions(case, small.units("甲一", "甲二", "甲三")))
    assert findings(partly, "F707") == []
