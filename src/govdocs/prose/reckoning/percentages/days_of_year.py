"""Shares of the days of a year: 优良天数328天，优良天数比例89.9%."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Compute, Hypothesis
from govdocs.prose.reckoning.percentages.quotients import quotient_percent
from govdocs.prose.reckoning.reach import sentence_of
from govdocs.prose.told import Story, Told

_RATE = re.compile(r"(?:优良|达标|良好)(?:天数)?(?:率|比例|占比)(?:为|达到?|：)*$")
_HALF = 180
_LENGTHS = (365, 366)
_DOUBT = 0.02


def days_of_year(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The days told before in the sentence, by all days of a year; more than half of them, or it was no year."""
    if not _RATE.search(target.words):
        return
    days = [
        t for t in sentence_of(story, target)
        if t.figure.span < target.figure.span and t.figure.kind == "日数" and t.figure.exact
    ]  # fmt: skip
    if len(days) != 1 or not _HALF < days[0].figure.value <= _LENGTHS[-1]:
        return
    for length in _LENGTHS:
        yield Hypothesis(target, (days[0],), _of(length), _DOUBT, _shown(length))


def _of(length: int) -> Compute:
    whole = Interval.exact(Decimal(length))
    return lambda values: quotient_percent((values[0], whole))


def _shown(length: int) -> Callable[[Sequence[str]], str]:
    return lambda texts: f"{texts[0]}÷{length}×100%"
