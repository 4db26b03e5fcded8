"""Readings of 个百分点: what lies between two percentages told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import sentence_of
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_NAMED = re.compile(r"(?P<name>[一-龥]{2}(?:率|度|进度|比例|占比|比重))(?:仅|只有|为|是|已|均)*$")
_IN_ROW = re.compile(r"分别|拉动|贡献|带动")
"""Points of a row belong to a row of rates in its order; what pulled growth along is no gap between rates."""
_FAR = 20
_NEAR = 3
_MOST = 3


def points_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The percentages of the sentence, where it tells just two: before the points, or in brackets behind."""
    if _IN_ROW.search(_since_comma(target)):
        return
    rates = _rates(story, target)
    near = [t for t in rates if t.figure.span < target.figure.span][-2:]
    behind = [
        t for t in rates
        if t.figure.span > target.figure.span and t.figure.depth > target.figure.depth
    ][:1]  # fmt: skip
    pair = [*near[-1:], *behind] if behind else near
    if len(pair) == 2:
        yield difference_of(target, pair[0], pair[1], 0.08)
    elif len(near) == 1:
        for other in _of_same_name(story, near[0]):
            yield difference_of(target, near[0], other, 0.1)


def _since_comma(target: Told) -> str:
    """The words between the last mark and the points; a row 2.4、7.9个百分点 has none between its figures."""
    text = target.passage.reading.folded
    start = max(text.rfind(mark, 0, target.figure.span[0]) for mark in "，；。")
    return text[start + 1 : target.figure.span[0]]


def _of_same_name(story: Story, one: Told) -> list[Told]:
    """The nearest rates of the same name told before, in other sentences: 执行率92.13%，比2022年提高3.73个百分点."""
    name = _name(one)
    found: dict[Decimal, Told] = {}
    if len(name) > 1:
        for told in story.before(one, _FAR):
            if told.figure.is_rate and told.figure.exact and _name(told) == name:
                found.setdefault(told.figure.value, told)
    return list(found.values())[:_MOST]


def _name(one: Told) -> str:
    """A rate's own name, without whose and when: the last characters before it."""
    found = _NAMED.search(plain_label(one.words))
    return found["name"] if found else ""


def is_explained_points(story: Story, target: Told) -> bool:
    """Tell whether two percentages of the sentence differ by the points."""
    near = [t for t in _rates(story, target) if t.figure.span < target.figure.span][-1:]
    if any(
        abs(near[0].figure.value - t.figure.value) == target.figure.value
        for t in (*story.before(target, _NEAR),)
        if near and t.figure.is_rate
    ):
        return True
    return any(
        abs(a.figure.value - b.figure.value) == target.figure.value
        for a, b in combinations(_rates(story, target), 2)
    )


def is_points(told: Told) -> bool:
    """Tell whether a figure counts points, exactly and as a change."""
    return (
        told.figure.is_points
        and told.figure.exact
        and told.figure.role in {Role.GROWTH, Role.DIFFERENCE, Role.PLAIN}
    )


def _rates(story: Story, target: Told) -> list[Told]:
    """The levels told in the sentence; growth and shares are none."""
    return [
        t for t in sentence_of(story, target)
        if t.figure.is_rate and t.figure.role not in {Role.GROWTH, Role.SHARE}
    ]  # fmt: skip
