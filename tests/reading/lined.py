"""Documents typed as plain lines for the tests, one paragraph a line, and what is read of them."""

from __future__ import annotations

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import CheckResult
from govdocs.reading import FinishedDocument, Table, read_document
from tests.reading.written import docx_of


def lines_of(text: str) -> bytes:
    """A Word file whose every line is a paragraph, blank lines included."""
    return docx_of(*text.strip("\n").split("\n"))


def read_lines(text: str) -> FinishedDocument:
    """Type and read."""
    return read_document(lines_of(text), name="来件.docx")


def check_lines(text: str) -> CheckResult:
    """Type, read and check; a rule that breaks fails the test."""
    result = check_document(DocumentSubject(read_lines(text)))
    assert result.faults == ()
    return result


def shown(table: Table) -> list[list[str]]:
    """The words of a grid, a merged cell at each of its places."""
    return [["" if cell is None else cell.text for cell in row] for row in table.rows]
