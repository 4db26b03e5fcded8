"""F723: what a scoring rule states though its kind neither prints nor computes it."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.evaluation.examples import STEPS, leaf
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.derive import leaves
from govdocs.finding import Finding, Level
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.model.evaluation.scoring import Condition, Met, Scoring, ScoringRule
from govdocs.model.fields import Model
from govdocs.place import Path

_USES: dict[Scoring, frozenset[str]] = {
    Scoring.CONDITIONS: frozenset({"conditions", "discretion"}),
    Scoring.DEFECTS: frozenset({"conditions", "discretion"}),
    Scoring.STEPS: frozenset({"subject", "steps", "discretion"}),
    Scoring.PROPORTION: frozenset({"subject", "target", "discretion"}),
    Scoring.DECREASE: frozenset({"subject", "target", "deduct", "per", "discretion"}),
    Scoring.EACH_DEFECT: frozenset({"subject", "deduct", "fault", "full", "discretion"}),
    Scoring.WORDS: frozenset({"words", "discretion"}),
    Scoring.TARGET: frozenset({"subject", "target", "discretion"}),
    Scoring.BANDS: frozenset(),
    Scoring.VERBATIM: frozenset({"sentence"}),
}
"""What each kind prints or computes with; ``kind`` itself is every rule's."""


def unused_fields(subject: Subject) -> Iterator[Finding]:
    """Fields of a rule, of its clauses and of its row that score nothing and print nowhere."""
    case = subject.report
    for path, row in leaves(case):
        for below, instead in _unused(row):
            details = {"name": row.name, "kind": row.rule.kind.value}
            spot = spot_at(case, *path, *below)
            details["field"] = _title(row, below)
            yield Finding("F723", Level.WARNING, (spot,), instead, details)


def _unused(row: ScoredIndicator) -> Iterator[tuple[Path, str]]:
    rule = row.rule
    used = _USES[rule.kind] | {"kind"}
    for name in ScoringRule.model_fields:
        if name not in used and getattr(rule, name):
            yield ("rule", name), ""
    if rule.kind is Scoring.EACH_DEFECT and rule.full and rule.subject:
        yield ("rule", "subject"), "full"
    if row.defects is not None and rule.kind is not Scoring.EACH_DEFECT:
        yield ("defects",), ""
    if "conditions" in used:
        for at, clause in enumerate(rule.conditions):
            for name, variant in _of_clause(clause, rule.kind):
                yield ("rule", "conditions", at, name), variant


def _of_clause(clause: Condition, kind: Scoring) -> Iterator[tuple[str, str]]:
    if kind is Scoring.DEFECTS:
        unused = ("grades", "grade", "given", "reason")
        yield from ((name, "") for name in unused if getattr(clause, name))
        return
    if clause.grades:
        yield from (
            (name, "graded") for name in ("met", "given", "reason") if getattr(clause, name)
        )
        return
    if clause.grade is not None:
        yield "grade", "ungraded"
    if clause.met is not Met.PARTLY:
        yield from ((name, "partly") for name in ("given", "reason") if getattr(clause, name))


def _title(row: ScoredIndicator, path: Path) -> str:
    group: type[Model] = type(row)
    if path[0] == "rule":
        group = Condition if len(path) > 2 else ScoringRule
    return str(group.model_fields[str(path[-1])].title)


RULES = (
    Rule(
        code="F723", name="评分标准只填本计分方式所用的栏目", level=Level.WARNING, check=unused_fields, kinds=REPORTS,
        what="评分标准、条款和指标中填了而所选计分方式不用的栏目，如按比例得分填了分档，逐条得分的条款写“是”又填了部分得分。这些内容既不印出，也不计分。",
        why="填的人以为按它计分，程序却没有用它。",
        mend="删去不用的栏目；或改选用它的计分方式。",
        source="财预〔2020〕10号：评分依据评价标准",
        example=Example(wrong=leaf(f"defects: 2, {STEPS}"), right=leaf(STEPS)),
        sentences={
            "": "“{name}”的“{field}”没有用到：计分方式“{kind}”不按它计分，也不印出",
            "full": "“{name}”的“{field}”没有用到：已填“得满分的条件”，句中以它开头",
            "graded": "“{name}”的条款按等级得分，所填“{field}”没有用到",
            "ungraded": "“{name}”的条款没有“分级得分”，所填“{field}”没有用到",
            "partly": "“{name}”的条款不是“部分”符合，所填“{field}”没有用到",
        },
    ),
)  # fmt: skip
