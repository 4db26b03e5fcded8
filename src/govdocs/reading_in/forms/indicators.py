"""The indicator grid of either form, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.reading import Cell, Table
from govdocs.reading_in.placed import Placed

_HEADS = (
    ("level1", ("一级指标",)),
    ("level2", ("二级指标",)),
    ("name", ("三级指标", "指标名称")),
    ("target", ("预测指标值", "年度指标值", "指标值", "目标值")),
    ("actual", ("全年完成值", "实际完成值", "完成值")),
    ("reason", ("未完成原因和措施", "未完成原因和改进措施", "偏差原因分析及改进措施", "未完成原因")),
    ("weight", ("分值", "权重")),
    ("score", ("得分",)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GridRow:
    """One indicator as a form prints it: its cells by field; blank cells are left out."""

    cells: dict[str, Placed]

    def text(self, name: str) -> str:
        """What a cell shows; empty for a blank."""
        value = self.cells.get(name)
        return "" if value is None else value.text


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows of one grid, and the ids of the cells that are its heads and values."""

    rows: tuple[GridRow, ...]
    read: frozenset[int]


def read_grid(table: Table) -> Grid | None:
    """Read the grid under the head row that names 三级指标; None where there is none."""
    head = next((c for c in table.cells() if c.plain in {"三级指标", "指标名称"}), None)
    if head is None:
        return None
    columns: dict[str, int] = {}
    read: set[int] = set()
    for column in range(table.width):
        cell = table.at(head.row, column)
        if cell is None:
            continue
        name = next((n for n, words in _HEADS if cell.plain in words), "")
        if name and name not in columns:
            columns[name] = cell.column
            read.add(id(cell))
    if "level1" not in columns or "level2" not in columns:
        return None
    rows: list[GridRow] = []
    for at in range(head.row + head.row_span, len(table.rows)):
        row = _row(table, at, columns, read)
        if row is None:
            continue
        rows.append(row)
    return Grid(tuple(rows), frozenset(read))


def _row(table: Table, at: int, columns: dict[str, int], read: set[int]) -> GridRow | None:
    found: dict[str, Cell] = {}
    for name, column in columns.items():
        cell = table.at(at, column)
        if cell is not None:
            found[name] = cell
    named = found.get("name")
    if (
        named is None
        or not named.plain
        or named.row != at
        or len({id(c) for c in found.values()}) < 3
    ):
        return None  # a row of one merged cell (说明) is no indicator
    if any(field in found and not found[field].plain for field in ("level1", "level2")):
        return None
    read |= {id(cell) for cell in found.values()}
    return GridRow({
        field: Placed(cell.text.strip(), cell.place) for field, cell in found.items() if cell.plain
    })  # fmt: skip
