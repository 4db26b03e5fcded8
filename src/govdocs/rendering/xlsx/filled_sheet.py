"""The rows of one sheet as a filling lays them out, and the cells that merge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from govdocs.rendering.spans import equal_spans
from govdocs.rendering.xlsx.addresses import Box
from govdocs.rendering.xlsx.cell_writing import shown
from govdocs.rendering.xlsx.row_map import RowMap, Turns
from govdocs.rendering.xlsx.row_templates import RowTemplate, TagCell
from govdocs.rendering.xlsx.sheet_template import SheetRows
from govdocs.rendering.xlsx.sink import Entry, MergeText, Printed, Sink
from govdocs.tags.values import Value


class FilledRow(NamedTuple):
    """A row of the filled sheet: its number, its template, and the entry that holds its values."""

    number: int
    template: RowTemplate
    entry: Entry


@dataclass(slots=True)
class FilledSheet:
    """One sheet during a filling.

    ``starts`` are the first rows of the sink's entries; ``hidden`` the cells under a merged one,
    ``by_tag`` the boxes that the merge tag joins, with the tag and text of the leading cell, and
    ``joined`` the rows and columns where such a box takes the place of the template's own merge.
    """

    name: str
    rows: SheetRows
    sink: Sink
    starts: list[int]
    map: RowMap
    end: int
    by_tag: list[tuple[Box, TagCell, str]] = field(default_factory=list)
    hidden: dict[int, set[int]] = field(default_factory=dict)
    joined: set[tuple[int, int]] = field(default_factory=set)
    _rows: list[FilledRow] | None = None
    _index: dict[int, FilledRow] | None = None

    def filled_rows(self) -> list[FilledRow]:
        """All rows that have something of their own, from the top."""
        if self._rows is None:
            segments = self.rows.segments
            self._rows = [
                FilledRow(start + row.number - segments[entry.segment].first, row, entry)
                for entry, start in zip(self.sink.entries, self.starts, strict=True)
                for row in segments[entry.segment].rows
            ]
        return self._rows

    def row(self, number: int) -> FilledRow | None:
        """The row of a number; None for a blank one."""
        if self._index is None:
            self._index = {row.number: row for row in self.filled_rows()}
        return self._index.get(number)

    def turn_boxes(self, box: Box) -> list[Box]:
        """What becomes of a merged cell of the template: one a turn, or one that grows over the loop."""
        top, bottom = box.top, box.bottom
        chain = self._common(top, bottom)
        if not chain:
            span = self.map.span(top, bottom)
            return [] if span is None else [Box(span[0], box.left, span[1], box.right)]
        found = []
        for turns in self.sink.loop_turns.get(chain[-1], ()):
            span = self.map.span(top, bottom, turns, chain)
            if span is not None:
                found.append(Box(span[0], box.left, span[1], box.right))
        return found

    def _common(self, top: int, bottom: int) -> tuple[int, ...]:
        chain = self.map.chains.get(top, ())
        for row in range(top, bottom + 1):
            other = self.map.chains.get(row, ())
            shared = 0
            while shared < min(len(chain), len(other)) and chain[shared] == other[shared]:
                shared += 1
            chain = chain[:shared]
        return chain


def lay_out(name: str, rows: SheetRows, sink: Sink) -> FilledSheet:
    """Number the rows that came out, and join the cells that the merge tag marks."""
    copies: dict[int, list[int]] = {}
    extents: dict[int, tuple[int, int]] = {}
    starts: list[int] = []
    at = 1
    for entry in sink.entries:
        segment = rows.segments[entry.segment]
        starts.append(at)
        for row in range(segment.first, segment.last + 1):
            copies.setdefault(row, []).append(at)
            at += 1
        for turn in entry.turns:
            known = extents.get(turn)
            extents[turn] = (known[0] if known else starts[-1], at - 1)
    empty_turns: list[tuple[int, Turns]] = [
        (loop, turns) for loop, all_turns in sink.loop_turns.items() for turns in all_turns
        if turns[-1] not in extents
    ]  # fmt: skip
    for _, turns in empty_turns:
        extents[turns[-1]] = (1, 0)
    mapped = RowMap(rows.last, at - 1 - rows.last, rows.chains, copies, extents, rows.markers)
    sheet = FilledSheet(name, rows, sink, starts, mapped, at - 1)
    for box in rows.moved:
        for found in sheet.turn_boxes(box):
            for row in range(found.top + 1, found.bottom + 1):
                sheet.hidden.setdefault(row, set()).add(found.left)
    if sink.merging:
        _merge_by_tag(sheet)
    return sheet


def _merge_by_tag(sheet: FilledSheet) -> None:
    runs: dict[int, list[tuple[int, Entry]]] = {}
    for entry, start in zip(sheet.sink.entries, sheet.starts, strict=True):
        if any(_marked(value) for value in entry.values):
            runs.setdefault(entry.run, []).append((start, entry))
    for entries in runs.values():
        block: list[tuple[int, Entry]] = []
        for start, entry in entries:
            if block and start != block[-1][0] + 1:
                _merge_block(sheet, block)
                block = []
            block.append((start, entry))
        _merge_block(sheet, block)


def _marked(value: Printed) -> bool:
    return value.merge if type(value) is Value else isinstance(value, MergeText)


def _merge_block(sheet: FilledSheet, block: list[tuple[int, Entry]]) -> None:
    """Join equal cells in rows that follow one another within one run of a loop."""
    cells: list[dict[int, tuple[TagCell, str]]] = []
    for _, entry in block:
        tags = sheet.rows.segments[entry.segment].rows[0].tags
        cells.append(
            {
                tag.column: (tag, shown(value))
                for tag, value in zip(tags, entry.values, strict=True)
                if _marked(value)
            }
        )
    columns = sorted({column for found in cells for column in found})
    texts = [[found[c][1] if c in found else None for c in columns] for found in cells]
    for span in equal_spans(texts):
        column = columns[span.column]
        tag, text = cells[span.first][column]
        right = tag.merged.right if tag.merged else column
        box = Box(block[span.first][0], column, block[span.last][0], right)
        sheet.by_tag.append((box, tag, text))
        for row in range(box.top, box.bottom + 1):
            sheet.joined.add((row, column))
            if row > box.top:
                sheet.hidden.setdefault(row, set()).add(column)
