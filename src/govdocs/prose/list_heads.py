"""The amount that a list of parts divides: 26条，其中甲14条、乙9条、丙3条."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from govdocs.prose.figure import ProseFigure, Role

_MOST_PARTS = 12
_PLAYS_NO_PART = frozenset({Role.GROWTH, Role.SHARE, Role.DIFFERENCE, Role.EACH})


def head_of_list(before: Sequence[ProseFigure]) -> int | None:
    """Which of the figures of a sentence is the sum of all of its kind behind it; None for none.

    What follows the list, as 占线路总数的20.16%, is said of that amount and not of the last part.
    """
    if not before or before[-1].is_rate:
        return None
    last = before[-1]
    total = last.value
    for at in range(len(before) - 2, max(-1, len(before) - 2 - _MOST_PARTS), -1):
        one = before[at]
        if one.unit is None or one.kind != last.kind or one.role in _PLAYS_NO_PART:
            if one.is_rate or one.role in _PLAYS_NO_PART:
                return None
            continue
        if at < len(before) - 2 and _is_sum(one, total):
            return at
        total += one.value
    return None


def _is_sum(one: ProseFigure, total: Decimal) -> bool:
    return abs(one.value - total) <= one.ulp / 2
