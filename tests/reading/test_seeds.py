"""Both example documents, typed into Word: what was proved wrong is found, nothing else is said."""

from __future__ import annotations

import pytest

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Finding
from govdocs.reading import read_document
from tests.reading import seeds
from tests.reading.truth import ALSO_TRUE, EVALUATION, SELF_EVALUATION, SUSPECT, Wrong

pytestmark = pytest.mark.skipif(not seeds.available(), reason=seeds.MISSING)

PROVABLE = frozenset({"N", "X"})


def findings_of(data: bytes) -> tuple[Finding, ...]:
    result = check_document(DocumentSubject(read_document(data, name="报告.docx")))
    assert result.faults == ()
    return result.findings


def share_found(
    truth: tuple[Wrong, ...], found: tuple[Finding, ...], kinds: frozenset[str]
) -> tuple[int, int]:
    rows = [wrong for wrong in truth if wrong.kind in kinds]
    hits = [wrong for wrong in rows if wrong.code and any(wrong.is_found_by(f) for f in found)]
    return sum(len(w.ids) for w in hits), sum(len(w.ids) for w in rows)


@pytest.mark.parametrize(
    ("make", "truth"),
    [(seeds.self_evaluation, SELF_EVALUATION), (seeds.evaluation, EVALUATION)],
    ids=["self-evaluation", "evaluation"],
)
class TestExampleDocument:
    def test_every_row_that_a_rule_answers_is_found(self, make, truth) -> None:
        found = findings_of(make())
        lost = [w for w in truth if w.code and not any(w.is_found_by(f) for f in found)]
        assert lost == []

    def test_nothing_is_said_that_was_not_proved(self, make, truth) -> None:
        known = (*truth, *ALSO_TRUE, *SUSPECT)
        strange = [
            f for f in findings_of(make()) if not any(w.is_found_by(f) for w in known if w.code)
        ]
        assert [(f.code, f.variant, f.actual, f.expected) for f in strange] == []


def test_nine_in_ten_of_the_provable_contradictions_are_found() -> None:
    hits = rows = 0
    for make, truth in ((seeds.self_evaluation, SELF_EVALUATION), (seeds.evaluation, EVALUATION)):
        some, of = share_found(truth, findings_of(make()), PROVABLE)
        hits, rows = hits + some, rows + of
    assert hits >= 0.9 * rows
