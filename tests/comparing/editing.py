"""Finished papers edited as people do it: a figure retyped, a row gone, a sentence rewritten."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.document import Document
from docx.text.paragraph import Paragraph


class Edited:
    """A Word file under the hands of an editor; ``save`` gives the edited copy."""

    def __init__(self, file: Path) -> None:
        self.document: Document = docx.Document(str(file))

    def paragraphs(self) -> Iterator[Paragraph]:
        body = self.document.element.body
        for element in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
            yield Paragraph(element, self.document)

    def replace(self, former: str, latter: str) -> None:
        """Retype ``former`` wherever it stands in one paragraph, its runs cut anew."""
        met = False
        for paragraph in self.paragraphs():
            if former not in paragraph.text:
                continue
            met = True
            text = paragraph.text.replace(former, latter)
            for run in paragraph.runs[1:]:
                _out(run._r)
            middle = len(text) // 2
            paragraph.runs[0].text = text[:middle]
            # Word cuts runs wherever somebody edited; the text is what counts.
            second = copy.deepcopy(paragraph.runs[0]._r)
            paragraph.runs[0]._r.addnext(second)
            paragraph.runs[1].text = text[middle:]
        assert met, former

    def cell(self, table: int, row: int, column: int, text: str) -> None:
        """Retype a cell; tables, rows and columns count from 1 as Word shows them."""
        paragraph = self.document.tables[table - 1].rows[row - 1].cells[column - 1].paragraphs[0]
        for run in paragraph.runs:
            run.text = ""
        (paragraph.runs[0] if paragraph.runs else paragraph.add_run()).text = text

    def drop_row(self, table: int, row: int) -> None:
        element = self.document.tables[table - 1].rows[row - 1]._tr
        _out(element)

    def copy_row(self, table: int, row: int) -> None:
        """Put a copy of a row right below it."""
        element = self.document.tables[table - 1].rows[row - 1]._tr
        element.addnext(copy.deepcopy(element))

    def drop_paragraph(self, words: str) -> None:
        found = next(p for p in self.paragraphs() if words in p.text)
        _out(found._p)

    def move_paragraph(self, words: str, before: str) -> None:
        moved = next(p for p in self.paragraphs() if words in p.text)
        target = next(p for p in self.paragraphs() if before in p.text)
        target._p.addprevious(moved._p)

    def rename_styles(self) -> None:
        """Give every style another name, as a paste into somebody's own file does."""
        for number, style in enumerate(self.document.styles):
            style.element.get_or_add_name().val = f"样式{number}"

    def save(self, file: Path) -> Path:
        self.document.save(str(file))
        return file


def _out(element: Any) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def edited_cells(file: Path, out: Path, cells: dict[str, str | int]) -> Path:
    """Retype cells of the first sheet of a workbook; formulas keep no value, as openpyxl writes."""
    book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    sheet = book.worksheets[0]
    for address, value in cells.items():
        sheet[address] = value
    book.save(out)
    return out
