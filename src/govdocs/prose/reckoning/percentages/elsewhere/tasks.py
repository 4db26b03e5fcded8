"""What was done of a task that is told with a bound, or as a goal of another section: 不少于24500人, 达到85亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.figure import Role, Sort
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.elsewhere.names import clause_name, stands
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import kin, sentence_of
from govdocs.prose.told import Story, Told

_OF_TASK = re.compile(
    r"(?:完成|达到?|实现|为|是|占)[^，。；：\d]{0,8}(?:目标|任务|计划|指标)[^，。；：\d]{0,6}的$"
    r"|(?:目标|任务|计划|指标)[^，。；：\d]{0,6}(?:完成|实现)(?:率|比例|程度)(?:为|达到?|：)*$"
)
_GOAL = re.compile(r"目标|计划|任务|指标|不少于|不低于|≥|力争|拟|预期|应")
_VERBS = re.compile(
    r"其中|截至|全年|当年|本年|年度|年初|累计|实际|已|目标|计划|任务|指标|绩效|完成|实现|达到?|新增|开展|组织|建设|不少于|不低于|力争|预期|以上|拟|为|了|共"
)
_SURE = 0.02
_SHORTEST = 3
_FURTHEST = 4


def tasks(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What was told last in the sentence, by the goal of its sentence, or by the goals of its name elsewhere."""
    if not _OF_TASK.search(target.words):
        return
    sentence = sentence_of(story, target)
    outside = [
        t for t in sentence[: sentence.index(target)]
        if t.figure.depth <= target.figure.depth and t.figure.sort is Sort.MEASURE
    ]  # fmt: skip
    if not outside or not stands(outside[-1]):
        return
    part = outside[-1]
    beside = [t for t in outside[:-1] if _is_goal(t, part)]
    if beside:
        yield ratio_of(target, part, beside[-1], _SURE)
        return
    name = _core(part)
    if len(name) < _SHORTEST:
        return
    found: dict[Decimal, Told] = {}
    for told in story.told:
        for one in told:
            if one is not part and _is_goal(one, part) and _alike(_core(one), name):
                found.setdefault(one.figure.value, one)
    for whole in found.values():
        yield ratio_of(target, part, whole, _SURE if len(found) == 1 else 0.3)


def _is_goal(one: Told, part: Told) -> bool:
    figure = one.figure
    if (
        figure.sort is not Sort.MEASURE or figure.is_rate or figure.is_points or not kin(figure, part.figure)
        or figure.role not in {Role.PLAIN, Role.TOTAL, Role.TARGET}
        or not part.figure.value / _FURTHEST < figure.value < part.figure.value * _FURTHEST
    ):  # fmt: skip
        return False
    text = one.passage.reading.folded
    behind = text[figure.span[1] : figure.span[1] + 2]
    return (
        figure.role is Role.TARGET or not figure.exact or behind == "以上"
        or _GOAL.search(one.words) is not None or one.words.endswith("达到")
    )  # fmt: skip


def _core(one: Told) -> str:
    return _VERBS.sub("", clause_name(one))


def _alike(goal: str, done: str) -> bool:
    short, long = sorted((goal, done), key=len)
    return len(short) >= _SHORTEST and short in long
