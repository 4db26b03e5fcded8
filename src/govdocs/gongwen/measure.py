"""A requirement of GB/T 9704-2012: its number, its unit, its clause, and how binding it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Unit = Literal["mm", "pt", "字", "行", "个"]
"""字 is the width of one character of the element's size, 行 one line of the body (clause 3)."""


class Strength(StrEnum):
    """How binding the clause's wording is; only MUST can be broken."""

    MUST = "必须"
    USUAL = "一般"
    MAY = "可以"


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of the standard.

    ``tolerance`` is the standard's own where it names one, else the millimetre to which a ruler
    can be read; in the unit of ``value``.
    """

    name: str
    value: float
    unit: Unit
    clause: str
    strength: Strength = Strength.MUST
    tolerance: float = 1.0

    def allows(self, measured: float) -> bool:
        """Tell whether ``measured``, in this measure's unit, keeps the requirement."""
        return abs(measured - self.value) <= self.tolerance


@dataclass(frozen=True, slots=True)
class Typeface:
    """What an element is set in: the font's name as Word shows it and its size in points."""

    name: str
    font: str
    points: float
    clause: str
    strength: Strength = Strength.USUAL
    colour: str = "000000"
