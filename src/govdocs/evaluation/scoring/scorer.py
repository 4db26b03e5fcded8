"""The score of one indicator: its rule, its value, and the judgement that the rule leaves free."""

from __future__ import annotations

from decimal import Decimal

from govdocs.evaluation.grades import within_band
from govdocs.evaluation.printed import trimmed
from govdocs.evaluation.scoring.clauses import by_conditions, by_faults
from govdocs.evaluation.scoring.outcome import Outcome, troubled
from govdocs.evaluation.scoring.rates import by_decrease, by_proportion, by_steps, by_target
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.model.evaluation.scoring import Scoring, ScoringRule
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import DOLLAR, MONEY, PERCENT


def score_of(row: ScoredIndicator, value: Quantity | str | None, forms: FormSet) -> Outcome:
    """Compute the score of ``row`` for ``value`` by its printed rule.

    Nothing is guessed: where the rule cannot be computed the outcome says why. A judgement is
    taken only within 0 and the weight.
    """
    weight = row.weight.number
    if row.judged is not None:
        given = row.judged.points.number
        if not 0 <= given <= weight:
            return troubled("judged_out_of_bounds", points=row.judged.points.text)
        if row.rule.kind is Scoring.BANDS:
            return _band(row, value, forms)
        if row.rule.kind is Scoring.VERBATIM:
            return Outcome(given, f"酌情得{trimmed(given)}分")
        return _judged(row.rule, value, given)
    match row.rule.kind:
        case Scoring.CONDITIONS:
            return by_conditions(row.rule)
        case Scoring.DEFECTS:
            return by_faults(row.rule, weight)
        case Scoring.STEPS:
            return by_steps(row.rule, value)
        case Scoring.PROPORTION:
            return by_proportion(row.rule, value, weight)
        case Scoring.DECREASE:
            return by_decrease(row.rule, value, weight)
        case Scoring.EACH_DEFECT:
            return _each_defect(row, value)
        case Scoring.WORDS:
            return _words(row.rule, value)
        case Scoring.TARGET:
            return by_target(row.rule, value, weight, forms.settings)
        case Scoring.BANDS:
            return _band(row, value, forms)
        case Scoring.VERBATIM:
            return troubled("verbatim" if row.rule.sentence else "no_sentence")


def _judged(rule: ScoringRule, value: Quantity | str | None, given: Decimal) -> Outcome:
    """A free judgement; the rule is free only for what it does not itself give points."""
    said = value if isinstance(value, str) else ""
    fixed = next((word.points.number for word in rule.words if word.word == said), given)
    outside = "judgement" if not rule.discretion else "" if fixed == given else "word"
    return Outcome(given, f"酌情得{trimmed(given)}分", outside=outside, details={"word": said})


def _each_defect(row: ScoredIndicator, value: Quantity | str | None) -> Outcome:
    deduct = row.rule.deduct
    if not isinstance(deduct, Quantity) or deduct.unit is not None or deduct.number <= 0:
        return troubled("no_deduction")
    count = _defects(row, value)
    if isinstance(count, Outcome):
        return count
    weight = row.weight.number
    score = max(weight - deduct.number * count, Decimal(0))
    return Outcome(score, f"{trimmed(weight)}－{deduct.text}×{count}＝{trimmed(score)}")


def _defects(row: ScoredIndicator, value: Quantity | str | None) -> int | Outcome:
    """How many faults were found: as stated, else as the value counts them; never one of two."""
    counted = value if isinstance(value, Quantity) and value.kind not in _NO_COUNT else None
    if counted is not None and not _whole(counted):
        return troubled("not_exact", value=counted.text)
    if row.defects is None:
        return troubled("no_defects") if counted is None else int(counted.number)
    if counted is not None and counted.number != row.defects:
        return troubled("two_counts", value=counted.text, count=str(row.defects))
    return row.defects


_NO_COUNT = frozenset({PERCENT, MONEY, DOLLAR})


def _whole(value: Quantity) -> bool:
    number = value.number
    return value.bound is Bound.EXACT and number >= 0 and number == number.to_integral_value()


def _words(rule: ScoringRule, value: Quantity | str | None) -> Outcome:
    if not rule.words:
        return troubled("no_words")
    names = [grade.word for grade in rule.words]
    if len(set(names)) < len(names):
        return troubled("twice")
    if value is None:
        return troubled("no_value")
    said = value if isinstance(value, str) else value.text
    for grade in rule.words:
        if grade.word == said:
            return Outcome(grade.points.number, f"{said}，得{grade.points.text}分")
    words = "、".join(grade.word for grade in rule.words)
    return troubled("unknown_word", word=said, words=words)


def _band(row: ScoredIndicator, value: Quantity | str | None, forms: FormSet) -> Outcome:
    """A qualitative result names its band; the score within it is the evaluator's."""
    if not isinstance(value, str):
        return (
            troubled("no_value")
            if value is None
            else troubled("unknown_word", word=value.text, words=_names(forms))
        )
    band = next((b for b in forms.qualitative_bands if b.name == value), None)
    if band is None:
        return troubled("unknown_word", word=value, words=_names(forms))
    if row.judged is None:
        return troubled("not_judged", word=value)
    given = row.judged.points.number
    outside = (
        "" if within_band(given, band, row.weight.number, forms.settings.score_decimals) else "band"
    )
    return Outcome(
        given, f"{value}，得{trimmed(given)}分", outside=outside, details={"word": value}
    )


def _names(forms: FormSet) -> str:
    return "、".join(band.name for band in forms.qualitative_bands)
