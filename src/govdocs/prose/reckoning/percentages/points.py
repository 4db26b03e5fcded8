"""Readings of 个百分点: what lies between two percentages told beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.differences import difference_of
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import sentence_of
from govdocs.prose.told import Story, Told


def points_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The percentages of the sentence, where it tells just two: before the points, or in brackets behind."""
    rates = _rates(story, target)
    near = [t for t in rates if t.figure.span < target.figure.span][-2:]
    behind = [
        t for t in rates
        if t.figure.span > target.figure.span and t.figure.depth > target.figure.depth
    ][:1]  # fmt: skip
    pair = [*near[-1:], *behind] if behind else near
    if len(pair) == 2:
        yield difference_of(target, pair[0], pair[1], 0.08)


def is_explained_points(story: Story, target: Told) -> bool:
    """Tell whether two percentages of the sentence differ by the points."""
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
