"""F604, F608: scores within their weights; grade words against the bands that the report states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.scores.score_book import ScoreTable
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage

_BAND = re.compile(
    r"(?P<low>\d{2,3}) *分?(?:（含[^（）]{0,4}）)? *(?:[-~至到]|分?以上|分?及以上|≤[^<≤]{1,6}[<≤]) *(?P<high>\d{2,3})?[^，。；、\d]{0,14}?(?:为|评为|属于|等级为|是|:|：|的?为) *[“\"]?(?P<grade>优秀?|良好?|中等?|较差|合格|及格|差|不合格|一般)[”\"]?"
)
_RESULT = re.compile(
    r"(?:得分|总分|评分|分值)[^。；\d]{0,10}(?P<score>\d{2,3}(?:\.\d+)?) *分[^。；\d]{0,24}?(?:等级|级别|评级|评定|评价结果|结果|属于|绩效)[^。；\d]{0,10}?[“\"](?P<grade>优秀?|良好?|中等?|较差|合格|及格|差)[”\"]"
)
_STANDARD = (("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", Decimal(0)))
"""财预〔2020〕10号 第十六条: 90（含）－100分为优、80（含）－90分为良、60（含）－80分为中、60分以下为差."""


def within_weight(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every row of a score table: no score above its weight.

    Where most scores are above, the weights are those of an average over marks out of a hundred.
    """
    for table in subject.score_tables:
        judged = list(_of_table(table))
        above = sum(not one.holds for one in judged)
        if above < 2 or above * 2 < len(judged):
            yield from judged


def _of_table(table: ScoreTable) -> Iterator[Judged]:
    for row in table.region.rows:
        weight, score = (
            table.number(row.index, table.weight),
            table.number(row.index, table.score),
        )
        cells = [table.region.cell(row.index, c) for c in (table.weight, table.score)]
        if weight is None or score is None or any(c is None or c.row != row.index for c in cells):
            continue
        if score <= weight:
            yield Judged(True, (), cell_held(*cells))
            continue
        if re.search(r"加分|附加", row.label):
            continue
        yield Judged(
            False,
            (cell_spot(table.region, row, table.score), cell_spot(table.region, row, table.weight)),
            cell_held(*cells), "", {"table": table.region.table.name, "row": row.label or "该行"},
            expected=plain(weight), actual=plain(score),
        )  # fmt: skip


def grade_words(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the names of the four bands, and the grade of the score that the report states."""
    bands = _bands_of(subject)
    for passage in subject.passages:
        text = passage.reading.folded
        yield from _band_names(passage, text)
        for match in _RESULT.finditer(text):
            score = Decimal(match["score"])
            if score > 100:
                continue
            expected = next((grade for grade, low in bands if score >= low), "差")
            cited = Cited(passage, (match.start("score"), match.end("grade")))
            figures = [
                Cited.of(passage, f)
                for f in passage.reading.measures
                if f.span[0] == match.start("score")
            ]
            fits = match["grade"][0] == expected[0]
            yield Judged(
                fits, (cited_spot(cited),), cited_held(*figures), "grade",
                {"label": passage.label, "score": match["score"]}, expected=expected, actual=match["grade"],
            )  # fmt: skip


def _bands_of(subject: DocumentSubject) -> tuple[tuple[str, Decimal], ...]:
    """The bands that the report itself states; those of the ministry where it states none."""
    for passage in subject.passages:
        found = list(_BAND.finditer(passage.reading.folded))
        if len(found) >= 3:
            lows = sorted(((m["grade"], Decimal(m["low"])) for m in found), key=lambda b: -b[1])
            return (*lows, ("差", Decimal(0)))
    return _STANDARD


def _band_names(passage: Passage, text: str) -> Iterator[Judged]:
    """90, 80 and 60 as limits are the ministry's bands; their names are 优、良、中、差."""
    found = [m for m in _BAND.finditer(text) if m["high"] or "以上" in m[0]]
    lows = [Decimal(m["low"]) for m in found]
    if lows[:3] != [Decimal(90), Decimal(80), Decimal(60)]:
        return
    for match, (name, _) in zip(found, _STANDARD, strict=False):
        cited = Cited(passage, match.span("grade"))
        holds = match["grade"][0] == name or (
            name == "中" and match["grade"] in {"合格", "及格", "一般"}
        )
        yield Judged(
            holds, () if holds else (cited_spot(cited),), (), "band",
            {"label": passage.label, "band": match[0].replace(" ", "")}, expected=name, actual=match["grade"],
            level=Level.WARNING,
        )  # fmt: skip


RULES = (
    DocumentRule(
        code="F604",
        name="得分不超过分值",
        level=Level.ERROR,
        judge=within_weight,
        what="评分表每一行的得分不大于权重（分值）；加分项除外。",
        why="得分大于分值，不是得分写错，就是两列填反。",
        mend="核对该行的分值和得分。",
        source="评分规则",
        sentences={"": "{table}“{row}”得分{actual}大于分值{expected}"},
        example=DocumentExample(
            wrong="|三级指标|权重|得分|\n|到位率|3|5|\n|执行率|6|6|",
            right="|三级指标|权重|得分|\n|到位率|3|3|\n|执行率|6|6|",
        ),
    ),
    DocumentRule(
        code="F608",
        name="评价等级与分数相符",
        level=Level.ERROR,
        judge=grade_words,
        what="正文写明总分和等级的，等级与报告自己列出的分档（没有列出的，用财预〔2020〕10号的90、80、60分档）相符；列出90、80、60分档的，名称为优、良、中、差。",
        why="分数改了等级没改，结论就错了；分档名称写成“较差”，与办法不一致。",
        mend="按分档更正等级，按办法写分档名称。",
        source="《项目支出绩效评价管理办法》（财预〔2020〕10号）第十六条",
        sentences={
            "grade": "{label}写得分{score}分、等级“{actual}”，按分档应为“{expected}”",
            "band": "{label}“{band}”：财预〔2020〕10号这一档的名称是“{expected}”",
        },
        example=DocumentExample(
            wrong="综合得分86.44分，评价等级为“优”。",
            right="综合得分86.44分，评价等级为“良”。",
        ),
    ),
)
