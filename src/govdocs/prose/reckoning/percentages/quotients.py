"""Percentages as quotients: part by whole, change by base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.told import Told
from govdocs.prose.words.near_miss import significant

_GOAL = re.compile(r"目标|任务|计划|指标")
_HUNDRED = Interval.exact(Decimal(100))


def quotient_percent(values: Sequence[Interval]) -> Interval | None:
    """The first value in percent of the second."""
    ratio = values[0].over(values[1]) if values[1].low > 0 else None
    return None if ratio is None else ratio.times(_HUNDRED)


def first_of_all(values: Sequence[Interval]) -> Interval | None:
    """The first value in percent of what all values make."""
    return quotient_percent((values[0], Interval.total(values)))


def first_of_all_shown(texts: Sequence[str]) -> str:
    """The share of the first in all, as it is printed."""
    return f"{texts[0]}÷（{'＋'.join(texts)}）×100%"


def sum_of_last(values: Sequence[Interval]) -> Interval | None:
    """What all values but the last make, in percent of the last."""
    return quotient_percent((Interval.total(values[:-1]), values[-1]))


def quotient_shown(texts: Sequence[str]) -> str:
    """The reckoning as it is printed."""
    return f"{texts[0]}÷{texts[1]}×100%"


def _of_goal(values: Sequence[Interval]) -> Interval | None:
    """A goal in one round figure (2亿尾) is meant as it stands, to the last digit of what was done."""
    return quotient_percent((values[0], Interval.exact((values[1].low + values[1].high) / 2)))


def ratio_of(target: Told, part: Told, whole: Told, doubt: float) -> Hypothesis:
    """The reading of a percentage as part of a whole."""
    round_goal = significant(whole.figure.number) == 1 and _GOAL.search(whole.words) is not None
    compute = _of_goal if round_goal else quotient_percent
    return Hypothesis(target, (part, whole), compute, doubt, quotient_shown)


def growth_of(target: Told, now: Told, then: Told, doubt: float) -> Hypothesis:
    """The reading of a percentage as growth (or decline, by its own sign) from ``then`` to ``now``."""
    up = target.figure.sign > 0
    return Hypothesis(
        target, (now, then), lambda v: grown(v, up=up), doubt,
        lambda t: f"（{t[0]}－{t[1]}）÷{t[1]}×100%",
    )  # fmt: skip


def grown(values: Sequence[Interval], *, up: bool) -> Interval | None:
    """By how many percent the first value is above the second, or below it."""
    change = values[0].minus(values[1]) if up else values[1].minus(values[0])
    return quotient_percent((change, values[1]))
