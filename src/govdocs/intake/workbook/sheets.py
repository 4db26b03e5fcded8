"""The cells of a guarded .xlsx as they are stored: text of values, formats, merges, what is hidden.

Read from the XML itself, since the libraries hand numbers over as floats.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries

from govdocs.errors import InputError, Problem
from govdocs.opening import OfficePackage
from govdocs.place import FilePlace

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
MOST_CELLS = 500_000


@dataclass(frozen=True, slots=True)
class StoredCell:
    """One cell: ``type`` as in the file (n, s, b, e, d), its value's text, its number format."""

    type: str
    text: str
    format: str = "General"
    formula: bool = False


@dataclass(slots=True)
class StoredSheet:
    """One sheet; rows and columns count from 1; ``merges`` are (left, top, right, bottom)."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], StoredCell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class StoredWorkbook:
    """All sheets in their order; ``from_1904`` tells the calendar of old Mac workbooks."""

    sheets: list[StoredSheet]
    from_1904: bool = False


def address(row: int, column: int) -> str:
    """Write row 7, column 3 as ``C7``."""
    return f"{get_column_letter(column)}{row}"


def read_sheets(package: OfficePackage, file: str) -> StoredWorkbook:
    """Return every worksheet of a package; InputError where its parts do not fit together."""
    try:
        return _read(package, file)
    # What is well-formed XML and yet no workbook fails in one of these ways.
    except (KeyError, ValueError, IndexError, TypeError, OverflowError, etree.LxmlError) as error:
        raise InputError(
            [
                Problem(
                    "intake.damaged_workbook",
                    FilePlace(file),
                    {"said": f"{type(error).__name__} {error}"},
                )
            ]
        ) from None


def _read(package: OfficePackage, file: str) -> StoredWorkbook:
    book = _tree(package, _main_part(package))
    home = posixpath.dirname(_main_part(package))
    targets = _targets(package, _main_part(package))
    by_type = {
        kind: posixpath.normpath(posixpath.join(home, target)) for kind, target in targets.values()
    }
    shared = _shared(package, by_type.get("sharedStrings"))
    formats = _formats(package, by_type.get("styles"))
    properties = book.find(f"{_MAIN}workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    found = StoredWorkbook([], from_1904)
    for entry in book.iter(f"{_MAIN}sheet"):
        kind, target = targets[entry.get(_LINK)]
        if kind != "worksheet":
            continue
        part = posixpath.normpath(posixpath.join(home, target)).lstrip("/")
        sheet = StoredSheet(entry.get("name"), entry.get("state", "visible") != "visible")
        _fill(sheet, _tree(package, part), shared, formats)
        found.sheets.append(sheet)
        if sum(len(s.cells) for s in found.sheets) > MOST_CELLS:
            raise InputError(
                [Problem("intake.too_many_cells", FilePlace(file), {"limit": str(MOST_CELLS)})]
            )
    return found


def _main_part(package: OfficePackage) -> str:
    for kind, target in _targets(package, "").values():
        if kind == "officeDocument":
            return target.lstrip("/")
    raise KeyError("officeDocument")


def _tree(package: OfficePackage, part: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(package.read(part), parser)


def _targets(package: OfficePackage, part: str) -> dict[str, tuple[str, str]]:
    folder, name = posixpath.split(part)
    rels = _tree(package, posixpath.join(folder, "_rels", f"{name}.rels"))
    return {r.get("Id"): (posixpath.basename(r.get("Type")), r.get("Target")) for r in rels}


def _shared(package: OfficePackage, part: str | None) -> list[str]:
    if part is None or part.lstrip("/") not in package:
        return []
    return [_rich(item) for item in _tree(package, part.lstrip("/")).iter(f"{_MAIN}si")]


def _rich(item: Any) -> str:
    """The text of a string with runs; phonetic guides are not part of it."""
    parts = [
        t.text or ""
        for child in item
        for t in (
            [child]
            if child.tag == f"{_MAIN}t"
            else child.iter(f"{_MAIN}t")
            if child.tag == f"{_MAIN}r"
            else []
        )
    ]
    return unescaped("".join(parts))


def unescaped(text: str) -> str:
    """Undo ST_Xstring's ``_xHHHH_``. Source: ECMA-376 part 1, 22.9.2.19."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def _formats(package: OfficePackage, part: str | None) -> list[str]:
    if part is None or part.lstrip("/") not in package:
        return []
    styles = _tree(package, part.lstrip("/"))
    codes = dict(BUILTIN_FORMATS)
    codes |= {int(f.get("numFmtId")): f.get("formatCode") for f in styles.iter(f"{_MAIN}numFmt")}
    cell_styles = styles.find(f"{_MAIN}cellXfs")
    if cell_styles is None:
        return []
    return [codes.get(int(xf.get("numFmtId", "0")), "General") for xf in cell_styles]


def _fill(sheet: StoredSheet, tree: Any, shared: list[str], formats: list[str]) -> None:
    for column in tree.iter(f"{_MAIN}col"):
        if column.get("hidden") in ("1", "true"):
            sheet.hidden_columns.append((int(column.get("min")), int(column.get("max"))))
    row_number = 0
    for row in tree.iter(f"{_MAIN}row"):
        row_number = int(row.get("r", row_number + 1))
        if row.get("hidden") in ("1", "true"):
            sheet.hidden_rows.add(row_number)
        for where, cell in _cells(row, row_number, shared, formats):
            sheet.cells[where] = cell
    for merge in tree.iter(f"{_MAIN}mergeCell"):
        left, top, right, bottom = range_boundaries(merge.get("ref"))
        if left and top and right and bottom:
            sheet.merges.append((left, top, right, bottom))


def _cells(
    row: Any, row_number: int, shared: list[str], formats: list[str]
) -> Iterator[tuple[tuple[int, int], StoredCell]]:
    column = 0
    for cell in row.iter(f"{_MAIN}c"):
        here = cell.get("r")
        column = coordinate_to_tuple(here)[1] if here else column + 1
        kind = cell.get("t", "n")
        value = cell.find(f"{_MAIN}v")
        text = value.text or "" if value is not None else ""
        formula = cell.find(f"{_MAIN}f") is not None
        if kind == "s":
            text = shared[int(text)]
        elif kind == "inlineStr":
            inline = cell.find(f"{_MAIN}is")
            text = _rich(inline) if inline is not None else ""
        elif kind == "str":
            text = unescaped(text)
        if kind in ("inlineStr", "str"):
            kind = "s"
        style = int(cell.get("s", "0"))
        shown_as = formats[style] if style < len(formats) else "General"
        if text or formula:
            yield (row_number, column), StoredCell(kind, text, shown_as, formula)
