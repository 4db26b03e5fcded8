"""Rules over a value: steps by threshold, proportion to a target, loss for each point missed."""

from __future__ import annotations

from decimal import Decimal

from govdocs.evaluation import formulas
from govdocs.evaluation.printed import trimmed
from govdocs.evaluation.scoring.outcome import Outcome, troubled
from govdocs.forms.form_set import Settings
from govdocs.model.evaluation.scoring import ScoringRule
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import PERCENT


def by_steps(rule: ScoringRule, value: Quantity | str | None) -> Outcome:
    """Give the points of the highest threshold that the value reaches; none below the last."""
    if not rule.steps:
        return troubled("no_steps")
    rate = _rate(value)
    if isinstance(rate, Outcome):
        return rate
    for step in sorted(rule.steps, key=lambda step: step.at_least.number, reverse=True):
        if rate >= step.at_least.number:
            text = f"{trimmed(rate)}%达到{step.at_least.text}，得{step.points.text}分"
            return Outcome(step.points.number, text)
    lowest = min(step.at_least.number for step in rule.steps)
    return Outcome(Decimal(0), f"{trimmed(rate)}%低于{trimmed(lowest)}%，不得分")


def by_proportion(rule: ScoringRule, value: Quantity | str | None, weight: Decimal) -> Outcome:
    """Full points at the target, in proportion below; a rate without a target counts against 100%."""
    if value is None:
        return troubled("no_value")
    if isinstance(value, str):
        return troubled("not_number", value=value)
    target = rule.target
    if target is None:
        rate = _rate(value)
        if isinstance(rate, Outcome):
            return troubled("no_target")
        score = formulas.positive(Decimal(100), rate, weight)
        return Outcome(score, f"{trimmed(weight)}×{trimmed(rate)}%＝{_shown(score)}")
    if _other_unit(target, value):
        return troubled("other_unit", value=value.text, target=target.text)
    if target.number <= 0:
        return troubled("no_target")
    score = formulas.positive(_base(target), _base(value), weight)
    return Outcome(
        score,
        f"{trimmed(weight)}×{value.text}÷{target.text}＝{_shown(score)}"
        if score < weight
        else f"{value.text}达到{target.text}，得{trimmed(weight)}分",
    )


def by_decrease(rule: ScoringRule, value: Quantity | str | None, weight: Decimal) -> Outcome:
    """Take a share of the weight for each point below 100%, parts of a point in proportion."""
    deduct = rule.deduct
    if not isinstance(deduct, Quantity) or deduct.kind != PERCENT:
        return troubled("no_deduction")
    rate = _rate(value)
    if isinstance(rate, Outcome):
        return rate
    per = rule.per.number if rule.per else Decimal(1)
    if per <= 0:
        return troubled("no_deduction")
    missed = max(Decimal(100) - rate, Decimal(0))
    score = weight - quotient(weight * deduct.number * missed, per * 100)
    if not missed:
        return Outcome(weight, f"{trimmed(rate)}%，得{trimmed(weight)}分")
    sign = (
        f"{trimmed(weight)}×（1－{deduct.text}×{trimmed(quotient(missed, per))}）＝{_shown(score)}"
    )
    return Outcome(max(score, Decimal(0)), sign if score >= 0 else f"{sign}，扣完为止得0分")


def by_target(
    rule: ScoringRule, value: Quantity | str | None, weight: Decimal, settings: Settings
) -> Outcome:
    """Score by the sign of the target: ≥ positive, ≤ reverse (by the form's setting), = equal."""
    target = rule.target
    if target is None:
        return troubled("no_target")
    if value is None:
        return troubled("no_value")
    if isinstance(value, str):
        return troubled("not_number", value=value)
    if _other_unit(target, value):
        return troubled("other_unit", value=value.text, target=target.text)
    goal, actual = _base(target), _base(value)
    if target.bound in {Bound.AT_MOST, Bound.LESS}:
        ratio = settings.reverse_formula == "比值"
        formula = formulas.reverse_by_ratio if ratio else formulas.reverse_by_difference
    elif target.bound in {Bound.AT_LEAST, Bound.MORE}:
        formula = formulas.positive
    else:
        formula = formulas.equal
    score = formula(goal, actual, weight)
    return Outcome(score, f"{value.text}对{target.text}，得{_shown(score)}分")


def _rate(value: Quantity | str | None) -> Decimal | Outcome:
    if value is None:
        return troubled("no_value")
    if isinstance(value, str):
        return troubled("not_rate", value=value)
    if value.kind != PERCENT or value.unit is None:
        return troubled("not_rate", value=value.text)
    return value.number * value.unit.factor


def _base(quantity: Quantity) -> Decimal:
    return quantity.number * quantity.unit.factor if quantity.unit else quantity.number


def _other_unit(target: Quantity, value: Quantity) -> bool:
    """Two units of different kinds cannot be compared; a bare number counts in the other's unit."""
    return bool(target.kind and value.kind and target.kind != value.kind)


def _shown(score: Decimal) -> str:
    return trimmed(rounded(score, 2))
