"""What plain arithmetic with other figures would make of a figure, and how often chance would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from govdocs.prose.judgement import bare
from govdocs.prose.told import Told

_LIKE = 3
"""A figure is held against values up to so many times, and down to so small a part of itself."""
_WIDEST = 9
"""So many last digits may a value leave open."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The values from ``low`` to ``high`` (base units) that ``operands`` give.

    ``way`` is the sign between them, or where they stand in the reckoning: {0}÷{1}×100%.
    """

    low: Decimal
    high: Decimal
    operands: tuple[Told, ...]
    way: str
    adds: bool = False
    """Whether it only adds and subtracts: then it is exact, and only zeros that all figures end in tell nothing."""
    repeats: bool = False
    """Whether it is no reckoning, but what is told elsewhere."""

    def gives(self, told: Told) -> bool:
        """Tell whether ``told`` prints what comes out."""
        half = told.figure.ulp / 2
        return self.low - half < told.figure.value < self.high + half

    def shown(self, told: Told) -> str:
        """The reckoning with the operands as printed, their units where these are not all those of ``told``."""
        alike = told.figure.is_rate or all(t.figure.unit == told.figure.unit for t in self.operands)
        texts = [bare(t.figure) if alike else t.figure.text for t in self.operands]
        return self.way.join(texts) if self.adds else self.way.format(*texts)

    def is_like(self, told: Told) -> bool:
        """Tell whether what comes out is of the size of ``told``, so that it could have been it."""
        return is_like(float(self.low + self.high) / 2, float(told.figure.value))

    def slips(self, told: Told) -> Iterator[Decimal]:
        """The values one digit away from the printed figure that come out."""
        ulp = told.figure.ulp
        first = int((self.low / ulp).to_integral_value(ROUND_CEILING))
        last = int((self.high / ulp).to_integral_value(ROUND_FLOOR))
        own = _digits(told, ulp)
        for number in range(first, min(last, first + _WIDEST) + 1):
            digits = str(number)
            if len(digits) == len(own) and _apart(digits, own) == 1:
                yield number * ulp

    def telling_digits(self, told: Told) -> int:
        """How many digits of ``told`` tell it from chance: without the zeros at its end, or at that of all."""
        ulp = told.figure.ulp
        zeros = _zeros(told, ulp)
        if self.adds:
            zeros = min(zeros, *(_zeros(one, ulp) for one in self.operands))
        return len(_digits(told, ulp)) - zeros

    def chance(self, told: Told) -> float:
        """How probable it is that a value of this size lies one digit beside ``told`` by chance.

        Nine other digits at each place, over as many values as there are of so many digits.
        """
        ulp, telling = told.figure.ulp, self.telling_digits(told)
        grain = max(self.high - self.low, ulp.scaleb(len(_digits(told, ulp)) - telling))
        return float(9 * telling * grain / told.figure.value)


def is_like(one: float, other: float) -> bool:
    """Tell whether two values are of one size, so that a wrong digit could lie between them."""
    return other < one * _LIKE and one < other * _LIKE


def exact(value: Decimal, operands: Sequence[Told], way: str) -> Fit:
    """What adding and subtracting gives: one value."""
    return Fit(value, value, tuple(operands), way, adds=True)


def _apart(first: str, second: str) -> int:
    return sum(a != b for a, b in zip(first, second, strict=True))


def _digits(told: Told, ulp: Decimal) -> str:
    return str(int(told.figure.value / ulp))


def _zeros(told: Told, ulp: Decimal) -> int:
    digits = _digits(told, ulp)
    return len(digits) - len(digits.rstrip("0"))
