"""项目支出绩效自评表 (layout C of 财预〔2020〕10号) from an evaluation: money with points, goals, scored rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from govdocs.evaluation.printed import points, trimmed
from govdocs.evaluation.scoring.rates import ordered
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import Measure, ScoredIndicator
from govdocs.model.evaluation.scoring import Scoring
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import PERCENT
from govdocs.place import Path
from govdocs.tags.evaluation.figures import figure
from govdocs.tags.evaluation.rating_money import earned, money_rows
from govdocs.tags.values import Node, Record, Rows, Value

EXECUTION = Decimal(10)
"""Points for 预算执行率 unless a setting gives others. Source: 财预〔2020〕10号."""

WHOLE = Decimal(100)

SHARES = {"产出": Decimal(50), "效益": Decimal(30), "满意度": Decimal(10)}
"""Points for the rows of each 一级指标 beside 预算执行率. Source: 财预〔2020〕10号."""

WITH_COST = {"成本": Decimal(20), "产出": Decimal(40), "效益": Decimal(20), "满意度": Decimal(10)}
"""The same where 成本 is a 一级指标 of its own. Source: 财预〔2021〕101号."""

_TAKES = ("效益", "产出", "成本", "满意度")
"""Which 一级指标 takes the points of one without rows; 财预〔2021〕101号 gives those of 满意度 to 效益."""


def self_rating(case: EvaluationCase, done: dict[str, Node], forms: FormSet) -> Record:
    """Return the form's fields: the money rows, ``weight``, ``points``, ``rows``, ``total``.

    The form scores 产出 50, 效益 30 and 满意度 10 beside 预算执行率 10 (``shares_of``): the
    evaluation's rows of each are carried to these in proportion of their weights; what rounding
    leaves goes to the last row. ``total_weight`` is what the printed weights add up to. Scores are
    printed with the form's ``score_decimals``; the total adds them as printed.
    """
    execution = forms.settings.execution_weight
    execution = EXECUTION if execution is None else execution
    for_execution = earned(case, forms, execution)
    chosen = _chosen(case)
    shares = shares_of([name for name in chosen if chosen[name]], WHOLE - execution)
    rows, score = _rows(case, done, chosen, shares, forms.settings.score_decimals)
    whole_weight = execution + sum(shares.values(), Decimal(0))
    whole = None if for_execution is None or score is None else for_execution.number + score
    fields: dict[str, Node] = {
        **money_rows(case, forms),
        "weight": Value(trimmed(execution), ("sources",), execution, derived=True),
        "points": figure(for_execution, ("sources",)),
        "rows": rows,
        "goals": _goals(case),
        "achieved": _achieved(case),
        "total_weight": figure(points(whole_weight), ("indicators",)),
        "total": figure(None if whole is None else points(whole, 4), ("indicators",)),
    }
    return Record(fields, ("indicators",))


_SATISFACTION = "满意"


_EFFECT = "效益"


def shares_of(names: Sequence[str], whole: Decimal) -> dict[str, Decimal]:
    """Split ``whole`` points between the 一级指标 that have rows, as the form does.

    What the form gives to one without rows goes to another; the last takes what rounding leaves.
    """
    if not names:
        return {}
    official = WITH_COST if "成本" in names else SHARES
    own = {name: share for name, share in official.items() if name in names}
    heir = next(name for name in _TAKES if name in own)
    own[heir] += sum(official.values(), Decimal(0)) - sum(own.values(), Decimal(0))
    return dict(zip(own, _carried(list(own.values()), whole), strict=True))


def _level1(block: str, group: str, row: ScoredIndicator) -> str:
    """The 一级指标 of the form that a row of the evaluation belongs to; empty for the others."""
    satisfied = row.measure is Measure.SATISFACTION
    if satisfied or any(_SATISFACTION in name for name in (block, group, row.name)):
        return "满意度"
    if _EFFECT in group or block.startswith((_EFFECT, "效果")):
        return _EFFECT
    return next((name for name in WITH_COST if block.startswith(name)), "")


def _chosen(case: EvaluationCase) -> dict[str, list[tuple[int, int, int]]]:
    """The places of the rows under each 一级指标 of the form, in the form's order."""
    chosen: dict[str, list[tuple[int, int, int]]] = {name: [] for name in WITH_COST}
    for b, block in enumerate(case.indicators):
        for g, group in enumerate(block.groups):
            for i, row in enumerate(group.indicators):
                own = chosen.get(_level1(block.name, group.name, row))
                if own is not None and row.weight.number > 0:
                    own.append((b, g, i))
    return chosen


def _rows(
    case: EvaluationCase,
    done: dict[str, Node],
    chosen: Mapping[str, list[tuple[int, int, int]]],
    shares: Mapping[str, Decimal],
    decimals: int,
) -> tuple[Rows, Decimal | None]:
    blocks = done["blocks"]
    assert isinstance(blocks, Rows)
    rows: list[Node] = []
    scores: list[Decimal | None] = []
    for name, share in shares.items():
        places = chosen[name]
        own_weights = [_row(case, at).weight.number for at in places]
        for at, weight in zip(places, _carried(own_weights, share), strict=True):
            record, score = _scored(case, blocks, at, name, weight, decimals)
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
    return carried if carried[-1] > 0 else _evenly(weights, share, whole)


def _evenly(weights: list[Decimal], share: Decimal, whole: Decimal) -> list[Decimal]:
    """The same to two decimals, each row bearing its own rounding: for many rows of little weight."""
    carried, so_far = [], Decimal(0)
    for weight in weights:
        before, so_far = so_far, so_far + weight
        up_to, up_from = (quotient(part * share, whole) for part in (so_far, before))
        carried.append(rounded(up_to, 2) - rounded(up_from, 2))
    return carried


def _scored(
    case: EvaluationCase,
    blocks: Rows,
    at: tuple[int, int, int],
    level1: str,
    weight: Decimal,
    decimals: int,
) -> tuple[Record, Decimal | None]:
    b, g, i = at
    row = _row(case, at)
    path: Path = ("indicators", b, "groups", g, "indicators", i)
    score = None
    if row.score is not None and row.weight.number:
        score = points(quotient(row.score.number * weight, row.weight.number), decimals)
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


_FULL_POINTS = {
    Scoring.CONDITIONS: "符合全部条款",
    Scoring.DEFECTS: "没有所列情形",
    Scoring.EACH_DEFECT: "没有发现问题",
}
"""What a rule of clauses or faults asks for that names no target; the others count against 100%."""


def _target(case: EvaluationCase, b: int, g: int, i: int) -> str:
    """The target that the rule names; where it names none, what full points ask for."""
    rule = case.indicators[b].groups[g].indicators[i].rule
    if rule.target is not None:
        return rule.target.text
    if rule.steps:
        most = ordered(rule.steps)[0].at_least
        bare = most.bound is Bound.EXACT and not (most.kind == PERCENT and most.number == 100)
        return f"≥{most.text}" if bare else most.text
    if rule.kind is Scoring.VERBATIM:
        return ""
    if rule.kind is Scoring.BANDS:
        return "达成年度指标"
    if rule.words:
        return max(rule.words, key=lambda word: word.points.number).word
    return rule.full or _FULL_POINTS.get(rule.kind, "100%")


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
