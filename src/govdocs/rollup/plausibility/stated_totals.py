"""Sums of the units against totals that somebody else stated."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from govdocs.finding import Finding, Level, Spot
from govdocs.model.case import Case
from govdocs.model.indicator import Kind
from govdocs.model.interval import Interval
from govdocs.model.quantity import Bound, Quantity, read_quantity
from govdocs.rollup.adding_up.exact import exact_sum, fraction_text, plain, rounded_fraction
from govdocs.rollup.adding_up.execution_rate import executed_over_budget, is_execution_rate
from govdocs.rollup.adding_up.figures import Adding, figures_of, number_of, tally_of
from govdocs.rollup.base_case import BaseCase
from govdocs.rollup.gathering.gather import Gathered
from govdocs.rollup.judging.returns import BLANK, Entry, UnitReturn
from govdocs.rollup.plausibility.codes import (
    FUND_NOT_UNITS,
    LEVELS,
    RATE_NOT_MONEY,
    STATED_ABOVE_UNITS,
    TARGETS_NOT_SPLIT,
)
from govdocs.rollup.plausibility.money_parts import PRINTED, interval
from govdocs.rollup.result.explain import below_of, entry_of, figure_key
from govdocs.rollup.taking_in.form_reading import place_of


def stated_by_upper_units(found: Gathered, adding: Adding, case: Case) -> Iterator[Finding]:
    """Hold the form of a unit above others against the sum of those below it.

    Silent where one of them is missing: the difference may be that unit's.
    """
    record = case.rollup
    assert record is not None
    by_node = below_of(record, found.returns)
    for stated in found.stated:
        below = by_node.get(stated.name, [])
        absent = any(stated.name in (unit.parent, unit.name) for unit in record.missing)
        if not below or absent:
            continue
        for figure in figures_of(below, adding):
            if figure.path.endswith(".rate"):
                continue
            key = figure_key(figure, adding)
            entry, number = entry_of(stated, key), number_of(figure)
            if entry.number is None or number is None:
                continue
            # A mean stands rounded in both places; a sum is exact in one of them.
            decimals = max(entry.decimals, PRINTED if isinstance(key, str) else 0)
            there = Interval.of(entry.number, decimals)
            if there.meets(Interval.of(number, max(figure.decimals, decimals))):
                continue
            spot = Spot(
                _path(figure.path),
                f"{stated.name}“{figure.name}”",
                f"{entry.number:f}",
                place=place_of(stated.file, stated.sheet, entry.address),
            )
            yield Finding(
                STATED_ABOVE_UNITS,
                LEVELS[STATED_ABOVE_UNITS],
                (spot,),
                "",
                {"unit": stated.name, "name": figure.name, "count": str(len(below))},
                plain(number),
                f"{entry.number:f}",
                f"{len(below)}个下级单位汇总为{plain(number)}{figure.unit or ''}",
            )


def fund_against_units(found: Gathered, base: BaseCase) -> Iterator[Finding]:
    """Hold 下达资金 and 中央补助 of the case against the units' 中央补助 budgets, if all are in."""
    if found.missing or not found.returns:
        return
    entries = [
        e
        for one in found.returns
        if (e := one.money.get("central.budget", BLANK)).number is not None
    ]
    if not entries:
        return
    total = exact_sum(e.number for e in entries if e.number is not None)
    summed = Interval.total(interval(e) for e in entries)
    for path, label, stated in (
        (("fund", "issued"), "下达资金", base.case.fund.issued),
        (("budget", "central"), "附件1“其中：中央补助”", base.case.budget.central),
    ):
        if stated is None or summed.meets(stated.interval):
            continue
        spot = Spot(path, label, stated.text, place=base.places.find(path))
        yield Finding(
            FUND_NOT_UNITS,
            LEVELS[FUND_NOT_UNITS],
            (spot,),
            "",
            {"name": label, "count": str(len(entries))},
            plain(total),
            stated.text,
            f"{len(entries)}个单位“中央补助”预算数合计{plain(total)}，相差{plain(total - stated.number)}",
        )


