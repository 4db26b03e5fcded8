"""Forms of names and values side by side (资金总额 | 1286.40 | 其中：财政拨款 | 960.00), which have no head."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.reading.paper import Cell, Table
from govdocs.reading.tables.figures import figure_in
from govdocs.reading.tables.heads import is_head_word, looks_like_head


def is_form_of_pairs(table: Table) -> bool:
    """Tell whether every row is names and values by turns, the first row too, two pairs in a row.

    Two lists side by side (项目 | 金额 | 项目 | 金额) have a first row of head words.
    """
    if table.width not in {4, 6} or len(table.rows) < 2 or looks_like_head(table, 0):
        return False
    figures = rows = 0
    for at in range(len(table.rows)):
        cells = [table.at(at, column) for column in range(table.width)]
        if any(c is None or c.row_span > 1 for c in cells):
            return False
        names, values = cells[::2], cells[1::2]
        if any(c.column_span > 1 for c in cells if c is not None):
            continue  # a line of words over the whole width
        if any(c is not None and figure_in(c.text) is not None for c in names):
            return False
        found = sum(c is not None and figure_in(c.text) is not None for c in values)
        words = [c.plain for c in values if c is not None]
        if not at and not found and _head_words(words):
            return False
        figures += found
        rows += found == len(values)
    return rows > 0 and figures > 2


def _head_words(words: list[str]) -> bool:
    """Tell whether the values of a first row are heads: words of heads, or one word above every list."""
    same = len(set(words)) == 1 and words[0] != ""
    return same or sum(is_head_word(word) for word in words) * 2 >= len(words)


def pairs_of(table: Table) -> Iterator[tuple[Cell, Cell]]:
    """The names of a form with the value right of each, line by line."""
    for row in table.rows:
        cells = list({id(c): c for c in row if c is not None}.values())
        yield from zip(cells[::2], cells[1::2], strict=False)
