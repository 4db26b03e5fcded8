"""The money of a goal form (资金总额) against the total that the paper's prose and its table of shares agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from govdocs.checks.document.beside_tables.cell_slips import cell_agrees, cell_differs
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.forms.sources import is_whole_money
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY, unit_of
from govdocs.prose.judgement import Cited
from govdocs.prose.words.near_miss import one_slip_apart, significant
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_UNIT = re.compile(r"[（(](?P<unit>亿元|万元|元)[)）]")
_LEAST_DIGITS = 3


def goal_form_money(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge each form's whole money: equal to the paper's total, or one slip away from it and told nowhere else."""
    forms = [
        (region, row, column, figure)
        for region in subject.regions
        for row in region.rows
        if is_whole_money(row.label)
        for column, figure in money_of(region, row)
    ]
    if not forms:
        return
    known = _agreed(subject, {id(region) for region, *_ in forms})
    for region, row, column, figure in forms:
        value = figure.base_interval
        equal = next(
            (cited for total, cited in known.items() if value.low <= total <= value.high), None
        )
        if equal is not None:
            yield cell_agrees(equal, region, row, column)
            continue
        middle = (value.low + value.high) / 2
        if subject.amounts.stated[MONEY, middle] > 1 or significant(figure.number) < _LEAST_DIGITS:
            continue
        near = [cited for total, cited in known.items() if _one_slip(figure, total)]
        if len(near) == 1:
            yield cell_differs(near[0], region, row, column)


def money_of(region: Region, row: Row) -> Iterator[tuple[int, Quantity]]:
    """The amounts of a row; where its columns have no unit, the row's name may say it (资金总额（万元）)."""
    named = _UNIT.search(row.label)
    for column in region.numeric:
        figure = region.figure(row.index, column)
        cell = region.cell(row.index, column)
        if figure is None or cell is None or cell.row != row.index:
            continue
        if figure.unit is None and named is not None:
            figure = replace(figure, unit=unit_of(named["unit"]))
        money = figure.unit is not None and figure.unit.kind == MONEY
        if money and is_exact(figure) and figure.number > 0:
            yield column, figure


def _agreed(subject: DocumentSubject, forms: set[int]) -> dict[Decimal, Cited]:
    """The totals of the other tables that the prose states as well, with where it does."""
    found: dict[Decimal, Cited] = {}
    for region in subject.regions:
        if id(region) in forms:
            continue
        for row in region.rows:
            if row.kind is not RowKind.TOTAL:
                continue
            for _, figure in money_of(region, row):
                factor = figure.unit.factor if figure.unit else Decimal(1)
                cited = subject.amounts.first(MONEY, figure.number * factor)
                if cited is not None:
                    found[figure.number * factor] = cited
    return found


def _one_slip(figure: Quantity, total: Decimal) -> bool:
    factor = figure.unit.factor if figure.unit else Decimal(1)
    places = figure.number.as_tuple().exponent
    step = Decimal(1).scaleb(places if isinstance(places, int) else 0)
    return one_slip_apart(figure.number, (total / factor).quantize(step))
