"""Rules over a value: steps by threshold, proportion to a target, loss for each point missed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from govdocs.evaluation import formulas
from govdocs.evaluation.printed import trimmed
from govdocs.evaluation.scoring.outcome import Outcome, troubled
from govdocs.forms.form_set import Settings
from govdocs.model.evaluation.scoring import ScoringRule, Step
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import PERCENT

_UPWARD = frozenset({Bound.EXACT, Bound.AT_LEAST})


def ordered(steps: Iterable[Step]) -> list[Step]:
    """The steps from the best to the worst: thresholds of ≤ upwards, all others downwards."""
    rows = list(steps)
    upward = any(step.at_least.bound in _UPWARD for step in rows)
    return sorted(rows, key=lambda step: _base(step.at_least), reverse=upward)


def by_steps(rule: ScoringRule, value: Quantity | str | None) -> Outcome:
    """Give the points of the best threshold that the value reaches; none beyond the last.

    Thresholds are all of one unit and all of one direction, no two alike, and a better one gives
    no fewer points.
    """
    if not rule.steps:
        return troubled("no_steps")
    steps = ordered(rule.steps)
    wrong = _wrong_steps(steps)
    if wrong:
        return troubled(wrong)
    if value is None:
        return troubled("no_value")
    last = steps[-1].at_least
    text = value if isinstance(value, str) else value.text
    if last.kind == PERCENT and (isinstance(value, str) or value.kind != PERCENT):
        return troubled("not_rate", value=text)
    if isinstance(value, str):
        return troubled("not_number", value=text)
    wrong = _wrong_unit(last, value)
    if wrong:
        return troubled(wrong, value=text, target=last.text)
    if not _exact(value, last):
        return troubled("not_exact", value=text)
    actual, falling = _base(value), last.bound is Bound.AT_MOST
    for step in steps:
        limit = _base(step.at_least)
        if actual <= limit if falling else actual >= limit:
            verb = "符合" if falling else "达到"
            said = f"{text}{verb}{step.at_least.text}，得{step.points.text}分"
            return Outcome(step.points.number, said)
    beyond = "超出" if falling else "低于"
    return Outcome(Decimal(0), f"{text}{beyond}{last.text}，不得分")


def _wrong_steps(steps: list[Step]) -> str:
    limits = [_base(step.at_least) for step in steps]
    if len(set(limits)) < len(limits):
        return "twice"
    alike = len({step.at_least.kind for step in steps}) == 1
    bounds = {step.at_least.bound for step in steps}
    points = [step.points.number for step in steps]
    if not alike or not (bounds <= _UPWARD or bounds == {Bound.AT_MOST}):
        return "disordered"
    return "" if points == sorted(points, reverse=True) else "disordered"


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
    wrong = _wrong_unit(target, value)
    if wrong:
        return troubled(wrong, value=value.text, target=target.text)
    if target.number <= 0:
        return troubled("no_target")
    if target.bound in {Bound.AT_MOST, Bound.LESS}:
        return troubled("at_most", target=target.text)
    if not _exact(value, target):
        return troubled("not_exact", value=value.text)
    score = formulas.positive(_base(target), _base(value), weight)
    return Outcome(
        score,
        f"{trimmed(weight)}×{value.text}÷{target.text}＝{_shown(score)}"
        if score < weight
        else f"{value.text}达到{target.text}，得{trimmed(weight)}分",
    )


def by_decrease(rule: ScoringRule, value: Quantity | str | None, weight: Decimal) -> Outcome:
    """Take a share of the weight, or points (分), for each point below the target or 100%.

    Parts of a point count in proportion.
    """
    deduct = rule.deduct
    if not isinstance(deduct, Quantity) or deduct.number <= 0:
        return troubled("no_deduction")
    if deduct.kind != PERCENT and deduct.unit_symbol != "分":
        return troubled("no_deduction")
    target = rule.target
    if target is not None and (target.kind != PERCENT or target.bound not in _UPWARD):
        return troubled("no_target")
    rate = _rate(value)
    if isinstance(rate, Outcome):
        return rate
    per = _base(rule.per) if rule.per else Decimal(1)
    if per <= 0:
        return troubled("no_deduction")
    missed = max((_base(target) if target else Decimal(100)) - rate, Decimal(0))
    if not missed:
        return Outcome(weight, f"{trimmed(rate)}%，得{trimmed(weight)}分")
    times = trimmed(quotient(missed, per))
    if deduct.kind == PERCENT:
        score = weight - quotient(weight * _base(deduct) * missed, per * 100)
        sign = f"{trimmed(weight)}×（1－{deduct.text}×{times}）＝{_shown(score)}"
    else:
        score = weight - quotient(deduct.number * missed, per)
        sign = f"{trimmed(weight)}－{trimmed(deduct.number)}×{times}＝{_shown(score)}"
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
    wrong = _wrong_unit(target, value)
    if wrong:
        return troubled(wrong, value=value.text, target=target.text)
    if not _exact(value, target):
        return troubled("not_exact", value=value.text)
    if target.number < 0:  # a share of what is less than nothing is no score
        return troubled("no_target")
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
    if value.bound is not Bound.EXACT:
        return troubled("not_exact", value=value.text)
    return value.number * value.unit.factor


def _base(quantity: Quantity) -> Decimal:
    return quantity.number * quantity.unit.factor if quantity.unit else quantity.number


def _exact(value: Quantity, target: Quantity) -> bool:
    """Tell whether a value is one number; a sign copied from the target is a habit of the system."""
    return value.bound in {Bound.EXACT, target.bound}


def _wrong_unit(target: Quantity, value: Quantity) -> str:
    """Why a value does not compare with a target; empty where it does.

    A bare number beside 家 or 天 can only count those; beside 万元, 公里 or % it could count in
    that unit or in another scale of it, and is not guessed.
    """
    if target.kind and value.kind:
        return "other_unit" if target.kind != value.kind else ""
    unit = target.unit or value.unit
    scaled = unit is not None and (unit.factor != 1 or unit.kind == PERCENT)
    return "no_unit" if scaled else ""


def _shown(score: Decimal) -> str:
    return trimmed(rounded(score, 2))
