"""What Word needs and a condition or an empty list may have taken away."""

from __future__ import annotations

import re

from lxml import etree

from govdocs.rendering.docx.names import TBL, TC, TR, VAL, w, xml_parser

_EMPTY_TABLE = re.compile(rb"<w:tbl>(?:(?!<w:tbl>|<w:tr[ >]|</w:tbl>).)*</w:tbl>", re.DOTALL)
_NO_PARAGRAPH_AT_END = re.compile(rb"(</w:tcPr>|<w:tcPr/>|<w:tc(?: [^<>]*)?>|</w:tbl>)(?=</w:tc>)")
_BARE_CELLS = (b"</w:tcPr></w:tc>", b"<w:tcPr/></w:tc>", b"<w:tc></w:tc>", b"</w:tbl></w:tc>")
_STORY_ENDS = (b"</w:hdr>", b"</w:ftr>", b"</w:txbxContent>", b"</w:footnote>", b"</w:endnote>")
_TABLE_LAST = re.compile(
    rb"</w:tbl>(?=\s*(?:<w:sectPr|</w:body>|</w:hdr>|</w:ftr>|"
    rb"</w:txbxContent>|</w:footnote>|</w:endnote>))"
)
_EMPTY_STORY = re.compile(rb"(<w:(hdr|ftr|txbxContent|footnote|endnote)(?: [^<>]*)?>)(?=</w:\2>)")


def keep_paragraphs(xml: bytes) -> bytes:
    """Put a paragraph where every one was conditional, and take out tables without a row.

    A cell, a header, a text box or the end of the body without a paragraph, and a table
    without rows, are what Word calls unreadable content.
    """
    xml = _EMPTY_TABLE.sub(b"", xml)
    # Looking for the few cases first is ten times as fast as matching each cell.
    if any(bare in xml for bare in _BARE_CELLS):
        xml = _NO_PARAGRAPH_AT_END.sub(rb"\1<w:p/>", xml)
    xml = _TABLE_LAST.sub(b"</w:tbl><w:p/>", xml)
    if any(end in xml for end in _STORY_ENDS):
        xml = _EMPTY_STORY.sub(rb"\1<w:p/>", xml)
    return xml


def fit_grids(xml: bytes) -> bytes:
    """Give each table as many grid columns as its rows have, where tags repeat or join cells.

    The table's width stays; its columns become equally wide.
    """
    root = etree.fromstring(xml, xml_parser())
    for table in root.iter(TBL):
        grid = table.find(w("tblGrid"))
        rows = [row for row in table.iter(TR) if next(row.iterancestors(TBL)) is table]
        widest = max((sum(_span(cell) for cell in row.iterchildren(TC)) for row in rows), default=0)
        if grid is None or not widest or len(grid) == widest:
            continue
        total = sum(int(column.get(w("w"), "0")) for column in grid) or 9000
        for column in list(grid):
            grid.remove(column)
        for _ in range(widest):
            etree.SubElement(grid, w("gridCol")).set(w("w"), str(total // widest))
        for row in rows:
            for cell in row.iterchildren(TC):
                width = cell.find(f"{w('tcPr')}/{w('tcW')}")
                if width is not None:
                    width.set(w("w"), str(total // widest * _span(cell)))
                    width.set(w("type"), "dxa")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return int(span.get(VAL, "1")) if span is not None else 1
