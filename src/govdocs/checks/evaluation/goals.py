"""F718: goals of the year: units, parts, results below target without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.agreement import in_base
from govdocs.checks.evaluation.examples import piece
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.evaluation.goal import EvaluatedGoal
from govdocs.model.quantity import Bound, Quantity


def goals(subject: Subject) -> Iterator[Finding]:
    """Each goal against the declared one, its result, and what it is a part of."""
    case = subject.report
    by_name = {goal.name: (at, goal) for at, goal in enumerate(case.goals)}
    for at, goal in enumerate(case.goals):
        yield from _declared(subject, at, goal)
        whole = by_name.get(goal.part_of or "")
        if goal.part_of is not None and whole is None:
            spot = spot_at(case, "goals", at, "part_of")
            yield Finding(
                "F718", Level.ERROR, (spot,), "unknown", {"name": goal.name, "whole": goal.part_of}
            )
        if whole is not None:
            yield from _within(subject, at, goal, *whole)
        yield from _missed(subject, at, goal)


def _declared(subject: Subject, at: int, goal: EvaluatedGoal) -> Iterator[Finding]:
    target, declared = goal.target, goal.declared_target
    if declared is None or not isinstance(target, Quantity) or not isinstance(declared, Quantity):
        return
    case = subject.report
    spots = (spot_at(case, "goals", at, "target"), spot_at(case, "goals", at, "declared_target"))
    details = {"name": goal.name, "whole": ""}
    if target.kind != declared.kind:
        variant = "currency" if in_base(target) == in_base(declared) else "unit"
        yield Finding("F718", Level.ERROR, spots, variant, details, declared.text, target.text)
    elif not target.base_interval.meets(declared.base_interval):
        yield Finding("F718", Level.ERROR, spots, "declared", details, declared.text, target.text)


def _within(
    subject: Subject, at: int, goal: EvaluatedGoal, of: int, whole: EvaluatedGoal
) -> Iterator[Finding]:
    case = subject.report
    for field in ("target", "actual"):
        part, total = getattr(goal, field), getattr(whole, field)
        if (
            not isinstance(part, Quantity)
            or not isinstance(total, Quantity)
            or part.kind != total.kind
        ):
            continue
        if in_base(part) > in_base(total):
            spots = (spot_at(case, "goals", at, field), spot_at(case, "goals", of, field))
            details = {"name": goal.name, "whole": whole.name}
            yield Finding("F718", Level.ERROR, spots, "part", details, total.text, part.text)


def _missed(subject: Subject, at: int, goal: EvaluatedGoal) -> Iterator[Finding]:
    target, actual = goal.target, goal.actual
    if (
        goal.reason is not None
        or not isinstance(target, Quantity)
        or not isinstance(actual, Quantity)
    ):
        return
    if target.kind != actual.kind:
        return
    upper = target.bound in {Bound.AT_MOST, Bound.LESS}
    wrong = in_base(actual) > in_base(target) if upper else in_base(actual) < in_base(target)
    far = (
        not upper
        and in_base(target) > 0
        and in_base(actual) * 100 >= in_base(target) * subject.forms.settings.excess_threshold
    )
    if wrong or far:
        spots = tuple(
            spot_at(subject.report, "goals", at, f) for f in ("actual", "target", "reason")
        )
        details = {"name": goal.name, "whole": ""}
        yield Finding(
            "F718",
            Level.WARNING,
            spots,
            "missed" if wrong else "far",
            details,
            target.text,
            actual.text,
        )


def _goal(rest: str) -> str:
    return piece(
        f"goals: [{{name: 进出口总额, level: 产出指标, target: 1亿美元, actual: 1.1亿美元}}, {{name: 加工贸易总额, level: 产出指标, part_of: 进出口总额, {rest}}}]"
    )


RULES = (
    Rule(
        code="F718", name="年度目标", level=Level.ERROR, check=goals, kinds=REPORTS,
        what="目标与绩效目标表一致，单位同类；部分不大于所属指标；未达到或远超指标值的写明原因。",
        why="美元与元、部分与总数弄混，完成率就没有意义。",
        mend="核对绩效目标表；补写偏差说明。",
        source="财预〔2020〕10号：绩效目标完成情况",
        example=Example(
            wrong=_goal("target: 3.6亿美元, declared_target: 36000万元"), right=_goal("target: 0.36亿美元, declared_target: 3600万美元")
        ),
        sentences={
            "currency": "“{name}”的指标值写{actual}，绩效目标表是{expected}：数目相同而币种不同，疑为单位写错",
            "unit": "“{name}”的指标值写{actual}，绩效目标表是{expected}，单位不是一类",
            "declared": "“{name}”的指标值写{actual}，绩效目标表是{expected}",
            "part": "“{name}”（{actual}）大于它所属的“{whole}”（{expected}）",
            "unknown": "“{name}”的所属指标“{whole}”不在年度目标之内",
            "missed": "“{name}”完成{actual}，没有达到{expected}，也没有偏差说明",
            "far": "“{name}”完成{actual}，远超指标值{expected}，没有说明原因",
        },
    ),
)  # fmt: skip
