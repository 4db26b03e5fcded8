"""A document of another look against a case, by the labels and heads of the forms."""

from __future__ import annotations

from pathlib import Path

from govdocs.checks.subject import Subject
from govdocs.comparing.against.difference import Difference, Held, Sort
from govdocs.comparing.against.expected import ExpectedPaper
from govdocs.comparing.against.findings import findings_of
from govdocs.comparing.alignment.sequence import Alignment
from govdocs.comparing.changes.cases import Side, case_changes
from govdocs.comparing.changes.change import Change, Group
from govdocs.errors import InputError, Problem
from govdocs.filing.against import HeldDocument
from govdocs.filing.old_formats import open_finished
from govdocs.finding import CheckResult
from govdocs.forms.catalogue import form_set_of
from govdocs.intake.case_text import case_text
from govdocs.intake.load import any_case_of
from govdocs.intake.raw import RawCase
from govdocs.model.case import Case
from govdocs.place import FilePlace, PlaceIndex
from govdocs.reading import FinishedDocument
from govdocs.reading_in.into_case import read_case_from
from govdocs.reading_in.placed import Placed, PlacedTree, places_of, plain_tree


def side_of(subject: Subject) -> Side:
    """A case as one side of a comparison."""
    return Side(subject.derived_case, subject.derived, subject.places, dict(subject.prose))


def hold_by_labels(subject: Subject, file: Path) -> HeldDocument:
    """Hold a document of another look against the case: only values that a label binds.

    ``held.paper`` is empty. Rows that only one side has are not told. Raises InputError as
    reading does, and ``reading_in.nothing`` where the document holds no form and no letter.
    """
    opened = open_finished(file)
    document = opened.document
    changes, compared = by_labels(subject, document)
    differences = tuple(
        Difference(Sort.VALUE, c.former, c.latter, c.latter_place or FilePlace(document.name), c.path,
                   text=c.path, label=c.name, whole=c.latter)
        for c in changes
        if c.group in {Group.FIGURE, Group.WORD} and c.latter
    )  # fmt: skip
    held = Held("", differences, compared, compared)
    nothing = ExpectedPaper("", document, {})
    result = CheckResult(findings_of(held, subject))
    return HeldDocument(document, held, result, nothing, Alignment((), (), (), (), ()), opened.data)


def by_labels(subject: Subject, document: FinishedDocument) -> tuple[tuple[Change, ...], int]:
    """Changes from a case to a document of another look, by the labels and heads of the forms.

    Also returns how many values the document holds; what it does not hold is not compared. Raises InputError ``reading_in.nothing``.
    """
    if not isinstance(subject.stated, Case):
        raise InputError(
            [Problem("reading_in.nothing", FilePlace(document.name), {"name": document.name})]
        )
    read = read_case_from([document])
    tree = _completed(dict(read.tree), subject.case)
    places = places_of(read.tree)
    known = {path[:end] for path in places for end in range(1, len(path) + 1)}
    raw = RawCase(document.name, plain_tree(tree), dict(places))
    case = any_case_of(raw)
    other = Subject(case, form_set_of(case), PlaceIndex(places))
    changes = case_changes(side_of(subject), side_of(other), only=known.__contains__)
    return changes, len(places)


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
