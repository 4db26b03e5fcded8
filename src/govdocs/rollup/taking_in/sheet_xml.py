"""What a fast reader does not tell of a sheet: formulas, exact digits, formats, hidden rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

MOST_ROWS = 20_000
MOST_COLUMNS = 400
"""A form is far smaller; a cell far out makes dense readers take all memory."""

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_PERCENT_FORMATS = frozenset({9, 10})
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_ELSEWHERE = re.compile(r"\[\d+\]|\[[^\]]*\.xl\w+\]|'?file:|\.xlsx?'?#", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CellMark:
    """One cell as XML has it.

    ``raw`` is the text of its value, None where there is none; ``formula`` is None for a
    constant; ``kind`` is the type letter (``n``, ``s``, ``str``, ``e``, ``b``, ``inlineStr``, ``d``).
    """

    kind: str
    raw: str | None
    formula: str | None
    percent: bool

    @property
    def links_elsewhere(self) -> bool:
        """Whether the formula takes its value from another file."""
        return self.formula is not None and _ELSEWHERE.search(self.formula) is not None

    @property
    def without_value(self) -> bool:
        """Whether a formula stands here that no program has computed."""
        return self.formula is not None and not self.raw and self.kind != "str"


@dataclass(slots=True)
class SheetMarks:
    """The cells of a sheet by (row, column), and what is hidden; all count from 1."""

    cells: dict[tuple[int, int], CellMark] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    height: int = 0
    width: int = 0

    @property
    def too_large(self) -> bool:
        """Whether a cell stands farther out than a form reaches."""
        return self.height > MOST_ROWS or self.width > MOST_COLUMNS


def sheet_marks(xml: bytes, percent_styles: frozenset[int]) -> SheetMarks:
    """Read the marks of one sheet; ``xml`` has come through the guarded door."""
    marks = SheetMarks()
    root = etree.fromstring(xml, _parser())
    for element in root:
        name = etree.QName(element).localname
        if name == "cols":
            for column in element:
                if column.get("hidden") in ("1", "true"):
                    first, last = int(column.get("min", 1)), int(column.get("max", 1))
                    marks.hidden_columns.update(range(first, min(last, MOST_COLUMNS) + 1))
        elif name == "sheetData":
            _rows(element, marks, percent_styles)
    return marks


def _rows(data: etree._Element, marks: SheetMarks, percent_styles: frozenset[int]) -> None:
    number = 0
    shared: dict[str, str] = {}
    for row in data:
        number = int(row.get("r") or number + 1)
        if row.get("hidden") in ("1", "true"):
            marks.hidden_rows.add(number)
        column = 0
        for cell in row:
            reference = _REFERENCE.fullmatch(cell.get("r") or "")
            column = column_number(reference[1]) if reference else column + 1
            mark = _mark(cell, percent_styles, shared)
            if mark is None:
                continue
            marks.cells[number, column] = mark
            marks.height = max(marks.height, number)
            marks.width = max(marks.width, column)


def _mark(
    cell: etree._Element, percent_styles: frozenset[int], shared: dict[str, str]
) -> CellMark | None:
    """The mark of a cell; ``shared`` keeps the formulas that later cells only refer to."""
    raw: str | None = None
    formula: str | None = None
    inline = False
    for part in cell:
        tag = part.tag
        if not isinstance(tag, str):
            continue
        if tag.endswith("}v"):
            raw = part.text
        elif tag.endswith("}f"):
            group = part.get("si", "")
            formula = part.text or shared.get(group, "")
            if part.text and group:
                shared[group] = part.text
        elif tag.endswith("}is"):
            inline = True
    if raw is None and formula is None and not inline:
        return None
    style = cell.get("s")
    percent = style is not None and int(style) in percent_styles
    return CellMark(cell.get("t") or "n", raw, formula, percent)


def percent_styles(xml: bytes) -> frozenset[int]:
    """Return the cell styles whose number format prints percent."""
    root = etree.fromstring(xml, _parser())
    custom = {
        int(f.get("numFmtId", -1))
        for f in root.iterfind("{*}numFmts/{*}numFmt")
        if "%" in _LITERAL.sub("", f.get("formatCode", ""))
    }
    wanted = custom | _PERCENT_FORMATS
    styles = root.iterfind("{*}cellXfs/{*}xf")
    return frozenset(i for i, xf in enumerate(styles) if int(xf.get("numFmtId", 0)) in wanted)


def column_number(letters: str) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
