"""What a finished document holds: paragraphs and tables in their order, notes, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from govdocs.errors import Problem
from govdocs.place import CellPlace, Path, Place, WordPlace

BODY = "正文"


@dataclass(frozen=True, slots=True)
class Spread:
    """The characters of a text in the paragraph of the file: ``at`` there for ``start`` here."""

    start: int
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A paragraph of the file that prints a stretch of a joined one, from its character ``start``."""

    start: int
    paragraph: Paragraph


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """One paragraph as a reader sees it, tracked changes accepted, hidden text left out.

    ``number`` is what automatic numbering prints before ``text`` (（一）); ``level`` is the
    outline level from 1, 0 for body text; ``headings`` are the headings above it, the highest
    first. ``order`` counts all paragraphs of the file's main part from 0, those in cells and text
    boxes included, and is None elsewhere; ``spread`` tells where the text stands in it, empty
    where nothing was left out. ``pieces`` are the file's paragraphs that a sentence broken into
    lines was joined from, empty for all others; ``reference`` is the paragraph (its ``order``) and
    character where the body refers to a note. ``torn`` lines are pieces of cells or sentences that
    could not be put together.
    """

    text: str
    path: Path
    place: Place
    level: int = 0
    number: str = ""
    part: str = BODY
    headings: tuple[str, ...] = ()
    order: int | None = None
    spread: tuple[Spread, ...] = ()
    pieces: tuple[Piece, ...] = ()
    reference: tuple[int, int] | None = None
    torn: bool = False

    @property
    def full(self) -> str:
        """The text with its automatic number."""
        return f"{self.number}{self.text}"

    def in_file(self, span: tuple[int, int]) -> tuple[int, int]:
        """The stretch of the file's paragraph that prints ``text[span]``."""
        return self._at(span[0]), self._at(max(span[0], span[1] - 1)) + (span[1] > span[0])

    def piece_at(self, position: int) -> Piece:
        """The paragraph of the file that prints a character; this one where none were joined."""
        found = Piece(0, self)
        for piece in self.pieces:
            if piece.start > position:
                break
            found = piece
        return found

    def _at(self, position: int) -> int:
        found = position
        for piece in self.spread:
            if piece.start > position:
                break
            found = piece.at + position - piece.start
        return found


@dataclass(frozen=True, eq=False)
class Cell:
    """One cell; rows and columns count from 0 in the grid, spans from 1.

    ``text`` joins its paragraphs with line ends; a nested table's text is not part of it.
    """

    text: str
    row: int
    column: int
    row_span: int
    column_span: int
    path: Path
    place: Place
    paragraphs: tuple[Paragraph, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text without any white space, as names are compared."""
        return "".join(self.text.split())


@dataclass(frozen=True, eq=False)
class Table:
    """A grid: ``rows[r][c]`` is the cell that covers it, a merged cell standing at each of its places.

    None marks a place that no cell covers. ``before`` are the paragraphs right above the table
    that belong to it (caption, unit), ``number`` and ``title`` come from its caption (1-1,
    资金拨付明细表), ``unit`` is what 单位： states over it; empty where nothing is said. A table that
    was typed as lines has the place of its first line, and each cell that of its own.
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    path: Path
    place: Place
    headings: tuple[str, ...] = ()
    number: str = ""
    title: str = ""
    unit: str = ""
    caption: Paragraph | None = None
    depth: int = 0
    repeats: frozenset[int] = frozenset()
    """Rows that Word repeats as heads at the top of every page, from 0."""

    def cells(self) -> Iterator[Cell]:
        """Every cell once, row by row."""
        for number, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if cell is not None and (cell.row, cell.column) == (number, column):
                    yield cell

    @cached_property
    def width(self) -> int:
        """How many columns the grid has."""
        return max((len(row) for row in self.rows), default=0)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place, or None."""
        if not 0 <= row < len(self.rows) or not 0 <= column < len(self.rows[row]):
            return None
        return self.rows[row][column]

    @property
    def name(self) -> str:
        """What a reader calls the table: 表1-1, its title, or its number in the file."""
        if self.number:
            return f"表{self.number}"
        if self.title:
            return f"“{self.title}”"
        if isinstance(self.place, CellPlace):
            return f"工作表“{self.place.sheet}”"
        if isinstance(self.place, WordPlace) and self.place.paragraph is not None:
            return f"第{self.place.paragraph}段起的表"
        return f"第{self.path[1] + 1 if isinstance(self.path[1], int) else ''}个表"


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, eq=False)
class FinishedDocument:
    """A finished document in the order of its reader.

    ``kind`` is docx or xlsx; ``blocks`` are the paragraphs and tables of the body; ``notes`` the
    paragraphs of foot- and endnotes, text boxes, headers and footers. ``remarks`` name what could
    not be read, and what was read in one of two ways (codes ``reading.*``).
    """

    name: str
    kind: str
    blocks: tuple[Block, ...]
    notes: tuple[Paragraph, ...] = ()
    remarks: tuple[Problem, ...] = field(default=())
    part: str = ""
    """The member of the package that holds the body of a Word file."""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body outside tables."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables in their order, a nested one after the one around it."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def title(self) -> str:
        """The words before the first long paragraph or heading: the title, perhaps in two lines."""
        words: list[str] = []
        for block in self.blocks[:12]:
            text = "" if isinstance(block, Table) else block.text.strip()
            if isinstance(block, Table) or len(text) > 60 or (words and block.level):
                break
            words += [text] if text else []
            if len(words) == 4:
                break
        return "".join(words)
