"""Sums and differences of the amounts in one paragraph: of two, and of neighbours in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from govdocs.prose.lone.fits import Fit, exact
from govdocs.prose.told import Told

_FEWEST = 3
"""Two amounts are told by their pair; a row has more."""
_MOST = 12


def additions(target: Told, own: Sequence[Told], above: Sequence[Told]) -> Iterator[Fit]:
    """What amounts in the unit of ``target`` give by adding and subtracting.

    ``own`` are those of its paragraph in order, ``target`` among them; ``above`` those of the
    paragraph before, asked where the own one holds few.
    """
    at = own.index(target)
    row = own[max(0, at - _MOST) : at + _MOST + 1]
    others = [told for told in row if told is not target]
    pool = [*others, *above] if len(row) <= _FEWEST else others
    for a, b in combinations(pool[: 2 * _MOST], 2):
        large, small = (a, b) if a.figure.value >= b.figure.value else (b, a)
        yield exact(a.figure.value + b.figure.value, (a, b), "＋")
        left = large.figure.value - small.figure.value
        yield exact(left, (large, small), "－")
    yield from _rows(target, row)


def _rows(target: Told, row: Sequence[Told]) -> Iterator[Fit]:
    """The neighbours as parts of the figure, or it as one part of the amount before or behind them."""
    at = row.index(target)
    for start in range(at - _FEWEST, -1, -1):
        yield _sum(row[start:at])
    for stop in range(at + _FEWEST + 1, len(row) + 1):
        yield _sum(row[at + 1 : stop])
    for start in range(at + 1):
        for stop in range(max(at + 1, start + _FEWEST), len(row) + 1):
            rest = [told for told in row[start:stop] if told is not target]
            for whole in (*row[start - 1 : start if start else 0], *row[stop : stop + 1]):
                value = whole.figure.value - _added(rest)
                yield exact(value, (whole, *rest), "－")


def _sum(parts: Sequence[Told]) -> Fit:
    return exact(_added(parts), parts, "＋")


def _added(parts: Sequence[Told]) -> Decimal:
    return sum((told.figure.value for told in parts), Decimal(0))
