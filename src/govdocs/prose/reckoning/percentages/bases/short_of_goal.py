"""Rates beside what is missing to a goal: 较3.68万亩的目标少0.46万亩，完成率87.5%; 比计划120座少建18座，完成率85%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.model.units import MONEY
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import quotient_percent
from govdocs.prose.reckoning.reach import kin
from govdocs.prose.told import Story, Told

_THAN = re.compile(r"(?:[比较距与]|相比)(?P<goal>[^，。；\d]*)$")
_GOAL = re.compile(r"目标|任务|计划|指标|预算|应")
_SHORT = re.compile(
    r"^[^，。；\d]{0,12}?[，]?(?:相?比|尚|还)?(?P<way>少|短缺?|相?差|欠|低|减少|多|超[出过额]?|增加)[^，。；\d]{0,4}$"
)
_MORE = re.compile(r"[多超增]")
_RATE = re.compile(
    r"(?:完成|实现|落实|执行|到位|支出)(?:率|比例|进度)(?:仅|只|为|是|达到?|约|：)*$"
)
_OF_MONEY = re.compile(r"资金|投资|金额|预算|支出")
_SURE = 0.02


def short_of_goal(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every rate right behind what is missing to a goal (or goes beyond it), by the goal without it."""
    for sentence in story.sentences():
        for at, rate in enumerate(sentence):
            if at > 1 and rate.figure.is_rate and (readings := list(_of(sentence[: at + 1]))):
                yield readings


def goal_and_gap(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The same for one percentage."""
    sentence = story.sentence_of(target)
    yield from _of(sentence[: sentence.index(target) + 1])


def _of(told: Sequence[Told]) -> Iterator[Hypothesis]:
    """The reading of the last figure by the two before it."""
    if len(told) < 3:
        return
    goal, gap, rate = told[-3:]
    if not rate.figure.exact or not _RATE.search(rate.words):
        return
    if goal.figure.is_rate or gap.figure.is_rate or not kin(goal.figure, gap.figure):
        return
    than, way = _THAN.search(goal.words), _SHORT.match(gap.words)
    if than is None or way is None or rate.figure.clause - gap.figure.clause > 1:
        return
    if goal.figure.kind != MONEY and _OF_MONEY.search(rate.words):
        return
    if _GOAL.search(than["goal"] + gap.words) and gap.figure.value < goal.figure.value:
        yield _reading(rate, goal, gap, more=_MORE.search(way["way"]) is not None)


def _reading(rate: Told, goal: Told, gap: Told, *, more: bool) -> Hypothesis:
    if more:
        return Hypothesis(
            rate, (goal, gap), _with, _SURE, lambda t: f"（{t[0]}＋{t[1]}）÷{t[0]}×100%"
        )
    return Hypothesis(
        rate, (goal, gap), _without, _SURE, lambda t: f"（{t[0]}－{t[1]}）÷{t[0]}×100%"
    )


def _with(values: Sequence[Interval]) -> Interval | None:
    return quotient_percent((values[0].plus(values[1]), values[0]))


def _without(values: Sequence[Interval]) -> Interval | None:
    return quotient_percent((values[0].minus(values[1]), values[0]))
