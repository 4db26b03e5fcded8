"""How many figures stand in a report's prose, how many tags print, how many were held against data."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.evaluation.claims import count_claims
from govdocs.checks.evaluation.point_claims import point_claims
from govdocs.checks.evaluation.typed_money import money_claims
from govdocs.checks.prose.coverage import Held, covered, relations
from govdocs.checks.rule import EVALUATION
from govdocs.checks.subject import Subject
from govdocs.finding import Coverage
from govdocs.prose.passage import Passage


def report_coverage(subject: Subject) -> Coverage:
    """Count the figures of an evaluation report's prose; nothing for a case of another kind."""
    if subject.kind != EVALUATION:
        return Coverage()
    held: set[Held] = {
        (cited.passage.path, cited.span)
        for judgement in relations(subject)
        for cited in judgement.cited
    }
    return covered(subject, held | set(_claimed(subject)))


def _claimed(subject: Subject) -> Iterator[Held]:
    """The figures that sentences say of indicators and of the money, by their words."""
    for claim in point_claims(subject):
        yield from _figures_in(claim.passage, claim.said.span("n"))
    for passage, said, _, _, _ in count_claims(subject):
        yield from _figures_in(passage, said.span("n"))
    for paid in money_claims(subject):
        yield paid.passage.path, paid.figure.span


def _figures_in(passage: Passage, span: tuple[int, int]) -> Iterator[Held]:
    for figure in passage.reading.figures:
        if figure.span[0] < span[1] and span[0] < figure.span[1]:
            yield passage.path, figure.span


COVERAGE = report_coverage
