"""Which neighbouring cells of a table become one: those that the merge tag marks and that are equal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of equal cells: column, first and last row, all counted from 0, the last included."""

    column: int
    first: int
    last: int


def equal_spans(rows: Sequence[Sequence[str | None]]) -> list[Span]:
    """Return the runs of two and more equal cells, column by column.

    ``rows`` holds, for each row, the text of the cells that carry the merge tag, in the order
    of the columns; None where a row's cell carries no tag. A run ends where a run to the left
    of it ends: 服务对象满意度 under one 一级指标 never joins its namesake under the next.
    Blank cells never merge, since a blank is not a value that two rows share.
    """
    if not rows:
        return []
    spans: list[Span] = []
    breaks = [False] * len(rows)
    for column in range(max(len(row) for row in rows)):
        first = 0
        cells = [row[column] if column < len(row) else None for row in rows]
        for at in range(1, len(rows) + 1):
            if at < len(rows):
                if not cells[at] or cells[at] != cells[at - 1]:
                    breaks[at] = True
                if not breaks[at]:
                    continue
            if at - first > 1 and cells[first]:
                spans.append(Span(column, first, at - 1))
            first = at
    return spans
