"""F622: one measure in two currencies with one number: 3.6亿美元 here, 36000万元 there."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.model.units import DOLLAR, MONEY
from govdocs.prose.facts.ledger import measure_key
from govdocs.prose.figure import Sort
from govdocs.prose.judgement import Cited
from govdocs.prose.words.binding import is_measure


def one_number_two_currencies(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge figures of one measure whose numbers are equal and whose currencies are not."""
    found: dict[tuple[str, str], dict[str, Cited]] = {}
    for passage in subject.passages:
        for figure in passage.reading.figures:
            measure = measure_key(figure)
            if (
                figure.sort is not Sort.MEASURE
                or figure.kind not in {MONEY, DOLLAR}
                or not is_measure(measure)
            ):
                continue
            same = found.setdefault((measure, f"{figure.value.normalize()}"), {})
            same.setdefault(figure.kind, Cited.of(passage, figure))
    for (measure, _), cited in found.items():
        if len(cited) == 2:
            one, other = cited.values()
            yield Judged(
                False, (cited_spot(other), cited_spot(one)), cited_held(one, other), "",
                {"label": other.passage.label, "measure": measure}, expected=one.text, actual=other.text,
            )  # fmt: skip


RULES = (
    DocumentRule(
        code="F622",
        name="同一数额的币种一致",
        level=Level.WARNING,
        judge=one_number_two_currencies,
        what="同一事项两处写同样大小的数，一处是元，一处是美元。",
        why="数相同而币种不同，相差数倍，至少一处的单位写错。",
        mend="按原始资料统一币种。",
        source="同一事实前后一致",
        sentences={"": "{measure}：{label}写{actual}，另一处写{expected}，数额相同而币种不同"},
        example=DocumentExample(
            wrong="全年出口总额达3.6亿美元。\n目标为出口总额36000万元。",
            right="全年出口总额达3.6亿美元。\n目标为出口总额36000万美元。",
        ),
    ),
)
