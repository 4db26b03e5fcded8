"""Cases checked without building them: what the checks say, and a reviewer's copy of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from govdocs.checks.engine import run_checks
from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.filing.case_work import CaseWork, case_work
from govdocs.filing.check_papers import rules_by_code
from govdocs.filing.papers import WHOLE, papers_of
from govdocs.finding import CheckResult
from govdocs.reporting.report import Report, Rules
from govdocs.reporting.word_comments import CommentedDocx, comment_docx

if TYPE_CHECKING:
    from govdocs.filing.document_check import CheckedDocument


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """One case file, the case under check, and what was found."""

    work: CaseWork
    result: CheckResult

    @property
    def file(self) -> Path:
        """The file as the user named it."""
        return self.work.file

    @property
    def report(self) -> Report:
        """The result under the name that the user gave the file."""
        return Report(str(self.file), self.result)


Checked: TypeAlias = "CheckedCase | CheckedDocument"


def check_targets(files: Sequence[Path]) -> tuple[Checked, ...]:
    """Check every file: Word files and plain workbooks as finished documents, the others as cases.

    Where some cannot be used, raises InputError with the problems of all.
    """
    from govdocs.filing.document_check import check_finished, is_finished

    checked: list[Checked] = []
    problems: list[Problem] = []
    for file in files:
        try:
            checked.append(check_finished(file) if is_finished(file) else _check_case(file))
        except GovdocsError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return tuple(checked)


def _check_case(file: Path) -> CheckedCase:
    with case_work(file) as work:
        return CheckedCase(work, run_checks(work.subject))


def commented(checked: Checked, own_templates: Sequence[Path] = ()) -> CommentedDocx:
    """Return a copy with comments: of a finished document, or of the filing that a case builds."""
    if isinstance(checked, CheckedCase):
        return commented_report(checked, own_templates)
    from govdocs.filing.document_check import commented_document

    return commented_document(checked)


def rules_for(checked: Sequence[Checked]) -> Rules:
    """The rules by code that the findings of ``checked`` are told with."""
    found: dict[str, Any] = dict(rules_by_code())
    if any(not isinstance(one, CheckedCase) for one in checked):
        from govdocs.filing.document_check import document_rules_by_code

        found = {**document_rules_by_code(), **found}
    return found


def commented_report(case: CheckedCase, own_templates: Sequence[Path] = ()) -> CommentedDocx:
    """Fill the whole filing of ``case`` and put its findings into it as Word comments.

    Raises InputError and TemplateError as a build does.
    """
    subject = case.work.subject
    whole = next(p for p in papers_of(subject.stated, subject.forms) if p.file == WHOLE)
    template = case.work.workshop(own_templates).docx(whole.templates)
    filled = template.fill(subject.context.record, trace=True)
    return comment_docx(
        filled.data, filled.traces, case.result.findings, rules_by_code(), prose=subject.prose
    )
