"""A copy of a compared Word file with every deviation as a comment where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path as File

from govdocs.errors import InputError, Problem
from govdocs.finding import Finding, Spot
from govdocs.place import FilePlace, Path, Place, WordPlace
from govdocs.reading import FinishedDocument, Paragraph
from govdocs.reading.prints import prints_of, stretch_in_file
from govdocs.reporting.report import Rules
from govdocs.reporting.word_comments import CommentedDocx, comment_docx


def comment_deviations(
    document: FinishedDocument, data: bytes, findings: Sequence[Finding], rules: Rules
) -> CommentedDocx:
    """Put findings whose first spot stands in ``document`` into a copy of its file ``data``.

    What is gone is told where it would stand. Raises InputError ``check.comments_not_word`` for
    a workbook.
    """
    if document.kind != "docx":
        raise InputError([Problem("check.comments_not_word", FilePlace(document.name))])
    standing = _by_place(document)
    placed = [replace(finding, spots=_spots(finding, standing)) for finding in findings]
    return comment_docx(data, tuple(prints_of(document)), placed, rules)


def target_refused(target: File) -> Problem | None:
    """Say why comments cannot be written to ``target``; None where they can."""
    if target.suffix.lower() == ".docx":
        return None
    return Problem("check.comments_not_docx", FilePlace(str(target)), {"name": target.name})


def _by_place(document: FinishedDocument) -> Mapping[Place, tuple[Path, Paragraph | None]]:
    """What stands at each place: a paragraph, a cell, of a row its first cell."""
    found: dict[Place, tuple[Path, Paragraph | None]] = {}
    for paragraph in (*document.paragraphs, *document.notes):
        found.setdefault(paragraph.place, (paragraph.path, paragraph))
    for table in document.tables:
        for cell in table.cells():
            only = cell.paragraphs[0] if len(cell.paragraphs) == 1 else None
            found.setdefault(cell.place, (cell.path, only))
            if isinstance(cell.place, WordPlace):
                row = replace(cell.place, column=None)
                found.setdefault(row, (cell.path, None))
    return found


def _spots(
    finding: Finding, standing: Mapping[Place, tuple[Path, Paragraph | None]]
) -> tuple[Spot, ...]:
    """The first spot at its path in the document; the others are told, not looked for in it."""
    first, *others = finding.spots
    elsewhere = [replace(spot, path=("case", *spot.path)) for spot in others]
    path, paragraph = standing.get(first.place or FilePlace(""), (("nowhere",), None))
    span = None
    if paragraph is not None and first.span is not None:
        path, span = stretch_in_file(paragraph, first.span)
    return (replace(first, path=path, span=span), *elsewhere)
