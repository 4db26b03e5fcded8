"""Survey statistics: bases that follow skip logic, shares, weighted satisfaction, mean of the items."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from govdocs.evaluation.printed import percent
from govdocs.model.evaluation.survey import Question, Survey
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import unit_of


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question computed: who should have answered, who did, shares, satisfaction.

    ``expected`` is the base that skip logic gives, None where the question that decides is not
    known; ``shares`` are of those who answered; ``satisfaction`` is exact, in percent, None
    where an answer has no weight.
    """

    answered: int
    expected: int | None
    shares: tuple[Quantity | None, ...]
    satisfaction: Decimal | None


def question_result(survey: Survey, question: Question) -> QuestionResult:
    """Compute one question."""
    answered = sum(option.count for option in question.options)
    shares = tuple(
        percent(Decimal(option.count), Decimal(answered), survey.decimals)
        for option in question.options
    )
    return QuestionResult(
        answered, expected_base(survey, question), shares, _weighted(survey, question, answered)
    )


def expected_base(survey: Survey, question: Question) -> int | None:
    """How many the question was asked: all valid forms, or those whom an earlier answer let go on."""
    if question.asked_after is None:
        return survey.valid
    for earlier in survey.questions:
        if earlier is question:
            return None
        if earlier.name == question.asked_after:
            return sum(option.count for option in earlier.options if option.goes_on)
    return None


def _weighted(survey: Survey, question: Question, answered: int) -> Decimal | None:
    weights = {weight.answer: weight.weight.number for weight in survey.weights}
    if answered == 0 or any(option.text not in weights for option in question.options):
        return None
    total = sum((weights[option.text] * option.count for option in question.options), Decimal(0))
    return quotient(total, Decimal(answered))


def overall(survey: Survey) -> Decimal | None:
    """The mean of the items that count, exact; None where none counts or one cannot be computed."""
    items = [question_result(survey, q).satisfaction for q in survey.questions if q.counts]
    if not items or any(item is None for item in items):
        return None
    return quotient(
        sum((item for item in items if item is not None), Decimal(0)), Decimal(len(items))
    )


def as_rate(number: Decimal | None, decimals: int) -> Quantity | None:
    """A satisfaction in percent as printed."""
    if number is None:
        return None
    rate = rounded(number, decimals)
    return Quantity(rate, unit_of("%"), Bound.EXACT, f"{rate:f}%")
