"""A finished Word file as one flow of paragraphs in reading order, with its sections and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from govdocs.layout.formatting.names import Element, w
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.parts import Parts
from govdocs.layout.formatting.section import Section
from govdocs.layout.formatting.table_lines import TableLine


@dataclass(slots=True)
class Table:
    """A table: its element, its number as Word counts (None inside another), where it begins.

    ``start`` and ``end`` bound its paragraphs in the flow; ``height`` in pt where all of its rows
    have an exact one; ``lines`` are those that lie, ``width`` in mm where it is stated; ``floating``
    says where a floating table is placed, by the names of ``w:tblpPr``.
    """

    element: Element
    number: int | None
    start: int
    end: int = 0
    height: float | None = None
    rows: int = 0
    lines: list[TableLine] = field(default_factory=list)
    width: float | None = None
    floating: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class WordFile:
    """The flow of one file; ``footers`` and ``headers`` hold the paragraphs of each such part."""

    parts: Parts
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    footers: dict[str, list[Paragraph]] = field(default_factory=dict)
    headers: dict[str, list[Paragraph]] = field(default_factory=dict)
    even_and_odd: bool = False

    def section_of(self, paragraph: Paragraph) -> Section:
        """Return the section that a paragraph stands in."""
        return self.sections[min(paragraph.section, len(self.sections) - 1)]

    def table_of(self, paragraph: Paragraph) -> Table | None:
        """Return the table of the text that holds a paragraph, or None."""
        if paragraph.table is None:
            return None
        return next((t for t in self.tables if t.number == paragraph.table), None)

    def table_holding(self, paragraph: Paragraph) -> Table | None:
        """Return the innermost table that holds a paragraph, in a text box too, or None."""
        cell = paragraph.cell
        held = None if cell is None else next(cell.iterancestors(w("tbl")), None)
        return None if held is None else next((t for t in self.tables if t.element is held), None)
