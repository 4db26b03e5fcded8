"""Where the file prints what a finding is about: for comments in a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.place import Path
from govdocs.reading.paper import FinishedDocument, Paragraph


@dataclass(frozen=True, slots=True)
class Print:
    """A paragraph or cell by its path: the member, its paragraph from 0, its characters there."""

    path: Path
    part: str
    paragraph: int
    start: int
    end: int


def prints_of(document: FinishedDocument) -> Iterator[Print]:
    """Every paragraph and cell of a Word file's body; a cell is its first paragraph with text."""
    for paragraph in (*document.paragraphs, *document.notes):
        for piece in paragraph.pieces:
            yield from _one(document, piece.paragraph, piece.paragraph.path)
        if not paragraph.pieces:
            yield from _one(document, paragraph, paragraph.path)
    for table in document.tables:
        for cell in table.cells():
            own = [p for p in cell.paragraphs if p.order is not None]
            first = next((p for p in own if p.text.strip()), next(iter(own), None))
            if first is not None:
                yield from _one(document, first, cell.path)
            for paragraph in own:
                yield from _one(document, paragraph, paragraph.path)


def paragraphs_by_path(document: FinishedDocument) -> dict[Path, Paragraph]:
    """Every paragraph of the document, those in cells and notes included."""
    found = {p.path: p for p in (*document.paragraphs, *document.notes)}
    for table in document.tables:
        for cell in table.cells():
            found |= {p.path: p for p in cell.paragraphs}
    return found


def stretch_in_file(paragraph: Paragraph, span: tuple[int, int]) -> tuple[Path, tuple[int, int]]:
    """The path of the printed paragraph that holds ``text[span]``, and its characters there.

    A stretch over several lines is the part of it in the first of them.
    """
    piece = paragraph.piece_at(span[0])
    own = piece.paragraph
    start, end = (min(max(0, at - piece.start), len(own.text)) for at in span)
    first = own.in_file((0, 0))[0]
    left, right = own.in_file((start, end))
    return own.path, (left - first, right - first)


def _one(document: FinishedDocument, paragraph: Paragraph, path: Path) -> Iterator[Print]:
    if not document.part:
        return
    if paragraph.reference is not None:  # the note itself takes no comment in Word
        order, at = paragraph.reference
        yield Print(path, document.part, order, max(0, at - 1), at)
    elif paragraph.order is not None:
        start, end = paragraph.in_file((0, len(paragraph.text))) if paragraph.text else (0, 0)
        yield Print(path, document.part, paragraph.order, start, end)
