"""A filled workbook as the paper that is expected; a second filling with marks tells the places.

Every value is printed once more as a mark of its own; where a mark stands is where its value
stands. A place counts only where the marks, exchanged for their values, give exactly what the
real filling shows there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from govdocs.comparing.against.expected import ExpectedPaper, Stretch
from govdocs.errors import GovdocsError
from govdocs.intake.workbook.sheets import address, read_sheets
from govdocs.opening import open_office_package
from govdocs.place import CellPlace, Path, Place
from govdocs.reading import FinishedDocument, Table, read_document
from govdocs.rendering.xlsx import CompiledXlsx
from govdocs.tags.values import Node, Record, Rows, Value

_MARK = re.compile(r"⟦(\d+)⟧|8,?181,?(\d{3}),?(\d{3})(?:\.0+)?%?(?![\d.])")
_FIGURES = 8_181_000_000
"""Marks of figures count from here, so that formulas can reckon with them."""
_STEERING = frozenset({"agrees", "kind", "level", "unit_printed"})
"""Fields that templates ask about and do not print."""


def excel_paper(name: str, compiled: CompiledXlsx, record: Record) -> ExpectedPaper:
    """Return what the workbook prints, value by value; raises what filling raises."""
    data = compiled.fill(record).data
    document = read_document(data, name=name)
    shown = _cells(document)
    stretches: dict[Place, tuple[Stretch, ...]] = {}
    for blanks in (False, True):
        for place, found in _marked(name, compiled, record, shown, blanks=blanks).items():
            stretches.setdefault(place, found)
    stretches = {place: found for place, found in stretches.items() if found}
    package = open_office_package(data, "xlsx", name=name, refuse=frozenset())
    computed = {
        CellPlace(name, sheet.name, address(row, column))
        for sheet in read_sheets(package, name).sheets
        for (row, column), cell in sheet.cells.items()
        if cell.formula
    }
    return ExpectedPaper(name, document, stretches, frozenset(computed - stretches.keys()))


def _marked(
    name: str, compiled: CompiledXlsx, record: Record, shown: Mapping[Place, str], *, blanks: bool
) -> dict[Place, tuple[Stretch, ...]]:
    values: list[Value] = []
    try:
        data = compiled.fill(_with_marks(record, values, blanks=blanks)).data
        marked = _cells(read_document(data, name=name))
    except GovdocsError:
        return {}  # a template that steers by a value's text: its places stay unknown
    found: dict[Place, tuple[Stretch, ...]] = {}
    for place, text in marked.items():
        pieces = tuple(_pieces(text, values))
        plain = "".join(value if isinstance(value, str) else value.text for value in pieces)
        if plain.strip() != shown.get(place, ""):
            continue
        found[place] = tuple(_stretches(pieces))
    return found


def _pieces(text: str, values: list[Value]) -> Iterator[str | Value]:
    at = 0
    for mark in _MARK.finditer(text):
        yield text[at : mark.start()]
        number = int(mark[1] or f"{mark[2]}{mark[3]}")
        yield values[number] if number < len(values) else mark[0]
        at = mark.end()
    yield text[at:]


def _stretches(pieces: tuple[str | Value, ...]) -> Iterator[Stretch]:
    at = 0
    for piece in pieces:
        if isinstance(piece, Value) and piece.path:
            path: Path = piece.path
            silent = path[:1] == ("attachments",) and path[-1] == "number"
            yield Stretch(at, at + len(piece.text), piece.text, path, path, silent=silent)
            at += len(piece.text)
        else:
            at += len(piece.text if isinstance(piece, Value) else piece)


def _with_marks(node: Record, values: list[Value], *, blanks: bool) -> Record:
    def marked(name: str, child: Node) -> Node:
        if isinstance(child, Value):
            if name in _STEERING:
                return replace(child, text="") if name == "agrees" else child
            if not child.text and not blanks:
                return child
            values.append(child)
            return _mark(child, len(values) - 1)
        if isinstance(child, Rows):
            return Rows([marked("", row) for row in child], child.path, child.names())
        return Record({key: marked(key, inner) for key, inner in child.items()}, child.path)

    made = marked("", node)
    assert isinstance(made, Record)
    return made


def _mark(value: Value, number: int) -> Value:
    figure = _FIGURES + number
    if not value.text:  # a formula may reckon with a blank cell
        return replace(value, text=str(figure), number=Decimal(figure))
    if value.number is None or number > 999_999:
        return replace(value, text=f"⟦{number}⟧")
    plain = value.text.replace(",", "")
    if plain == f"{value.number:f}":
        return replace(value, text=str(figure), number=Decimal(figure))
    if value.unit == "%" and plain == f"{value.number:f}%":
        return replace(value, text=f"{figure}%", number=Decimal(figure))
    return replace(value, text=f"⟦{number}⟧")


def _cells(document: FinishedDocument) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for block in document.blocks:
        if isinstance(block, Table):
            found.update((cell.place, cell.text) for cell in block.cells())
        else:
            found[block.place] = block.text
    return found
