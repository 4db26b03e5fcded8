"""What relative values are weighted by. Source: note 1 of attachment 2: 按照资金额度加权平均."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from govdocs.model.indicator import Kind
from govdocs.rollup.judging.returns import BLANK, UnitReturn

WEIGHED = frozenset({Kind.RELATIVE, Kind.QUALITATIVE})
"""The kinds that are averaged; the others add up, or the highest, lowest or strictest counts."""


class Weight(StrEnum):
    """The money that weighs; the note does not say which, so the result names it."""

    BUDGET = "全年预算数"
    EXECUTED = "全年执行数"

    @property
    def key(self) -> str:
        """The money cell that weighs."""
        return "total.budget" if self is Weight.BUDGET else "total.executed"

    def of(self, unit: UnitReturn) -> Decimal | None:
        """The unit's weight; None where it did not give the money."""
        return unit.money.get(self.key, BLANK).number
