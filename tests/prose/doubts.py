"""What the second look at a paper doubts: figures that one wrong digit explains."""

from __future__ import annotations

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from tests.reading.papers import checked, read

_SUMS = {"F501", "F503", "F505", "F508", "F640"}
SUMS = tuple(rule for rule in document_rules() if rule.code in _SUMS)
RULE = tuple(rule for rule in document_rules() if rule.code == "F640")


def told(text: str) -> list[tuple[str, str]]:
    """Every doubted figure of a paper, with the one that follows from the others."""
    found = check_document(DocumentSubject(read(text)), RULE)
    assert found.faults == ()
    return [(finding.actual, finding.expected) for finding in found.findings]


def told_once_changed(text: str, right: str, wrong: str) -> list[tuple[str, str]]:
    """What is doubted where ``wrong`` stands in the text, of which nothing is with ``right``."""
    doubted = told(text.format(right))
    assert doubted == [], doubted
    return told(text.format(wrong))


def found_in(text: str) -> list[tuple[str, str]]:
    """What the rules of sums, changes, parts and balances say of a text, as (code, figure)."""
    found = check_document(DocumentSubject(read(text)), SUMS)
    assert found.faults == ()
    return [(finding.code, finding.actual) for finding in found.findings]


def wrong_in_paper(text: str) -> list[str]:
    """The figures that all rules together call wrong in a paper, hints left out."""
    return [one.actual for one in checked(text).findings if one.level is not Level.NOTE]
