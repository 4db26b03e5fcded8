"""What a template's rows hold: fixed XML, cells with tags, and formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from govdocs.rendering.xlsx.addresses import Box
from govdocs.rendering.xlsx.formulas.template import FormulaTemplate
from govdocs.rendering.xlsx.formulas.values import CellError, Scalar
from govdocs.rendering.xlsx.styles import Style

ROW = "\0"
"""Stands for the row's number in prepared XML; no XML and no value can hold this character."""


@dataclass(frozen=True, slots=True)
class TagCell:
    """A cell with tags.

    ``at`` is its place among the row's tag cells, ``single`` says that one ``{{ … }}`` is all
    of it, ``start`` is the XML up to the row number, ``merged`` the template's merged cell that
    it leads. ``capacity`` counts half-width characters a line, ``line`` is a line's height.
    ``places`` are the decimals that the cell shows of a plain figure, None where figures need a
    closer look (percent, date, text and General formats). ``measured`` says that its text may
    make the row higher.
    """

    column: int
    at: int
    single: bool
    start: str
    index: int
    style: Style
    site: int
    merged: Box | None
    capacity: float
    line: float
    places: int | None
    measured: bool


@dataclass(frozen=True, slots=True)
class FormulaTag:
    """A cell with a formula; ``array`` is the range of an array formula.

    Where the formula refers to single cells of its own row alone, ``own_columns`` are their
    columns and ``own_text`` is the formula with the row number left open.
    """

    column: int
    start: str
    formula: FormulaTemplate
    array: Box | None
    cell: str
    style: int
    own_columns: tuple[int, ...] | None = None
    own_text: str = ""


@dataclass(frozen=True, slots=True)
class RowTemplate:
    """One row: prepared XML with the cells that filling writes between, and the fixed values.

    ``height`` is in points, None where the sheet's default holds; ``custom`` says that somebody
    set it by hand. ``cells`` are by column what formulas meet:
    tags, formulas, fixed values; ``columns`` are all columns that have a cell.
    """

    number: int
    attributes: str
    height: float | None
    custom: bool
    parts: tuple[str | TagCell | FormulaTag, ...]
    cells: Mapping[int, TagCell | FormulaTag | Scalar | CellError]
    tags: tuple[TagCell, ...]
    formulas: tuple[FormulaTag, ...]
    columns: frozenset[int]


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows that always come together: one row with tags, or a run of rows without.

    Rows of the run that the template leaves out are not in ``rows``, and still take a number.
    """

    first: int
    last: int
    rows: tuple[RowTemplate, ...]
