"""The running sums of one figure; adding tallies in any grouping gives the same."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from govdocs.rollup.adding_up.exact import add, times

ZERO = Decimal(0)


@dataclass(slots=True)
class Tally:
    """Exact sums over the units that count for one figure.

    ``weighted`` is Σ value × weight and ``weights`` Σ weight over the units with a weight;
    ``decimals`` the most that a unit wrote.
    """

    count: int = 0
    total: Decimal = ZERO
    weighted: Decimal = ZERO
    weights: Decimal = ZERO
    highest: Decimal | None = None
    lowest: Decimal | None = None
    decimals: int = 0

    def add(self, number: Decimal, decimals: int, weight: Decimal | None = None) -> None:
        """Count one unit's number."""
        self.count += 1
        self.total = add(self.total, number)
        if weight is not None:
            self.weighted = add(self.weighted, times(number, weight))
            self.weights = add(self.weights, weight)
        self.highest = number if self.highest is None else max(self.highest, number)
        self.lowest = number if self.lowest is None else min(self.lowest, number)
        self.decimals = max(self.decimals, decimals)

    @property
    def mean(self) -> Fraction | None:
        """Σ value × weight ÷ Σ weight, exactly; None where the weights sum to zero."""
        if self.weights == 0:
            return None
        return Fraction(self.weighted) / Fraction(self.weights)
