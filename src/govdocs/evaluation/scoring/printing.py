"""A scoring rule as the sentence that annex 1 prints under 评价标准."""

from __future__ import annotations

from decimal import Decimal

from govdocs.evaluation.printed import trimmed
from govdocs.evaluation.scoring.rates import ordered
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.model.evaluation.scoring import Condition, GradePoints, Scoring, ScoringRule
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import PERCENT

_OWN_ENDING = frozenset({Scoring.BANDS, Scoring.VERBATIM})
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
"""The circled numbers of GB/T 2312: the official 仿宋_GB2312 has none above ten."""


def rule_text(row: ScoredIndicator, forms: FormSet) -> str:
    """Return the rule of ``row`` in the words of the official tables; clauses stand on lines of their own."""
    said = _said(row, forms)
    if row.rule.discretion and row.rule.kind not in _OWN_ENDING and said:
        return f"{said.removesuffix('。')}，其他情况酌情扣分。"
    return said


def _said(row: ScoredIndicator, forms: FormSet) -> str:
    rule, weight = row.rule, row.weight.number
    about = rule.subject or row.name
    match rule.kind:
        case Scoring.CONDITIONS:
            return _clauses(rule, _condition)
        case Scoring.DEFECTS:
            return _clauses(rule, lambda c: f"{c.text}，扣{c.points.text}分")
        case Scoring.STEPS:
            return _steps(rule, about)
        case Scoring.PROPORTION:
            if rule.target is None:
                return f"{about}为100%计满分，未达到的按完成比例计分。"
            return f"{about}达到计划的100%（{rule.target.text}）计满分，未达到的按完成比例计分。"
        case Scoring.DECREASE:
            per = rule.per.text if rule.per else "1%"
            deduct = "" if rule.deduct is None else str(getattr(rule.deduct, "text", rule.deduct))
            full = "为100%" if rule.target is None else f"达到{rule.target.text}"
            share = "" if deduct.endswith("分") else "权重分的"
            return f"{about}{full}得满分，每减少{per}扣{share}{deduct}，扣完为止。"
        case Scoring.EACH_DEFECT:
            deduct = "" if rule.deduct is None else str(getattr(rule.deduct, "text", rule.deduct))
            return f"{rule.full or about}计满分，每发现{rule.fault or '一处问题'}扣{deduct}分，扣完为止。"
        case Scoring.WORDS:
            return "，".join(_word(word, weight) for word in rule.words) + "。"
        case Scoring.TARGET:
            target = rule.target.text if rule.target else ""
            return f"{about}达到指标值（{target}）得满分，未达到的按公式计分，最高不超过权重分。"
        case Scoring.VERBATIM:
            return rule.sentence or ""
        case Scoring.BANDS:
            said = "；".join(
                f"{b.name}，得权重分的{b.high:f}%－{b.low:f}%{'（含）' if b.low_included and b.low else ''}"
                for b in forms.qualitative_bands
            )
            return f"{said}。"


def _clauses(rule: ScoringRule, say: object) -> str:
    assert callable(say)
    count = len(rule.conditions)
    marks = CIRCLED[:count] if count <= len(CIRCLED) else [f"（{n}）" for n in range(1, count + 1)]
    lines = [f"{mark}{say(clause)}" for mark, clause in zip(marks, rule.conditions, strict=True)]
    return "；\n".join(lines) + "。" if lines else ""


def _condition(condition: Condition) -> str:
    if condition.grades:
        graded = "，".join(_word(grade, None) for grade in condition.grades)
        return f"{condition.text}，{graded}"
    tail = "，否则不得分" if condition.otherwise else ""
    return f"{condition.text}，得{condition.points.text}分{tail}"


def _word(grade: GradePoints, weight: Decimal | None) -> str:
    if grade.points.number == 0:
        return f"{grade.word}不得分"
    if weight is not None and grade.points.number == weight:
        return f"{grade.word}得满分"
    return f"{grade.word}得{grade.points.text}分"


def _steps(rule: ScoringRule, about: str) -> str:
    steps = ordered(rule.steps)
    said = [f"{about}{_from(step.at_least)}，得{step.points.text}分" for step in steps]
    last = steps[-1].at_least if steps else None
    if last is not None and last.number > 0:
        below = "超过" if last.bound is Bound.AT_MOST else "低于"
        said.append(f"{below}{trimmed(last.number)}{last.unit_symbol}不得分")
    return "；".join(said) + "。"


def _from(limit: Quantity) -> str:
    figure = f"{trimmed(limit.number)}{limit.unit_symbol}"
    if limit.bound is Bound.AT_MOST:
        return f"不超过{figure}"
    whole = limit.kind == PERCENT and limit.number == 100
    return limit.text if whole else f"{figure}（含）以上"
