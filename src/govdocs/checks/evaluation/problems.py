"""F719: what the report finds wrong against the points that it took off."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.derive import leaves
from govdocs.finding import Finding, Level
from govdocs.place import Path


def problems(subject: Subject) -> Iterator[Finding]:
    """A problem of a row that kept all its points, and a row that lost points with no problem told."""
    case = subject.full_report
    rows = {row.name: (path, row) for path, row in leaves(case)}
    told: set[str] = set()
    for at, problem in enumerate(case.problems):
        for n, name in enumerate(problem.indicators):
            place: Path = ("problems", at, "indicators", n)
            found = rows.get(name)
            details = {"problem": problem.heading, "name": name}
            if found is None:
                yield Finding("F719", Level.ERROR, (spot_at(case, *place),), "unknown", details)
                continue
            told.add(name)
            path, row = found
            if row.score is not None and row.score.number == row.weight.number:
                spots = (spot_at(case, *place), spot_at(case, *path, "score"))
                yield Finding("F719", Level.WARNING, spots, "full", details, actual=row.score.text)
    if not case.problems:
        return
    for name, (path, row) in rows.items():
        if row.score is not None and row.score.number < row.weight.number and name not in told:
            spots = (spot_at(case, *path, "score"), spot_at(case, *path, "weight"))
            details = {"problem": "", "name": name}
            yield Finding(
                "F719", Level.NOTE, spots, "untold", details, row.weight.text, row.score.text
            )


RULES = (
    Rule(
        code="F719", name="问题与扣分对应", level=Level.WARNING, check=problems, kinds=REPORTS,
        what="“存在的问题”所列的扣分指标确有扣分；扣了分的指标在“存在的问题”中有交代。",
        why="写了问题而不扣分，或扣了分而不写问题，报告前后矛盾。",
        mend="核对评分；问题没有影响得分的，不列扣分指标。",
        source="财预〔2020〕10号：评价报告应当问题与评分对应",
        example=Example(
            wrong=piece("problems: [{heading: 执行率偏低, paragraphs: [执行偏慢。], indicators: [预算执行率, 促进企业发展]}]"),
            right=piece("problems: [{heading: 促进作用一般, paragraphs: [略。], indicators: [促进企业发展]}]"),
        ),
        sentences={
            "unknown": "“{problem}”所列扣分指标“{name}”不在评价指标之内",
            "full": "“{problem}”列为“{name}”的扣分原因，而该指标得了满分{actual}分",
            "untold": "“{name}”得{actual}分（满分{expected}分），“存在的问题”中没有对应的问题",
        },
    ),
)  # fmt: skip
