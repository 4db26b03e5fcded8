"""One relation of columns, a sum or a rest, held against the rows of its table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.tables.columns.additive import slack
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_blank, is_exact


@dataclass(frozen=True, slots=True)
class Linear:
    """``target`` is the sum of ``added`` less ``taken``.

    ``named`` tells that the heads say so; ``telling`` that the target's head speaks of a sum or rest.
    """

    target: int
    added: tuple[int, ...]
    taken: tuple[int, ...] = ()
    named: bool = False
    telling: bool = True
    points: bool = False
    """Points are given, not measured: with one decimal they leave no room."""

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of the relation, the target first."""
        return (self.target, *self.added, *self.taken)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a relation: what the target states, what the others make, and these in their order."""

    total: Quantity
    value: Decimal
    added: tuple[Quantity, ...]
    taken: tuple[Quantity, ...]
    points: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether the figures as printed can be right.

        Amounts in whole 元 and counts leave no room; rounded ones half a last digit each.
        """
        difference = abs(self.total.number - self.value)
        if not difference:
            return True
        figures = (self.total, *self.added, *self.taken)
        decimals = max(f.decimals for f in figures)
        if decimals == 0 or is_full_money(self.total) or (self.points and decimals == 1):
            return False
        return difference <= max(slack(len(figures) - 1, decimals), Decimal(1).scaleb(-decimals))

    @property
    def ulp(self) -> Decimal:
        """The last place that the finest figure of the row prints."""
        figures = (self.total, *self.added, *self.taken)
        return Decimal(1).scaleb(-max(f.decimals for f in figures))

    @property
    def digits(self) -> int:
        """How many digits an exact row explains; 0 where it says nothing."""
        nonzero = sum(f.number != 0 for f in (*self.added, *self.taken))
        if nonzero < 2 or not self.total.number or self.total.number != self.value:
            return 0
        places = max(f.decimals for f in (self.total, *self.added, *self.taken))
        units = [int(abs(f.number).scaleb(places)) for f in (self.total, *self.added, *self.taken)]
        while not any(unit % 10 for unit in units):  # zeros that all have at their end say nothing
            units = [unit // 10 for unit in units]
        return len(str(units[0]))


def is_full_money(figure: Quantity) -> bool:
    """Tell whether a figure counts in 元, not rounded to 万元."""
    return figure.unit is not None and figure.kind == MONEY and figure.unit.factor == 1


def tally(region: Region, one: Linear, least: int = 0) -> tuple[int, int, int]:
    """The rows that keep a relation and say something, the rows that break it, the digits explained.

    The count stops where ``least`` rows cannot be reached.
    """
    good = bad = digits = 0
    seen: set[tuple[Decimal, ...]] = set()
    for row in region.rows:
        line = line_of(region, row, one)
        if line is None:
            continue
        if not line.holds:
            bad += 1
            if least and bad > 3 and bad > good:
                return good, bad, digits
            continue
        told = line.digits
        if told:
            good += 1
            key = tuple(f.number for f in (line.total, *line.added, *line.taken))
            if key not in seen:
                seen.add(key)
                digits += told
    return good, bad, digits


def line_of(region: Region, row: Row, one: Linear) -> Line | None:
    """The figures of a row; None where one is no plain figure, a cell is merged or units differ."""
    total = None if row.kind is RowKind.RATE else region.figure(row.index, one.target)
    cells = [region.cell(row.index, c) for c in one.columns]
    if total is None or len({id(c) for c in cells}) != len(cells):
        return None
    added: list[Quantity] = []
    taken: list[Quantity] = []
    for column in one.columns[1:]:
        cell, figure = region.cell(row.index, column), region.figure(row.index, column)
        if figure is None and (cell is None or not is_blank(cell.text) or one.taken):
            return None
        if figure is not None:
            (added if column in one.added else taken).append(figure)
    figures = (total, *added, *taken)
    if len(figures) < 3 or not all(is_exact(f) for f in figures):
        return None
    if len({f.unit_symbol for f in figures}) != 1:
        return None
    if any(cell is not None and cell.row != row.index for cell in cells):
        return None
    value = sum((f.number for f in added), Decimal(0)) - sum((f.number for f in taken), Decimal(0))
    return Line(total, value, tuple(added), tuple(taken), one.points)


def has_unsplit(region: Region, one: Linear) -> bool:
    """Tell whether some row states its total only, so that the totals beneath do not add up across."""
    return any(
        row.kind is RowKind.ITEM
        and (total := region.figure(row.index, one.target)) is not None
        and total.number != 0
        and all(
            (part := region.figure(row.index, c)) is None or part.number == 0
            for c in one.columns[1:]
        )
        for row in region.rows
    )
