"""Cases checked without building them: what the checks say, and a reviewer's copy of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.checks.engine import run_checks
from govdocs.errors import GovdocsError, InputError, Problem
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


def check_cases(files: Sequence[Path]) -> tuple[CheckedCase, ...]:
    """Check every case; where some cannot be used, raise InputError with the problems of all."""
    checked: list[CheckedCase] = []
    problems: list[Problem] = []
    for file in files:
        try:
            with case_work(file) as work:
                checked.append(CheckedCase(work, run_checks(work.subject)))
        except GovdocsError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return tuple(checked)


def commented_report(case: CheckedCase, own_templates: Sequence[Path] = ()) -> CommentedDocx:
    """Fill the whole filing of ``case`` and put its findings into it as Word comments.

    Raises InputError and TemplateError as a build does.
    """
    subject = case.work.subject
    whole = next(p for p in papers_of(subject.case, subject.forms) if p.file == WHOLE)
    template = case.work.workshop(own_templates).docx(whole.templates)
    filled = template.fill(subject.context.record, trace=True)
    return comment_docx(
        filled.data, filled.traces, case.result.findings, rules_by_code(), prose=subject.prose
    )
