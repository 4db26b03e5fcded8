"""F517: how many projects the prose says were supported, against the indicators that count them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.checks.prose.findings import finding_of, passages
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.case import Case
from govdocs.model.quantity import Quantity
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage

_NAME = re.compile(
    r"^(?P<act>支持|扶持|补助|资助|建设|实施)(?P<topic>.{2,}?)(?:业务)?(?P<thing>项目|平台|企业)(?:数量|个数|数)$"
)
_PLACE = re.compile(r"[一-龥](?<![全我本])(?:省|市|县|区|州)")
_AND = re.compile(r"[和与、及]")
SHARED = 4
"""A run of so many characters in common makes a paragraph and an indicator speak of one thing."""


@dataclass(frozen=True, slots=True)
class _Counting:
    at: int
    act: str
    topic: str
    thing: str
    actual: Quantity | None


def count_judgements(subject: Subject) -> Iterator[tuple[Judgement, tuple[int, ...]]]:
    """Every count of supported things whose indicators are certain, with the rows of these."""
    case = subject.full
    rows = list(_counting(case))
    if not rows:
        return
    for passage in passages(subject):
        if passage.path[0] == "indicators":
            continue
        for figure in passage.reading.measures:
            meant = _meant(passage, figure, rows)
            if meant and not _told_by_fact(case, figure):
                numbers = [row.actual.number for row in meant if row.actual is not None]
                total = sum(numbers)
                yield (
                    Judgement(
                        "blank" if len(numbers) < len(meant) else "count",
                        total == figure.number,
                        (Cited.of(passage, figure),),
                        expected=f"{total:f}" if numbers else "空白",
                        actual=figure.text,
                        sureness=Sureness.LIKELY,
                        details={
                            "rows": "、".join(f"“{case.indicators[row.at].name}”" for row in meant),
                            "noun": figure.noun,
                        },
                    ),
                    tuple(row.at for row in meant),
                )


def _counting(case: Case) -> Iterator[_Counting]:
    for at, row in enumerate(case.indicators):
        match = _NAME.match(row.reported_name or row.name)
        if match is None or isinstance(row.actual, str):
            continue
        if row.actual is not None and row.actual.kind not in {"", "个", "项", "家"}:
            continue
        yield _Counting(at, match["act"], match["topic"], match["thing"], row.actual)


def _meant(passage: Passage, figure: ProseFigure, rows: list[_Counting]) -> list[_Counting]:
    """The indicators that count what the sentence counts: act, thing and topic agree."""
    if figure.sort is not Sort.MEASURE or not figure.counts or not figure.exact:
        return []
    if figure.role not in {Role.PLAIN, Role.TOTAL} or figure.kind not in {"个", "项", "家"}:
        return []
    reading = passage.reading
    start, _ = reading.layout.sentence_span(figure.sentence)
    words = reading.folded[start : figure.span[0]]
    if "其中" in words or _PLACE.search(
        reading.folded[reading.layout.clause_starts[figure.clause] : figure.span[0]]
    ):
        return []
    around = "".join(passage.headings[-1:]) + words
    fitting = [
        row for row in rows
        if figure.noun == row.thing and row.act in words and _share(row.topic, around)
    ]  # fmt: skip
    if not any(row.actual is not None for row in fitting):
        return []
    if len(fitting) > 1 and not all(row.topic in around for row in fitting):
        return []
    heading = passage.headings[-1] if passage.headings else ""
    topics = [topic for topic in _AND.split(heading) if len(topic) >= SHARED]
    if len(fitting) == 1 and len(topics) > 1:
        return []
    return fitting


def _share(topic: str, text: str) -> bool:
    return (
        any(topic[i : i + SHARED] in text for i in range(len(topic) - SHARED + 1))
        if len(topic) >= SHARED
        else topic in text
    )


def _told_by_fact(case: Case, figure: ProseFigure) -> bool:
    """Whether the figure is a fact named after two subjects, which the rule on facts compares."""
    return any(_AND.search(fact.name) and fact.value.number == figure.number for fact in case.facts)


def counts_against_indicators(subject: Subject) -> Iterator[Finding]:
    """支持了55个项目 in the prose against 支持……项目数量 in attachment 2."""
    for judgement, rows in count_judgements(subject):
        if not judgement.holds:
            yield finding_of(
                "F517",
                judgement,
                *(spot_at(subject.full, "indicators", at, "actual") for at in rows),
            )


RULES = (
    Rule(
        code="F517",
        name="正文支持个数与数量指标一致",
        level=Level.WARNING,
        check=counts_against_indicators,
        what="正文写“支持……项目若干个”，而附件2有同一事项“支持……项目数量”的完成值时，两个数相等；一个标题下的正文合并两个事项的，与两项指标之和比较。分地区、“其中”的个数不比较。",
        why="正文的个数和附件的完成值常由两个处室提供。",
        mend="核对后统一；口径不同的，在正文写明。",
        source="同一事实正文与附表一致",
        example=Example(
            wrong="goal_statement:\n  achieved: 全年支持企业开拓市场，共支持45个项目，成效明显。",
            right="goal_statement:\n  achieved: 全年支持企业开拓市场，共支持42个项目，成效明显。",
        ),
        sentences={
            "count": "{label}写“{shown}{noun}”，附件2{rows}的完成值是{expected}",
            "blank": "{label}写“{shown}{noun}”，附件2{rows}的完成值合计{expected}，其中有空白",
        },
    ),
)
