"""The score tables of a report as one book: indicators with level, weight, score and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from govdocs.checks.document.tables.concepts import Concept, columns_for, concept_of
from govdocs.model.quantity import Quantity
from govdocs.reading import Cell
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import figure_in

_POINTS = re.compile(r"[（(](?P<points>\d+(?:\.\d+)?)分?[)）]$")
_LEVEL = re.compile(r"(?P<level>[一二三])级")
_LEVELS = {"一": 1, "二": 2, "三": 3}


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """One indicator in one score table.

    ``level`` is 1 to 3, 0 where the head does not say; ``parents`` are the names left of it.
    Columns are None where the table has none; a stated weight may stand in the name itself
    (项目立项（8分）) and then has no column.
    """

    region: Region
    name: str
    level: int
    parents: tuple[str, ...]
    cell: Cell
    row: Row
    weight: Decimal | None
    score: Decimal | None
    weight_column: int | None
    score_column: int | None


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTable:
    """A region with names of indicators, a weight and a score column."""

    region: Region
    weight: int
    score: int
    entries: tuple[Scored, ...]
    totals: tuple[Row, ...]

    def number(self, row: int, column: int) -> Decimal | None:
        """The number of a cell of this table."""
        found = self.region.figure(row, column)
        return None if found is None else found.number


def score_tables(regions: tuple[Region, ...]) -> tuple[ScoreTable, ...]:
    """Every region that scores indicators, in order."""
    return tuple(table for region in regions if (table := _score_table(region)) is not None)


def _score_table(region: Region) -> ScoreTable | None:
    weights, scores = columns_for(region, Concept.WEIGHT), columns_for(region, Concept.SCORE)
    if not weights or not scores or not region.names:
        return None
    weight, score = weights[-1], scores[-1]
    entries = tuple(_entries(region, weight, score))
    totals = tuple(row for row in region.rows if row.kind is RowKind.TOTAL)
    return ScoreTable(region, weight, score, entries, totals)


@lru_cache(maxsize=8192)
def plain_name(text: str) -> tuple[str, Decimal | None]:
    """A name without white space and without the points in brackets behind it, and these points."""
    words = re.sub(r"^[\dA-Z]{1,3}(?:[.、．]|(?=[一-龥]))", "", "".join(text.split()))
    found = _POINTS.search(words)
    if found is None:
        return words, None
    return words[: found.start()], Decimal(found["points"])


def _entries(region: Region, weight: int, score: int) -> Iterator[Scored]:
    last = region.names[-1]
    for row in region.rows:
        if row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}:
            continue
        parents: list[str] = []
        for column in region.names:
            cell = region.cell(row.index, column)
            if cell is None or not cell.plain or figure_in(cell.text) is not None:
                continue
            name, points = plain_name(cell.text)
            if cell.row == row.index:
                own = column == last or cell.column + cell.column_span > last
                yield Scored(
                    region, name, _level(region, column), tuple(parents), cell, row,
                    _number(region.figure(row.index, weight)) if own else points,
                    _number(region.figure(row.index, score)) if own else None,
                    weight if own else None,
                    score if own else None,
                )  # fmt: skip
            parents.append(name)


def _number(figure: Quantity | None) -> Decimal | None:
    return None if figure is None else figure.number


def _level(region: Region, column: int) -> int:
    found = _LEVEL.search(region.columns[column].name)
    return _LEVELS[found["level"]] if found else 0


def value_column(region: Region) -> int | None:
    """The column of what was reached (业绩值, 完成值), None for none or several."""
    found = [c.index for c in region.columns if concept_of(c) is Concept.ACTUAL]
    return found[0] if len(found) == 1 else None
