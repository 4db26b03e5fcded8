"""Survey statistics: bases that follow skip logic, shares, weighted satisfaction, mean of the items."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from govdocs.evaluation.printed import percent
from govdocs.model.evaluation.survey import AnswerWeight, Question, Survey
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import unit_of


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question computed: who should have answered, who did, shares, satisfaction.

    ``answered`` counts forms and is the base of ``shares``; it is None where a question for free
    words says nothing of it. ``ticks`` counts answers: more than forms only where several may be
    ticked. ``expected`` is the base that skip logic gives, None where the question that decides
    is not known or leaves it open; ``satisfaction`` is exact, in percent, None where an answer
    has no weight.
    """

    answered: int | None
    ticks: int
    expected: int | None
    shares: tuple[Quantity | None, ...]
    satisfaction: Decimal | None


def question_result(survey: Survey, question: Question) -> QuestionResult:
    """Compute one question."""
    ticks = sum(option.count for option in question.options)
    expected = expected_base(survey, question)
    answered = _answered(question, ticks, expected)
    shares = tuple(
        percent(Decimal(option.count), Decimal(answered or 0), survey.decimals)
        for option in question.options
    )
    return QuestionResult(answered, ticks, expected, shares, _weighted(survey, question, ticks))


def _answered(question: Question, ticks: int, expected: int | None) -> int | None:
    if not question.options:
        return question.answered
    if question.multiple:
        return expected if question.answered is None else question.answered
    return ticks


def expected_base(survey: Survey, question: Question) -> int | None:
    """How many the question was asked: all valid forms, or those whom an earlier answer let go on.

    Several ticks a form do not tell how many forms go on, unless a single option does.
    """
    if question.asked_after is None:
        return survey.valid
    for earlier in survey.questions:
        if earlier is question:
            return None
        if earlier.name == question.asked_after:
            going = [option.count for option in earlier.options if option.goes_on]
            return sum(going) if not earlier.multiple or len(going) == 1 else None
    return None


def weights_of(survey: Survey, question: Question) -> tuple[AnswerWeight, ...]:
    """The scale of a question: its own, else the survey's."""
    return question.weights or survey.weights


def _weighted(survey: Survey, question: Question, ticks: int) -> Decimal | None:
    weights = {weight.answer: weight.weight.number for weight in weights_of(survey, question)}
    if ticks == 0 or any(option.text not in weights for option in question.options):
        return None
    total = sum((weights[option.text] * option.count for option in question.options), Decimal(0))
    return quotient(total, Decimal(ticks))


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
