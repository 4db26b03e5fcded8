"""Computed numbers as the figures that a paper prints."""

from __future__ import annotations

from decimal import Decimal

from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import Unit, unit_of


def trimmed(number: Decimal) -> str:
    """Print a number without trailing zeros: 3.640 is 3.64, 8.00 is 8."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def points(number: Decimal, decimals: int = 2) -> Quantity:
    """A score or weight as printed: rounded half up, no trailing zeros, no unit."""
    text = trimmed(rounded(number, decimals))
    return Quantity(Decimal(text), None, Bound.EXACT, text)


def amount(number: Decimal, unit: Unit | None) -> Quantity:
    """A sum of money or a count in ``unit``, which the text does not print; no trailing zeros."""
    text = trimmed(number)
    return Quantity(Decimal(text), unit, Bound.EXACT, text)


def percent(part: Decimal, whole: Decimal, decimals: int = 2) -> Quantity | None:
    """part ÷ whole as a printed rate with ``decimals`` decimals; None where the whole is 0."""
    if whole == 0:
        return None
    rate = rounded(quotient(part * 100, whole), decimals)
    return Quantity(rate, unit_of("%"), Bound.EXACT, f"{rate:f}%")


def plain_percent(part: Decimal, whole: Decimal, decimals: int = 2) -> Quantity | None:
    """The same rate without trailing zeros, as offices print 100% and 60%.

    Only the whole is 100%: what rounds to it and is not gets the decimals that show it, since a
    threshold of 100% is not reached by 99.996%.
    """
    rate = percent(part, whole, decimals)
    while rate is not None and rate.number == 100 and part != whole:
        decimals += 1
        rate = percent(part, whole, decimals)
    if rate is None:
        return None
    text = trimmed(rate.number)
    return Quantity(Decimal(text), rate.unit, Bound.EXACT, f"{text}%")
