"""F705–F707: weights that make 100, sub-totals and totals, the grade of the total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.checks.evaluation.examples import STEPS, leaf, piece
from govdocs.checks.prose.findings import passages
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.grades import band_of
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level, Spot
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.quantity import Quantity
from govdocs.place import Path


def weights(subject: Subject) -> Iterator[Finding]:
    """Weights add up: indicators to their group, groups to their block, blocks to the form's total."""
    stated, full = subject.report, subject.full_report
    yield from _sums(stated, full, "weight", "F705")
    total = subject.forms.settings.total_weight
    given = [block.weight for block in full.indicators]
    if total is not None and None not in given and _sum(given) != total:
        spots = tuple(spot_at(full, "indicators", b, "weight") for b in range(len(given)))
        arithmetic = "＋".join(w.text for w in given if w is not None)
        yield Finding(
            "F705",
            Level.ERROR,
            spots,
            "total",
            {},
            trimmed(total),
            trimmed(_sum(given)),
            arithmetic,
        )


def scores(subject: Subject) -> Iterator[Finding]:
    """Sub-totals and the total are the sums of what stands above them."""
    stated, full = subject.report, subject.full_report
    yield from _sums(stated, full, "score", "F706")
    for b, block in enumerate(full.indicators):
        leaves = [
            row.table_score or row.score for group in block.groups for row in group.indicators
        ]
        if (
            block.table_score is not None
            and None not in leaves
            and _sum(leaves) != block.table_score.number
        ):
            path: Path = ("indicators", b, "table_score")
            spots = (spot_at(full, *path), spot_at(full, "indicators", b, "score"))
            yield _sum_finding("F706", spots, f"{block.name}分析表", leaves, block.table_score)
    parts = [block.score for block in full.indicators]
    if (
        stated.total_score is not None
        and None not in parts
        and _sum(parts) != stated.total_score.number
    ):
        yield _sum_finding(
            "F706", (spot_at(stated, "total_score"),), "总得分", parts, stated.total_score
        )


def _sums(stated: EvaluationCase, full: EvaluationCase, field: str, code: str) -> Iterator[Finding]:
    for b, block in enumerate(stated.indicators):
        whole = full.indicators[b]
        for g, group in enumerate(block.groups):
            rows = [getattr(row, field) for row in whole.groups[g].indicators]
            given = getattr(group, field)
            if given is not None and None not in rows and _sum(rows) != given.number:
                spot = spot_at(stated, "indicators", b, "groups", g, field)
                yield _sum_finding(code, (spot,), group.name, rows, given)
        rows = [getattr(group, field) for group in whole.groups]
        given = getattr(block, field)
        if given is not None and None not in rows and _sum(rows) != given.number:
            spot = spot_at(stated, "indicators", b, field)
            yield _sum_finding(code, (spot,), block.name, rows, given)


def _sum(parts: Sequence[Quantity | None]) -> Decimal:
    return sum((part.number for part in parts if part is not None), Decimal(0))


def _sum_finding(
    code: str, spots: tuple[Spot, ...], name: str, parts: Sequence[Quantity | None], given: Quantity
) -> Finding:
    shown = "＋".join(part.text for part in parts if part is not None)
    return Finding(
        code, Level.ERROR, spots, details={"name": name}, expected=trimmed(_sum(parts)),
        actual=given.text, arithmetic=shown,
    )  # fmt: skip


_BAND = re.compile(
    r"(?P<low>\d{1,3})\s*(?:（含）)?\s*分?\s*[-－—～~至]\s*(?P<high>\d{1,3})\s*(?:（含）)?\s*分(?:的)?(?:为|属于|属|是)?[“\"]?(?P<name>较差|优秀|良好|中等|优|良|中|差)"
)
_GRADE = re.compile(
    r"(?<!自评)(?:评价等级|得分等级|评价结果等级)(?:为|属于|是)[“\"]?(?P<name>较差|优秀|良好|中等|优|良|中|差)"
)


def grade(subject: Subject) -> Iterator[Finding]:
    """The grade is the band of the total, by the names of the form, in the case and in the prose."""
    case, bands = subject.full_report, subject.forms.grades
    band = None if case.total_score is None else band_of(case.total_score.number, bands)
    score = "" if case.total_score is None else case.total_score.text
    if band is not None and case.grade is not None and case.grade != band.name:
        spots = (spot_at(case, "grade"), spot_at(case, "total_score"))
        yield Finding("F707", Level.ERROR, spots, "", {"score": score}, band.name, case.grade)
    names = {(b.low, b.high): b.name for b in bands}
    for passage in passages(subject):
        for said in _BAND.finditer(passage.text):
            official = names.get((Decimal(said["low"]), Decimal(said["high"])))
            if official is not None and said["name"] != official:
                spot = Spot(passage.path, passage.label, said[0], said.span())
                yield Finding("F707", Level.ERROR, (spot,), "name", {"shown": said[0], "label": passage.label},
                              official, said["name"])  # fmt: skip
        for said in _GRADE.finditer(passage.text):
            if band is not None and said["name"] != band.name:
                spot = Spot(passage.path, passage.label, said[0], said.span())
                spots = (spot, spot_at(case, "total_score"))
                yield Finding("F707", Level.ERROR, spots, "prose", {"score": score, "label": passage.label},
                              band.name, said["name"])  # fmt: skip


RULES = (
    Rule(
        code="F705", name="权重之和", level=Level.ERROR, check=weights, kinds=REPORTS,
        what="三级指标的分值之和等于二级指标的权重，二级之和等于一级，全部之和等于100。",
        why="权重不足或超过100，得分率和等级都不成立。",
        mend="核对各级权重。",
        source="财预〔2020〕10号：总分100分",
        example=Example(wrong=leaf(STEPS, group="weight: 45"), right=leaf(STEPS, group="weight: 40")),
        sentences={
            "": "“{name}”的权重写{actual}，各项之和是{expected}（{arithmetic}）",
            "total": "全部权重之和是{actual}（{arithmetic}），应为{expected}",
        },
    ),
    Rule(
        code="F706", name="得分小计和合计", level=Level.ERROR, check=scores, kinds=REPORTS,
        what="得分表和各分析表的小计、合计，等于所列各项得分之和；总得分等于各一级指标得分之和。",
        why="合计抄错一位，报告前后就对不上。",
        mend="不填小计和合计，由程序计算；或更正。",
        source="算术关系",
        example=Example(
            wrong=leaf(STEPS, block="table_score: 45"), right=leaf(STEPS, block="table_score: 40")
        ),
        sentences={"": "“{name}”的得分写{actual}，各项之和是{expected}（{arithmetic}）"},
    ),
    Rule(
        code="F707", name="评价等级", level=Level.ERROR, check=grade, kinds=REPORTS,
        what="评价等级是总得分所在的档次；等级名称用优、良、中、差。正文写的分数段和等级也照此核对。",
        why="等级是报告的结论，名称以文件为准：60（含）-80分是“中”，不是“较差”。",
        mend="不填等级，由程序评定；正文用 {{ grade }}、{{ grade_bands }} 引用。",
        source="财预〔2020〕10号：90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差",
        example=Example(
            wrong=piece("opening: [60（含）-80分为较差。]"), right=piece("opening: [60（含）-80分为中。]")
        ),
        sentences={
            "": "总得分{score}分应评为“{expected}”，写的是“{actual}”",
            "name": "{label}写“{shown}”，该分数段的等级是“{expected}”",
            "prose": "{label}写评价等级“{actual}”，总得分{score}分应评为“{expected}”",
        },
    ),
)  # fmt: skip
