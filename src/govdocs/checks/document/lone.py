"""F651: a figure that no rule could hold against anything, and that one digit would make fit its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from govdocs.checks.document.judged import Held, Judged
from govdocs.checks.document.prose import judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_held
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.lone import lone_figures
from govdocs.prose.told import Told


def lone_in(subject: DocumentSubject, held: AbstractSet[Held]) -> Iterator[Judged]:
    """Judge the figures of the prose that are not among ``held``."""

    def is_held(told: Told) -> bool:
        return not held.isdisjoint(cited_held(told.cited))

    for judgement in lone_figures(subject.story, subject.amounts, is_held):
        yield judged(judgement)


def _alone(subject: DocumentSubject) -> Iterator[Judged]:
    return lone_in(subject, frozenset())


RULES = (
    DocumentRule(
        code="F651",
        name="落单的数与旁边的数只差一位",
        level=Level.WARNING,
        judge=_alone,
        what="全文各条规则都没有印证到的数，如果同段的数怎么加、减、乘、除都得不出它，而只改一位数字就恰好得出，或者恰好是别处同一事项的数，多半是录入时错了一位；位数少、可能碰巧的不报。",
        why="不写“其中”“合计”的数，读者照样会拿旁边的数去算。",
        mend="按给出的算式核对所列各数，改正录错的那一个；确实无关的，不必改。",
        source="同一文件内的数字应当相互吻合",
        sentences={
            "lone": "“{sentence}”中的{actual}没有别的数可以印证，而{arithmetic}，疑似有一位数字录错",
            "again": "“{sentence}”中的{actual}没有别的数可以印证，{other}说到同一事项的是{expected}，疑似有一位数字录错",
        },
        example=DocumentExample(
            wrong="在册柴油车31408辆，纯电动车17923辆，检测线见到49631辆。",
            right="在册柴油车31408辆，纯电动车17923辆，检测线见到49331辆。",
        ),
        second_look=True,
        judge_rest=lone_in,
    ),
)
