"""What a price makes with quantities and times, as a reading of the amount or of the price itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from functools import partial

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.price import Price
from govdocs.prose.reckoning.prices.quantities import Quantity, Times
from govdocs.prose.told import Told


class Rounded(Enum):
    """Which factors are taken for rounded: none, the counts (2.4万亩), or the price as well (a mean)."""

    NONE = 0
    COUNTS = 1
    ALL = 2


_COST = re.compile(r"成本|费用|造价|支出|均|折合")
_ONE = Interval.exact(Decimal(1))
ONLY_HOLDS = 1e9
"""The doubt of readings that may explain a figure and never cast doubt on one."""


def rounded_in(price: Price, quantity: Quantity) -> Rounded:
    """What may be rounded: a mean or a cost, and counts in 万; a count of 亩 or 公里 is paid for as printed."""
    if price.mean or _COST.search(price.told.words):
        return Rounded.ALL
    scaled = any(t.figure.unit and t.figure.unit.symbol[0] in "万亿" for t in quantity.counts)
    return Rounded.COUNTS if scaled else Rounded.NONE


def product_of(
    amount: Told, price: Price, quantity: Quantity, times: Times, doubt: float, *, rounded: Rounded
) -> Hypothesis:
    """``amount`` as what is paid; the factors exact as printed, or as wide as those rounded are."""
    often = () if times.told is None else (times.told,)
    compute = partial(
        _product, counts=len(quantity.counts), size=quantity.size, rounded=rounded,
        factor=Decimal(1) if often else times.factor,
    )  # fmt: skip
    shown = partial(
        _shown, counts=len(quantity.counts), factor=Decimal(1) if often else times.factor
    )
    return Hypothesis(amount, (*quantity.counts, price.told, *often), compute, doubt, shown)


def price_by(made: Hypothesis, price: Price) -> Hypothesis:
    """The price as what a product that holds gives back: it is explained as well."""
    at = made.operands.index(price.told)
    others = (*made.operands[:at], *made.operands[at + 1 :])

    def compute(values: Sequence[Interval]) -> Interval | None:
        rest = made.compute([*values[1 : at + 1], _ONE, *values[at + 1 :]])
        return None if rest is None or rest.low <= 0 else values[0].over(rest)

    return Hypothesis(price.told, (made.target, *others), compute, ONLY_HOLDS, "÷".join)


def mean_of(
    amount: Told, price: Price, quantity: Quantity, times: Times, doubt: float
) -> Hypothesis:
    """The price as what each got of ``amount``, rounded as printed."""
    compute = partial(_mean, size=quantity.size, factor=times.factor)
    return Hypothesis(
        price.told, (amount, *quantity.counts), compute, doubt,
        partial(_shared, factor=times.factor),
    )  # fmt: skip


def _product(
    values: Sequence[Interval], *, counts: int, size: Decimal, rounded: Rounded, factor: Decimal
) -> Interval | None:
    count, price = Interval.total(values[:counts]), values[counts]
    if rounded is Rounded.NONE:
        count = _middle(count)
    if rounded is not Rounded.ALL:
        price = _middle(price)
    made = count.scaled(factor / size).times(price)
    for often in values[counts + 1 :]:
        made = made.scaled((often.low + often.high) / 2)
    return made


def _mean(values: Sequence[Interval], *, size: Decimal, factor: Decimal) -> Interval | None:
    count = Interval.total(values[1:])
    each = values[0].over(count) if count.low > 0 else None
    return None if each is None else each.scaled(size / factor)


def _middle(value: Interval) -> Interval:
    return Interval.exact((value.low + value.high) / 2)


def _shown(texts: Sequence[str], *, counts: int, factor: Decimal) -> str:
    count = "＋".join(texts[:counts])
    often = [f"{factor:f}"] if factor != 1 else []
    return "×".join([f"（{count}）" if counts > 1 else count, *texts[counts:], *often])


def _shared(texts: Sequence[str], *, factor: Decimal) -> str:
    count = "＋".join(texts[1:])
    often = f"÷{factor:f}" if factor != 1 else ""
    return f"{texts[0]}÷{f'（{count}）' if len(texts) > 2 else count}{often}"
