"""Two files side by side: cases, documents, or one of each; told by their content."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.checks.rule import Rule
from govdocs.comparing.against.findings import findings_between
from govdocs.comparing.against.rules import RULES, RULES_BETWEEN
from govdocs.comparing.changes.cases import case_changes
from govdocs.comparing.changes.change import Change, figures_differ
from govdocs.comparing.changes.documents import document_changes, held_changes
from govdocs.errors import InputError, Problem
from govdocs.filing.against import HeldDocument, hold_document
from govdocs.filing.by_labels import by_labels, hold_by_labels, side_of
from govdocs.filing.by_names import hold_by_names
from govdocs.filing.case_work import CaseWork, case_work
from govdocs.filing.document_check import is_finished
from govdocs.filing.read_in import opened_all
from govdocs.finding import Finding
from govdocs.model.case import Case
from govdocs.place import FilePlace
from govdocs.reading import FinishedDocument


@dataclass(frozen=True, slots=True)
class Deviations:
    """What a Word or Excel side says differently, as findings at their places in it."""

    document: FinishedDocument
    data: bytes
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class FileDiff:
    """All changes from one file to another, figures first.

    ``deviations`` are those of the side that is a document, of two the latter; None for cases.
    ``remarks`` name with its file what of a document was converted, or not read.
    """

    former: str
    latter: str
    changes: tuple[Change, ...]
    deviations: Deviations | None = None
    remarks: tuple[tuple[str, Problem], ...] = ()


def diff_files(former: Path, latter: Path, templates: Sequence[Path] = ()) -> FileDiff:
    """Compare two files; the first is what was, the second what is.

    Cases are compared field by field, documents paragraph by paragraph and row by row. A case
    and a document: word by word where the document is a paper of the case, else by the labels of
    the forms, and only what they bind for certain. Raises InputError as the readers do.
    """
    deviations: Deviations | None = None
    remarks: list[tuple[str, Problem]] = []
    with ExitStack() as stack:
        if not is_finished(former) and not is_finished(latter):
            works = [stack.enter_context(case_work(file)) for file in (former, latter)]
            kinds = [work.subject.kind for work in works]
            if kinds[0] != kinds[1]:
                details = {"former": kinds[0], "latter": kinds[1]}
                raise InputError([Problem("diff.other_kind", FilePlace(str(latter)), details)])
            changes = case_changes(*(side_of(work.subject) for work in works))
        elif is_finished(former) and is_finished(latter):
            one, other = opened_all([former, latter], as_typed=True)
            remarks = [
                (str(file), remark)
                for file, opened in zip((former, latter), (one, other), strict=True)
                for remark in opened.document.remarks
            ]
            changes, held = document_changes(one.document, other.document)
            deviations = Deviations(
                other.document, other.data, findings_between(held), RULES_BETWEEN
            )
        else:
            back = is_finished(former)
            case, document = (latter, former) if back else (former, latter)
            work = stack.enter_context(case_work(case))
            changes, deviations = _case_and_document(work, document, templates)
            remarks = [(str(document), remark) for remark in deviations.document.remarks]
            if back:
                changes = tuple(_turned(change) for change in changes)
    return FileDiff(str(former), str(latter), changes, deviations, tuple(remarks))


def _case_and_document(
    work: CaseWork, file: Path, templates: Sequence[Path]
) -> tuple[tuple[Change, ...], Deviations]:
    try:
        one = hold_document(work, file, templates)
        return held_changes(one.held, work.subject), _deviations(one)
    except InputError as error:
        codes = [problem.code for problem in error.problems]
        if codes != ["against.no_paper"]:
            raise
        if not isinstance(work.subject.stated, Case):
            named = hold_by_names(work.subject, file)
            return held_changes(named.held, work.subject), _deviations(named)
    labelled = hold_by_labels(work.subject, file)
    return by_labels(work.subject, labelled.document)[0], _deviations(labelled)


def _deviations(one: HeldDocument) -> Deviations:
    return Deviations(one.document, one.data, one.result.findings, RULES)


def _turned(change: Change) -> Change:
    """The same change seen from the other side."""
    difference, percent = figures_differ(change.latter, change.former)
    return replace(
        change, former=change.latter, latter=change.former, difference=difference, percent=percent,
        former_place=change.latter_place, latter_place=change.former_place,
    )  # fmt: skip
