"""A workbook from outside: values by python-calamine, and beside each what the XML says of it."""

from __future__ import annotations

import datetime
import io
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from govdocs.errors import InputError, Problem
from govdocs.opening import Danger, Limits, OfficePackage, open_office_package
from govdocs.place import FilePlace
from govdocs.rollup.printable import printable
from govdocs.rollup.taking_in.sheet_xml import (
    MOST_COLUMNS,
    MOST_ROWS,
    CellMark,
    SheetMarks,
    column_letters,
    column_number,
    percent_styles,
    sheet_marks,
)

LIMITS = Limits(file=16 * 1024 * 1024, total=64 * 1024 * 1024, entries=1_000)
"""Far above any form with its 200 indicators, far below what would hurt 3,000 times."""

_SHOWN = Context(prec=15)
"""Excel keeps and shows 15 digits; what a file has beyond them is the binary tail."""
_TARGET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::.*)?")


class CellKind(StrEnum):
    """What stands in a cell."""

    BLANK = "blank"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    BOOL = "bool"
    ERROR = "error"
    NO_VALUE = "no_value"


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One cell: ``text`` is the words, the exact digits of a number, or the error's name.

    ``percent`` says that the number prints times 100 with %; ``elsewhere`` that its formula
    reads another file; ``hidden`` that its row or column is hidden.
    """

    address: str
    kind: CellKind
    text: str = ""
    percent: bool = False
    elsewhere: bool = False
    hidden: bool = False

    @property
    def blank(self) -> bool:
        """Nothing but spaces."""
        return self.kind is CellKind.BLANK


class Sheet:
    """One sheet; rows and columns count from 1."""

    def __init__(self, name: str, marks: SheetMarks, grid: list[list[Any]]) -> None:
        self.name = name
        self.marks = marks
        self._grid = grid
        self.height = marks.height
        self.width = marks.width
        self._columns: dict[int, list[int]] = {}
        for row, column in sorted(marks.cells):
            self._columns.setdefault(row, []).append(column)
        self._read: dict[tuple[int, int], ReadCell] = {}
        self._texts: dict[int, dict[int, str]] = {}

    def cell(self, row: int, column: int) -> ReadCell:
        """Return the cell; a blank one where nothing stands."""
        known = self._read.get((row, column))
        if known is None:
            known = self._read[row, column] = self._cell(row, column)
        return known

    def _cell(self, row: int, column: int) -> ReadCell:
        address = f"{column_letters(column)}{row}"
        mark = self.marks.cells.get((row, column))
        if mark is None:
            return ReadCell(address, CellKind.BLANK)
        hidden = row in self.marks.hidden_rows or column in self.marks.hidden_columns
        kind, text = _content(mark, self._value(row, column))
        return ReadCell(
            address,
            kind,
            text,
            mark.percent and kind is CellKind.NUMBER,
            mark.links_elsewhere,
            hidden,
        )

    def texts(self, row: int) -> dict[int, str]:
        """The words of a row by column, stripped; numbers as their digits."""
        known = self._texts.get(row)
        if known is None:
            known = self._texts[row] = {
                column: text
                for column in self._columns.get(row, ())
                if (text := self.cell(row, column).text.strip())
            }
        return known

    def _value(self, row: int, column: int) -> Any:
        if row > len(self._grid) or column > len(self._grid[row - 1]):
            return ""
        return self._grid[row - 1][column - 1]


def _content(mark: CellMark, value: Any) -> tuple[CellKind, str]:
    if mark.kind == "e":
        return CellKind.ERROR, mark.raw or "#VALUE!"
    if mark.without_value:
        return CellKind.NO_VALUE, printable(f"={mark.formula}")
    if isinstance(value, bool):
        return CellKind.BOOL, "是" if value else "否"
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return CellKind.DATE, str(value)
    if isinstance(value, str):
        words = printable(value)
        return (CellKind.TEXT, words) if words.strip() else (CellKind.BLANK, "")
    return _number(mark.raw or "")


def _number(raw: str) -> tuple[CellKind, str]:
    try:
        number = _SHOWN.create_decimal(raw.strip())
    except InvalidOperation:
        return CellKind.ERROR, raw
    if not number.is_finite():
        return CellKind.ERROR, raw
    return CellKind.NUMBER, f"{_plain(number)}"


def _plain(number: Decimal) -> str:
    if abs(number.adjusted()) > 30:
        return str(number)  # judged too large later; written out it would fill the screen
    return f"{number.normalize(_SHOWN) + 0:f}"


class Book:
    """A workbook that came through the guarded door."""

    def __init__(self, package: OfficePackage, data: bytes) -> None:
        self._package = package
        self._data = data
        self._sheets: dict[str, Sheet] = {}
        self._root = etree.fromstring(package.read(self._main_part), _parser())
        self.links: tuple[Problem, ...] = package.dangers

    @cached_property
    def _main_part(self) -> str:
        for target, kind in self._relations("_rels/.rels").values():
            if kind.endswith("/officeDocument"):
                return target
        return "xl/workbook.xml"

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        if part not in self._package:
            return {}
        base = posixpath.dirname(posixpath.dirname(part))
        found = {}
        for relation in etree.fromstring(self._package.read(part), _parser()):
            target = unquote(relation.get("Target", ""))
            full = (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(base, target))
            )
            found[relation.get("Id", "")] = (full, relation.get("Type", ""))
        return found

    @cached_property
    def _parts(self) -> dict[str, str]:
        """The part of each worksheet, by the sheet's name, in order."""
        folder, name = posixpath.split(self._main_part)
        relations = self._relations(f"{folder}/_rels/{name}.rels")
        parts = {}
        for sheet in self._root.iterfind("{*}sheets/{*}sheet"):
            identity = next((v for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
            part, kind = relations.get(str(identity), ("", ""))
            if kind.endswith("/worksheet") and part in self._package:
                parts[sheet.get("name", "")] = part
        return parts

    @cached_property
    def hidden_sheets(self) -> frozenset[str]:
        """The sheets that a user does not see."""
        return frozenset(
            s.get("name", "")
            for s in self._root.iterfind("{*}sheets/{*}sheet")
            if s.get("state", "visible") != "visible"
        )

    @cached_property
    def names(self) -> dict[str, tuple[str, int, int]]:
        """Defined names that mean one cell: sheet, row, column; broken ones are left out."""
        found = {}
        for name in self._root.iterfind("{*}definedNames/{*}definedName"):
            match = _TARGET.fullmatch((name.text or "").strip())
            if match:
                sheet = (match[1] or match[2]).replace("''", "'")
                found[name.get("name", "")] = (sheet, int(match[4]), column_number(match[3]))
        return found

    @cached_property
    def _percent(self) -> frozenset[int]:
        folder, name = posixpath.split(self._main_part)
        for part, kind in self._relations(f"{folder}/_rels/{name}.rels").values():
            if kind.endswith("/styles") and part in self._package:
                return percent_styles(self._package.read(part))
        return frozenset()

    @cached_property
    def _fast(self) -> Any:
        from python_calamine import CalamineWorkbook

        return CalamineWorkbook.from_filelike(io.BytesIO(self._data))

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """All worksheets in order, hidden ones included."""
        return tuple(self._parts)

    def related(self, name: str, kind: str) -> Iterator[etree._Element]:
        """Yield the parts of a kind (``/comments``, ``/drawing``) that belong to a sheet."""
        folder, file = posixpath.split(self._parts[name])
        for part, given in self._relations(f"{folder}/_rels/{file}.rels").values():
            if given.endswith(kind) and part in self._package:
                yield etree.fromstring(self._package.read(part), _parser())

    def sheet(self, name: str) -> Sheet:
        """Return a sheet; InputError ``rollup.sheet_too_large`` or ``rollup.unreadable``."""
        if name not in self._sheets:
            marks = sheet_marks(self._package.read(self._parts[name]), self._percent)
            if marks.too_large:
                raise InputError(
                    [
                        Problem(
                            "rollup.sheet_too_large",
                            FilePlace(self._package.name),
                            {"sheet": name, "rows": str(MOST_ROWS), "columns": str(MOST_COLUMNS)},
                        )
                    ]
                )
            self._sheets[name] = Sheet(name, marks, self._grid(name))
        return self._sheets[name]

    def _grid(self, name: str) -> list[list[Any]]:
        from python_calamine import CalamineError

        try:
            grid: list[list[Any]] = self._fast.get_sheet_by_name(name).to_python(
                skip_empty_area=False
            )
        except (CalamineError, ValueError, OverflowError) as error:
            raise InputError(
                [
                    Problem(
                        "rollup.unreadable",
                        FilePlace(self._package.name),
                        {"said": str(error)[:120]},
                    )
                ]
            ) from None
        return grid

    def visible_sheets(self) -> list[Sheet]:
        """The sheets that a user sees, in order."""
        return [self.sheet(name) for name in self._parts if name not in self.hidden_sheets]


def open_book(source: Path | bytes, name: str) -> Book:
    """Open a workbook from outside; InputError with the reason where it is refused.

    Links to other files are no reason: they are ``Book.links``, and each cell that takes its
    value from one says so.
    """
    refuse = frozenset({Danger.MACROS, Danger.OLE})
    package = open_office_package(source, "xlsx", name=name, refuse=refuse, limits=LIMITS)
    data = source.read_bytes() if isinstance(source, Path) else source
    try:
        return Book(package, data)
    except (ValueError, KeyError, etree.XMLSyntaxError) as error:
        raise InputError(
            [Problem("rollup.unreadable", FilePlace(name), {"said": str(error)[:120]})]
        ) from None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
