"""Finished documents checked on their own, and a reviewer's copy of them with comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path as File
from typing import TYPE_CHECKING

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.rule import DocumentRule
from govdocs.checks.document.subject import DocumentSubject
from govdocs.errors import InputError, Problem
from govdocs.filing.old_formats import open_finished
from govdocs.finding import CheckResult, Finding, Spot
from govdocs.opening import open_office_package
from govdocs.place import FilePlace, Path
from govdocs.reading import FinishedDocument, Paragraph
from govdocs.reading.prints import paragraphs_by_path, prints_of, stretch_in_file
from govdocs.reporting.report import Report

if TYPE_CHECKING:
    from govdocs.reporting.word_comments import CommentedDocx

WORD = frozenset({".docx", ".doc", ".wps", ".docm", ".dotx", ".wpt", ".rtf", ".dot"})
EXCEL = frozenset({".xlsx", ".xls", ".et", ".xlsm", ".ett", ".xltx"})


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """One finished document: the file as named, its content in the new format, what was found."""

    file: File
    data: bytes
    document: FinishedDocument
    result: CheckResult

    @property
    def report(self) -> Report:
        """The result under the name that the user gave the file, with what could not be read."""
        return Report(str(self.file), self.result, self.document.remarks)


def is_finished(file: File) -> bool:
    """Tell a finished document from a case: every Word file, and a workbook without a case's sheets."""
    suffix = file.suffix.lower()
    if suffix in WORD:
        return True
    return suffix in EXCEL and not _is_case_workbook(file)


def _is_case_workbook(file: File) -> bool:
    from govdocs.intake.workbook.layout import GUIDE_SHEET
    from govdocs.intake.workbook.plan import sheets
    from govdocs.intake.workbook.sheets import read_sheets

    try:
        book = read_sheets(open_office_package(file, "xlsx", refuse=frozenset()), str(file))
    except InputError:
        return False  # reading it as a document says what is wrong
    names = {sheet.name.strip() for sheet in book.sheets}
    planned = {sheet.name for sheet in sheets()}
    return any(name.startswith(GUIDE_SHEET) for name in names) or len(names & planned) > 1


def check_finished(file: File) -> CheckedDocument:
    """Read and check one finished document; an old format goes through LibreOffice where it is there.

    Raises InputError ``opening.*`` for what cannot be read.
    """
    opened = open_finished(file)
    document, data = opened.document, opened.data
    return CheckedDocument(file, data, document, check_document(DocumentSubject(document)))


def document_rules_by_code() -> dict[str, DocumentRule]:
    """Every rule over finished documents by its code."""
    return {rule.code: rule for rule in document_rules()}


def commented_document(checked: CheckedDocument) -> CommentedDocx:
    """Put the findings into a copy of the Word file, each at its very cell or sentence.

    Raises InputError ``check.comments_not_word`` for a workbook.
    """
    from govdocs.reporting.word_comments import comment_docx

    document = checked.document
    if document.kind != "docx":
        raise InputError([Problem("check.comments_not_word", FilePlace(str(checked.file)))])
    paragraphs = paragraphs_by_path(document)
    findings = [_as_in_file(finding, paragraphs) for finding in checked.result.findings]
    return comment_docx(
        checked.data, tuple(prints_of(document)), findings, document_rules_by_code()
    )


def _as_in_file(finding: Finding, paragraphs: Mapping[Path, Paragraph]) -> Finding:
    return replace(finding, spots=tuple(_spot(spot, paragraphs) for spot in finding.spots))


def _spot(spot: Spot, paragraphs: Mapping[Path, Paragraph]) -> Spot:
    paragraph = paragraphs.get(spot.path)
    if paragraph is None or spot.span is None:
        return spot
    path, span = stretch_in_file(paragraph, spot.span)
    return replace(spot, path=path, span=span)