def targets_against_units(
    found: Gathered, base: BaseCase, adding: Adding, targets: dict[str, dict[int, str]]
) -> Iterator[Finding]:
    """Hold the case's target of an absolute indicator against the units' own, if all have one."""
    if found.missing:
        return
    for asked in adding.definition.indicators:
        whole = base.case.indicators[asked.index].target
        own = [
            read_quantity(targets.get(one.name, {}).get(asked.number, "")) for one in found.returns
        ]
        given = [q for q in own if q is not None]
        if (
            asked.kind is not Kind.ABSOLUTE
            or not isinstance(whole, Quantity)
            or len(given) != len(own)
            or any(q.bound is not Bound.EXACT for q in (whole, *given))
        ):
            continue
        if any(q.unit_symbol not in ("", asked.unit) for q in given):
            continue
        total = exact_sum(q.number for q in given)
        if total == whole.number:
            continue
        path = ("indicators", asked.index, "target")
        spot = Spot(path, f"“{asked.name}”指标值", whole.text, place=base.places.find(path))
        yield Finding(
            TARGETS_NOT_SPLIT,
            LEVELS[TARGETS_NOT_SPLIT],
            (spot,),
            "",
            {"name": asked.name, "count": str(len(given))},
            plain(total),
            whole.text,
            f"{len(given)}个单位的指标值合计{plain(total)}{asked.unit}",
        )


def written_rates(found: Gathered, adding: Adding) -> Iterator[Finding]:
    """Hold what units wrote for 预算执行率 against their money, and the mean of it against ΣB÷ΣA."""
    for asked in adding.definition.indicators:
        if not is_execution_rate(asked):
            continue
        for one in found.returns:
            yield from _unit_rate(one, asked.number, asked.name, asked.index)
        tally = tally_of(found.returns, asked, adding.weight)
        executed, budget, _ = executed_over_budget(found.returns)
        if tally.mean is None or not budget:
            continue
        rate, decimals = executed / budget * 100, tally.decimals
        mean, right = (rounded_fraction(x, decimals) for x in (tally.mean, rate))
        if mean == right:
            continue
        path = ("indicators", asked.index, "actual")
        spot = Spot(path, f"“{asked.name}”全年完成值", f"{right:f}%")
        yield Finding(
            RATE_NOT_MONEY,
            Level.NOTE,
            (spot,),
            "mean",
            {"name": asked.name, "mean": f"{mean:f}%"},
            f"{right:f}%",
            f"{mean:f}%",
            f"ΣB÷ΣA＝{fraction_text(executed)}÷{fraction_text(budget)}＝{right:f}%",
        )


def _unit_rate(one: UnitReturn, number: int, name: str, index: int) -> Iterator[Finding]:
    entry = one.values.get(number, BLANK)
    executed, budget, count = executed_over_budget([one])
    if entry.number is None or not count or not budget:
        return
    rate = executed / budget * 100
    if _prints_as(rate, entry):
        return
    right = rounded_fraction(rate, max(entry.decimals, 0))
    spot = Spot(
        ("indicators", index, "actual"),
        f"{one.name}“{name}”",
        f"{entry.number:f}%",
        place=place_of(one.file, one.sheet, entry.address),
    )
    yield Finding(
        RATE_NOT_MONEY,
        LEVELS[RATE_NOT_MONEY],
        (spot,),
        "",
        {"unit": one.name, "name": name},
        f"{right:f}%",
        f"{entry.number:f}%",
        f"{fraction_text(executed)}÷{fraction_text(budget)}×100%＝{right:f}%",
    )


def _prints_as(rate: Fraction, entry: Entry) -> bool:
    assert entry.number is not None
    return abs(rate - Fraction(entry.number)) <= Fraction(1, 2 * 10**entry.decimals)


def _path(dotted_path: str) -> tuple[str | int, ...]:
    steps: list[str | int] = []
    for step in dotted_path.split("."):
        name, _, index = step.partition("[")
        steps.append(name)
        if index:
            steps.append(int(index.rstrip("]")))
    return tuple(steps)
