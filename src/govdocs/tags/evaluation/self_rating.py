"""项目支出绩效自评表 (layout C of 财预〔2020〕10号) from an evaluation: money with points, goals, scored rows."""

from __future__ import annotations

from decimal import Decimal

from govdocs.evaluation.formulas import execution_points
from govdocs.evaluation.measures import total
from govdocs.evaluation.printed import amount, percent, points, trimmed
from govdocs.evaluation.scoring.rates import ordered
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import PERCENT, unit_of
from govdocs.place import Path
from govdocs.tags.evaluation.figures import figure
from govdocs.tags.values import Node, Record, Rows, Value

EXECUTION = Decimal(10)
"""Points for 预算执行率. Source: 财预〔2020〕10号."""

SHARES = {"产出": Decimal(50), "效益": Decimal(30), "满意度": Decimal(10)}
"""Points for the rows of each 一级指标 beside 预算执行率. Source: 财预〔2020〕10号."""


def self_rating(case: EvaluationCase, done: dict[str, Node]) -> Record:
    """Return the form's fields: ``budget``, ``spent``, ``rate``, ``weight``, ``points``, ``rows``, ``total``.

    The form scores 产出 50, 效益 30 and 满意度 10 beside 预算执行率 10: the evaluation's rows of each
    are carried to these in proportion of their weights; what rounding leaves goes to the last row.
    """
    unit = unit_of(case.money_unit)
    scope = [source for source in case.sources if source.spent is not None]
    budget = total(source.amount for source in scope)
    spent = total(source.spent for source in scope if source.spent is not None)
    earned = execution_points(budget, spent, EXECUTION)
    rows, score = _rows(case, done)
    whole = None if earned is None or score is None else rounded(earned, 2) + score
    fields: dict[str, Node] = {
        "budget": figure(amount(budget, unit), ("sources",)),
        "spent": figure(amount(spent, unit), ("sources",)),
        "rate": figure(percent(spent, budget), ("sources",)),
        "weight": Value(trimmed(EXECUTION), ("sources",), EXECUTION, derived=True),
        "points": figure(None if earned is None else points(earned), ("sources",)),
        "rows": rows,
        "goals": _goals(case),
        "achieved": _achieved(case),
        "total_weight": Value("100", ("indicators",), Decimal(100), derived=True),
        "total": figure(None if whole is None else points(whole), ("indicators",)),
    }
    return Record(fields, ("indicators",))


_SATISFACTION = "满意"


def _level1(block: str, group: str) -> str:
    """The 一级指标 of the form that a group of the evaluation belongs to; empty for the others."""
    if _SATISFACTION in group:
        return "满意度"
    return next((name for name in SHARES if block.startswith(name)), "")


def _rows(case: EvaluationCase, done: dict[str, Node]) -> tuple[Rows, Decimal | None]:
    chosen: dict[str, list[tuple[int, int, int]]] = {name: [] for name in SHARES}
    for b, block in enumerate(case.indicators):
        for g, group in enumerate(block.groups):
            own = chosen.get(_level1(block.name, group.name))
            if own is not None:
                own += [(b, g, i) for i in range(len(group.indicators))]
    blocks = done["blocks"]
    assert isinstance(blocks, Rows)
    rows: list[Node] = []
    scores: list[Decimal | None] = []
    for name, places in chosen.items():
        own_weights = [_row(case, at).weight.number for at in places]
        for at, weight in zip(places, _carried(own_weights, SHARES[name]), strict=True):
            record, score = _scored(case, blocks, at, name, weight)
            rows.append(record)
            scores.append(score)
    known = [score for score in scores if score is not None]
    whole = sum(known, Decimal(0)) if scores and len(known) == len(scores) else None
    return Rows(rows, ("indicators",)), whole


def _row(case: EvaluationCase, at: tuple[int, int, int]) -> ScoredIndicator:
    b, g, i = at
    return case.indicators[b].groups[g].indicators[i]


def _carried(weights: list[Decimal], share: Decimal) -> list[Decimal]:
    """Carry weights to ``share`` in proportion, one decimal each; the last takes the rest."""
    whole = sum(weights, Decimal(0))
    if not whole:
        return [Decimal(0) for _ in weights]
    carried = [rounded(quotient(weight * share, whole), 1) for weight in weights]
    carried[-1] = share - sum(carried[:-1], Decimal(0))
    return carried


def _scored(
    case: EvaluationCase, blocks: Rows, at: tuple[int, int, int], level1: str, weight: Decimal
) -> tuple[Record, Decimal | None]:
    b, g, i = at
    row = _row(case, at)
    path: Path = ("indicators", b, "groups", g, "indicators", i)
    score = None
    if row.score is not None and row.weight.number:
        score = points(quotient(row.score.number * weight, row.weight.number))
    lost = row.score is not None and row.score.number < row.weight.number
    leaf = _leaf(blocks, b, g, i)
    group = case.indicators[b].groups[g].name.removesuffix("指标")
    fields: dict[str, Node] = {
        "level1": Value(f"{level1}指标", path),
        "level2": Value(f"{group}指标", path),
        "name": leaf["name"],
        "target": Value(_target(case, b, g, i), path),
        "value": leaf["value"],
        "weight": figure(points(weight), path),
        "score": figure(score, path),
        "reason": leaf["remark"] if lost else Value("", path),
    }
    return Record(fields, path), None if score is None else score.number


def _leaf(blocks: Rows, b: int, g: int, i: int) -> Record:
    here: Node = blocks[b]
    for name, at in (("groups", g), ("indicators", i)):
        assert isinstance(here, Record)
        rows = here[name]
        assert isinstance(rows, Rows)
        here = rows[at]
    assert isinstance(here, Record)
    return here


def _target(case: EvaluationCase, b: int, g: int, i: int) -> str:
    """The target that the rule names; where it names none, what full points ask for."""
    rule = case.indicators[b].groups[g].indicators[i].rule
    if rule.target is not None:
        return rule.target.text
    if rule.steps:
        most = ordered(rule.steps)[0].at_least
        bare = most.bound is Bound.EXACT and not (most.kind == PERCENT and most.number == 100)
        return f"≥{most.text}" if bare else most.text
    if rule.words:
        return max(rule.words, key=lambda word: word.points.number).word
    if rule.deduct is not None and rule.full is None and rule.fault is None:
        return "100%"
    return rule.full or "100%"


def _goals(case: EvaluationCase) -> Value:
    if case.overall_goal is None:
        return Value(
            "；".join(f"{goal.name}{_said(goal.target)}" for goal in case.goals), ("goals",)
        )
    return Value(case.overall_goal, ("overall_goal",))


def _achieved(case: EvaluationCase) -> Value:
    done = [f"{goal.name}{_said(goal.actual)}" for goal in case.goals if goal.actual is not None]
    return Value("；".join(done) + ("。" if done else ""), ("goals",))


def _said(cell: Quantity | str | None) -> str:
    return cell.text if isinstance(cell, Quantity) else cell or ""
