"""What follows from an evaluation case: values, scores, sub-totals, total, grade, left to pay."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdocs.evaluation.grades import band_of
from govdocs.evaluation.measures import allocated_total, measured
from govdocs.evaluation.printed import amount, points
from govdocs.evaluation.scoring import Outcome, score_of
from govdocs.evaluation.survey_results import as_rate, overall, question_result
from govdocs.evaluation.year_money import COLUMNS, year_total
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.funds import YearTotal
from govdocs.model.evaluation.indicator import (
    IndicatorBlock,
    IndicatorGroup,
    Measure,
    ScoredIndicator,
)
from govdocs.model.evaluation.survey import Survey
from govdocs.model.fields import Model
from govdocs.model.interval import rounded
from govdocs.model.quantity import Quantity
from govdocs.place import Path


def leaves(case: EvaluationCase) -> Iterator[tuple[Path, ScoredIndicator]]:
    """All 三级指标 with their paths, in the order of the tree."""
    for b, block in enumerate(case.indicators):
        for g, group in enumerate(block.groups):
            for i, row in enumerate(group.indicators):
                yield ("indicators", b, "groups", g, "indicators", i), row


def value_of(case: EvaluationCase, row: ScoredIndicator) -> Quantity | str | None:
    """The value that the rule of ``row`` is computed from: as stated, else its measure.

    Of a rule that counts defects the measure is the count, whatever word the table prints.
    """
    if row.measure is Measure.OVER_CAP and row.defects is None:
        return measured(case, Measure.OVER_CAP)
    if row.value is not None or row.measure is None:
        return row.value
    return measured(case, row.measure)


def outcome_of(case: EvaluationCase, row: ScoredIndicator, forms: FormSet) -> Outcome:
    """What the printed rule of ``row`` gives."""
    return score_of(row, value_of(case, row), forms)


def printed_score(row: ScoredIndicator, score: Decimal, forms: FormSet) -> Decimal:
    """Round an exact score as the form does; rounding never lifts it above the weight."""
    return min(rounded(score, forms.settings.score_decimals), row.weight.number)


def derive_evaluation(
    case: EvaluationCase, forms: FormSet
) -> tuple[EvaluationCase, frozenset[Path]]:
    """Fill what the case left out and follows from the rest; return it and the paths filled.

    Filled are values taken from measures, scores by their rules (rounded by the form's
    ``score_decimals``), weights and scores of groups and blocks, total and grade, 尚未拨付,
    satisfaction of items and of the whole, 实施单位, 年度资金总额. Nothing stated is changed; a score that
    its rule does not give stays blank.
    """
    filled: set[Path] = set()
    blocks = tuple(_block(case, b, block, forms, filled) for b, block in enumerate(case.indicators))
    changes: dict[str, object] = {"indicators": blocks}
    score = case.total_score
    if score is None:
        score = _sum([block.score for block in blocks])
        _note(filled, ("total_score",), score)
        changes["total_score"] = score
    if case.grade is None and score is not None:
        band = band_of(score.number, forms.grades)
        if band is not None:
            changes["grade"] = band.name
            filled.add(("grade",))
    changes["milestones"] = _milestones(case, filled)
    changes["year_total"] = _year_total(case, filled)
    if case.survey is not None:
        changes["survey"] = _survey(case.survey, filled)
    if case.project.implementing_unit is None:
        changes["project"] = case.project.model_copy(
            update={"implementing_unit": case.project.department}
        )
        filled.add(("project", "implementing_unit"))
    return case.model_copy(update=changes), frozenset(filled)


def _block(
    case: EvaluationCase, at: int, block: IndicatorBlock, forms: FormSet, filled: set[Path]
) -> IndicatorBlock:
    path: Path = ("indicators", at)
    groups = tuple(
        _group(case, (*path, "groups", g), group, forms, filled)
        for g, group in enumerate(block.groups)
    )
    totals = _totals(path, block, [g.weight for g in groups], [g.score for g in groups], filled)
    return block.model_copy(update={"groups": groups, **totals})


def _group(
    case: EvaluationCase, path: Path, group: IndicatorGroup, forms: FormSet, filled: set[Path]
) -> IndicatorGroup:
    rows = []
    for at, row in enumerate(group.indicators):
        here = (*path, "indicators", at)
        update: dict[str, object] = {}
        if row.value is None and row.measure is not None:
            value = measured(case, row.measure)
            _note(filled, (*here, "value"), value)
            update["value"] = value
        if row.score is None:
            score = outcome_of(case, row, forms).score
            printed = None if score is None else points(printed_score(row, score, forms), 4)
            _note(filled, (*here, "score"), printed)
            update["score"] = printed
        rows.append(row.model_copy(update=update))
    totals = _totals(path, group, [r.weight for r in rows], [r.score for r in rows], filled)
    return group.model_copy(update={"indicators": tuple(rows), **totals})


def _totals(
    path: Path,
    group: IndicatorBlock | IndicatorGroup,
    weights: list[Quantity | None],
    scores: list[Quantity | None],
    filled: set[Path],
) -> dict[str, object]:
    update: dict[str, object] = {}
    for name, parts in (("weight", weights), ("score", scores)):
        if getattr(group, name) is None:
            total = _sum(parts)
            _note(filled, (*path, name), total)
            update[name] = total
    return update


def _sum(parts: list[Quantity | None]) -> Quantity | None:
    """Add points; None where one of them is not known: a sub-total of some rows would be a lie."""
    given = [part.number for part in parts if part is not None]
    return points(sum(given, Decimal(0)), 4) if len(given) == len(parts) else None


def _milestones(case: EvaluationCase, filled: set[Path]) -> tuple[Model, ...]:
    whole = allocated_total(case)
    rows = []
    for at, row in enumerate(case.milestones):
        if row.left is None and case.recipients:
            filled.add(("milestones", at, "left"))
            rows.append(
                row.model_copy(update={"left": amount(whole - row.paid.number, row.paid.unit)})
            )
        else:
            rows.append(row)
    return tuple(rows)


def _year_total(case: EvaluationCase, filled: set[Path]) -> YearTotal | None:
    stated = case.year_total or YearTotal()
    whole = year_total(case)
    update = {
        column: getattr(whole, column) for column in COLUMNS if getattr(stated, column) is None
    }
    for column, value in update.items():
        _note(filled, ("year_total", column), value)
    return stated.model_copy(update=update)


def _survey(survey: Survey, filled: set[Path]) -> Survey:
    questions = []
    for at, question in enumerate(survey.questions):
        update: dict[str, object] = {}
        if question.counts and question.stated is None:
            rate = as_rate(question_result(survey, question).satisfaction, survey.decimals)
            _note(filled, ("survey", "questions", at, "stated"), rate)
            update["stated"] = rate
        questions.append(question.model_copy(update=update))
    changes: dict[str, object] = {"questions": tuple(questions)}
    if survey.stated is None:
        rate = as_rate(overall(survey), survey.decimals)
        _note(filled, ("survey", "stated"), rate)
        changes["stated"] = rate
    return survey.model_copy(update=changes)


def _note(filled: set[Path], path: Path, value: object) -> None:
    if value is not None:
        filled.add(path)
