"""What was read from one file, before anything is judged; plain data that a state file can keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from govdocs.errors import Problem
from govdocs.place import CellPlace, LinePlace, Place
from govdocs.rollup.signature import Signature
from govdocs.rollup.taking_in.book import ReadCell


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of the indicator block.

    ``number`` is the indicator that the row's defined names say it is, None without such names;
    ``label`` and ``level2`` are what stands there. ``cells`` are by column key.
    """

    number: int | None
    row: int
    level2: str
    label: str
    cells: Mapping[str, ReadCell]


class WrittenIn(StrEnum):
    """Where a unit wrote something that the form does not ask for."""

    CELL = "cell"
    COMMENT = "comment"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Outside:
    """Something written where the form asks for nothing.

    ``printable`` tells that it may be a label of a form that nobody handed out.
    """

    where: WrittenIn
    sheet: str
    address: str
    text: str
    row: int = 0
    printable: bool = False


@dataclass(frozen=True, slots=True)
class FormReading:
    """One unit's form. ``sheet`` is empty for a YAML file, whose addresses are ``line:column``.

    ``money`` is by ``row.column`` (``total.budget``); ``texts`` has ``achieved`` and ``remark``.
    ``year`` is the one printed under the title, None where there is none. ``signed`` tells
    whether a hidden sheet was there at all, ``signature`` is None where it was not or is broken.
    """

    sheet: str
    signed: bool
    signature: Signature | None
    year: int | None
    unit: ReadCell | None
    rows: tuple[ReadRow, ...]
    money: Mapping[str, ReadCell] = field(default_factory=dict)
    texts: Mapping[str, ReadCell] = field(default_factory=dict)
    missing_columns: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    outside: tuple[Outside, ...] = ()


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file: its name, its content's SHA-256, and its form or what speaks against it.

    ``form`` and ``problems`` are exclusive; ``not_a_form`` says that the file is sound and is
    something else.
    """

    file: str
    digest: str
    form: FormReading | None = None
    problems: tuple[Problem, ...] = ()
    not_a_form: bool = False
    cached: bool = False

    def place(self, cell: ReadCell | None) -> Place:
        """Return where a cell of this file stands."""
        sheet = self.form.sheet if self.form else ""
        return place_of(self.file, sheet, cell.address if cell else "")


def place_of(file: str, sheet: str, address: str) -> Place:
    """Return a place from what readings and records keep: a cell, or ``line:column`` without sheet."""
    if sheet:
        return CellPlace(file, sheet, address)
    line, _, column = address.partition(":")
    return LinePlace(file, int(line or 1), int(column or 1))
