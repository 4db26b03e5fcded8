"""The scoring formulas of the self-evaluation forms: positive, equal, reverse, execution rate.

Source: 财预〔2020〕10号 on 单位自评 (完成值÷指标值×分值); the 湖北 form's ratio for reverse
indicators and the integrated budget system's difference formula, which a setting chooses between.
"""

from __future__ import annotations

from decimal import Decimal

from govdocs.model.interval import quotient


def positive(target: Decimal, actual: Decimal, weight: Decimal) -> Decimal:
    """Score a target of ≥ or >: full at the target, in proportion below it, 0 for a negative result."""
    if actual >= target:
        return weight
    if actual <= 0:
        return Decimal(0)
    return quotient(actual * weight, target)


def equal(target: Decimal, actual: Decimal, weight: Decimal) -> Decimal:
    """Score a target of =: as ``positive``; a target of 0 is met by 0 alone."""
    if target == 0:
        return weight if actual <= 0 else Decimal(0)
    return positive(target, actual, weight)


def reverse_by_ratio(target: Decimal, actual: Decimal, weight: Decimal) -> Decimal:
    """Score a target of ≤ as the paper forms do: 指标值÷完成值×分值 beyond the target."""
    actual = max(actual, Decimal(0))
    if actual <= target:
        return weight
    return quotient(target * weight, actual)


def reverse_by_difference(target: Decimal, actual: Decimal, weight: Decimal) -> Decimal:
    """Score a target of ≤ as the budget system does: [1−（完成值−指标值）÷指标值]×分值, never below 0.

    From twice the target on there are no points.
    """
    actual = max(actual, Decimal(0))
    if actual <= target:
        return weight
    if target == 0 or actual >= 2 * target:
        return Decimal(0)
    return weight - quotient((actual - target) * weight, target)


def execution_points(budget: Decimal, spent: Decimal, weight: Decimal) -> Decimal | None:
    """Score 预算执行率: weight × rate, at most the weight; None without a budget.

    Source: 财预〔2020〕10号 (10 points); the 湖北 form gives 20.
    """
    if budget <= 0:
        return None
    return min(weight, quotient(max(spent, Decimal(0)) * weight, budget))
