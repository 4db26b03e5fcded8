"""Two files side by side: cases, documents, or one of each; told by their content."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.checks.subject import Subject
from govdocs.comparing.changes.cases import Side, case_changes
from govdocs.comparing.changes.change import Change, figures_differ
from govdocs.comparing.changes.documents import document_changes, held_changes
from govdocs.errors import InputError
from govdocs.filing.against import hold_document
from govdocs.filing.case_work import CaseWork, case_work
from govdocs.filing.document_check import is_finished
from govdocs.filing.read_in import read_all
from govdocs.forms.catalogue import form_set_of
from govdocs.intake.case_text import case_text
from govdocs.intake.load import any_case_of
from govdocs.intake.raw import RawCase
from govdocs.model.case import Case
from govdocs.place import PlaceIndex
from govdocs.reading import FinishedDocument
from govdocs.reading_in.into_case import read_case_from
from govdocs.reading_in.placed import Placed, PlacedTree, places_of, plain_tree


@dataclass(frozen=True, slots=True)
class FileDiff:
    """All changes from one file to another, figures first."""

    former: str
    latter: str
    changes: tuple[Change, ...]


def diff_files(former: Path, latter: Path, templates: Sequence[Path] = ()) -> FileDiff:
    """Compare two files; the first is what was, the second what is.

    Cases are compared field by field, documents paragraph by paragraph and row by row. A case
    and a document: word by word where the document is a paper of the case, else by the labels of
    the forms, and only what they bind for certain. Raises InputError as the readers do.
    """
    with ExitStack() as stack:
        if not is_finished(former) and not is_finished(latter):
            works = [stack.enter_context(case_work(file)) for file in (former, latter)]
            changes = case_changes(*(_side(work.subject) for work in works))
        elif is_finished(former) and is_finished(latter):
            changes = document_changes(*read_all([former, latter]))
        else:
            back = is_finished(former)
            case, document = (latter, former) if back else (former, latter)
            work = stack.enter_context(case_work(case))
            changes = _case_and_document(work, document, templates)
            if back:
                changes = tuple(_turned(change) for change in changes)
    return FileDiff(str(former), str(latter), changes)


def _side(subject: Subject) -> Side:
    return Side(subject.derived_case, subject.derived, subject.places, dict(subject.prose))


def _case_and_document(work: CaseWork, file: Path, templates: Sequence[Path]) -> tuple[Change, ...]:
    try:
        return held_changes(hold_document(work, file, templates).held, work.subject)
    except InputError as error:
        codes = [problem.code for problem in error.problems]
        if codes != ["against.no_paper"] or not isinstance(work.subject.stated, Case):
            raise
    return by_labels(work.subject, read_all([file])[0])


def by_labels(subject: Subject, document: FinishedDocument) -> tuple[Change, ...]:
    """Changes from a case to a document of another look, by the labels and heads of the forms.

    What the document does not hold is not compared. Raises InputError ``reading_in.nothing``.
    """
    read = read_case_from([document])
    tree = _completed(dict(read.tree), subject.case)
    places = places_of(read.tree)
    known = {path[:end] for path in places for end in range(1, len(path) + 1)}
    raw = RawCase(document.name, plain_tree(tree), dict(places))
    case = any_case_of(raw)
    other = Subject(case, form_set_of(case), PlaceIndex(places))
    return case_changes(_side(subject), _side(other), only=known.__contains__)


def _turned(change: Change) -> Change:
    """The same change seen from the other side."""
    difference, percent = figures_differ(change.latter, change.former)
    return replace(
        change, former=change.latter, latter=change.former, difference=difference, percent=percent,
        former_place=change.latter_place, latter_place=change.former_place,
    )  # fmt: skip


def _completed(tree: dict[str, PlacedTree], case: Case) -> dict[str, PlacedTree]:
    """Fill what a case must have and a document need not say from the case: it is not compared."""
    own = case_text(case)
    for name in ("year", "money_unit"):
        tree.setdefault(name, Placed(own[name]))
    fund = tree.get("fund")
    assert fund is None or isinstance(fund, dict)
    needed = {name: Placed(own["fund"][name]) for name in ("name", "ministry", "line_department")}
    tree["fund"] = {**needed, **(fund or {})}
    if "indicators" not in tree:
        first = own["indicators"][0]
        tree["indicators"] = [{n: Placed(first[n]) for n in ("level1", "level2", "name")}]
    return tree
