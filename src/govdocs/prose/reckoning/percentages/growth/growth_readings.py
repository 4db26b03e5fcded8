"""Readings of growth: by a change and its base, from one amount to the next, between two years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.percentage_binding import SURE
from govdocs.prose.reckoning.percentages.quotients import (
    growth_of,
    quotient_percent,
    quotient_shown,
    ratio_of,
)
from govdocs.prose.reckoning.reach import before, is_amount, kin, stands_alone
from govdocs.prose.reckoning.remainders.differences import is_difference
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

EXCEEDS = re.compile(r"^超(?:支|出|过合同价?|概算?|预算)?(?:幅|比例|率)?$")
"""By so much a sum went beyond what was agreed; 超 loosens no figure here."""
_COMPARED = re.compile(r"(?P<now>[^，。；、]*)(?:比|较)[^，。；、]{0,16}$")
_THAN_YEAR = re.compile(r"(?:比|较)(20\d\d) *年[^，。；\d]{0,8}$")
_PLANNED = re.compile(r"^.*(?:其中|预计)|安排|完成|执行数?|预计|决算数?|预算数$")
_FROM = re.compile(r"(?:由|从)[^，。；]*$")
_TO = re.compile(
    r"(?:提高|增加|增长|上升|提升|扩大|上涨|下降|减少|降低|缩短|压减|调整|增|升|降|提)[到至为]?了?$"
)
_THIS_YEAR = re.compile(r"^[，、 ]*(?:本年|全年|当年)")
_PLANNED_BEHIND = re.compile(r"(?:支出)?(?:预算数?|决算数?|支出)?(?:安排|完成|执行)?$")
_OTHERWISE = re.compile(r"口径|可比|剔除|扣除|不变价|折算")
"""Growth that is not reckoned from the figures as they stand."""
_YEARS = re.compile(r"(20\d\d) *年[^，。；]{0,16}?(?:比|较)[^，。；]{0,4}?(20\d\d) *年")


def growth_readings(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
    """增长, 下降: by a change just told and the amount that changed, or from one amount to the next."""
    if _OTHERWISE.search(target.passage.reading.sentence(target.figure.sentence)):
        return
    own = [t for t in _since_semicolon(target, sentence) if is_amount(t)]
    years = _YEARS.search(target.words)
    if years is not None:
        yield from _between_years(story, target, int(years[1]), int(years[2]))
        return
    if not own or own[-1] is not sentence[-1]:
        return
    last = own[-1]
    compared = _COMPARED.search(last.words)
    if compared is not None and len(own) == 1 and not is_difference(last):
        yield from _of_named(story, target, last, compared["now"])
        return
    own = _without_parts(own) if compared is not None else own
    year = _THAN_YEAR.search(target.words)
    if year is not None:
        yield from _of_year(story, target, last, int(year[1]))
        return
    if len(own) > 1 and last.figure.depth > target.figure.depth and is_difference(own[-2]):
        # 增加28名（上年400名），增长7%
        yield ratio_of(target, own[-2], last, 0.03)
        return
    if len(own) > 1 and _FROM.search(own[-2].words) and _TO.search(last.words):
        if kin(own[-2].figure, last.figure):
            yield growth_of(target, last, own[-2], SURE)
        return
    rest = [t for t in own[:-1] if kin(t.figure, last.figure) and stands_alone(t)]
    if last.figure.role is Role.DIFFERENCE or is_difference(last):
        yield from _by_change(target, last, rest)
    elif EXCEEDS.search(target.words) or (compared is None and "其中" in last.words):
        return  # 33万辆，其中私人22万辆，增长23%: the part has grown, and not out of its whole
    elif rest and own[-2] is rest[-1] and stands_alone(last):
        first = rest[-1]
        up = target.figure.sign > 0
        grown = (first.figure.value < last.figure.value) == up
        then, now = (first, last) if grown else (last, first)
        doubt = 0.1 if len(own) == 2 else 0.3
        yield growth_of(target, now, then, SURE if compared is not None and doubt < 0.2 else doubt)


def _since_semicolon(target: Told, sentence: list[Told]) -> list[Told]:
    """What stands between the last ； and the percentage."""
    start, _ = target.passage.reading.layout.sentence_span(target.figure.sentence)
    at = target.passage.reading.folded.rfind("；", start, target.figure.span[0])
    return [t for t in sentence if t.figure.span[0] > at]


def _without_parts(own: list[Told]) -> list[Told]:
    """25公里，其中甲10公里、乙15公里，较上年的20公里: what has grown stands before its parts."""
    first = next((n for n, t in enumerate(own) if n and "其中" in t.words), None)
    return own if first is None else [*own[:first], own[-1]]


def _of_named(story: Story, target: Told, then: Told, words: str) -> Iterator[Hypothesis]:
    """资产总额较2020年末的80亿元增长: what has grown was told before under its name, and year."""
    years = re.findall(r"20\d\d", words)
    name = plain_label(
        re.sub(r"20\d\d *年[末底度初]*|^[（(][一二三四五六七八九十]+[）)]", "", words)
    )
    of_this_year = len(name) == 2 and _THIS_YEAR.match(words) is not None
    if len(name) < 3 and not of_this_year:
        return
    found: dict[Decimal, Told] = {}
    for told in before(story, then, 2):
        label = _PLANNED_BEHIND.sub("", plain_label(re.split(r"[较比]", told.words)[0]))
        if of_this_year and not (label == name and _THIS_YEAR.search(told.words)):
            continue
        year = told.figure.period.year if told.figure.period is not None else None
        of_year = (
            not years or years[-1] in told.words or (year is not None and str(year) == years[-1])
        )
        if (
            label.endswith(name)
            and of_year
            and kin(told.figure, then.figure)
            and stands_alone(told)
        ):
            found.setdefault(told.figure.value, told)
    if len(found) == 1:
        yield growth_of(target, next(iter(found.values())), then, 0.08)


def _of_year(story: Story, target: Told, now: Told, year: int) -> Iterator[Hypothesis]:
    """收入安排29.47亿元，比2023年执行数增长6%: the one amount of that name told of that year."""
    name = _PLANNED.sub("", plain_label(now.words))
    if len(name) < 3:
        return
    found: dict[Decimal, Told] = {}
    for told in before(story, now, 12):
        period = told.figure.period
        if (
            period is not None and period.year == year and stands_alone(told)
            and kin(told.figure, now.figure) and _PLANNED.sub("", plain_label(told.words)) == name
        ):  # fmt: skip
            found.setdefault(told.figure.value, told)
    if len(found) == 1:
        yield growth_of(target, now, next(iter(found.values())), 0.08)


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
    yield growth_of(target, first[0], second[0], SURE if alone else 0.5)


def _from_change(values: Sequence[Interval], sign: int) -> Interval | None:
    base = values[1].minus(values[0]) if sign > 0 else values[1].plus(values[0])
    return quotient_percent((values[0], base))
