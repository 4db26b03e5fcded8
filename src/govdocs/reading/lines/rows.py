"""Tables typed one row a line, the cells parted by bars, tabs or spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govdocs.place import FilePlace
from govdocs.reading.captions import caption_of
from govdocs.reading.lines.grids import (
    LONGEST_CELL,
    MOST_COLUMNS,
    Laid,
    grid_table,
    has_total,
    is_figure,
    under_its_head,
)
from govdocs.reading.lines.pieces import part_of
from govdocs.reading.lines.widths import begins_item
from govdocs.reading.paper import Cell, Paragraph, Table
from govdocs.reading.tables.figures import is_blank
from govdocs.reading.tables.heads import LONGEST
from govdocs.reading.tables.rows import RowKind, kind_of

_BARS = re.compile(r"[ \t\u3000]*[|｜│┃][ \t\u3000]*")
_TABS = re.compile(r"[ \u3000]*\t[ \u3000]*")
_GAPS = re.compile(r"[ \u00a0\u3000]{2,}|\u3000|\t+")
_BLANKS = re.compile(r"[ \u00a0\u3000\t]+")
_RULE = re.compile(r"[-=+|:─━┼┬┴├┤┌┐└┘ \t]+")
_LOOSE = (_GAPS, _BLANKS)
"""Marks that stand between words of a sentence too: there more must speak for a table."""
_SENTENCE = re.compile(r"[。；！？]")


@dataclass(slots=True)
class Found:
    """A table and the lines that it was made of: ``lines[start:stop]``."""

    start: int
    stop: int
    table: Table


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line and the stretches of it that are cells; ``kind`` is head, row, total, short or label."""

    kind: str
    line: Paragraph
    spans: list[tuple[int, int]]

    @property
    def first(self) -> str:
        """The words of the first cell."""
        start, end = self.spans[0]
        return self.line.text[start:end].strip()

    def cells(self) -> list[Paragraph]:
        """The cells as paragraphs of their own."""
        return [part_of(self.line, start, end, self.line.path) for start, end in self.spans]


@dataclass(slots=True)
class _Rows:
    """What has been gathered under a head of ``width`` cells: rows, or labels between rows."""

    width: int
    entries: list[_Entry] = field(default_factory=list)


def row_tables(lines: Sequence[Paragraph]) -> list[Found]:
    """Find the tables of a stretch of lines that no other block interrupts."""
    found: list[Found] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at)
        if table is None:
            at += 1
        else:
            found.append(table)
            at = table.stop
    return found


def _table_at(lines: Sequence[Paragraph], at: int) -> Found | None:
    if at + 2 >= len(lines) or not _may_be_head(lines[at].text):
        return None
    for mark in (_BARS, _TABS, _GAPS, _BLANKS):
        if mark.search(lines[at].text.strip()) is None:
            continue
        found = _under(lines, at, mark)
        if found is not None:
            return found
    return None


def _may_be_head(text: str) -> bool:
    return len(text) <= 200 and not _SENTENCE.search(text)


Spans = list[tuple[int, int]]


def _cells(line: Paragraph, mark: re.Pattern[str]) -> Spans:
    """The stretches of a line between the marks, those at both ends of a barred line left out."""
    text = line.text
    if line.number or (mark is _TABS and text.startswith("\t") and text.count("\t") == 1):
        return []  # a lone tab in front is an indent
    start = len(text) - len(text.lstrip(" \u3000\u00a0"))
    end = len(text.rstrip(" \u3000\u00a0"))
    cells: Spans = []
    at = start
    for match in mark.finditer(text, start, end):
        cells.append((at, match.start()))
        at = match.end()
    cells.append((at, end))
    if mark in (_BARS, _TABS):
        cells = cells[1:] if cells[0][0] >= cells[0][1] and mark is _BARS else cells
        cells = cells[:-1] if cells and cells[-1][0] >= cells[-1][1] and mark is _BARS else cells
    return [(a, max(a, b)) for a, b in cells]


def _words(line: Paragraph, cells: Spans) -> list[str]:
    return [line.text[a:b].strip() for a, b in cells]


def _under(lines: Sequence[Paragraph], at: int, mark: re.Pattern[str]) -> Found | None:
    head = _cells(lines[at], mark)
    width = len(head)
    words = [word for word in _words(lines[at], head) if word]
    if not 2 <= width <= MOST_COLUMNS or len(words) < max(2, width - 1):
        return None
    if any(len(word) > LONGEST or is_figure(word) for word in words):
        return None
    gathered = _Rows(width, [_Entry("head", lines[at], head)])
    stop = at + 1
    while stop < len(lines):
        kind, cells = _entry(lines[stop], mark, width)
        if not kind:
            break
        if kind != "rule":
            gathered.entries.append(_Entry(kind, lines[stop], cells))
        stop += 1
    while len(gathered.entries) > 1 and gathered.entries[-1].kind == "label":
        gathered.entries.pop()
        stop -= 1
    rows = sum(entry.kind != "label" for entry in gathered.entries) - 1
    if rows < 2 or not _ends(lines, stop, mark):
        return None
    table = _table(gathered, lines[at])
    if table is None:
        return None
    region = under_its_head(table)
    if region is None or not _certain(table, rows, lines[:at], mark):
        return None
    return Found(at, stop, table)


