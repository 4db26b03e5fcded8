"""Rules of numbered clauses: points for each condition met, points lost for each fault found."""

from __future__ import annotations

from decimal import Decimal

from govdocs.evaluation.printed import trimmed
from govdocs.evaluation.scoring.outcome import Outcome, troubled
from govdocs.model.evaluation.scoring import Condition, Met, ScoringRule


def by_conditions(rule: ScoringRule) -> Outcome:
    """Add the points of the conditions met."""
    if not rule.conditions:
        return troubled("no_conditions")
    given: list[Decimal] = []
    outside: list[str] = []
    for number, condition in enumerate(rule.conditions, 1):
        one = _points(condition, number)
        if one.score is None:
            return one
        given.append(one.score)
        if one.outside:
            outside.append(str(number))
    return Outcome(
        sum(given, Decimal(0)),
        "＋".join(trimmed(g) for g in given),
        outside="partial" if outside else "",
        details={"clauses": "、".join(outside)} if outside else {},
    )


def _points(condition: Condition, number: int) -> Outcome:
    if condition.grades:
        if condition.grade is None:
            return troubled("unanswered", clause=str(number))
        for grade in condition.grades:
            if grade.word == condition.grade:
                return Outcome(grade.points.number)
        words = "、".join(grade.word for grade in condition.grades)
        return troubled("unknown_grade", clause=str(number), word=condition.grade, words=words)
    if condition.met is None:
        return troubled("unanswered", clause=str(number))
    if condition.met is Met.PARTLY:
        if condition.given is None or not 0 <= condition.given.number <= condition.points.number:
            return troubled("no_points_given", clause=str(number))
        return Outcome(condition.given.number, outside="partial")
    return Outcome(condition.points.number if condition.met is Met.YES else Decimal(0))


def by_faults(rule: ScoringRule, weight: Decimal) -> Outcome:
    """Take the points of each fault found off the weight, never below 0."""
    if not rule.conditions:
        return troubled("no_conditions")
    lost: list[Decimal] = []
    for number, condition in enumerate(rule.conditions, 1):
        if condition.met is None:
            return troubled("unanswered", clause=str(number))
        if condition.met is Met.YES:
            lost.append(condition.points.number)
        elif condition.met is Met.PARTLY:
            return troubled("no_points_given", clause=str(number))
    score = max(weight - sum(lost, Decimal(0)), Decimal(0))
    return Outcome(score, "－".join(trimmed(n) for n in [weight, *lost]))
