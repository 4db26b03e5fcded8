"""Which rows of a table lie under which: by codes, typed numbers, 其中, indents, or because they add up so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from govdocs.reading.tables import Region, Row, RowKind

MOST_ROWS = 80
"""Longer tables are not searched for rows that add up without a mark: the work grows with the square."""
LEAST_DIGITS = 7
"""So many digits of sums must agree, in two columns at least, before unmarked rows are taken for parts."""


class Nesting(StrEnum):
    """What puts rows under another one."""

    CODE = "编码"
    NUMBER = "序号"
    AMONG = "其中"
    INDENT = "缩进"
    UNMARKED = ""


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A row and the rows right under it; ``closed`` tells that the layout shows where they end."""

    nesting: Nesting
    parent: Row
    children: tuple[Row, ...]
    closed: bool = True


def branches(region: Region) -> Iterator[Branch]:
    """Every branch that the marks of the rows show, one parent after the other."""
    rows = region.rows
    for at, row in enumerate(rows):
        if row.kind in {RowKind.AMONG, RowKind.SUBTOTAL} and not row.code:
            continue
        following = rows[at + 1 :]
        if row.code:
            yield from _by_code(row, following)
        elif row.level and row.kind is RowKind.ITEM:
            yield from _by_number(row, following)
        if not row.code:
            yield from _among(row, following)
        if row.kind is RowKind.ITEM and not row.level and not row.code:
            yield from _by_indent(row, following)


def _by_code(row: Row, following: Sequence[Row]) -> Iterator[Branch]:
    under = []
    for later in following:
        if not later.code.startswith(row.code) or later.code == row.code:
            break
        under.append(later)
    if under:
        level = min(r.level for r in under)
        yield Branch(Nesting.CODE, row, tuple(r for r in under if r.level == level))


def _by_number(row: Row, following: Sequence[Row]) -> Iterator[Branch]:
    under: list[Row] = []
    for later in following:
        if later.kind in {RowKind.TOTAL, RowKind.SUBTOTAL} or 0 < later.level <= row.level:
            break
        under.append(later)
    if not under or under[0].kind is not RowKind.ITEM or not under[0].level:
        return
    children = [r for r in under if r.level == under[0].level and r.kind is RowKind.ITEM]
    shallow = any(0 < r.level < under[0].level for r in under)
    if len(children) > 1 and not shallow:
        yield Branch(Nesting.NUMBER, row, tuple(children))


def _among(row: Row, following: Sequence[Row]) -> Iterator[Branch]:
    """其中 and the rows after it: to the next number of the parent's level, else to any row that fits."""
    if not following or following[0].kind is not RowKind.AMONG:
        return
    under: list[Row] = []
    closed = False
    for later in following:
        if later.kind in {RowKind.TOTAL, RowKind.SUBTOTAL} or (
            later.kind is RowKind.ITEM
            and later.level
            and (not row.level or later.level <= row.level)
        ):
            closed = bool(row.level) or row.kind is RowKind.TOTAL
            break
        under.append(later)
    else:
        closed = True
    if under[0].level > row.level:
        under = [r for r in under if r.level in {0, under[0].level}]
    for stop in range(len(under), 1, -1):
        yield Branch(Nesting.AMONG, row, tuple(under[:stop]), closed and stop == len(under))


def _by_indent(row: Row, following: Sequence[Row]) -> Iterator[Branch]:
    own = indent_of(row)
    under: list[Row] = []
    for later in following:
        if later.kind is not RowKind.ITEM or later.level or indent_of(later) <= own:
            break
        under.append(later)
    if len(under) > 1:
        first = indent_of(under[0])
        children = tuple(r for r in under if indent_of(r) == first)
        if len(children) > 1 and all(indent_of(r) >= first for r in under):
            yield Branch(Nesting.INDENT, row, children)


def heading_of(region: Region, row: Row) -> int:
    """Where 其中 stands between a numbered row and this one, the grid row of the number (二、支出); else -1."""
    among = False
    for before in reversed(region.rows[: region.rows.index(row)]):
        among = among or before.kind is RowKind.AMONG
        if before.level and (not row.level or before.level < row.level):
            return before.index if among else -1
        if row.level:
            break
    return -1


def indent_of(row: Row) -> int:
    """How far the name of a row is moved in by typed blanks, in half-width places."""
    if not row.labels:
        return 0
    blanks = re.match(r"[ \t\u3000\xa0]*", row.labels[-1].text)
    return sum(2 if c in "\u3000\t" else 1 for c in blanks[0]) if blanks else 0


def unmarked(region: Region, columns: Sequence[int]) -> Iterator[Branch]:
    """Rows that add up to the row before or behind them in two columns, though no mark says so."""
    rows = region.rows
    if len(rows) > MOST_ROWS or len(columns) < 2:
        return
    values: list[list[Decimal | None]] = []
    for column in columns:
        line: list[Decimal | None] = []
        for row in rows:
            figure = region.figure(row.index, column)
            line.append(None if figure is None else figure.number)
        values.append(line)
    distinct = list({tuple(line): line for line in values}.values())
    grows = not any(value is not None and value < 0 for line in distinct for value in line)
    for at, row in enumerate(rows):
        if row.kind is not RowKind.ITEM:
            continue
        for step in (1, -1):
            stop = _reach(rows, distinct, at, step, grows=grows)
            if stop:
                children = [rows[at + step * n] for n in range(1, stop + 1)]
                yield Branch(Nesting.UNMARKED, row, tuple(children[::step]))
                break


def _reach(
    rows: Sequence[Row],
    lines: Sequence[Sequence[Decimal | None]],
    at: int,
    step: int,
    *,
    grows: bool,
) -> int:
    """How many rows from ``at`` on add up to it in two columns with figures of some length; 0 for none.

    Where no figure is below zero (``grows``), a sum that has passed its row never comes back to it.
    """
    sums = [Decimal(0)] * len(lines)
    for count in range(1, len(rows)):
        place = at + step * count
        if not 0 <= place < len(rows) or rows[place].kind is not RowKind.ITEM:
            return 0
        digits = fitting = broken = below = 0
        for number, line in enumerate(lines):
            sums[number] += line[place] or Decimal(0)
            whole = line[at]
            if not whole or whole < 0:
                continue
            if sums[number] == whole:
                fitting += 1
                digits += len(f"{whole:f}".replace(".", "").strip("0"))
            else:
                broken += 1
                below += sums[number] < whole
        if count > 1 and fitting > 1 and digits >= LEAST_DIGITS and fitting >= 2 * broken:
            return count
        if grows and fitting + below < 2:
            return 0
    return 0
