"""The score that a result earns, by the formulas of the self-evaluation forms."""

from __future__ import annotations

from decimal import Decimal

from govdocs.checks.agreement import in_base
from govdocs.checks.indicators.attainment import comparable, direction_of
from govdocs.forms.form_set import Settings
from govdocs.model.indicator import Direction, Indicator
from govdocs.model.interval import quotient
from govdocs.model.quantity import Quantity


def earned_share(row: Indicator, settings: Settings) -> Decimal | None:
    """The share of its weight that a quantitative row earns, 0 to 1; None where it cannot be told.

    Higher is better: 完成值÷指标值. Lower is better: 指标值÷完成值, or 1−（完成值−指标值）÷指标值
    by the setting. Equal: as higher, nothing for any excess over a target of zero. A negative
    result earns nothing. Source: 财预〔2020〕10号; the formulas of the production system.
    """
    target, actual = row.reported_target or row.target, row.actual
    if not isinstance(target, Quantity) or not isinstance(actual, Quantity):
        return None
    direction = direction_of(row)
    if direction is None or not comparable(target, actual):
        return None
    wanted, reached = in_base(target), in_base(actual)
    if reached < 0 or wanted < 0:
        return None if wanted < 0 else Decimal(0)
    if direction is Direction.LOWER:
        return _reverse(wanted, reached, settings)
    if wanted == 0:
        return Decimal(0) if direction is Direction.EQUAL and reached > 0 else Decimal(1)
    return min(Decimal(1), quotient(reached, wanted))


def _reverse(wanted: Decimal, reached: Decimal, settings: Settings) -> Decimal:
    if reached <= wanted:
        return Decimal(1)
    if settings.reverse_formula == "比值":
        return quotient(wanted, reached)
    if wanted == 0:
        return Decimal(0)
    return max(Decimal(0), 1 - quotient(reached - wanted, wanted))