def _entry(line: Paragraph, mark: re.Pattern[str], width: int) -> tuple[str, Spans]:
    """What a line is beneath the head: row, total, short, label, rule; empty for no part of it."""
    text = line.text.strip()
    if mark is _BARS and _RULE.fullmatch(text):
        return "rule", []
    cells = _cells(line, mark)
    texts = _words(line, cells)
    if any(len(word) > LONGEST_CELL for word in texts):
        return "", []
    if mark in _LOOSE and _SENTENCE.search(text):
        return "", []
    figures = sum(is_figure(word) or is_blank(word) for word in texts)
    if len(cells) == width and (figures or mark not in _LOOSE):
        return "row", cells
    if not cells or not 1 < len(cells) < width:
        label = len(cells) == 1 and mark is _BLANKS and _is_label(line)
        return ("label", cells) if label else ("", [])
    total = kind_of_text(texts[0]) in {RowKind.TOTAL, RowKind.SUBTOTAL}
    if total and figures == len(cells) - 1:
        return "total", cells
    if mark is _BLANKS and len(cells) == width - 1 and figures:
        return "short", cells
    return "", []


def kind_of_text(text: str) -> RowKind:
    """The kind of a row by its first words."""
    return kind_of((Cell(text, 0, 0, 1, 1, (), FilePlace("")),))


def _is_label(line: Paragraph) -> bool:
    text = line.text.strip()
    return (
        2 <= len(text) <= 8
        and not begins_item(text)
        and re.fullmatch(r"[一-龥（）()\d%]+", text) is not None
        and not is_figure(text)
    )


def _ends(lines: Sequence[Paragraph], stop: int, mark: re.Pattern[str]) -> bool:
    """Whether the table ends where its rows end: no torn row follows."""
    if stop >= len(lines) or mark not in _LOOSE:
        return True
    line = lines[stop]
    text = line.text.strip()
    if begins_item(text) or re.search(r"[。；！？，]", text) or caption_of(text) is not None:
        return True
    words = _BLANKS.split(text)
    return len(text) > 30 and not any(is_figure(word) for word in words)


def _table(gathered: _Rows, first: Paragraph) -> Table | None:
    width = gathered.width
    kinds = [entry.kind for entry in gathered.entries]
    labelled = "label" in kinds or "short" in kinds
    groups = _groups(gathered.entries) if labelled else None
    if labelled and groups is None:
        return None
    cells: list[Laid] = []
    row = 0
    for entry in gathered.entries:
        kind = entry.kind
        if kind == "label":
            continue
        members = entry.cells()
        missing = width - len(members)
        for column, line in enumerate(members):
            span = missing + 1 if kind == "total" and column == 0 else 1
            shift = missing if kind == "short" or column else 0
            cells.append(Laid((line,), row, column + shift, span))
        row += 1
    for label, start, stop in groups or ():
        cells.append(Laid(tuple(label), start, 0, 1, stop - start))
    covered: set[tuple[int, int]] = set()
    for laid in list(cells):
        if (
            laid.column == 0
            and laid.height == 1
            and groups
            and any(a <= laid.row < b for _, a, b in groups)
        ):
            # 小计 of a group stands beside the label of the group.
            laid.column, laid.width = 1, laid.width - 1
            if laid.width < 1:
                return None
        places = {(r, c) for r in range(laid.row, laid.row + laid.height) for c in range(laid.column, laid.column + laid.width)}  # fmt: skip
        if places & covered:
            return None
        covered |= places
    return grid_table(cells, row, width, first.place)


def _groups(entries: Sequence[_Entry]) -> list[tuple[list[Paragraph], int, int]] | None:
    """Which rows each lone label stands for: all up to a subtotal, or those that follow it.

    None where that is not certain.
    """
    body = entries[1:]
    subtotals = [
        at
        for at, entry in enumerate(body)
        if entry.kind == "total" and kind_of_text(entry.first) is RowKind.SUBTOTAL
    ]
    if any(entry.kind == "row" for entry in body):
        return None
    found: list[tuple[list[Paragraph], int, int]] = []
    row = 1
    start = 0
    ends = [*(at + 1 for at in subtotals)] if subtotals else _before_labels(body)
    if ends is None:
        return None
    for end in ends:
        group = body[start:end]
        labels = [entry for entry in group if entry.kind == "label"]
        rows = len(group) - len(labels)
        if len(labels) != 1 or not rows:
            return None
        found.append((labels[0].cells(), row, row + rows))
        row, start = row + rows, end
    return found if all(entry.kind == "total" for entry in body[start:]) else None


def _before_labels(body: Sequence[_Entry]) -> list[int] | None:
    labels = [at for at, entry in enumerate(body) if entry.kind == "label"]
    if not labels or labels[0] != 0:
        return None
    last = next((at for at, entry in enumerate(body) if entry.kind == "total"), len(body))
    return [*labels[1:], last]


def _certain(table: Table, rows: int, before: Sequence[Paragraph], mark: re.Pattern[str]) -> bool:
    """Whether enough speaks for a table: three rows, a total, or a caption or unit above it."""
    captioned = any(
        found is not None and (found.number or found.unit)
        for p in before[-3:]
        if (found := caption_of(p.text))
    )
    if mark not in _LOOSE:
        return rows >= 2
    return captioned or has_total(table) or rows >= (3 if mark is _GAPS else 4)
