"""Small finished documents for the tests: a text with ``|`` rows becomes a Word file."""

from __future__ import annotations

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import CheckResult, Finding
from govdocs.reading import FinishedDocument, read_document
from tests.reading.written import Grid, docx_of


def typed(text: str) -> bytes:
    """Type a document: a line is a paragraph, lines that begin with ``|`` are a table's rows."""
    blocks: list[str | Grid] = []
    rows: list[list[str]] = []
    for line in [*text.strip().split("\n"), ""]:
        if line.startswith("|"):
            rows.append(
                line.strip().strip("|").split("|")
                if not line.endswith("||")
                else line.strip()[1:-1].split("|")
            )
            continue
        if rows:
            blocks.append(rows)
            rows = []
        if line.strip():
            blocks.append(line)
    return docx_of(*blocks)


def read(text: str) -> FinishedDocument:
    """Type and read a document."""
    return read_document(typed(text), name="报告.docx")


def checked(text: str) -> CheckResult:
    """Type, read and check a document; a rule that breaks fails the test."""
    result = check_document(DocumentSubject(read(text)))
    assert result.faults == ()
    return result


def codes(text: str) -> list[str]:
    """The codes of what is found in a document."""
    return [finding.code for finding in checked(text).findings]


def said_of(text: str) -> list[tuple[str, str, str, str, str]]:
    """What is found in a document: rule, variant, what stands there, what it should be, and the sum."""
    return [(f.code, f.variant, f.actual, f.expected, f.arithmetic) for f in checked(text).findings]


def found_once_changed(sound: str, changed: str) -> tuple[Finding, ...]:
    """What is found in a changed document, where nothing is said of the sound one."""
    assert changed != sound, "nothing is changed"
    said = said_of(sound)
    assert said == [], said
    return checked(changed).findings
