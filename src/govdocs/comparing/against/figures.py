"""Whether two printed values say the same: alike as written, alike as figures, or not."""

from __future__ import annotations

import unicodedata
from enum import Enum

from govdocs.comparing.alignment.units import plain
from govdocs.model.quantity import read_quantity


class Agreement(Enum):
    """How two printed values stand to each other."""

    SAME = "same"
    ROUNDED = "rounded"
    OTHER = "other"


def agreement(expected: str, actual: str) -> Agreement:
    """Compare two printed values; width of characters, white space and commas count nothing.

    Figures in two units that are exactly equal are the same; figures that could be one by
    rounding are ROUNDED.
    """
    if plain(expected) == plain(actual) or _folded(expected) == _folded(actual):
        return Agreement.SAME
    one, other = read_quantity(_folded(expected)), read_quantity(_folded(actual))
    if one is None or other is None or one.bound is not other.bound or one.kind != other.kind:
        return Agreement.OTHER
    if one.unit is None or other.unit is None:
        return Agreement.SAME if one.number == other.number and _decimals_alike(
            one.decimals, other.decimals, expected, actual) else Agreement.OTHER  # fmt: skip
    if one.number * one.unit.factor == other.number * other.unit.factor:
        return Agreement.SAME
    if one.unit == other.unit and one.decimals == other.decimals:
        return Agreement.OTHER
    meets = one.base_interval.meets(other.base_interval)
    return Agreement.ROUNDED if meets else Agreement.OTHER


def _decimals_alike(one: int, other: int, expected: str, actual: str) -> bool:
    """1,380 and 1380 are one figure, and so are 98.5 and 98.50 in a cell that lost its format."""
    return one == other or not (expected.startswith("0") or actual.startswith("0"))


def _folded(text: str) -> str:
    return plain(unicodedata.normalize("NFKC", text)).replace("，", ",")
