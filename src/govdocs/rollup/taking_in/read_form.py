"""Read a unit's form by its labels and defined names, never by fixed addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace
from govdocs.rollup.form_layout import (
    ACHIEVED_LABEL,
    ACHIEVED_NAME,
    COLUMNS,
    HIDDEN_SHEET,
    MONEY_COLUMNS,
    MONEY_ROWS,
    NEEDED,
    REMARK_LABEL,
    REMARK_NAME,
    UNIT_LABELS,
    UNIT_NAME,
    Column,
    money_name,
)
from govdocs.rollup.naming import folded
from govdocs.rollup.signature import Signature, read_signature
from govdocs.rollup.taking_in.book import Book, CellKind, ReadCell, Sheet, open_book
from govdocs.rollup.taking_in.form_reading import FormReading, ReadRow
from govdocs.rollup.taking_in.outside import outside_of

_YEAR = re.compile(r"(\d{4})年度")
_NOTE = re.compile(r"注\d*(?:[:.、]|$)")
_ANCHOR = re.compile(r"gd_i(\d{3,})_(name|actual)")
_HEAD_ROWS = 40
"""The indicator heading stands far above this row in every layout of the form."""


def read_form(data: bytes, name: str) -> FormReading | None:
    """Read a form; None where the workbook is sound and no form; InputError where it is refused.

    ``rollup.heading_lost`` where a form was handed out and its heading cannot be found any more.
    """
    book = open_book(data, name)
    signed, signature = _signature(book)
    found = _form_sheet(book)
    if found is None:
        if signature is None:
            return None
        raise InputError(
            [Problem("rollup.heading_lost", FilePlace(name), {"unit": signature.unit})]
        )
    sheet, head, columns = found
    rows = tuple(_rows(sheet, head, columns, _anchors(book, sheet.name)))
    unit = _beside(book, sheet, UNIT_NAME, UNIT_LABELS)
    money = _money(book, sheet, head)
    texts = _texts(book, sheet, head, rows[-1].row if rows else head)
    asked = {
        cell.address
        for cells in (*(row.cells for row in rows), money, texts)
        for cell in cells.values()
    } | {unit.address if unit else ""}
    return FormReading(
        sheet=sheet.name,
        signed=signed,
        signature=signature,
        year=_year(sheet, head),
        unit=unit,
        rows=rows,
        money=money,
        texts=texts,
        missing_columns=tuple(
            c.heading for c in COLUMNS if c.key in ("target", "reason") and c.key not in columns
        ),
        links=_links(book),
        outside=outside_of(book, sheet, asked, max(columns.values()), signature),
    )


def _signature(book: Book) -> tuple[bool, Signature | None]:
    if HIDDEN_SHEET not in book.sheet_names:
        return False, None
    sheet = book.sheet(HIDDEN_SHEET)
    rows = [(sheet.cell(r, 1).text, sheet.cell(r, 2).text) for r in range(1, sheet.height + 1)]
    return True, read_signature(rows)


def _links(book: Book) -> tuple[str, ...]:
    """The files that a workbook links to; its own parts for links only where it names no file."""
    targets = tuple(dict.fromkeys(p.details.get("target", "") for p in book.links))
    return tuple(t for t in targets if not t.startswith("xl/")) or targets


def _form_sheet(book: Book) -> tuple[Sheet, int, dict[str, int]] | None:
    """The sheet that the defined names mean, or the first visible one with the headings."""
    meant = [place[0] for name, place in book.names.items() if _ANCHOR.fullmatch(name)]
    names = list(
        dict.fromkeys([*meant[:1], *(n for n in book.sheet_names if n not in book.hidden_sheets)])
    )
    for name in names:
        if name not in book.sheet_names or name == HIDDEN_SHEET:
            continue
        sheet = book.sheet(name)
        for row in range(1, min(sheet.height, _HEAD_ROWS) + 1):
            columns = _headings(sheet.texts(row), COLUMNS)
            if all(key in columns for key in NEEDED):
                return sheet, row, columns
    return None


def _headings(texts: dict[int, str], wanted: tuple[Column, ...]) -> dict[str, int]:
    words = _words(wanted)
    found: dict[str, int] = {}
    for number, text in texts.items():
        key = words.get(folded(text))
        if key is not None:
            found.setdefault(key, number)
    return found


@cache
def _words(wanted: tuple[Column, ...]) -> dict[str, str]:
    """The key of each heading in all its wordings."""
    return {folded(word): c.key for c in wanted for word in (c.heading, *c.also)}


def _anchors(book: Book, sheet: str) -> dict[int, int]:
    """The indicator number by row, as the defined names have it; the name's cell goes first.

    Cutting a value and pasting it elsewhere drags its name along: the label's cell stays.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for wanted in ("name", "actual"):
        for name, (where, row, _) in book.names.items():
            match = _ANCHOR.fullmatch(name)
            if match is None or where != sheet or match[2] != wanted:
                continue
            number = int(match[1])
            if row not in found and number not in taken:
                found[row] = number
                taken.add(number)
    return found


