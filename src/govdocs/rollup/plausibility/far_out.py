"""Units that stand far outside the others: Tukey's outer fences on quartiles of ``statistics``.

The standard library is used because its quartiles work on Decimal and need no further package;
Tukey's fences (quartile ± 3 × interquartile range, 'far out') bear up to a quarter of odd values.
Absolute values are compared per 万元 of the unit's money and by order of magnitude (log10), for a
large county rightly has large figures; a slip of unit (人 for 万人) is four orders away.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from decimal import Context, Decimal

from govdocs.finding import Finding, Spot
from govdocs.model.indicator import Kind
from govdocs.rollup.adding_up.figures import Adding
from govdocs.rollup.definition import AskedIndicator
from govdocs.rollup.judging.returns import BLANK, UnitReturn
from govdocs.rollup.plausibility.codes import FAR_OUT, LEVELS
from govdocs.rollup.taking_in.form_reading import place_of

FEWEST = 8
"""Below so many units quartiles say nothing."""
FENCE = 3
LEAST_SPREAD = {True: Decimal("0.2"), False: Decimal(5)}
"""A spread that is smaller counts as this much: 0.2 orders of magnitude, or 5 percentage points."""
_ENOUGH = Context(prec=9)
"""Digits for a comparison of orders of magnitude; no figure is made of it."""
MOST = 20
"""So many units of one indicator are named; more of them are no exception any more."""


def far_out(units: list[UnitReturn], adding: Adding) -> Iterator[Finding]:
    """Yield a finding for each unit that lies beyond the outer fences of an indicator."""
    for asked in adding.definition.indicators:
        if asked.kind not in (Kind.ABSOLUTE, Kind.RELATIVE, Kind.QUALITATIVE):
            continue
        by_size = asked.kind is Kind.ABSOLUTE
        points = [
            (one, point)
            for one in units
            if (point := _point(one, asked, adding, by_size)) is not None
        ]
        if len(points) >= FEWEST:
            yield from _beyond(points, asked, adding, by_size)


def _point(one: UnitReturn, asked: AskedIndicator, adding: Adding, by_size: bool) -> Decimal | None:
    number = one.values.get(asked.number, BLANK).number
    if number is None or not by_size:
        return number
    money = adding.weight.of(one)
    if money is None or money <= 0 or number <= 0:
        return None
    return (number / money).log10(_ENOUGH)


def _beyond(
    points: list[tuple[UnitReturn, Decimal]], asked: AskedIndicator, adding: Adding, by_size: bool
) -> Iterator[Finding]:
    first, middle, third = statistics.quantiles([p for _, p in points], n=4, method="inclusive")
    spread = max(third - first, LEAST_SPREAD[by_size])
    low, high = first - FENCE * spread, third + FENCE * spread
    odd = [(one, point) for one, point in points if not low <= point <= high]
    for one, point in odd if len(odd) <= MOST else ():
        entry = one.values[asked.number]
        shown = f"{entry.number:f}{asked.unit}"
        spot = Spot(
            ("indicators", asked.index, "actual"),
            f"{one.name}“{asked.name}”",
            shown,
            place=place_of(one.file, one.sheet, entry.address),
        )
        details = {
            "unit": one.name,
            "name": asked.name,
            "count": str(len(points)),
            "side": "高" if point > high else "低",
            "middle": _middle(middle, asked, by_size),
            "weight": adding.weight.value,
            "money_unit": adding.definition.money_unit,
            "times": _times(point - middle) if by_size else "",
        }
        yield Finding(
            FAR_OUT, LEVELS[FAR_OUT], (spot,), "by_money" if by_size else "", details, actual=shown
        )


def _middle(middle: Decimal, asked: AskedIndicator, by_size: bool) -> str:
    if by_size:
        return ""
    return f"{middle.quantize(Decimal('0.01')).normalize():f}{asked.unit}"


def _times(orders: Decimal) -> str:
    """How many times the middle unit's figure per money, in a word that a person can use."""
    factor = Decimal(10) ** abs(orders)
    shown = (
        f"{factor.quantize(Decimal(1)):f}"
        if factor >= 10
        else f"{factor.quantize(Decimal('0.1')):f}"
    )
    return f"{shown}倍" if orders > 0 else f"1/{shown}"
