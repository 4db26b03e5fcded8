"""Makes equal neighbouring cells one in a filled table, where the merge tag asks for it.

While compiling, rows and cells that hold the tag get processing instructions around them; after
filling these are read off, the runs of equal cells found, and vMerge written in their place.
Parts without the tag never come here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from govdocs.rendering.docx.names import TC, TC_PR, TR, VAL, w
from govdocs.rendering.spans import equal_spans

MERGE_MARK = "\ue0f2"
"""Printed before a value that carries the merge tag; taken out again here."""

_ROW, _ROW_END, _CELL = "gd-row", "gd-end", "gd-cell"
_MARK = re.compile(rb"<\?gd-(row|end|cell)(?: ([^?]*))?\?>")
_XML = re.compile(rb"<[^>]*>")
_PARAGRAPH = re.compile(rb"<w:p(?:>| [^>]*>)(<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
_CELL_EDGE = re.compile(rb"<w:tbl>|</w:tbl>|</w:tc>")
_MARK_BYTES = MERGE_MARK.encode()
_NUMBER = re.compile("\ue0f3(\\d+)\ue0f4".encode())
_TRACE = re.compile("\ue0f3\\d+\ue0f4|\ue0f5".encode())
_BEFORE_MERGE = (w("cnfStyle"), w("tcW"), w("gridSpan"), w("hMerge"))


def plan_merge(inside: etree._Element) -> bool:
    """Mark the row and cell around ``inside`` for merging; False if there is no cell around it."""
    cell = next(inside.iterancestors(TC), None)
    row = next(inside.iterancestors(TR), None)
    if cell is None or row is None:
        return False
    if not row.xpath(f"processing-instruction('{_ROW}')"):
        row.insert(0, etree.ProcessingInstruction(_ROW))
        row.append(etree.ProcessingInstruction(_ROW_END))
    if cell.xpath(f".//processing-instruction('{_CELL}')"):
        return True
    properties = cell.find(TC_PR)
    if properties is None:
        properties = etree.Element(TC_PR)
        cell.insert(0, properties)
    for old in properties.findall(w("vMerge")):
        properties.remove(old)
    at = sum(1 for child in properties if child.tag in _BEFORE_MERGE)
    properties.insert(at, etree.ProcessingInstruction(_CELL, str(_grid_column(cell, row))))
    return True


def _grid_column(cell: etree._Element, row: etree._Element) -> int:
    column = 0
    for other in row.iter(TC):
        if other is cell:
            break
        if next(other.iterancestors(TR)) is row:
            span = other.find(f"{TC_PR}/{w('gridSpan')}")
            column += (
                int(span.get(VAL, "1")) if span is not None and span.get(VAL, "").isdigit() else 1
            )
    return column


@dataclass(slots=True)
class _Cell:
    """A cell to merge: its column, and where in the filled part its mark and its content stand."""

    column: int
    mark: int
    mark_end: int
    start: int
    end: int


@dataclass(slots=True)
class _Row:
    """A row with cells to merge, and where it begins and ends."""

    start: int
    end: int = 0
    cells: list[_Cell] = field(default_factory=list)


@dataclass(slots=True)
class MergedPart:
    """A filled part with its merges, and for each value that lost its cell the one that stands for it."""

    xml: bytes
    moved: dict[int, int] = field(default_factory=dict)


_Edits = dict[int, tuple[int, bytes]]
"""What takes the place of a stretch, by where it starts: its end and the new text."""


def merge_cells(xml: bytes) -> MergedPart:
    """Write the merges of a filled part and take all marks out."""
    rows, edits = _read(xml)
    merged = MergedPart(xml)
    texts = _Texts(xml)
    group: list[_Row] = []
    for row in rows:
        if group and xml[group[-1].end : row.start].strip():
            _merge_group(merged, group, edits, texts)
            group = []
        group.append(row)
    if group:
        _merge_group(merged, group, edits, texts)
    pieces, at = [], 0
    for start in sorted(edits):
        end, text = edits[start]
        if start >= at:  # what stood in a cell that lost its content is gone with it
            pieces += [xml[at:start], text]
            at = end
    merged.xml = (b"".join(pieces) + xml[at:]).replace(_MARK_BYTES, b"")
    return merged


def _read(xml: bytes) -> tuple[list[_Row], _Edits]:
    """Find the marked rows and cells; every mark itself goes out."""
    rows: list[_Row] = []
    opened: list[_Row] = []
    edits: _Edits = {}
    for mark in _MARK.finditer(xml):
        start, end = mark.span()
        edits[start] = (end, b"")
        kind = mark[1]
        if kind == b"cell":
            content = xml.index(b"</w:tcPr>", end) + len(b"</w:tcPr>")
            opened[-1].cells.append(
                _Cell(int(mark[2]), start, end, content, _cell_end(xml, content))
            )
        elif kind == b"row":
            # The mark is the row's first child: the row itself begins at the tag before it.
            opened.append(_Row(xml.rindex(b"<w:tr", 0, start)))
        else:
            row = opened.pop()
            row.end = xml.index(b"</w:tr>", end) + len(b"</w:tr>")
            rows.append(row)
    rows.sort(key=lambda row: row.start)
    return rows, edits


def _cell_end(xml: bytes, start: int) -> int:
    """Return where the content of the cell ends, tables inside it passed over."""
    end = xml.index(b"</w:tc>", start)
    if xml.find(b"<w:tbl>", start, end) < 0:
        return end
    depth = 0
    for edge in _CELL_EDGE.finditer(xml, start):
        if edge[0] == b"</w:tc>":
            if not depth:
                return edge.start()
        else:
            depth += 1 if edge[0] == b"<w:tbl>" else -1
    raise ValueError("a cell without an end")


class _Texts:
    """The text of cells; cells alike in all their markup are read once."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._known: dict[bytes, str | None] = {}

    def of(self, cell: _Cell | None) -> str | None:
        """Return a cell's text; None where there is no cell or it printed nothing to merge."""
        if cell is None:
            return None
        content = self._xml[cell.start : cell.end]
        if content not in self._known:
            marked = _MARK_BYTES in content
            plain = _TRACE.sub(b"", _XML.sub(b"", content)).replace(_MARK_BYTES, b"")
            self._known[content] = plain.decode() if marked else None
        return self._known[content]


def _merge_group(merged: MergedPart, rows: list[_Row], edits: _Edits, texts: _Texts) -> None:
    xml = merged.xml
    columns = sorted({cell.column for row in rows for cell in row.cells})
    table: list[dict[int, _Cell]] = [{cell.column: cell for cell in row.cells} for row in rows]
    grid = [[texts.of(row.get(column)) for column in columns] for row in table]
    for span in equal_spans(grid):
        column = columns[span.column]
        first = table[span.first][column]
        edits[first.mark] = (first.mark_end, b'<w:vMerge w:val="restart"/>')
        stays = _NUMBER.search(xml, first.start, first.end)
        for at in range(span.first + 1, span.last + 1):
            cell = table[at][column]
            edits[cell.mark] = (cell.mark_end, b"<w:vMerge/>")
            paragraph = _PARAGRAPH.search(xml, cell.start, cell.end)
            layout = (paragraph[1] or b"") if paragraph else b""
            edits[cell.start] = (cell.end, b"<w:p>" + layout + b"</w:p>")
            if stays is not None:
                for number in _NUMBER.findall(xml, cell.start, cell.end):
                    merged.moved[int(number)] = int(stays[1])