def _rows(
    sheet: Sheet, head: int, columns: dict[str, int], anchors: dict[int, int]
) -> Iterator[ReadRow]:
    level2 = ""
    last = max([*anchors, head])
    for row in range(head + 1, sheet.height + 1):
        texts = sheet.texts(row)
        first = next(iter(texts.values()), "")
        if row > last and (folded(first) == REMARK_LABEL or _NOTE.match(folded(first))):
            return
        if all(key in _headings(texts, COLUMNS) for key in NEEDED):
            level2 = ""
            continue  # the heading again, as forms print it on every page
        if "level2" in columns and (here := texts.get(columns["level2"], "")):
            level2 = here
        cells = {
            key: sheet.cell(row, column)
            for key, column in columns.items()
            if key not in ("level1", "level2")
        }
        label = cells["name"].text.strip()
        written = any(not cells[key].blank for key in ("actual", "reason") if key in cells)
        if label or written or row in anchors:
            yield ReadRow(anchors.get(row), row, level2, label, cells)


def _year(sheet: Sheet, head: int) -> int | None:
    for row in range(1, head):
        for text in sheet.texts(row).values():
            match = _YEAR.search(folded(text))
            if match:
                return int(match[1])
    return None


def _beside(book: Book, sheet: Sheet, name: str, labels: tuple[str, ...]) -> ReadCell | None:
    """The cell that a label at its left calls, or that the defined name means."""
    for row in range(1, min(sheet.height, _HEAD_ROWS) + 1):
        texts = sheet.texts(row)
        for column, text in texts.items():
            if folded(text) in labels:
                after = [c for c in texts if c > column]
                if after:
                    return sheet.cell(row, min(after))
    where = book.names.get(name)
    return sheet.cell(where[1], where[2]) if where and where[0] == sheet.name else None


def _money(book: Book, sheet: Sheet, head: int) -> dict[str, ReadCell]:
    found: dict[str, ReadCell] = {}
    for top in range(1, head):
        columns = _headings(sheet.texts(top), MONEY_COLUMNS)
        if {"budget", "executed"} <= set(columns):
            for row in range(top + 1, head):
                for money_row in _headings(sheet.texts(row), MONEY_ROWS):
                    for key, column in columns.items():
                        found.setdefault(f"{money_row}.{key}", sheet.cell(row, column))
            break
    for source in MONEY_ROWS:
        for part in MONEY_COLUMNS:
            where = book.names.get(money_name(source.key, part.key))
            if where and where[0] == sheet.name:
                found.setdefault(f"{source.key}.{part.key}", sheet.cell(where[1], where[2]))
    return found


def _texts(book: Book, sheet: Sheet, head: int, last: int) -> dict[str, ReadCell]:
    found: dict[str, ReadCell] = {}
    for row in range(1, head):
        for column, text in sheet.texts(row).items():
            if folded(text) == folded(ACHIEVED_LABEL):
                found["achieved"] = sheet.cell(row + 1, column)
    for row in range(last + 1, min(sheet.height, last + 10) + 1):
        texts = sheet.texts(row)
        label = next((c for c, text in texts.items() if folded(text) == REMARK_LABEL), None)
        if label is not None:
            after = [c for c in texts if c > label]
            found["remark"] = sheet.cell(row, min(after) if after else label + 1)
    for key, name in (("achieved", ACHIEVED_NAME), ("remark", REMARK_NAME)):
        where = book.names.get(name)
        if key not in found and where and where[0] == sheet.name:
            found[key] = sheet.cell(where[1], where[2])
    return {key: cell for key, cell in found.items() if cell.kind is not CellKind.BLANK}
