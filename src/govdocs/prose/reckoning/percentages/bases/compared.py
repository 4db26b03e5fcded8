"""Changes by what they are compared with: 与限额401.82亿元相比，新增36.8亿元，增长9.16%; 与批复概算相比，节约…，节约率."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.bearers import bearers
from govdocs.prose.reckoning.percentages.quotients import growth_of, ratio_of
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told

_WITH = re.compile(r"(?:^|[，；、])(?:与|和|同|比|较|相比|对比)[^，。；]{0,18}$")
_BEHIND = re.compile(r"^[^，。；\d]{0,6}(?:相比|对比|比较|相较)?[，]?$")
_CHANGE = re.compile(
    r"^[，、 ]*(?:共|净|实际|累计|预计|同比)*(?:新增|净增|增加|多|增|减少|少|减|下降|压减|节约|结余|节支|超支|降低)(?:了|加|支|资金|投资)*$"
)
_RATE = re.compile(
    r"(?:节约|节支|节省|超支|超概|压减|核减|下浮|结余)(?:率|比例|幅度)(?:为|达|约|是|：)*$"
)
_NAMED = re.compile(
    r"(?:与|和|同|比|较)(?P<base>[^，。；：\d]{2,12}?)(?:相比|对比|比较|相较)?[，]?(?:共|净|实际|累计)*(?:节约|节支|节省|超支|压减|核减|结余|减少|增加)[^，。；：\d]{0,4}$"
)
_BEYOND = re.compile(
    r"^[，、 ]*(?:比目标|较目标|比计划|较计划)?超(?:额|出|过)?(?:目标|计划|任务)?(?:完成|实现)?(?:任务|目标|计划)?(?:率)?(?:为|达)?$"
)
_GOAL = re.compile(r"目标|计划|任务|指标|应")
_DONE = re.compile(r"实际|完成|已|实现|达到?")
_SURE = 0.02
_ANYWHERE = 100


def compared(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The change told right before growth or a rate of saving, by the amount that it is compared with."""
    yield from _beyond_goal(story, target)
    grows = target.figure.role is Role.GROWTH
    if not grows and not _RATE.search(target.words):
        return
    sentence = sentence_of(story, target)
    earlier = [
        t for t in sentence[: sentence.index(target)] if t.figure.depth <= target.figure.depth
    ]
    if not earlier or not is_amount(earlier[-1]):
        return
    change = earlier[-1]
    if target.figure.clause - change.figure.clause > 1:
        return
    reading = target.passage.reading
    base = earlier[-2] if len(earlier) > 1 else None
    if (
        grows and base is not None and is_amount(base) and kin(base.figure, change.figure) and stands_alone(base)
        and _CHANGE.match(change.words) and _WITH.search(_clause(base))
        and _BEHIND.match(reading.folded[base.figure.span[1] : change.figure.span[0]].rpartition("，")[0] + "，")
    ):  # fmt: skip
        yield ratio_of(target, change, base, _SURE)
    if grows:
        return
    start, _ = reading.layout.sentence_span(target.figure.sentence)
    found = _NAMED.search(reading.folded[start : change.figure.span[0]])
    if found is None:
        return
    wholes: dict[Decimal, Told] = {}
    for one in bearers(story, target, found["base"], _ANYWHERE):
        if kin(one.figure, change.figure) and one.figure.value > change.figure.value:
            wholes.setdefault(one.figure.value, one)
    if len(wholes) == 1:
        yield ratio_of(target, change, next(iter(wholes.values())), _SURE)


def _beyond_goal(story: Story, target: Told) -> Iterator[Hypothesis]:
    """计划培训800人次，实际培训872人次，超额完成9.0%: by how much what was done is above the goal right before it."""
    if not _BEYOND.search(target.words):
        return
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    if at < 2:
        return
    goal, done = sentence[at - 2 : at]
    if (
        is_amount(goal) and is_amount(done) and kin(goal.figure, done.figure) and stands_alone(done)
        and _GOAL.search(_clause(goal)) and _DONE.search(_clause(done))
        and done.figure.value > goal.figure.value and target.figure.clause - done.figure.clause <= 1
    ):  # fmt: skip
        yield growth_of(target, done, goal, _SURE)


def _clause(one: Told) -> str:
    reading = one.passage.reading
    start = reading.layout.clause_starts[one.figure.clause]
    return reading.folded[start : one.figure.span[0]]
