"""Rates, averages and products of the figures in a paragraph and the one above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from govdocs.model.interval import quotient
from govdocs.model.units import MONEY
from govdocs.prose.figure import Role
from govdocs.prose.lone.fits import Fit, is_like
from govdocs.prose.told import Told

_HUNDRED = Decimal(100)
_NEAR = 3
"""A rate is that of one of so many amounts right before it."""
_MONTHS = 12


def rates(target: Told, before: Sequence[Told], around: Sequence[Told]) -> Iterator[Fit]:
    """What a percentage would be of the amounts right before it over any around it, or their growth."""
    half = target.figure.ulp / 2
    grows = target.figure.role is Role.GROWTH
    for part in before[-_NEAR:]:
        for whole in around:
            if whole is part or whole.figure.kind != part.figure.kind:
                continue
            change = abs(part.figure.value - whole.figure.value)
            share = quotient(
                (change if grows else part.figure.value) * _HUNDRED, whole.figure.value
            )
            way = "（{0}－{1}）÷{1}×100%" if grows else "{0}÷{1}×100%"
            yield Fit(share - half, share + half, (part, whole), way)


def products(target: Told, around: Sequence[Told], *, by_month: bool) -> Iterator[Fit]:
    """What an amount of money would be: a price for each of a count, or a sum over a count.

    ``by_month`` tells that the paragraph speaks of months: then a year of them counts too.
    """
    if target.figure.kind != MONEY:
        return
    half, size = target.figure.ulp / 2, float(target.figure.value)
    money = [(told, float(told.figure.value)) for told in around if told.figure.kind == MONEY]
    counts = [(told, float(told.figure.value)) for told in around if _counts_things(told)]
    for (one, amount), (count, number) in product(money, counts):
        for months in (1, _MONTHS) if by_month else (1,):
            more, less = (f"×{months}", f"÷{months}") if months > 1 else ("", "")
            times = count.figure.value * months
            if is_like(amount * number * months, size):
                value = one.figure.value * times
                yield Fit(value, value, (one, count), "{0}×{1}" + more)
            if is_like(amount / number / months, size):
                each = quotient(one.figure.value, times)
                yield Fit(each - half, each + half, (one, count), "{0}÷{1}" + less)


def _counts_things(told: Told) -> bool:
    """Tell whether a figure says how many or how much there is of something: no money, points, times or 两项."""
    figure = told.figure
    return figure.kind not in {MONEY, "分", "倍"} and figure.text[0].isdigit() and figure.value > 1
