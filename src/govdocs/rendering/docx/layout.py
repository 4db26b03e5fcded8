"""Where a paragraph of a part stands, as a person who has the file open in Word would say it."""

from __future__ import annotations

from lxml import etree

from govdocs.place import WordPlace
from govdocs.rendering.docx.names import PROPERTIES, TBL, TC, TEXT_BOX, TR, P, w

_BOX = w("txbxContent")


class Layout:
    """Numbers the tables, rows, cells and paragraphs of one part.

    Tables count from 1 in the order in which they begin, nested ones included; a column is the
    cell's number within its row, as in Word's own cell names (B5); paragraphs outside tables
    count from 1 within the part, those of text boxes among themselves.
    """

    def __init__(self, root: etree._Element, file: str, part: str) -> None:
        self._file = file
        self._part = part
        self._tables = {table: at for at, table in enumerate(root.iter(TBL), 1)}
        self._rows: dict[etree._Element, int] = {}
        self._cells: dict[etree._Element, int] = {}
        self._paragraphs: dict[etree._Element, int] = {}
        for table in self._tables:
            rows = [row for row in table.iter(TR) if _nearest(row, TBL) is table]
            self._rows |= {row: at for at, row in enumerate(rows, 1)}
            for row in rows:
                cells = [cell for cell in row.iter(TC) if _nearest(cell, TR) is row]
                self._cells |= {cell: at for at, cell in enumerate(cells, 1)}
        outside = [p for p in root.iter(P) if _nearest(p, TBL) is None]
        for boxed in (False, True):
            group = [p for p in outside if (_nearest(p, _BOX) is not None) == boxed]
            self._paragraphs |= {p: at for at, p in enumerate(group, 1)}

    def place(self, element: etree._Element, excerpt: str = "") -> WordPlace:
        """Return the place of a paragraph, or of anything inside a cell or paragraph."""
        paragraph = element if element.tag == P else _nearest(element, P)
        part = self._part
        if part != PROPERTIES and _nearest(element, _BOX) is not None:
            part = TEXT_BOX
        cell = element if element.tag == TC else _nearest(element, TC)
        if cell is not None and cell in self._cells:
            row = _nearest(cell, TR)
            table = _nearest(cell, TBL)
            assert row is not None
            assert table is not None
            return WordPlace(
                self._file,
                part,
                self._tables[table],
                self._rows[row],
                self._cells[cell],
                excerpt=excerpt,
            )
        number = None if paragraph is None else self._paragraphs.get(paragraph)
        return WordPlace(self._file, part, paragraph=number, excerpt=excerpt)


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)
