"""A row of shares of amounts of several kinds: 抽取项目36个、资金1.80亿元，分别占项目总数和资金总额的30.0%和45.0%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.units import MONEY
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.elsewhere.names import clause_name, stands
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import kin, sentence_of
from govdocs.prose.told import Story, Told

_ROW = re.compile(
    r"(?:分别|各|依次)占(?P<bases>[^，。；：\d]{2,30}?)的?(?:比[例重])?(?:分别)?(?:为|达)?$"
)
_APART = re.compile(r"[、和与及]|以及")
_SIZE = re.compile(r"^(?:全[省市县区州]|全部|总|应|年度)|(?:总?[数额量]|总计|合计|规模|的)$")
_FAR = 12
_SURE = 0.02


def two_kinds(story: Story, target: Told) -> Iterator[Hypothesis]:
    """Each amount of the row, by the one amount of its own kind near by that the name in its place tells."""
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    first = at
    while first and sentence[first - 1].figure.is_rate:
        first -= 1
    rates = [t for t in sentence[first:] if t.figure.is_rate]
    size = len(rates)
    found = _ROW.search(sentence[first].words)
    if found is None or target.figure.is_points or size < 2 or first < size:
        return
    names = [_SIZE.sub("", name) for name in _APART.split(found["bases"]) if name]
    parts = sentence[first - size : first]
    kinds = {t.figure.kind for t in parts}
    if len(names) != size or len(kinds) != size or target.figure.role is Role.GROWTH:
        return
    place = at - first
    if place >= size or not all(stands(t) for t in parts):
        return
    wholes = _wholes(story, parts[place], names[place], parts)
    if len(wholes) == 1:
        yield ratio_of(target, parts[place], wholes[0], _SURE)


def _wholes(story: Story, part: Told, name: str, parts: list[Told]) -> list[Told]:
    """The amounts of the part's kind, larger than it, that bear the name or the kind of the base."""
    found: dict[Decimal, Told] = {}
    near = range(max(0, part.number - _FAR), min(len(story.told), part.number + 3))
    for number in near:
        for one in story.told[number]:
            if (
                one not in parts and stands(one) and kin(one.figure, part.figure)
                and one.figure.value > part.figure.value
                and (name in clause_name(one) or (name == "资金" and one.figure.kind == MONEY))
            ):  # fmt: skip
                found.setdefault(one.figure.value, one)
    return list(found.values())
