"""The share of good answers among all that were counted: 很满意186份、比较满意179份 of 423份."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import sum_of_last
from govdocs.prose.reckoning.reach import before, kin
from govdocs.prose.told import Story, Told

_DOUBT = 0.05
_NAME = re.compile(r"(?P<good>满意|认可|优良|优秀|良好|达标|合格|支持|知晓|了解)(?:率|度|比例)")
_BAD = re.compile(r"不|未|一般|差|中等|劣")
_BEST = {"优良": re.compile(r"优|良"), "优秀": re.compile(r"优秀|优"), "良好": re.compile(r"优|良")}
"""Rates of the best grades only: an 优良率 leaves out those that are just 合格."""
_MOST = 8


def satisfied(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The first answers of a list together, by the number that the whole list makes; the good ones are the likeliest."""
    name = _NAME.search(target.words)
    if name is None:
        return
    told = [t for t in before(story, target, 1) if t.figure.counts][: _MOST + 2]
    rows = [list(reversed(told[:size])) for size in range(2, len(told))]
    for size, row in enumerate(rows, 2):
        whole = told[size]
        alike = all(kin(t.figure, whole.figure) for t in row)
        if alike and sum((t.figure.value for t in row), Decimal(0)) == whole.figure.value:
            yield from _shares(target, row, whole, name["good"])
            return


def _shares(target: Told, row: Sequence[Told], whole: Told, name: str) -> Iterator[Hypothesis]:
    grades = _BEST.get(name)
    good = [
        t for t in row
        if not _BAD.search(t.words) and (grades is None or grades.search(t.words))
    ]  # fmt: skip
    sizes = sorted(range(1, len(row)), key=lambda size: size != len(good))
    for size in sizes:
        yield Hypothesis(
            target, (*row[:size], whole), sum_of_last, _DOUBT if size == len(good) else 2.0,
            lambda t: f"（{'＋'.join(t[:-1])}）÷{t[-1]}×100%",
        )  # fmt: skip
