"""F727: tags of the prose that print nothing, so that a sentence ends in the air."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.prose.findings import passages, targets
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import label_of
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level, Spot

_BEFORE = 12
"""So many characters before the blank tell where it is."""
_SCORED = frozenset({"score", "total_score", "grade"})
"""Blank where a row cannot be scored, which F702 says at that row."""


def blank_tags(subject: Subject) -> Iterator[Finding]:
    """Each tag of the prose whose value is blank, with the words before it."""
    case = subject.full_report
    for passage in (*passages(subject), *targets(subject)):
        for start, end, value in passage.sources:
            if start != end or (value.path and value.path[-1] in _SCORED):
                continue
            before = passage.text[max(0, start - _BEFORE) : start]
            spot = Spot(passage.path, passage.label, "", (start, end))
            details = {"label": passage.label, "before": before, "name": label_of(case, value.path)}
            yield Finding("F727", Level.WARNING, (spot,), "", details)


RULES = (
    Rule(
        code="F727", name="正文的标签印出了内容", level=Level.WARNING, check=blank_tags, kinds=REPORTS,
        what="正文、备注里的每个标签都有内容可印；没有填的、算不出的，印出来是空白。",
        why="“到位率为，”“已拨付，”这样缺数的句子印成定稿，读者看不出本来是多少。",
        mend="补填标签所指的内容（算不出的率，补填计算所需的金额、份数）；或删去这句话。",
        source="句子完整",
        example=Example(
            wrong=piece("opening: ['预备费文号为{{ sources[0].document }}。']"),
            right=piece("opening: ['预算来自{{ sources[0].name }}。']"),
        ),
        sentences={"": "{label}“{before}”之后的标签没有内容（{name}）"},
    ),
)  # fmt: skip
