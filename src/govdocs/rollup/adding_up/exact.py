"""Sums and products without rounding: a sum that cannot be exact is a fault, not a little off."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Clamped, Context, Decimal, Inexact, InvalidOperation, Overflow
from fractions import Fraction

_EXACT = Context(prec=300, traps=[Inexact, InvalidOperation, Overflow, Clamped])
"""A cell holds at most 30 digits below 10^15: products of two stay far inside."""


def add(a: Decimal, b: Decimal) -> Decimal:
    """Return a + b exactly."""
    return _EXACT.add(a, b)


def times(a: Decimal, b: Decimal) -> Decimal:
    """Return a × b exactly."""
    return _EXACT.multiply(a, b)


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """Return the exact sum; 0 for none."""
    total = Decimal(0)
    for number in numbers:
        total = _EXACT.add(total, number)
    return total


def rounded_fraction(number: Fraction, decimals: int) -> Decimal:
    """Round half away from zero, as offices do, from the exact fraction."""
    scaled = abs(number) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    sign = -1 if number < 0 else 1
    return Decimal(sign * whole).scaleb(-decimals, _EXACT)


def plain(number: Decimal) -> str:
    """Print a number without exponent and without zeros at its end: 12, 0.88."""
    if number == 0:
        return "0"
    return f"{number.normalize(_EXACT):f}"


def fraction_text(number: Fraction, decimals: int = 8) -> str:
    """Print a fraction: all its digits where they end, else ``decimals`` of them after ≈."""
    denominator = number.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator == 1:
        return plain(_EXACT.divide(Decimal(number.numerator), Decimal(number.denominator)))
    shown = rounded_fraction(number, decimals).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"≈{plain(shown)}"
