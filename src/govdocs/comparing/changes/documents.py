"""Differences of a document, from its case or from another document, as changes."""

from __future__ import annotations

from govdocs.checks.subject import Subject
from govdocs.comparing.against.difference import Difference, Held, Sort
from govdocs.comparing.against.expected import ExpectedPaper
from govdocs.comparing.against.findings import written
from govdocs.comparing.against.holding import hold, lay_over
from govdocs.comparing.changes.change import Change, Group, figures_differ, in_order
from govdocs.comparing.naming import name_of
from govdocs.model.quantity import read_quantity
from govdocs.reading import FinishedDocument

_GROUPS = {
    Sort.LOST: Group.ROW, Sort.ROW_GONE: Group.ROW, Sort.ROW_ADDED: Group.ROW,
    Sort.TEXT_GONE: Group.PROSE, Sort.TEXT_ADDED: Group.PROSE, Sort.WORDS: Group.PROSE,
    Sort.LABEL: Group.PROSE, Sort.MOVED: Group.PROSE,
}  # fmt: skip


def held_changes(held: Held, subject: Subject) -> tuple[Change, ...]:
    """What a document says differently from its case, as changes from the case to the document."""
    return in_order([_of_case(difference, subject) for difference in held.differences])


def document_changes(
    former: FinishedDocument, latter: FinishedDocument
) -> tuple[tuple[Change, ...], Held]:
    """What changed from one document to another, figures first, and the differences it is told from."""
    paper = ExpectedPaper(former.name, former, {})
    held = hold(paper, latter, lay_over(paper, latter))
    return in_order([_plain(difference) for difference in held.differences]), held


def _of_case(difference: Difference, subject: Subject) -> Change:
    change = _plain(difference)
    if not difference.path:
        return change
    path = written(difference.path, subject)
    return Change(
        change.group, name_of(subject.derived_case, difference.path), change.former, change.latter,
        change.difference, change.percent, difference.path, subject.places.find(path),
        difference.place, difference.path in subject.derived,
    )  # fmt: skip


def _plain(difference: Difference) -> Change:
    former, latter = difference.expected, difference.actual
    by, percent = figures_differ(former, latter)
    number = read_quantity(former) is not None or read_quantity(latter) is not None
    group = _GROUPS.get(difference.sort)
    if group is None:
        number = number or difference.sort is Sort.FIGURE
        group = Group.FIGURE if number else Group.WORD
    if difference.sort is Sort.MOVED:
        former = latter = f"{difference.label}（换了位置）"
    return Change(group, difference.label, former, latter, by, percent, difference.path,
                  latter_place=difference.place)  # fmt: skip
