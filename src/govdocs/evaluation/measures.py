"""The figures that the rest of the case gives an indicator: rates of money, counts, satisfaction."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from govdocs.evaluation.printed import amount, plain_percent
from govdocs.evaluation.subsidies import above_cap
from govdocs.evaluation.survey_results import as_rate, overall
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import Measure
from govdocs.model.quantity import Quantity


def total(figures: Iterable[Quantity]) -> Decimal:
    """Add figures of one unit."""
    return sum((figure.number for figure in figures), Decimal(0))


def allocated_total(case: EvaluationCase) -> Decimal:
    """What all firms were allocated."""
    return total(firm.allocated for firm in case.recipients)


def paid_total(case: EvaluationCase) -> Decimal:
    """What all firms have been paid up to the evaluation."""
    return total(firm.paid for firm in case.recipients)


def measured(case: EvaluationCase, measure: Measure) -> Quantity | None:
    """Compute one measure; None where the case does not hold what it needs."""
    scope = [source for source in case.sources if source.measured]
    budget = total(source.amount for source in scope)
    match measure:
        case Measure.ARRIVED:
            arrived = [s.arrived for s in scope if s.arrived is not None]
            return plain_percent(total(arrived), budget) if len(arrived) == len(scope) else None
        case Measure.SPENT:
            spent = [s.spent for s in scope if s.spent is not None]
            return plain_percent(total(spent), budget) if len(spent) == len(scope) else None
        case Measure.PAID_IN_TIME:
            chosen = next((m for m in case.milestones if m.yearly), None)
            whole = allocated_total(case)
            return None if chosen is None else plain_percent(chosen.paid.number, whole)
        case Measure.RECIPIENTS:
            return amount(Decimal(len(case.recipients)), None) if case.recipients else None
        case Measure.OVER_CAP:
            policy = case.policy
            if policy is None:
                return None
            count = sum(above_cap(policy, firm) for firm in case.recipients)
            return amount(Decimal(count), None)
        case Measure.SATISFACTION:
            survey = case.survey
            return (
                None
                if survey is None
                else survey.stated or as_rate(overall(survey), survey.decimals)
            )
