"""Reads a template's sheet into raw cells: address, style, text, formula."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from xml.sax.saxutils import quoteattr

from lxml import etree

from govdocs.rendering.xlsx.addresses import Box, cell_name, letters, read_box, split_cell
from govdocs.rendering.xlsx.formulas.values import CellError, Scalar
from govdocs.rendering.xlsx.names import MAIN, M
from govdocs.rendering.xlsx.row_templates import ROW
from govdocs.rendering.xlsx.shared_text import plain_text, unescape


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell of the template: ``text`` is None unless it is a string, ``formula`` without ``=``."""

    row: int
    column: int
    style: int
    text: str | None
    value: Scalar | CellError
    formula: str | None
    array: Box | None
    fixed: str
    shared: int | None
    stands: str = ""

    @property
    def name(self) -> str:
        """The address as Excel shows it; ``stands`` where the text was moved from elsewhere."""
        return self.stands or cell_name(self.row, self.column)

    @property
    def start(self) -> str:
        """The XML of the cell up to its style, the row number left open."""
        style = f' s="{self.style}"' if self.style else ""
        return f'<c r="{letters(self.column)}{ROW}"{style}'


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of the template; ``attributes`` are the ones that are copied as they stand."""

    number: int
    attributes: str
    height: float | None
    custom: bool
    cells: tuple[RawCell, ...]


_OPEN_ROW = "\ue012"
_OWN = {"r", "spans", "ht", "customHeight"}


def read_rows(sheet: etree._Element, strings: list[str]) -> list[RawRow]:
    """Read the rows in ascending order; numbers that a file leaves out follow from the order."""
    rows: dict[int, RawRow] = {}
    number = 0
    masters: dict[str, tuple[str, str]] = {}
    data = sheet.find(f"{M}sheetData")
    for element in data if data is not None else ():
        if element.tag != f"{M}row":
            continue
        number = int(element.get("r") or number + 1)
        attributes = "".join(
            f" {_prefixed(str(name), element)}={quoteattr(str(value))}"
            for name, value in element.attrib.items() if name not in _OWN
        )  # fmt: skip
        height = element.get("ht")
        rows[number] = RawRow(
            number,
            attributes,
            float(height) if height else None,
            element.get("customHeight") in {"1", "true"},
            tuple(_cells(element, number, strings, masters)),
        )
    return [rows[number] for number in sorted(rows)]


def _prefixed(name: str, element: etree._Element) -> str:
    if not name.startswith("{"):
        return name
    space, _, plain = name[1:].partition("}")
    prefix = next((key for key, uri in element.nsmap.items() if uri == space and key), "")
    return f"{prefix}:{plain}"


def _cells(
    row: etree._Element, number: int, strings: list[str], masters: dict[str, tuple[str, str]]
) -> Iterator[RawCell]:
    column = 0
    for element in row:
        if element.tag != f"{M}c":
            continue
        address = element.get("r")
        column = split_cell(address)[1] if address else column + 1
        yield _cell(element, number, column, strings, masters)


def _cell(
    element: etree._Element, row: int, column: int, strings: list[str],
    masters: dict[str, tuple[str, str]],
) -> RawCell:  # fmt: skip
    kind = element.get("t", "n")
    style = int(element.get("s", "0"))
    shown = element.find(f"{M}v")
    raw = (shown.text or "") if shown is not None else ""
    text: str | None = None
    shared: int | None = None
    value: Scalar | CellError = None
    if kind == "s" and raw:
        shared = int(raw)
        value = text = strings[shared] if shared < len(strings) else ""
    elif kind == "inlineStr":
        inline = element.find(f"{M}is")
        value = text = "" if inline is None else plain_text(inline)
    elif kind == "str":
        value = text = unescape(raw)
    elif kind == "b":
        value = raw == "1"
    elif kind == "e":
        value = CellError(raw)
    elif raw:
        try:
            value = Decimal(raw)
        except InvalidOperation:
            value = text = raw
    formula, array = _formula(element, row, column, masters)
    return RawCell(
        row, column, style, text if formula is None else None, value, formula, array,
        _fixed(element, column), shared,
    )  # fmt: skip


def _formula(
    element: etree._Element, row: int, column: int, masters: dict[str, tuple[str, str]]
) -> tuple[str | None, Box | None]:
    found = element.find(f"{M}f")
    if found is None:
        return None, None
    text = found.text or ""
    kind = found.get("t", "normal")
    here = cell_name(row, column)
    if kind == "shared":
        key = found.get("si", "")
        if text:
            masters[key] = (text, here)
        elif key in masters:
            from openpyxl.formula.translate import Translator

            master, origin = masters[key]
            text = str(Translator("=" + master, origin=origin).translate_formula(here))[1:]
    array = read_box(found.get("ref", here)) if kind == "array" else None
    return text, array


def _fixed(element: etree._Element, column: int) -> str:
    """The cell's XML, its row number left open; address, style and type come first."""
    copy = deepcopy(element)
    copy.tail = None
    rest = {name: value for name, value in copy.attrib.items() if name not in {"r", "s", "t"}}
    style, kind = copy.get("s"), copy.get("t")
    copy.attrib.clear()
    copy.set("r", letters(column) + _OPEN_ROW)
    for name, value in (("s", style), ("t", kind), *rest.items()):
        if value is not None and (name, value) != ("s", "0"):
            copy.set(name, value)
    xml = etree.tostring(copy, encoding="unicode")
    xml = xml.replace(f' xmlns="{MAIN}"', "", 1)
    for prefix, uri in element.nsmap.items():
        if prefix:
            xml = xml.replace(f' xmlns:{prefix}="{uri}"', "", 1)
    return xml.replace(_OPEN_ROW, ROW, 1)


def column_widths(sheet: etree._Element) -> tuple[dict[int, float], float]:
    """The widths that the sheet sets, in characters, and that of all other columns."""
    layout = sheet.find(f"{M}sheetFormatPr")
    default = 8.43 + 0.71
    if layout is not None:
        default = float(
            layout.get("defaultColWidth") or float(layout.get("baseColWidth", "8")) + 0.71
        )
    widths: dict[int, float] = {}
    for column in sheet.iterfind(f"{M}cols/{M}col"):
        width = (
            0.0 if column.get("hidden") in {"1", "true"} else float(column.get("width", default))
        )
        last = int(column.get("max", "1"))
        for number in range(int(column.get("min", "1")), min(last, 1024) + 1):
            widths[number] = width
    return widths, default
