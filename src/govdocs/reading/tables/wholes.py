"""Rows called 全市, 全年 or 全县: a total where they add up the rows beside them, else a row like others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT
from govdocs.reading.tables.rows import Row, RowKind

_WHOLE = re.compile(
    r"全[省市县区州盟旗镇乡国年](?:范围|数)?|综合(?:评价|得分|评分)?|总体(?:评价|得分)?|总评"
)
LEAST_DIGITS = 3
"""A column tells only where its whole has so many digits: small counts add up by chance."""


def whole_row(rows: Sequence[Row], columns: Sequence[Sequence[Quantity | None]]) -> Row | None:
    """The first or last row that is called a whole and in some column adds up all other items.

    ``columns`` hold the figures of each column of figures row by row. None where the table has a
    total already, or nothing adds up.
    """
    if len(rows) < 3 or any(row.kind is not RowKind.ITEM for row in rows):
        return None
    for at in (len(rows) - 1, 0):
        if _WHOLE.fullmatch(rows[at].label) and any(_adds_up(line, at) for line in columns):
            return rows[at]
    return None


def _adds_up(line: Sequence[Quantity | None], at: int) -> bool:
    whole = line[at]
    if whole is None or whole.kind == PERCENT or whole.number <= 0:
        return False
    others = [f.number for n, f in enumerate(line) if n != at and f is not None]
    if sum(number != 0 for number in others) < 2 or sum(others, Decimal(0)) != whole.number:
        return False
    places = max(f.decimals for f in line if f is not None)
    units = [int(abs(number).scaleb(places)) for number in (whole.number, *others)]
    while not any(unit % 10 for unit in units):  # zeros that all have at their end say nothing
        units = [unit // 10 for unit in units]
    return len(str(units[0])) >= LEAST_DIGITS
