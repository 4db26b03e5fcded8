"""资金总额 of a form against the total of the table that divides the same money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import added, adds_up, plain
from govdocs.checks.document.tables.forms.sources import is_whole_money
from govdocs.finding import Spot
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY, unit_of
from govdocs.prose.words.near_miss import one_slip_apart
from govdocs.reading import Cell, Table
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.columns import unit_in
from govdocs.reading.tables.figures import figure_in, is_exact

LEAST_DIGITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class _Total:
    """The money that a table divides, in its last row, with the amount in 元."""

    region: Region
    row: Row
    column: int
    figure: Quantity
    amount: Decimal


def form_totals(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the only figure beside 资金总额 of a form against totals that rows add up to.

    A form's own money may be another: it is doubted only where one slip makes it the total, the prose
    states the total too, and nothing else states the form's.
    """
    forms = [one for table in subject.document.tables for one in _forms(table)]
    if not forms:
        return
    totals = [one for region in subject.regions for one in _totals(region)]
    stated = subject.amounts
    for table, label, cell, figure, amount in forms:
        others = [t for t in totals if t.region.table.path != table.path]
        same = [t for t in others if t.amount == amount]
        held = cell_held(cell, *(t.region.cell(t.row.index, t.column) for t in same))
        if same:
            yield Judged(True, (), held)
            continue
        near = {
            t.amount: t for t in others if one_slip_apart(t.amount.normalize(), amount.normalize())
        }
        told = [t for t in near.values() if stated.first(MONEY, t.amount) is not None]
        alone = stated.first(MONEY, amount) is None and stated.stated[MONEY, amount] < 2
        if len(told) != 1 or not alone or _digits(amount) < LEAST_DIGITS:
            continue
        total = told[0]
        yield Judged(
            False,
            (Spot(cell.path, f"{table.name}“{label.plain[:16]}”", cell.text.strip(), place=cell.place),
             cell_spot(total.region, total.row, total.column)),
            held, "value",
            {"name": "资金总额", "what": "", "one": f"{total.region.table.name}合计", "other": table.name},
            expected=total.figure.text, actual=figure.text,
        )  # fmt: skip


def _digits(amount: Decimal) -> int:
    return len(plain(amount).replace(".", "").strip("0"))


def _forms(table: Table) -> Iterator[tuple[Table, Cell, Cell, Quantity, Decimal]]:
    for label in table.cells():
        if not is_whole_money(label.plain):
            continue
        row = {id(c): c for c in table.rows[label.row] if c is not None and c.column > label.column}
        figures = [(c, f) for c in row.values() if (f := figure_in(c.text)) is not None]
        if len(figures) != 1:
            continue
        cell, figure = figures[0]
        before = table.at(label.row, label.column - 1)
        unit = figure.unit or unit_in(label.plain) or (unit_in(before.plain) if before else None)
        unit = unit or (unit_of(table.unit) if table.unit else None)
        if unit is None or unit.kind != MONEY or not is_exact(figure):
            continue
        if not _made_of_parts(table, label, cell, figure):
            yield table, label, cell, figure, figure.number * unit.factor


def _made_of_parts(table: Table, label: Cell, cell: Cell, figure: Quantity) -> bool:
    """Tell whether the rows beneath add up to the form's figure: then it is right."""
    below: list[Decimal] = []
    for row in range(label.row + label.row_span, min(len(table.rows), label.row + 6)):
        other = table.at(row, cell.column)
        found = None if other is None else figure_in(other.text)
        if found is None:
            break
        below.append(found.number)
    return any(sum(below[:n], Decimal(0)) == figure.number for n in range(1, len(below) + 1))


def _totals(region: Region) -> Iterator[_Total]:
    rows = [row for row in region.rows if row.kind is RowKind.TOTAL]
    items = [row for row in region.rows if row.kind is RowKind.ITEM]
    if len(rows) != 1 or len(items) < 2:
        return
    for column in region.numeric:
        figure = region.figure(rows[0].index, column)
        if (
            figure is None
            or figure.kind != MONEY
            or figure.unit is None
            or not adds_up(region, column)
        ):
            continue
        if added(region, items, column).value == figure.number:
            yield _Total(region, rows[0], column, figure, figure.number * figure.unit.factor)
