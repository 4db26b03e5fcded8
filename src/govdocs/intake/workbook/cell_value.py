"""What a text becomes in a cell: a live number where Excel shows exactly that text, else text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from govdocs.errors import InputError, Problem
from govdocs.intake.shape import Leaf
from govdocs.intake.workbook.marks import as_cell
from govdocs.intake.workbook.printed import UnclearCellError, text_of
from govdocs.intake.workbook.sheets import StoredCell

TEXT_FORMAT = "@"
DATE_FORMAT = "yyyy-mm-dd"
LONGEST = 32_767
"""Characters that a cell of Excel holds."""

_FIGURE = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.(\d+))?(%?)")
_NUMERIC = frozenset({Leaf.MONEY, Leaf.RATE, Leaf.NUMBER, Leaf.WHOLE})
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

Content: TypeAlias = str | int | float | date


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell's content and number format."""

    content: Content
    format: str


def blank_format(leaf: Leaf) -> str:
    """Return the format of a cell that is still to be filled.

    Text stays as typed (0430, 1-2, =x); figures are typed freely and show what is printed.
    """
    if leaf is Leaf.DAY:
        return DATE_FORMAT
    return "General" if leaf in _NUMERIC else TEXT_FORMAT


def cell_value(text: str, leaf: Leaf) -> CellValue:
    """Return content and format that read back as ``text``; InputError where no cell can hold it."""
    live = _live(text, leaf)
    if live is not None and _reads_back(live, text):
        return live
    held = _ESCAPED.sub("_x005F_", as_cell(text))
    if len(held) > LONGEST:
        raise InputError(
            [Problem("intake.too_long_for_cell", None, {"start": text[:20], "limit": str(LONGEST)})]
        )
    return CellValue(held, TEXT_FORMAT)


def _live(text: str, leaf: Leaf) -> CellValue | None:
    if leaf is Leaf.DAY:
        return CellValue(date.fromisoformat(text), DATE_FORMAT)
    found = _FIGURE.fullmatch(text) if leaf in _NUMERIC else None
    if found is None:
        return None
    places = f".{'0' * len(found[1])}" if found[1] else ""
    number = Decimal(text.rstrip("%").replace(",", ""))
    if len(number.as_tuple().digits) > 15:
        return None
    whole = "#,##0" if "," in text else "0"
    shown_as = f"{whole}{places}{found[2]}"
    if found[2]:
        number /= 100
    return CellValue(int(number) if number == int(number) else float(number), shown_as)


def _reads_back(value: CellValue, text: str) -> bool:
    if isinstance(value.content, date):
        return value.content > date(1900, 3, 1)
    try:
        return text_of(StoredCell("n", repr(value.content), value.format)) == text
    except UnclearCellError:
        return False
