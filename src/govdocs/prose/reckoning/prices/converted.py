"""A price told for another period as well: 每人每年5280元，折合每人每月440元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.price import Price, prices_of
from govdocs.prose.told import Story

_CONVERTED = re.compile(r"折合|相当于|即|合计?每|换算|约合|也就是")
_IN_YEAR = {"月": 12, "个月": 12, "季度": 4, "年": 1, "天": 365, "日": 365}
_SURE = 0.3


def converted(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every price that says it is another one of its sentence, told for another period."""
    for paragraph in story.told:
        prices = prices_of(paragraph)
        if len(prices) < 2:
            continue
        for at, price in prices.items():
            if _CONVERTED.search(price.told.words) and len(price.periods) == 1:
                found = list(_readings(prices, at))
                if found:
                    yield found


def _readings(prices: Mapping[int, Price], at: int) -> Iterator[Hypothesis]:
    price = prices[at]
    for place in sorted((n for n in prices if n < at), reverse=True)[:3]:
        other = prices[place]
        if (
            len(other.periods) != 1 or other.kind != price.kind
            or other.told.figure.sentence != price.told.figure.sentence
        ):  # fmt: skip
            continue
        own, its = _IN_YEAR.get(price.periods[0]), _IN_YEAR.get(other.periods[0])
        if own and its and own != its:
            yield Hypothesis(
                price.told, (other.told,), partial(_by, factor=Decimal(its) / own), _SURE,
                partial(_shown, own=own, its=its),
            )  # fmt: skip


def _by(values: Sequence[Interval], *, factor: Decimal) -> Interval | None:
    return Interval.exact((values[0].low + values[0].high) / 2 * factor)


def _shown(texts: Sequence[str], *, own: int, its: int) -> str:
    return (
        f"{texts[0]}÷{own}"
        if its == 1
        else f"{texts[0]}×{its}"
        if own == 1
        else f"{texts[0]}×{its}÷{own}"
    )
