"""One row and column in two tables: the same figure, where the rest of both rows or columns agrees."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.scores.score_book import plain_name
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import Concept, concept_of
from govdocs.model.quantity import Quantity
from govdocs.prose.words.near_miss import one_slip_apart
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_SCORES = frozenset({Concept.WEIGHT, Concept.SCORE, Concept.SCORE_RATE})
_KEYED = frozenset({Concept.BUDGET, Concept.SPENT, Concept.SPENT_RATE, Concept.DONE_RATE})
_YEAR = re.compile(r"(20\d{2})")
_TOO_COMMON = 6
"""A name that stands in more tables is the name of a kind (本级, 其他), not of one thing."""
LEAST_DIGITS = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A row with its exact figures by what their columns are called."""

    region: Region
    row: Row
    cells: dict[str, tuple[int, Quantity]]


def same_cells(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the figures of rows of one name under heads of one name in two tables."""
    by_name: defaultdict[str, list[_Line]] = defaultdict(list)
    for region in subject.regions:
        keys = _keys(region)
        if not keys:
            continue
        for name, row in _named(region):
            cells = {
                key: (column, figure)
                for key, column in keys.items()
                if (figure := region.figure(row.index, column)) is not None and is_exact(figure)
            }
            if cells:
                by_name[name].append(_Line(region, row, cells))
    for name, lines in by_name.items():
        if not 1 < len(lines) <= _TOO_COMMON:
            continue
        for at, first in enumerate(lines):
            for second in lines[at + 1 :]:
                if first.region.table.path != second.region.table.path:
                    yield from _pair(name, first, second)


def _keys(region: Region) -> dict[str, int]:
    """The columns by what they are called, years with them; a name that two columns bear is left out."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    year = _YEAR.search(region.table.title)
    for column in region.columns:
        concept = concept_of(column)
        if column.index not in region.numeric or concept in _SCORES:
            continue
        words = concept.value if concept in _KEYED else re.sub(r"[“”\s]", "", column.name)
        years = _YEAR.findall(column.name) or ([year[1]] if year else [])
        key = f"{re.sub(r'20[0-9]{2}年?度?', '', words)}@{'-'.join(years)}"
        if key in found:
            twice.add(key)
        found[key] = column.index
    return {key: column for key, column in found.items() if key not in twice and len(key) > 2}


def _named(region: Region) -> Iterator[tuple[str, Row]]:
    totals = [row for row in region.rows if row.kind is RowKind.TOTAL]
    if len(totals) == 1:
        yield "合计", totals[0]
    names: dict[str, list[Row]] = {}
    for row in region.rows:
        if row.kind in {RowKind.ITEM, RowKind.AMONG} and len(row.label) > 1:
            name = re.sub(r"^其中[:：]?", "", plain_name(row.label)[0])
            name = re.sub(
                r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])",
                "",
                name,
            )
            names.setdefault(name, []).append(row)
    yield from ((name, rows[0]) for name, rows in names.items() if len(rows) == 1 and len(name) > 1)


def _pair(name: str, first: _Line, second: _Line) -> Iterator[Judged]:
    shared = [k for k in first.cells if k in second.cells]
    equal: list[str] = []
    apart: list[str] = []
    for key in shared:
        one, other = first.cells[key][1], second.cells[key][1]
        if one.kind == other.kind:
            (equal if _same(one, other) else apart).append(key)
    telling = [k for k in equal if _digits(first.cells[k][1]) >= LEAST_DIGITS]
    if not telling or len(apart) > len(telling):
        return
    yield Judged(True, (), cell_held(*(
        line.region.cell(line.row.index, line.cells[k][0]) for k in telling for line in (first, second)
    )))  # fmt: skip
    for key in apart:
        (column, one), (other_column, other) = first.cells[key], second.cells[key]
        scaled = other.base_interval.low + (other.base_interval.high - other.base_interval.low) / 2
        mine = one.base_interval.low + (one.base_interval.high - one.base_interval.low) / 2
        slip = one_slip_apart(mine.normalize(), scaled.normalize())
        if not (slip and _digits(one) >= LEAST_DIGITS) and len(telling) < 2:
            continue
        spots = (
            cell_spot(second.region, second.row, other_column),
            cell_spot(first.region, first.row, column),
        )
        yield Judged(
            False, spots, (), "value",
            {"name": name, "what": first.region.columns[column].last,
             "one": first.region.table.name, "other": second.region.table.name},
            expected=one.text, actual=other.text,
        )  # fmt: skip


def _same(a: Quantity, b: Quantity) -> bool:
    if a.unit == b.unit:
        return a.number == b.number or (a.decimals != b.decimals and a.interval.meets(b.interval))
    return a.base_interval.meets(b.base_interval)


def _digits(figure: Quantity) -> int:
    return (
        len(f"{abs(figure.number):f}".replace(".", "").strip("0"))
        if figure.number != Decimal(0)
        else 0
    )
