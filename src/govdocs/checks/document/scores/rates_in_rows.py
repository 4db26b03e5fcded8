"""Rows that score a rate in proportion and print it: 预算执行|10|9.96|99.56%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.scores.score_book import ScoreTable
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.concepts import Concept, concept_of
from govdocs.finding import Level
from govdocs.model.interval import rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT
from govdocs.prose.words.near_miss import slips_of
from govdocs.reading.tables import Row, RowKind
from govdocs.reading.tables.figures import figure_in, is_exact

_NAMED = re.compile(r"(?:预算|资金|支出|项目)*(?:执行|支出|支付|使用)(?:率|进度)?")
_NOT_THE_RATE = frozenset(
    {Concept.TARGET, Concept.WEIGHT, Concept.SCORE, Concept.SCORE_RATE, Concept.RULE}
)


def rates_in_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the score of executing the budget by the one rate that its row prints, where it is given in proportion."""
    for table in subject.score_tables:
        for row in table.region.rows:
            if row.kind is RowKind.ITEM and _NAMED.fullmatch(row.label.split("（")[0]):
                yield from _row(table, row)


def _row(table: ScoreTable, row: Row) -> Iterator[Judged]:
    region = table.region
    weight, score = (region.figure(row.index, c) for c in (table.weight, table.score))
    if weight is None or score is None or not 0 < score.number < weight.number:
        return
    rates: list[tuple[int, Quantity]] = []
    for column in region.columns:
        cell = region.cell(row.index, column.index)
        if cell is None or cell.row != row.index or cell.column != column.index:
            continue
        rate = figure_in(cell.text)
        if (
            concept_of(column) in _NOT_THE_RATE
            or rate is None
            or rate.kind != PERCENT
            or not is_exact(rate)
        ):
            continue
        rates.append((column.index, rate))
    if len(rates) != 1 or score.decimals < 2:
        return
    column_of_rate, rate = rates[0]
    value = weight.number * rate.number / 100
    columns = (table.score, table.weight, column_of_rate)
    held = cell_held(*(region.cell(row.index, c) for c in columns))
    if _fits(value, score):
        yield Judged(True, (), held)
        return
    room = score.interval
    slip = any(room.low <= weight.number * one / 100 <= room.high for one in slips_of(rate.number))
    slip = slip or any(one == rounded(value, score.decimals) for one in slips_of(score.number))
    if slip:
        expected = rounded(value, score.decimals)
        yield Judged(
            False, tuple(cell_spot(region, row, c) for c in columns), held, "proportion",
            {"table": region.table.name, "row": row.label}, plain(expected), plain(score.number),
            f"{plain(weight.number)}×{rate.text}＝{plain(expected)}", level=Level.WARNING,
        )  # fmt: skip


def _fits(value: Decimal, score: Quantity) -> bool:
    """Tell whether a score is the value, rounded or cut off."""
    step = Decimal(1).scaleb(-score.decimals)
    return abs(value - score.number) < step
