"""F640: a figure that would follow from those around it, were one digit another."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.prose import judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.reckoning import second_look


def slips_of_the_hand(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge what no other rule binds: rates, growth, differences, totals and averages by any reading."""
    for judgement in second_look(subject.story, subject.amounts):
        yield judged(judgement)


RULES = (
    DocumentRule(
        code="F640",
        name="疑似错了一位数字",
        level=Level.WARNING,
        judge=slips_of_the_hand,
        what="比率、增减、结余、合计、平均数由前后的数字算得出；各种算法都对不上，而其中一个数字只改一位就对得上的，多半是录入时错了一位。",
        why="错一位数字，读者按前后文一算就能发现。",
        mend="按给出的算式逐个核对所列数字，改正录错的那一个；数字都无误的，把算法写清楚。",
        source="同一文件内的数字应当相互吻合",
        sentences={"slip": "“{sentence}”中，{arithmetic}，写的是{actual}，疑似有一位数字录错"},
        example=DocumentExample(
            wrong="管理高血压患者46210人，规范管理38354人，规范管理率87%。",
            right="管理高血压患者46210人，规范管理38354人，规范管理率83%。",
        ),
        second_look=True,
    ),
)
