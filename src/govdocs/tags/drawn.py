"""Values that print as more than text: pictures, bar charts, targets and numbers of pages.

A Word template prints them where it says; elsewhere each prints its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from govdocs.tags.values import Value


@dataclass(frozen=True, slots=True, eq=False)
class Picture(Value):
    """A PNG or JPEG picture, ``width`` millimetres wide; its text is what a screen reader says."""

    content: bytes = b""
    width: Decimal = Decimal(150)


@dataclass(frozen=True, slots=True, eq=False)
class Bar:
    """One bar: its label, its length, and the length as printed beside it."""

    label: str
    number: Decimal
    shown: str


@dataclass(frozen=True, slots=True, eq=False)
class BarChart(Value):
    """Horizontal bars from ``low`` to ``high``; its text is the chart's title."""

    bars: tuple[Bar, ...] = ()
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(100)
    number_format: str = "0.00"


@dataclass(frozen=True, slots=True, eq=False)
class Anchored(Value):
    """A text whose page can be named elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class PageNumber(Value):
    """The number of the page on which the anchored text of the same path stands."""


def anchored(value: Value) -> Value:
    """Print a heading so that ``page_number`` can name its page."""
    return Anchored(value.text, value.path, value.number, value.unit, value.day, value.derived)


def page_number(value: Value) -> Value:
    """Print the number of the page on which the same value is printed with ``anchored``."""
    return PageNumber(value.text, value.path)
