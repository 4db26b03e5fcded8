"""Readings of growth: by a change and its base, from one amount to the next, between two years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.differences import is_difference
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.quotients import growth_of, quotient_percent, quotient_shown, ratio_of
from govdocs.prose.reckoning.reach import before, is_amount, kin, stands_alone
from govdocs.prose.told import Story, Told

_YEARS = re.compile(r"(20\d\d) *年[^，。；]{0,16}?(?:比|较)[^，。；]{0,4}?(20\d\d) *年")


def growth_readings(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
    """增长, 下降: by a change just told and the amount that changed, or from one amount to the next."""
    own = [t for t in sentence if is_amount(t)]
    years = _YEARS.search(target.words)
    if years is not None:
        yield from _between_years(story, target, int(years[1]), int(years[2]))
        return
    if not own or own[-1] is not sentence[-1]:
        return
    last = own[-1]
    if len(own) > 1 and last.figure.depth > target.figure.depth and is_difference(own[-2]):
        # 增加28名（上年400名），增长7%
        yield ratio_of(target, own[-2], last, 0.03)
        return
    rest = [t for t in own[:-1] if kin(t.figure, last.figure) and stands_alone(t)]
    if last.figure.role is Role.DIFFERENCE or is_difference(last):
        yield from _by_change(target, last, rest)
    elif rest and own[-2] is rest[-1] and stands_alone(last):
        first = rest[-1]
        up = target.figure.sign > 0
        grown = (first.figure.value < last.figure.value) == up
        then, now = (first, last) if grown else (last, first)
        yield growth_of(target, now, then, 0.1 if len(own) == 2 else 0.3)


def _by_change(target: Told, change: Told, rest: list[Told]) -> Iterator[Hypothesis]:
    """The change just told, by the amount that it changed; two amounts that differ by it are then and now."""
    sign = change.figure.sign if change.figure.role is Role.DIFFERENCE else target.figure.sign
    if len(rest) >= 2:
        a, b = rest[-2], rest[-1]
        differ = abs(a.figure.value - b.figure.value) == change.figure.value
        then = min(a, b, key=lambda t: t.figure.value * sign)
        yield Hypothesis(
            target, (change, then), quotient_percent, 0.05 if differ else 0.3, quotient_shown
        )
    elif rest:
        yield Hypothesis(
            target, (change, rest[0]), lambda v: _from_change(v, sign), 0.1,
            lambda t: f"{t[0]}÷（{t[1]}{'－' if sign > 0 else '＋'}{t[0]}）×100%",
        )  # fmt: skip


def _between_years(story: Story, target: Told, now: int, then: int) -> Iterator[Hypothesis]:
    """2018年比2017年增长: the one amount told of each year before."""
    of: dict[int, list[Told]] = {now: [], then: []}
    for told in before(story, target, 1):
        period = told.figure.period
        if period is not None and period.year in of and stands_alone(told):
            of[period.year].append(told)
    first, second = of[now], of[then]
    if not first or not second or not kin(first[0].figure, second[0].figure):
        return
    alone = len({t.figure.value for t in first}) == 1 and len({t.figure.value for t in second}) == 1
    yield growth_of(target, first[0], second[0], 0.05 if alone else 0.5)


def _from_change(values: Sequence[Interval], sign: int) -> Interval | None:
    base = values[1].minus(values[0]) if sign > 0 else values[1].plus(values[0])
    return quotient_percent((values[0], base))
