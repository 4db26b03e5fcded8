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


def _one(document: FinishedDocument, paragraph: Paragraph, path: Path) -> Iterator[Print]:
    if paragraph.order is not None and document.part:
        end = paragraph.in_file((0, len(paragraph.text)))[1] if paragraph.text else 0
        yield Print(path, document.part, paragraph.order, 0, end)
