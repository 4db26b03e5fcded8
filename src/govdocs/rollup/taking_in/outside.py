"""What a unit wrote where the form asks for nothing: beside it, on other sheets, in comments."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from govdocs.errors import InputError
from govdocs.rollup.form_layout import HIDDEN_SHEET
from govdocs.rollup.naming import folded
from govdocs.rollup.printable import printable
from govdocs.rollup.printed_words import printed_words
from govdocs.rollup.signature import Signature
from govdocs.rollup.taking_in.book import Book, CellKind, Sheet
from govdocs.rollup.taking_in.form_reading import Outside, WrittenIn

_MOST_LETTERS = 200
"""So much of a further sheet is quoted; the sheet is named as a whole."""
_OF_THE_PROGRAM = "WpsReserved"
"""WPS keeps pictures in cells on a hidden sheet of such a name."""


def outside_of(
    book: Book, sheet: Sheet, asked: Collection[str], width: int, signature: Signature | None
) -> tuple[Outside, ...]:
    """Return all that stands outside the cells at the addresses ``asked``.

    Words that the form itself prints are passed over within its ``width`` columns.
    """
    fixed = printed_words(signature.definition) if signature is not None else frozenset()
    return (
        *_cells(sheet, asked, width, fixed),
        *_margins(book, sheet.name),
        *_other_sheets(book, sheet.name),
    )


def _cells(
    sheet: Sheet, asked: Collection[str], width: int, fixed: frozenset[str]
) -> Iterator[Outside]:
    for row, column in sorted(sheet.marks.cells):
        cell = sheet.cell(row, column)
        if cell.blank or cell.address in asked:
            continue
        printable = cell.kind is CellKind.TEXT and column <= width
        if not (printable and folded(cell.text) in fixed):
            yield Outside(
                WrittenIn.CELL, sheet.name, cell.address, cell.text.strip(), row, printable
            )


def _margins(book: Book, name: str) -> Iterator[Outside]:
    """Comments of cells, and words in text boxes."""
    for part in book.related(name, "/comments"):
        for comment in part.iterfind("{*}commentList/{*}comment"):
            words = _joined(comment)
            if words:
                yield Outside(WrittenIn.COMMENT, name, comment.get("ref", ""), words)
    for part in book.related(name, "/drawing"):
        words = _joined(part)
        if words:
            yield Outside(WrittenIn.COMMENT, name, "", words)


def _joined(element: etree._Element) -> str:
    return printable("".join(part.text or "" for part in element.iterfind(".//{*}t"))).strip()


def _other_sheets(book: Book, form: str) -> Iterator[Outside]:
    for name in book.sheet_names:
        if name in (form, HIDDEN_SHEET) or name.startswith(_OF_THE_PROGRAM):
            continue
        try:
            sheet = book.sheet(name)
        except InputError:
            yield Outside(WrittenIn.SHEET, name, "", "（内容过多，没有读取）")
            continue
        words = [
            text
            for row in sorted({row for row, _ in sheet.marks.cells})
            for text in sheet.texts(row).values()
        ]
        if words:
            text = "；".join(words)
            shown = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}……"
            yield Outside(WrittenIn.SHEET, name, "", shown)
