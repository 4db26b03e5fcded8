"""Computations written out as a reader checks them: 16573.08÷17385×100%＝95.33%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from govdocs.evaluation.printed import trimmed
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Quantity


def written_sum(parts: Sequence[Quantity]) -> str:
    """Write ``300＋260＝560``; a long list is shortened in its middle."""
    terms = [
        plain(part.number) if part.number >= 0 else f"（{plain(part.number)}）" for part in parts
    ]
    if len(terms) > 12:
        terms = [*terms[:5], "……", *terms[-3:]]
    return f"{'＋'.join(terms)}＝{trimmed(sum_of(parts))}"


def sum_of(parts: Sequence[Quantity]) -> Decimal:
    """Add the numbers of figures that share one unit."""
    return sum((part.number for part in parts), Decimal(0))


def plain(number: Decimal) -> str:
    """Print a number without exponent."""
    return f"{number:f}"


def written_rate(executed: Decimal, budget: Decimal, decimals: int = 2) -> str:
    """Write ``450÷600×100%＝75.00%`` with at least two decimals, so that rounding can be seen."""
    rate = rounded(quotient(executed * 100, budget), max(2, decimals))
    return f"{plain(executed)}÷{plain(budget)}×100%＝{plain(rate)}%"
