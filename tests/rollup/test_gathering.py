"""Each unit counts once; who is missing is named; levels add up to the same in any order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdocs.errors import InputError
from govdocs.intake import load_case, write_case_yaml
from govdocs.rollup.policy import Policy, Strictness
from govdocs.rollup.result.write_result import write_result
from govdocs.rollup.run import RollupOptions, roll_up
from govdocs.rollup.taking_in.take_in import Spread
from tests.rollup import small
from tests.rollup.small import JOBS, QUALITY, RATE, codes, form, run_of, value_of

FOUR = ("甲一", "甲二", "乙一", "乙二")


def test_missing_units_are_named_with_the_reason(tmp_path: Path) -> None:
    run = run_of(tmp_path, {"甲一": form("甲一", {JOBS: 1}), "甲二": b"broken"}, small.units(*FOUR))
    assert [(unit.name, unit.reason) for unit in run.record.missing] == [
        ("甲二", "文件不能用"),
        ("乙一", "未报送"),
        ("乙二", "未报送"),
    ]
    assert run.record.listed == 4


def test_two_equal_files_of_a_unit_count_once(tmp_path: Path) -> None:
    data = form("甲一", {JOBS: 5})
    run = run_of(tmp_path, {"甲一": data, "甲一（副本）": data}, small.units("甲一"))
    assert (value_of(run, JOBS), codes(run)) == ("5", ["unit_twice_same"])


def test_two_different_files_of_a_unit_are_never_chosen_from(tmp_path: Path) -> None:
    forms = {
        "甲一": form("甲一", {JOBS: 5}),
        "甲一改": form("甲一", {JOBS: 6}),
        "甲二": form("甲二", {JOBS: 1}),
    }
    with pytest.raises(InputError) as caught:
        run_of(tmp_path, forms, small.units("甲一", "甲二"))
    problem = caught.value.problems[0]
    assert problem.code == "rollup.unit_twice" and problem.details["differs"] == "F14"
    lenient = run_of(
        tmp_path, forms, small.units("甲一", "甲二"), policy=Policy(Strictness.LENIENT)
    )
    assert value_of(lenient, JOBS) == "1"
    assert [(u.name, u.reason) for u in lenient.record.missing] == [("甲一", "同一单位两份不同")]


def test_a_unit_that_is_not_listed_does_not_count(tmp_path: Path) -> None:
    forms = {"甲一": form("甲一", {JOBS: 1}), "丙": form("丙", {JOBS: 9})}
    run = run_of(tmp_path, forms, small.units("甲一"))
    assert (value_of(run, JOBS), codes(run)) == ("1", ["unit_unknown"])


def test_an_upper_units_form_is_compared_and_not_added(tmp_path: Path) -> None:
    forms = {
        "甲一": form("甲一", {JOBS: 1}),
        "甲二": form("甲二", {JOBS: 2}),
        "东市": form("东市", {JOBS: 9}, "200", "180", parent="某省"),
    }
    run = run_of(tmp_path, forms, small.units("甲一", "甲二"))
    assert (value_of(run, JOBS), codes(run)) == ("3", ["parent_with_children"])
    finding = next(f for f in run.findings if f.code == "F704")
    assert (finding.actual, finding.expected) == ("9", "3")


def test_an_upper_units_form_stands_in_where_nobody_below_filed(tmp_path: Path) -> None:
    run = run_of(
        tmp_path, {"东市": form("东市", {JOBS: 9}, parent="某省")}, small.units("甲一", "甲二")
    )
    assert (value_of(run, JOBS), codes(run)) == ("9", ["stands_for_children"])
    assert run.record.missing == ()


def test_a_hand_written_case_is_a_units_form_too(tmp_path: Path) -> None:
    data = small.case_data()
    data["fund"]["implementing_unit"] = "甲一"
    data["indicators"][0] |= {"actual": "7", "reason": "雨季停工"}
    data["execution"] = {"central": {"budget": "100", "executed": "90"}}
    from govdocs.model.case import read_case

    text = write_case_yaml(read_case(data))
    run = run_of(
        tmp_path,
        {"甲一.yaml": text.encode(), "甲二": form("甲二", {JOBS: 1})},
        small.units("甲一", "甲二"),
    )
    assert value_of(run, JOBS) == "8"
    total = run.case.execution.total
    assert total is not None and total.budget is not None and total.budget.text == "200"


def test_forms_carry_enough_to_be_rolled_up_alone(tmp_path: Path) -> None:
    where = small.put(
        tmp_path, {"甲一": form("甲一", {JOBS: 1}), "乙一": form("乙一", {JOBS: 2}, parent="西市")}
    )
    run = roll_up([where], RollupOptions(spread=Spread(1)))
    assert (value_of(run, JOBS), run.record.unit) == ("3", "某省")
    assert {node.name for node in run.record.nodes} == {"东市", "西市"}
    assert "rollup.no_list" in [met.problem.code for met in run.met]


def result_of(run, path: Path) -> Path:
    return write_result(run, path).case


def test_a_changed_result_is_refused_on_the_next_level(tmp_path: Path) -> None:
    units = small.units(*FOUR)
    where = small.put(tmp_path, {"甲一": form("甲一", {JOBS: 1}), "甲二": form("甲二", {JOBS: 2})})
    options = RollupOptions(small.case_file(tmp_path), units, "东市", spread=Spread(1))
    path = result_of(roll_up([where], options), tmp_path / "东市.yaml")
    path.write_text(path.read_text("utf-8").replace("actual: 3场", "actual: 30场"), "utf-8")
    with pytest.raises(InputError) as caught:
        roll_up([path], RollupOptions(small.case_file(tmp_path), units, spread=Spread(1)))
    edited = [p for p in caught.value.problems if p.code == "rollup.result_edited"]
    assert [(p.details["written"], p.details["expected"]) for p in edited] == [("30场", "3")]


cells = st.fixed_dictionaries(
    {},
    optional={
        JOBS: st.integers(0, 500),
        RATE: st.integers(100, 10000).map(lambda n: f"{Decimal(n).scaleb(-2)}%"),
        QUALITY: st.integers(0, 100).map(lambda n: f"{n}%") | st.just("不适用"),
        4: st.integers(1, 30),
        5: st.integers(1, 30),
        6: st.sampled_from(["是", "否"]),
        7: st.integers(1, 99999).map(lambda n: Decimal(n).scaleb(-4)),
    },
)
money = st.integers(0, 10**7).map(lambda n: f"{Decimal(n).scaleb(-2):f}")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.tuples(cells, money, money, st.booleans()), min_size=4, max_size=4))
def test_step_by_step_gives_the_same_as_in_one_go(tmp_path_factory, rows) -> None:
    folder = tmp_path_factory.mktemp("levels")
    units = small.units(*FOUR)
    forms = {
        name: form(name, values, a, b, "东市" if name[0] == "甲" else "西市")
        for name, (values, a, b, here) in zip(FOUR, rows, strict=True)
        if here or name == "甲一"
    }
    where = small.put(folder, forms)
    case = small.case_file(folder)
    at_once = roll_up([where], RollupOptions(case, units, spread=Spread(1)))
    parts = []
    for city in ("东市", "西市"):
        mine = [where / f"{n}.xlsx" for n in forms if units.by_name[n].parent == city]
        if mine:
            part = roll_up(mine, RollupOptions(case, units, city, spread=Spread(1)))
            parts.append(result_of(part, folder / f"{city}.yaml"))
    stepwise = roll_up(parts, RollupOptions(case, units, spread=Spread(1)))
    assert write_case_yaml(stepwise.case) == write_case_yaml(at_once.case)


def test_the_levels_written_on_the_way_are_what_their_own_roll_up_gives(tmp_path: Path) -> None:
    units = small.units(*FOUR)
    where = small.put(tmp_path, {n: form(n, {JOBS: 3, RATE: "91%"}) for n in FOUR[:3]})
    case = small.case_file(tmp_path)
    run = roll_up([where], RollupOptions(case, units, spread=Spread(1)))
    write_result(run, tmp_path / "省.yaml", levels=tmp_path / "各市")
    own = roll_up(
        [where / "甲一.xlsx", where / "甲二.xlsx"],
        RollupOptions(case, units, "东市", spread=Spread(1)),
    )
    assert (
        load_case(tmp_path / "各市" / "东市.yaml").case
        == load_case(result_of(own, tmp_path / "东市.yaml")).case
    )


def test_project_county_prefecture_province_in_three_steps_or_one(tmp_path: Path) -> None:
    from govdocs.rollup.units import Level, Unit, UnitList

    listed = [Unit("某省", Level.PROVINCE)]
    for city in ("东市", "西市"):
        listed.append(Unit(city, Level.PREFECTURE, "某省"))
        for county in (f"{city}一县", f"{city}二县"):
            listed.append(Unit(county, Level.COUNTY, city))
            listed += [Unit(f"{county}{n}号项目", Level.PROJECT, county) for n in (1, 2)]
    units = UnitList(tuple(listed))
    reporting = list(units.reporting())
    forms = {
        u.name: form(
            u.name,
            {JOBS: n, RATE: f"{81 + n}.3%", QUALITY: f"{70 + 3 * n}%"},
            str(100 + 7 * n),
            "90.5",
            u.parent or "",
        )
        for n, u in enumerate(reporting)
    }
    where, case = small.put(tmp_path, forms), small.case_file(tmp_path)

    def step(inputs: list[Path], top: str) -> Path:
        run = roll_up(inputs, RollupOptions(case, units, top, spread=Spread(1)))
        return result_of(run, tmp_path / f"{top}.yaml")

    counties = {
        u.name: step([where / f"{p}.xlsx" for p in units.children[u.name]], u.name)
        for u in units.units
        if u.level is Level.COUNTY
    }
    cities = [step([counties[c] for c in units.children[city]], city) for city in ("东市", "西市")]
    by_steps = step(cities, "某省").read_text("utf-8")
    at_once = result_of(
        roll_up([where], RollupOptions(case, units, spread=Spread(1))), tmp_path / "一次.yaml"
    ).read_text("utf-8")
    assert by_steps == at_once
    record = load_case(tmp_path / "某省.yaml").case.rollup
    assert record is not None
    assert record.figures[RATE - 1].value == "85.1"  # Σ(81.3+n)(100+7n)÷996
