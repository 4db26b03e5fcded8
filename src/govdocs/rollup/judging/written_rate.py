"""The execution rate that a unit wrote in its money block, held against its own money."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction

from govdocs.model.quantity import read_quantity
from govdocs.rollup.adding_up.exact import plain, rounded_fraction
from govdocs.rollup.judging.returns import Entry
from govdocs.rollup.taking_in.book import CellKind, ReadCell

_MOST_DECIMALS = 6
"""Beyond these a computed rate has the tail of its binary number."""


def rate_beside(cell: ReadCell, budget: Entry, executed: Entry) -> str | None:
    """Return what the rate should be where the written one is another; None where they agree.

    Blank cells and formulas that nobody computed state nothing. Cut off counts as rounded.
    """
    if cell.blank or cell.kind is CellKind.NO_VALUE:
        return None
    if executed.number is None or not budget.number:
        return "空白（缺少资金数）"
    rate = Fraction(executed.number) / Fraction(budget.number) * 100
    written = _percent(cell)
    if written is not None:
        exponent = written.as_tuple().exponent
        decimals = min(max(0, -exponent if isinstance(exponent, int) else 0), _MOST_DECIMALS)
        if abs(Fraction(written) - rate) < Fraction(1, 10**decimals):
            return None
    return f"{plain(rounded_fraction(rate, 2))}%"


def _percent(cell: ReadCell) -> Decimal | None:
    """The written rate in percent; a bare number up to 1.5 is a quotient, above it percent."""
    if cell.kind is CellKind.NUMBER:
        number = Decimal(cell.text)
        return number.scaleb(2) if cell.percent or abs(number) <= Decimal("1.5") else number
    found = read_quantity(unicodedata.normalize("NFKC", cell.text).strip())
    if found is None or cell.kind is not CellKind.TEXT:
        return None
    if found.unit is None and abs(found.number) <= Decimal("1.5"):
        return found.number.scaleb(2)
    return found.number
