"""The gate's look at one worksheet, read as text: a tree of a large sheet costs more than filling it.

Text is enough, since the part was found well-formed and the engine writes each cell's address,
style and type first; a cell written otherwise is itself a broken promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from govdocs.errors import Problem
from govdocs.place import CellPlace
from govdocs.rendering.xlsx.addresses import Box, column_number, read_box

_ADDRESS = re.compile(r'<(row|c) r="([A-Z]*)([0-9]+)"((?: s="[0-9]+")?)')
_STRING = re.compile(r'<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")? t="s"[^>]*><v>([0-9]+)</v>')
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f(?: [^>]*)?>([^<]*)</f>(?:<v>([^<]*)</v>)?')
_SUSPECT = ("<v></v>", "<v/>", "#REF!", 't="s"><f', 'inlineStr"><f')
"""Marks of a formula without a value or reference, or of one in a cell of text."""

_MERGE = re.compile(r'<mergeCell ref="([A-Z0-9:]+)"')
_DIMENSION = re.compile(r'<dimension ref="([A-Z0-9:]+)"')


def check_sheet(
    text: str, place: CellPlace, rows: list[int], formulas: int, styles: int, strings: int
) -> Iterator[Problem]:
    """Yield what is wrong with a worksheet's XML; see ``gate`` for the promises."""
    start, end = text.find("<sheetData>"), text.find("</sheetData>")
    data = text[start + 11 : end] if 0 <= start < end else ""
    yield from _rows(data, text, place, rows, styles)
    for string in set(_STRING.findall(data)) if ' t="s"' in data else ():
        if int(string) >= strings:
            yield Problem("xlsx.gate.string_index", place, {"index": string})
    yield from _formulas(data, place, formulas)
    first = overlapping(map(read_box, _MERGE.findall(text)))
    if first is not None:
        details = {"other": str(first[1])}
        yield Problem("xlsx.gate.merges_overlap", _at(place, str(first[0])), details)


def _rows(
    data: str, text: str, place: CellPlace, expected: list[int], styles: int
) -> Iterator[Problem]:
    found = _DIMENSION.search(text)
    box = read_box(found[1]) if found else None
    numbers: list[int] = []
    known: set[tuple[str, ...]] = set()
    current, held, cells = "", [""], 0
    for kind, column, number, style in [*_ADDRESS.findall(data), ("row", "", "0", "")]:
        if kind == "c":
            held.append(column + style)
            if number != current:
                yield Problem("xlsx.gate.cell_order", _at(place, f"{column}{number}"))
            continue
        pattern = tuple(held[1:])
        cells += len(pattern)
        if pattern and pattern not in known:
            known.add(pattern)
            yield from _pattern(pattern, _at(place, current), box, styles)
        if pattern and box is not None and not box.top <= int(current) <= box.bottom:
            yield Problem("xlsx.gate.outside_dimension", _at(place, current))
        current, held = number, [""]
        numbers.append(int(number))
    numbers.pop()
    if numbers != expected or cells != data.count("<c "):
        details = {"expected": str(len(expected)), "actual": str(len(numbers))}
        yield Problem("xlsx.gate.row_count", place, details)
    if any(second <= first for first, second in pairwise(numbers)):
        yield Problem("xlsx.gate.row_order", place)


def _pattern(
    cells: tuple[str, ...], place: CellPlace, box: Box | None, styles: int
) -> Iterator[Problem]:
    """Check the columns and styles of a row, given as ``C s="4"``; a loop's rows have the same."""
    order = [column_number(cell.partition(" ")[0]) for cell in cells]
    if any(second <= first for first, second in pairwise(order)):
        yield Problem("xlsx.gate.cell_order", place)
    if box is not None and not (box.left <= order[0] and order[-1] <= box.right):
        yield Problem("xlsx.gate.outside_dimension", place)
    for cell in cells:
        style = cell.partition('"')[2].rstrip('"')
        if style and int(style) >= styles:
            yield Problem("xlsx.gate.style_index", place, {"index": style})


def _formulas(data: str, place: CellPlace, expected: int) -> Iterator[Problem]:
    count = data.count("<f>") + data.count("<f ")
    if count != expected:
        details = {"expected": str(expected), "actual": str(count)}
        yield Problem("xlsx.gate.formula_count", place, details)
    if count == data.count("</f><v>") and not any(mark in data for mark in _SUSPECT):
        return
    for cell, attributes, formula, value in _FORMULA.findall(data):
        text = 't="str"' in attributes
        if (not value and not text) or 't="s"' in attributes or "inlineStr" in attributes:
            yield Problem("xlsx.gate.formula_without_value", _at(place, cell), {"formula": formula})
        if "#REF!" in formula:
            yield Problem("xlsx.gate.lost_reference", _at(place, cell), {"formula": formula})


def _at(place: CellPlace, cell: str) -> CellPlace:
    return CellPlace(place.file, place.sheet, cell)


def overlapping(boxes: Iterable[Box]) -> tuple[Box, Box] | None:
    """Two rectangles that share a cell, or None; a sweep from the top keeps it fast."""
    active: list[Box] = []
    for box in sorted(boxes):
        active = [other for other in active if other.bottom >= box.top]
        for other in active:
            if other.left <= box.right and box.left <= other.right:
                return other, box
        active.append(box)
    return None
