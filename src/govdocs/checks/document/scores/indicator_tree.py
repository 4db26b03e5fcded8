"""What all score tables of a report together say of one indicator, its parts added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from govdocs.checks.document.scores.score_book import Scored, ScoreTable, plain_name
from govdocs.checks.document.spots import cell_spot, name_spot
from govdocs.finding import Spot
from govdocs.reading.tables import RowKind


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One table's weight or score for an indicator: stated in a cell, or added up from its parts."""

    number: Decimal
    spot: Spot
    added: bool
    table: ScoreTable
    in_name: bool = False
    """Whether the points stand in the name itself: 过程（20分）."""


@dataclass(slots=True)
class Indicator:
    """An indicator by its name: what each table says, how many parts of each level it has there."""

    name: str
    levels: set[int] = field(default_factory=set)
    weights: list[Statement] = field(default_factory=list)
    scores: list[Statement] = field(default_factory=list)
    parts: dict[int, list[tuple[int, ScoreTable]]] = field(default_factory=dict)
    """By level: how many indicators of that level a table puts under it."""


def indicators_of(tables: Sequence[ScoreTable]) -> dict[str, Indicator]:
    """Every indicator of the score tables by name, its own and added-up figures collected."""
    found: dict[str, Indicator] = {}
    for table in tables:
        names = [entry.name for entry in table.entries]
        leaves = {entry.name for entry in table.entries if entry.score_column is not None}
        for entry in table.entries:
            indicator = found.setdefault(entry.name, Indicator(entry.name))
            indicator.levels.add(entry.level)
            if names.count(entry.name) > 1 and entry.score_column is not None:
                continue  # named twice: it is not certain which one is meant
            _own(indicator, entry, table)
        for name in {entry.name for entry in table.entries} - leaves:
            _from_parts(found[name], name, table)
    for table in tables:
        _subtotals(found, table)
    return found


def _own(indicator: Indicator, entry: Scored, table: ScoreTable) -> None:
    if entry.weight is not None:
        spot = (
            cell_spot(table.region, entry.row, entry.weight_column)
            if entry.weight_column is not None
            else Spot(
                entry.cell.path,
                f"{table.region.table.name}“{entry.name}”",
                entry.cell.plain,
                place=entry.cell.place,
            )
        )
        in_name = entry.weight_column is None
        indicator.weights.append(Statement(entry.weight, spot, False, table, in_name))
    if entry.score is not None and entry.score_column is not None:
        spot = cell_spot(table.region, entry.row, entry.score_column)
        indicator.scores.append(Statement(entry.score, spot, False, table))


def _from_parts(indicator: Indicator, name: str, table: ScoreTable) -> None:
    under = [entry for entry in table.entries if name in entry.parents]
    leaves = [entry for entry in under if entry.score_column is not None]
    if not leaves:
        return
    first = next(entry for entry in table.entries if entry.name == name)
    spot = name_spot(table.region, leaves[0].row)
    where = Spot(first.cell.path, f"{table.region.table.name}“{name}”各行", name, place=spot.place)
    if all(leaf.weight is not None for leaf in leaves):
        total = sum((leaf.weight for leaf in leaves if leaf.weight is not None), Decimal(0))
        indicator.weights.append(Statement(total, where, True, table))
    if all(leaf.score is not None for leaf in leaves):
        total = sum((leaf.score for leaf in leaves if leaf.score is not None), Decimal(0))
        indicator.scores.append(Statement(total, where, True, table))
    by_level: defaultdict[int, set[int]] = defaultdict(set)
    for entry in under:
        by_level[entry.level].add(id(entry.cell))
    for level, cells in by_level.items():
        indicator.parts.setdefault(level, []).append((len(cells), table))


def _subtotals(found: dict[str, Indicator], table: ScoreTable) -> None:
    """A 小计 row beneath an indicator's parts states its figures in cells."""
    for row in table.region.rows:
        if row.kind is not RowKind.SUBTOTAL:
            continue
        above = [e for e in table.entries if e.row.index < row.index and e.parents]
        cell = table.region.cell(row.index, table.region.names[0])
        name = plain_name(cell.text)[0] if cell is not None and cell.row < row.index else ""
        name = name or (above[-1].parents[0] if above else "")
        if name not in found:
            continue
        for column, statements in (
            (table.weight, found[name].weights),
            (table.score, found[name].scores),
        ):
            number = table.number(row.index, column)
            if number is not None:
                statements.append(
                    Statement(number, cell_spot(table.region, row, column), False, table)
                )
