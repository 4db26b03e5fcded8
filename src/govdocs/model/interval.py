"""A printed figure as the interval of values that print so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

PRECISION = 60
"""Digits that quotients are computed with: far beyond any printed figure."""
_DIVIDE = Context(prec=PRECISION).divide


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between ``low`` and ``high``, both included.

    Source: XBRL Calculations 1.1 treats a reported figure as ± half of its last digit.
    """

    low: Decimal
    high: Decimal

    @staticmethod
    def of(number: Decimal, decimals: int) -> Interval:
        """The values that round to ``number`` printed with ``decimals`` decimals."""
        half = Decimal(1).scaleb(-decimals) / 2
        return Interval(number - half, number + half)

    @staticmethod
    def truncated(number: Decimal, decimals: int) -> Interval:
        """The values that give ``number`` when the further digits are cut off."""
        ulp = Decimal(1).scaleb(-decimals)
        return Interval(number, number + ulp) if number >= 0 else Interval(number - ulp, number)

    @staticmethod
    def exact(number: Decimal) -> Interval:
        """The one value itself: a count of rows, a threshold."""
        return Interval(number, number)

    @staticmethod
    def total(parts: Iterable[Interval]) -> Interval:
        """The values that a sum of ``parts`` can have: ± n halves for n parts."""
        low = high = Decimal(0)
        for part in parts:
            low += part.low
            high += part.high
        return Interval(low, high)

    def meets(self, other: Interval) -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def scaled(self, factor: Decimal) -> Interval:
        """The interval in another unit."""
        ends = (self.low * factor, self.high * factor)
        return Interval(min(ends), max(ends))

    def plus(self, other: Interval) -> Interval:
        """The values of a sum."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """The values of a difference."""
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """The values of a product."""
        if self.low >= 0 <= other.low:
            return Interval(self.low * other.low, self.high * other.high)
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """The values of a quotient; None where the divisor can be zero."""
        if other.low <= 0 <= other.high:
            return None
        if self.low >= 0 < other.low:
            return Interval(_DIVIDE(self.low, other.high), _DIVIDE(self.high, other.low))
        ends = [_DIVIDE(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round half up, as offices do, to ``decimals`` decimals."""
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def cut(number: Decimal, decimals: int) -> Decimal:
    """Cut off what lies beyond ``decimals`` decimals."""
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN)


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Divide with far more digits than are ever printed."""
    return _DIVIDE(dividend, divisor)
