"""Cases checked without building them, and a reviewer's copy of the papers that they build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.checks.engine import run_checks
from govdocs.filing.case_work import CaseWork, case_work
from govdocs.filing.check_papers import rules_by_code
from govdocs.filing.papers import WHOLE, papers_of
from govdocs.finding import CheckResult
from govdocs.reporting.report import Report
from govdocs.reporting.word_comments import CommentedDocx, comment_docx


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


def check_case(file: Path) -> CheckedCase:
    """Read and check the case in ``file``; raises InputError for what cannot be used."""
    with case_work(file) as work:
        return CheckedCase(work, run_checks(work.subject))


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
