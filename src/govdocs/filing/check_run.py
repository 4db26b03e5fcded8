"""Cases checked without building them: what the checks say, and a reviewer's copy of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.checks.engine import run_checks
from govdocs.checks.registry import all_rules
from govdocs.checks.subject import Subject
from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.filing.papers import WHOLE, papers_of
from govdocs.filing.template_home import TemplateHome
from govdocs.filing.workshop import Workshop, workshop_of
from govdocs.finding import CheckResult
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import load_case
from govdocs.place import FilePlace, PlaceIndex
from govdocs.reporting.report import Report, Rules
from govdocs.reporting.review_note import TEMPLATE, review_record
from govdocs.reporting.word_comments import CommentedDocx, comment_docx


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """One case file, the case under check, and what was found."""

    file: Path
    subject: Subject
    result: CheckResult

    @property
    def report(self) -> Report:
        """The result under the name that the user gave the file."""
        return Report(str(self.file), self.result)


def rules_by_code() -> Rules:
    """Every rule of the package by its code, as reports want them."""
    return {rule.code: rule for rule in all_rules()}


def check_cases(files: Sequence[Path]) -> tuple[CheckedCase, ...]:
    """Check every case; where some cannot be used, raise InputError with the problems of all."""
    checked: list[CheckedCase] = []
    problems: list[Problem] = []
    for file in files:
        places = PlaceIndex()
        try:
            loaded = load_case(file)
            places = loaded.places
            subject = Subject(loaded.case, form_set_of(loaded.case), places)
            checked.append(CheckedCase(file, subject, run_checks(subject)))
        except GovdocsError as error:
            problems.extend(_placed(problem, places, file) for problem in error.problems)
    if problems:
        raise InputError(problems)
    return tuple(checked)


def commented_report(case: CheckedCase, own_templates: Sequence[Path] = ()) -> CommentedDocx:
    """Fill the whole filing of ``case`` and put its findings into it as Word comments.

    Raises InputError and TemplateError as a build does.
    """
    subject = case.subject
    whole = next(p for p in papers_of(subject.case, subject.forms) if p.file == WHOLE)
    template = _workshop(case, own_templates).docx(whole.templates)
    filled = template.fill(subject.context.record, trace=True)
    return comment_docx(
        filled.data, filled.traces, case.result.findings, rules_by_code(), prose=subject.prose
    )


def review_note(subject: Subject, result: CheckResult, workshop: Workshop) -> bytes | None:
    """Fill 审核情况说明 with the accepted findings; None where there are none."""
    record = review_record(subject.context, result, rules_by_code())
    return None if record is None else workshop.docx((TEMPLATE,)).fill(record).data


def _workshop(case: CheckedCase, own_templates: Sequence[Path]) -> Workshop:
    named = case.subject.case.templates
    of_the_case = [] if named is None else [case.file.parent / named]
    return workshop_of(TemplateHome.of([*own_templates, *of_the_case]))


def _placed(problem: Problem, places: PlaceIndex, file: Path) -> Problem:
    if problem.place is not None:
        return problem
    found = None if problem.path is None else places.find(problem.path)
    return replace(problem, place=found or FilePlace(str(file)))
