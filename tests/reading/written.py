"""Word files for the tests, typed as an office would: paragraphs, and real tables with merged cells."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TypeAlias
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

Grid: TypeAlias = Sequence[Sequence[str]]
"""Rows of cells; ``^`` goes on with the cell above, ``<`` with the cell to the left."""


def docx_of(*blocks: str | Grid) -> bytes:
    """Type ``blocks`` into a new Word file: a text is a paragraph, a list of rows a table."""
    document = docx.Document()
    body = document.element.body
    end = body[-1]
    for block in blocks:
        xml = paragraph_xml(block) if isinstance(block, str) else table_xml(block)
        end.addprevious(parse_xml(xml))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraph_xml(text: str, *, outer: bool = True) -> str:
    """One paragraph; line ends in it are line breaks."""
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in text.split("\n")
    )
    return f"<w:p {_NS if outer else ''}>{runs}</w:p>"


def table_xml(rows: Grid, *, outer: bool = True) -> str:
    """One table; every row is as wide as the widest."""
    width = max(len(row) for row in rows)
    grid = "".join('<w:gridCol w:w="1500"/>' for _ in range(width))
    body = ""
    for row in rows:
        cells = [*row, *["<"] * (width - len(row))]
        body += "<w:tr>"
        for at, text in enumerate(cells):
            if text == "<" and at:
                continue
            span = 1
            while at + span < width and cells[at + span] == "<":
                span += 1
            merge = (
                "<w:vMerge/>"
                if text == "^"
                else '<w:vMerge w:val="restart"/>'
                if _goes_on(rows, row, at)
                else ""
            )
            inner = "" if text == "^" else text
            paragraphs = "".join(paragraph_xml(line, outer=False) for line in inner.split("\n"))
            body += f'<w:tc><w:tcPr><w:tcW w:w="{1500 * span}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{paragraphs}</w:tc>'
        body += "</w:tr>"
    return f"<w:tbl {_NS if outer else ''}><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _goes_on(rows: Grid, row: Sequence[str], at: int) -> bool:
    below = next((rows[i + 1] for i in range(len(rows) - 1) if rows[i] is row), None)
    return below is not None and at < len(below) and below[at] == "^"
