"""Percentages that are told as about so much: 增长4.0%左右, 约占62.5%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.model.quantity import Bound
from govdocs.prose.reckoning.hypothesis import Compute, Hypothesis
from govdocs.prose.told import Told

_NEARLY = re.compile(r"近[^一-龥]*$")
_LEEWAY = Decimal("0.5")
"""By so many points 4.0%左右 may be off."""


def is_about(told: Told) -> bool:
    """Tell whether a percentage with decimals is told as 左右 or 约, and not as 近, which only bounds it."""
    figure = told.figure
    return (
        figure.is_rate
        and figure.bound is Bound.ABOUT
        and figure.decimals > 0
        and _NEARLY.search(told.words) is None
    )


def with_leeway(readings: Iterable[Hypothesis]) -> Iterator[Hypothesis]:
    """The readings of such a percentage; those that come within the leeway hold."""
    for reading in readings:
        value = reading.value
        target = reading.target.figure.value
        if value is not None and value.low - _LEEWAY <= target <= value.high + _LEEWAY:
            yield replace(reading, compute=_just(target))
        else:
            yield reading


def _just(value: Decimal) -> Compute:
    return lambda _: Interval.exact(value)
