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

_ROW, _ROW_END, _CELL, _IN, _OUT = "gd-row", "gd-end", "gd-cell", "gd-in", "gd-out"
_MARK = re.compile(r"<\?gd-(row|end|cell|in|out)(?: ([^?]*))?\?>")
_XML = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"<w:p(?:>| [^>]*>)(<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
_BEFORE_MERGE = (w("cnfStyle"), w("tcW"), w("gridSpan"), w("hMerge"))
_KEPT = re.compile("\ue0f3\\d+\ue0f4|\ue0f5")


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
    cell.insert(cell.index(properties) + 1, etree.ProcessingInstruction(_IN))
    cell.append(etree.ProcessingInstruction(_OUT))
    return True


def _grid_column(cell: etree._Element, row: etree._Element) -> int:
    column = 0
    for other in row.iter(TC):
        if other is cell:
            break
        if next(other.iterancestors(TR)) is row:
            span = other.find(f"{TC_PR}/{w('gridSpan')}")
            column += int(span.get(VAL, "1")) if span is not None and \
                span.get(VAL, "").isdigit() else 1
    return column


@dataclass(slots=True)
class _Cell:
    """A cell to merge: its column, and where in the filled part its property and content stand."""

    column: int
    property_at: tuple[int, int]
    content: tuple[int, int] = (0, 0)
    in_mark: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _Row:
    """A row with cells to merge, and where it begins and ends."""

    start: int
    end: int = 0
    cells: list[_Cell] = field(default_factory=list)


@dataclass(slots=True)
class MergedPart:
    """A filled part with its merges, and for each value that lost its cell the one that stands for it."""

    xml: str
    moved: dict[int, int] = field(default_factory=dict)


def merge_cells(xml: str) -> MergedPart:
    """Write the merges of a filled part and take all marks out."""
    rows, edits = _read(xml)
    merged = MergedPart(xml)
    group: list[_Row] = []
    for row in rows:
        if group and xml[group[-1].end:row.start].strip():
            _merge_group(merged, group, edits)
            group = []
        group.append(row)
    if group:
        _merge_group(merged, group, edits)
    pieces, at = [], 0
    for start in sorted(edits):
        end, text = edits[start]
        if start >= at:  # what stood in a cell that lost its content is gone with it
            pieces += [xml[at:start], text]
            at = end
    merged.xml = ("".join(pieces) + xml[at:]).replace(MERGE_MARK, "")
    return merged


_Edits = dict[int, tuple[int, str]]
"""What takes the place of a stretch, by where it starts: its end and the new text."""


def _read(xml: str) -> tuple[list[_Row], _Edits]:
    """Find the marked rows and cells; every mark itself goes out."""
    rows: list[_Row] = []
    open_rows: list[_Row] = []
    open_cells: list[_Cell] = []
    edits: _Edits = {}
    for mark in _MARK.finditer(xml):
        start, end = mark.span()
        edits[start] = (end, "")
        kind = mark[1]
        if kind == "row":
            # The mark is the row's first child: the row itself begins at the tag before it.
            open_rows.append(_Row(xml.rindex("<w:tr", 0, start)))
        elif kind == "end":
            row = open_rows.pop()
            row.end = xml.index("</w:tr>", end) + len("</w:tr>")
            rows.append(row)
        elif kind == "cell":
            open_cells.append(_Cell(int(mark[2]), (start, end)))
        elif kind == "in":
            open_cells[-1].in_mark = (start, end)
        else:
            cell = open_cells.pop()
            cell.content = (cell.in_mark[1], start)
            open_rows[-1].cells.append(cell)
    rows.sort(key=lambda row: row.start)
    return rows, edits


def _merge_group(merged: MergedPart, rows: list[_Row], edits: _Edits) -> None:
    xml = merged.xml
    columns = sorted({cell.column for row in rows for cell in row.cells})
    table: list[dict[int, _Cell]] = [{cell.column: cell for cell in row.cells} for row in rows]
    texts = [[_text(xml, row.get(column)) for column in columns] for row in table]
    for span in equal_spans(texts):
        column = columns[span.column]
        first = table[span.first][column]
        edits[first.property_at[0]] = (first.property_at[1], '<w:vMerge w:val="restart"/>')
        stays = _first_number(xml[slice(*first.content)])
        for at in range(span.first + 1, span.last + 1):
            cell = table[at][column]
            edits[cell.property_at[0]] = (cell.property_at[1], "<w:vMerge/>")
            content = xml[slice(*cell.content)]
            paragraph = _PARAGRAPH.search(content)
            layout = (paragraph[1] or "") if paragraph else ""
            edits[cell.content[0]] = (cell.content[1], f"<w:p>{layout}</w:p>")
            if stays is not None:
                for number in re.findall("\ue0f3(\\d+)\ue0f4", content):
                    merged.moved[int(number)] = stays


def _text(xml: str, cell: _Cell | None) -> str | None:
    if cell is None:
        return None
    content = xml[slice(*cell.content)]
    if MERGE_MARK not in content:
        return None
    return _KEPT.sub("", _XML.sub("", content)).replace(MERGE_MARK, "")


def _first_number(content: str) -> int | None:
    found = re.search("\ue0f3(\\d+)\ue0f4", content)
    return int(found[1]) if found else None
