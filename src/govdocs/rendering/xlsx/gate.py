"""The gate: what was written is opened again and compared before anybody gets it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lxml import etree

from govdocs.errors import Problem, ProgramFault
from govdocs.opening import RawMember
from govdocs.place import CellPlace, FilePlace, Place, dotted
from govdocs.rendering.xlsx.addresses import Box, column_number, read_box
from govdocs.rendering.xlsx.names import M, parse
from govdocs.rendering.xlsx.shared_text import unescape
from govdocs.tags.values import Value

_BRACES = re.compile(r"[{｛][{｛%％]|[}｝%％][}｝]")


def _path(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces={"m": M[1:-1]}, smart_strings=False)


_ALL_TEXTS = _path("//text()")
_SHEET_NAMES = _path("//m:sheet/@name")
_ROWS = _path("/m:worksheet/m:sheetData/m:row/@r")
_STYLES = _path("//m:c/@s")
_STRINGS = _path("//m:c[@t='s']/m:v/text()")
_FORMULAS = _path("/m:worksheet/m:sheetData/m:row/m:c[m:f]")


def _strings(path: etree.XPath, root: etree._Element) -> list[str]:
    found = path(root)
    assert isinstance(found, list)
    return [str(text) for text in found]


@dataclass(frozen=True, slots=True)
class Promise:
    """What a filled file must hold.

    ``rows`` gives for each sheet's member its present name, the row numbers that were laid out
    and how many formulas the template gave them; ``unchanged`` are the members copied as they
    were; ``styles`` and ``strings`` count the entries that cells may point to.
    """

    name: str
    rows: Mapping[str, tuple[str, list[int], int]]
    unchanged: Mapping[str, RawMember]
    workbook: str
    styles: int
    strings: int
    printed: tuple[Value, ...]


def check_filled(data: bytes, promise: Promise) -> None:
    """Open a filled workbook again and hold it against what was to be written.

    Raises ProgramFault with every broken promise: ``xlsx.gate.damaged``, ``.changed_member``,
    ``.not_well_formed``, ``.leftover_tag``, ``.missing_value``, ``.row_count``, ``.row_order``,
    ``.cell_order``, ``.outside_dimension``, ``.style_index``, ``.string_index``,
    ``.formula_without_value``, ``.formula_count``, ``.merges_overlap``, ``.lost_reference``.
    """
    file = FilePlace(promise.name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise ProgramFault([Problem("xlsx.gate.damaged", file)]) from None
    problems: list[Problem] = []
    texts: list[str] = []
    with archive:
        problems += _unchanged(data, archive, promise)
        for member in archive.namelist():
            if member in promise.unchanged:
                continue
            try:
                content = archive.read(member)
                root = parse(content) if member.endswith((".xml", ".rels")) else None
            except (etree.XMLSyntaxError, zipfile.BadZipFile) as error:
                details = {"member": member, "message": str(error)}
                problems.append(Problem("xlsx.gate.not_well_formed", file, details))
                continue
            if root is None:
                continue
            if member in promise.rows:
                name, rows, formulas = promise.rows[member]
                place = CellPlace(promise.name, name)
                problems += _sheet(root, place, rows, formulas, promise)
            elif member == promise.workbook:
                problems += _names(root, file)
            texts += _strings(_ALL_TEXTS, root)
            if member == promise.workbook:
                texts += _strings(_SHEET_NAMES, root)
    problems += _texts(texts, promise.printed, file)
    if problems:
        raise ProgramFault(problems)


def _unchanged(data: bytes, archive: zipfile.ZipFile, promise: Promise) -> Iterator[Problem]:
    entries = {entry.filename: entry for entry in archive.infolist()}
    for name, raw in promise.unchanged.items():
        entry = entries.get(name)
        start = 0 if entry is None else entry.header_offset + 30 + len(name.encode())
        if entry is None or raw.crc != entry.CRC or data[start : start + len(raw.data)] != raw.data:
            yield Problem("xlsx.gate.changed_member", FilePlace(promise.name), {"member": name})


def _sheet(
    root: etree._Element, place: CellPlace, rows: list[int], formulas: int, promise: Promise
) -> Iterator[Problem]:
    numbers = [int(number) for number in _strings(_ROWS, root)]
    if numbers != rows:
        details = {"expected": str(len(rows)), "actual": str(len(numbers))}
        yield Problem("xlsx.gate.row_count", place, details)
    if any(second <= first for first, second in pairwise(numbers)):
        yield Problem("xlsx.gate.row_order", place)
    yield from _cells(root, place)
    yield from _indexes(root, place, promise)
    yield from _formulas(root, place, formulas)
    yield from _merges(root, place)


def _cells(root: etree._Element, place: CellPlace) -> Iterator[Problem]:
    """Cells ascend within their row and stand inside the dimension."""
    dimension = root.find(f"{M}dimension")
    box = read_box(dimension.get("ref", "A1")) if dimension is not None else None
    data = root.find(f"{M}sheetData")
    known: set[tuple[str, ...]] = set()
    for row in data if data is not None else ():
        number = row.get("r", "")
        size = len(number)
        addresses = [cell.get("r", "") for cell in row]
        columns = tuple([address[:-size] for address in addresses])
        if any(address[-size:] != number for address in addresses):
            yield Problem("xlsx.gate.cell_order", _at(place, number))
        if columns and columns not in known:
            order = [column_number(column) for column in columns]
            if any(second <= first for first, second in pairwise(order)):
                yield Problem("xlsx.gate.cell_order", _at(place, f"{columns[0]}{number}"))
            if box is not None and not (box.left <= order[0] and order[-1] <= box.right):
                yield Problem("xlsx.gate.outside_dimension", _at(place, addresses[-1]))
            known.add(columns)
        if columns and box is not None and not box.top <= int(number) <= box.bottom:
            yield Problem("xlsx.gate.outside_dimension", _at(place, addresses[0]))


def _at(place: CellPlace, cell: str) -> CellPlace:
    return CellPlace(place.file, place.sheet, cell)




def _indexes(root: etree._Element, place: CellPlace, promise: Promise) -> Iterator[Problem]:
    for style in set(_strings(_STYLES, root)):
        if not 0 <= int(style) < promise.styles:
            yield Problem("xlsx.gate.style_index", place, {"index": style})
    for string in set(_strings(_STRINGS, root)):
        if not 0 <= int(string) < promise.strings:
            yield Problem("xlsx.gate.string_index", place, {"index": string})


def _formulas(root: etree._Element, place: CellPlace, expected: int) -> Iterator[Problem]:
    cells = _FORMULAS(root)
    assert isinstance(cells, list)
    if len(cells) != expected:
        details = {"expected": str(expected), "actual": str(len(cells))}
        yield Problem("xlsx.gate.formula_count", place, details)
    for cell in cells:
        assert isinstance(cell, etree._Element)
        kind = cell.get("t", "n")
        value, formula = cell.find(f"{M}v"), cell.find(f"{M}f")
        here = _at(place, cell.get("r", ""))
        if kind in {"s", "inlineStr"} or value is None or (kind != "str" and not value.text):
            yield Problem("xlsx.gate.formula_without_value", here)
        text = (formula.text or "") if formula is not None else ""
        if "#REF!" in text:
            yield Problem("xlsx.gate.lost_reference", here, {"formula": text})


def _merges(root: etree._Element, place: CellPlace) -> Iterator[Problem]:
    boxes = [
        read_box(merge.get("ref", "A1")) for merge in root.iterfind(f"{M}mergeCells/{M}mergeCell")
    ]
    first = overlapping(boxes)
    if first is not None:
        yield Problem("xlsx.gate.merges_overlap", _at(place, str(first[0])), {"other": str(first[1])})


def overlapping(boxes: Iterable[Box]) -> tuple[Box, Box] | None:
    """Two rectangles that share a cell, or None; a sweep from the top keeps it fast."""
    active: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.top, box.left)):
        active = [other for other in active if other.bottom >= box.top]
        for other in active:
            if other.left <= box.right and box.left <= other.right:
                return other, box
        active.append(box)
    return None


def _names(root: etree._Element, place: Place) -> Iterator[Problem]:
    for entry in root.iterfind(f"{M}definedNames/{M}definedName"):
        if "#REF!" in (entry.text or ""):
            details = {"formula": f"{entry.get('name')} = {entry.text}"}
            yield Problem("xlsx.gate.lost_reference", place, details)


def _texts(texts: list[str], printed: tuple[Value, ...], place: Place) -> Iterator[Problem]:
    known = set(texts)
    whole = "\0".join(known)
    left = _BRACES.search(whole)
    # A value may hold braces of its own; the template may not.
    if left is not None and not any(_BRACES.search(value.text) for value in printed):
        shown = whole[max(0, left.start() - 12) : left.end() + 20].replace("\0", " ")
        yield Problem("xlsx.gate.leftover_tag", place, {"text": shown})
    done: set[str] = set()
    plain = ""
    for value in printed:
        text = value.text
        if not text or text in known or text in done:
            continue
        done.add(text)
        if any(form in known for form in _number_forms(value)):
            continue
        if not plain:
            plain = unescape(whole).replace("\r\n", "\n")
        if text.replace("\r\n", "\n").replace("\r", "\n") not in plain:
            details = {"text": text[:60], "field": dotted(value.path)}
            yield Problem("xlsx.gate.missing_value", place, details, value.path)


def _number_forms(value: Value) -> Iterator[str]:
    """How a value's figure or date may stand in a cell instead of its text."""
    if value.number is not None:
        yield format(value.number, "f")
        yield format(Decimal(value.number).scaleb(-2), "f")
    if value.day is not None:
        from datetime import date

        serial = (value.day - date(1899, 12, 30)).days
        yield str(serial)
        yield str(serial - 1462)
