"""指标值 that is a range: 85%-95%, 3—5天."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govdocs.checks.agreement import in_base
from govdocs.checks.indicators.attainment import comparable
from govdocs.model.indicator import Direction
from govdocs.model.quantity import NUMBER, Bound, Quantity, read_quantity

_RANGE = re.compile(
    rf"\s*(?P<low>{NUMBER})\s*(?P<unit>[^\d\s,.，。；;：:（）()]{{0,8}}?)\s*(?:-|－|—|–|~|～|至|到)+\s*"
    rf"(?P<high>{NUMBER}\s*[^\d\s,.，。；;：:（）()]{{0,8}})\s*"
)


@dataclass(frozen=True, slots=True)
class TargetRange:
    """The two ends of a range, both in the unit that it prints."""

    low: Quantity
    high: Quantity

    def is_missed(self, actual: Quantity, direction: Direction | None) -> bool:
        """Tell whether ``actual`` lies outside on the bad side; of an open direction neither is."""
        if not comparable(self.high, actual) or actual.bound is not Bound.EXACT:
            return False
        if direction is Direction.HIGHER:
            return in_base(actual) < in_base(self.low)
        if direction is Direction.LOWER:
            return in_base(actual) > in_base(self.high)
        return False


def read_range(text: str) -> TargetRange | None:
    """Read ``3-5天`` or ``85%-95%``; None for anything else, and where the ends differ in unit."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    high = read_quantity(match["high"])
    low = read_quantity(match["low"] + (match["unit"] or (high.unit_symbol if high else "")))
    if low is None or high is None or low.kind != high.kind or in_base(low) >= in_base(high):
        return None
    return TargetRange(low, high)
