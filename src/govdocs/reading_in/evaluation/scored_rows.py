"""Rows of a table of scored indicators, whatever the order of its columns: annex, analysis, 自评表."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from govdocs.reading import Cell, Table
from govdocs.reading.tables.rows import RowKind, kind_of
from govdocs.reading_in.evaluation.heads import INDICATORS, Head, head_of
from govdocs.reading_in.placed import Placed

_WITH_WEIGHT = re.compile(
    r"(?P<name>.+?)[（(](?:权重|分值)?[:：]?(?P<weight>\d{1,3}(?:\.\d+)?)(?P<unit>分|%|％)?[)）]"
)
_NEEDED = (
    frozenset({"level2", "name", "weight"}),
    frozenset({"level2", "name", "score"}),
    frozenset({"level1", "name", "score"}),
    frozenset({"level1", "level2", "weight", "score"}),
    frozenset({"level1", "weight", "score"}),
)
DASHES = frozenset({"—", "——", "－", "-", "--", "/", "／", "\\"})
LEVELS = ("level1", "level2", "name")


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """One row: its cells by field, blank ones left out; ``kind`` tells a sub-total from an item."""

    cells: dict[str, Placed]
    kind: RowKind = RowKind.ITEM

    def text(self, name: str) -> str:
        """What a cell shows; empty for a blank."""
        value = self.cells.get(name)
        return "" if value is None else value.text


@dataclass(frozen=True, slots=True)
class ScoredTable:
    """A table of scored indicators: its head, rows, and the ids of all cells that were read."""

    table: Table
    head: Head
    rows: tuple[ScoredRow, ...]
    read: frozenset[int] = field(default=frozenset())

    @property
    def is_tree(self) -> bool:
        """Tell whether it names 一级 and 三级指标 with what they are worth."""
        return self.head.has("level1", "name") and self.head.has("weight")

    @property
    def is_annex(self) -> bool:
        """Tell whether it holds the whole tree with the rules of scoring."""
        return self.is_tree and self.head.has("rule")

    @property
    def is_self_rating(self) -> bool:
        """Tell whether it is the grid of a 项目支出绩效自评表: targets beside values, scores."""
        return self.is_tree and self.head.has("target", "value") and not self.head.has("rule")

    @property
    def is_analysis(self) -> bool:
        """Tell whether it holds the rows of one 一级指标."""
        return self.head.has("level2", "name") and not self.head.has("level1")

    @property
    def is_score_table(self) -> bool:
        """Tell whether it holds groups only."""
        return not self.head.has("name") and self.head.has("level1")


def scored_table(table: Table, before: ScoredTable | None = None) -> ScoredTable | None:
    """Read a table of scored indicators; one without head goes on where ``before`` ended."""
    head = head_of(table, INDICATORS, _NEEDED)
    if head is None:
        if before is None or not _goes_on(table, before):
            return None
        head = Head(before.head.columns, before.head.words, 0, frozenset())
    read = set(head.cells)
    rows = tuple(_rows(table, head, read))
    return ScoredTable(table, head, rows, frozenset(read)) if rows else None


def _goes_on(table: Table, before: ScoredTable) -> bool:
    """A table cut in two by a page has the same columns and begins with an indicator."""
    if not before.is_tree or table.width != before.table.width or not table.rows:
        return False
    weight = table.at(0, before.head.columns["weight"])
    return weight is not None and re.fullmatch(r"\d+(?:\.\d+)?分?", weight.plain) is not None


def _rows(table: Table, head: Head, read: set[int]) -> Iterator[ScoredRow]:
    carried: dict[str, Placed] = {}
    for at in range(head.first, len(table.rows)):
        found = {
            name: cell for name, column in head.columns.items() if (cell := table.at(at, column))
        }
        if all(id(cell) in read for cell in found.values()) or _is_head_again(found):
            read |= {id(cell) for cell in found.values()}
            continue
        levels = [found[name] for name in LEVELS if name in found]
        kind = kind_of(tuple(dict.fromkeys(c for c in levels if c.row == at and c.plain)))
        row = _row(found, at, head, kind, carried)
        if row is not None:
            read |= {id(cell) for cell in found.values()}
            yield row


def _row(
    found: dict[str, Cell], at: int, head: Head, kind: RowKind, carried: dict[str, Placed]
) -> ScoredRow | None:
    lowest = "name" if head.has("name") else "level2" if head.has("level2") else "level1"
    cells: dict[str, Placed] = {}
    for name, cell in found.items():
        if cell.plain and cell.plain not in DASHES:
            cells[name] = _placed(name, cell)
    if kind in {RowKind.SUBTOTAL, RowKind.TOTAL}:
        return ScoredRow(cells, kind)
    own = found.get(lowest)
    whole_row = len({id(c) for c in found.values()}) < 3
    if own is None or own.row != at or lowest not in cells or whole_row:
        return None
    for name in LEVELS[: LEVELS.index(lowest)]:
        weight = f"{name}_weight"
        if name in cells:
            if name not in carried or carried[name].place != cells[name].place:
                _forget(carried, name)
            carried[name] = cells[name]
            split = _split_weight(cells[name])
            if split is not None:
                carried[name], carried[weight] = split
            elif weight in cells:
                carried[weight] = cells[weight]
        for key in (name, weight):
            if key in carried:
                cells[key] = carried[key]
    split = _split_weight(cells[lowest])
    if split is not None and "weight" not in cells:
        cells[lowest], cells["weight"] = split
    weight_cell = found.get("weight")
    if weight_cell is not None and weight_cell.row_span > own.row_span and "weight" in cells:
        cells["level2_weight"] = cells.pop("weight")  # one weight over several rows is the group's
    return ScoredRow(cells, kind)


def _forget(carried: dict[str, Placed], name: str) -> None:
    for lower in LEVELS[LEVELS.index(name) :]:
        carried.pop(lower, None)
        carried.pop(f"{lower}_weight", None)


def _placed(name: str, cell: Cell) -> Placed:
    if name in {"explanation", "rule", "remark", "value", "target"}:
        return Placed(cell.text.strip(), cell.place)
    text = cell.plain
    if "weight" in name or name == "score":
        text = re.sub(r"(?<=\d)分$", "", text)
    return Placed(text, cell.place)


def _split_weight(value: Placed) -> tuple[Placed, Placed] | None:
    """决策（20分） is a name and its weight."""
    match = _WITH_WEIGHT.fullmatch(value.text)
    if match is None or not (match["unit"] or float(match["weight"]) <= 100):
        return None
    return Placed(match["name"], value.place), Placed(match["weight"], value.place)


def _is_head_again(found: dict[str, Cell]) -> bool:
    """A head that stands again at the top of the next page."""
    return len(found) > 2 and all(
        re.fullmatch(INDICATORS.get(name, INDICATORS["weight"]), cell.plain) is not None
        for name, cell in found.items()
    )
