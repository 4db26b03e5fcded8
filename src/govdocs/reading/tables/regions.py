"""A table as one or more regions, each under its head: columns, rows, figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT
from govdocs.reading.paper import Cell, Table
from govdocs.reading.tables.columns import Column, column_of
from govdocs.reading.tables.figures import figure_in, figure_like_a_year, is_blank, with_unit
from govdocs.reading.tables.heads import distinct, head_rows
from govdocs.reading.tables.numbering import code_levels, marks_of
from govdocs.reading.tables.pairs import is_form_of_pairs
from govdocs.reading.tables.rows import (
    Row,
    RowKind,
    is_rate_row,
    kind_of,
    level_of,
    level_of_number,
)
from govdocs.reading.tables.views import (
    measures_stand_in_rows,
    panel,
    panel_starts,
    things_stand_in_columns,
    turned,
)
from govdocs.reading.tables.wholes import whole_row

_ORDINAL = re.compile(r"序号|编号|行次|排名|名次|编码|代码|号$|^[类款项]$")
_INDICATOR = re.compile(r"[一二三四]级指标|指标名称|^(?:绩效|考核|评价)指标$")
_CODES = re.compile(r"(?:[一-龥]{0,8}(?:科目|分类))?(?:编码|代码)|[类款项]")
_TYPED_CODE = re.compile(r"[\[（(【]?(\d{3}(?:\d{2}){0,4})[\]）)】]?(?=[一-龥])")
_WORDY = re.compile(r"解释|说明|标准|依据|备注|原因|措施|内容|(?<!资金)来源|方法|规则|要点")
_NAMES = re.compile(
    r"指标|名称|项目|单位|企业|地区|县|区|部门|资金|类别|科目|内容|方向|选项|年度|年份|乡镇|街道|公司|学校|机构"
)


@dataclass(frozen=True, eq=False)
class Region:
    """The rows under one head.

    ``columns`` are all columns of the grid; ``numeric`` those that hold figures; ``names`` those
    that name the rows. A repeated head is no row, nor is a line that numbers the columns (栏次): what
    it prints stands in ``marks`` by column.
    """

    table: Table
    head: range
    columns: tuple[Column, ...]
    body: tuple[int, ...]
    marks: dict[int, str] = field(default_factory=dict)

    def figure(self, row: int, column: int) -> Quantity | None:
        """The figure of a cell with its column's unit; None where the cell is none."""
        known = self._read.get((row, column), self)
        if not isinstance(known, Region):
            return known
        found = self._figure(row, column)
        self._read[row, column] = found
        return found

    def _figure(self, row: int, column: int) -> Quantity | None:
        cell = self.table.at(row, column)
        if cell is None:
            return None
        found = figure_in(cell.text)
        if found is None and column in self._counting:
            found = figure_like_a_year(cell.text)
        return None if found is None else with_unit(found, self.columns[column].unit)

    @cached_property
    def _read(self) -> dict[tuple[int, int], Quantity | None]:
        """The figures that were asked for, by place."""
        return {}

    def line(self, column: int) -> tuple[Quantity | None, ...]:
        """The figures of a column, row by row; read once."""
        found = self._lines.get(column)
        if found is None:
            found = self._lines[column] = tuple(self.figure(row, column) for row in self.body)
        return found

    @cached_property
    def _lines(self) -> dict[int, tuple[Quantity | None, ...]]:
        return {}

    @cached_property
    def _counting(self) -> frozenset[int]:
        """The columns of figures in which four digits are a figure too, not a year."""
        return frozenset(
            column
            for column in self.numeric
            if not re.search(r"年份|年度|时间|日期", self.columns[column].name)
            and any((c := self.table.at(r, column)) and figure_in(c.text) for r in self.body)
        )

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        rows = self.table.rows
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
            return rows[row][column]
        return None

    @cached_property
    def numeric(self) -> tuple[int, ...]:
        """The columns whose filled cells are figures for the most part, numbers of rows left out."""
        found: list[int] = []
        for column in self.columns:
            if column.index and all(
                self.table.at(row, column.index) is self.table.at(row, column.index - 1)
                for row in self.body
            ):
                continue  # one column of merged cells
            cells = {
                id(c): c
                for row in self.body
                if (c := self.table.at(row, column.index)) is not None and not is_blank(c.text)
            }
            figures = sum(figure_in(c.text) is not None for c in cells.values())
            if figures and figures * 2 >= len(cells) and not self._counts_rows(column):
                found.append(column.index)
        return tuple(found)

    def _counts_rows(self, column: Column) -> bool:
        if _ORDINAL.search(column.name):
            return True
        if column.index or column.name:
            return False
        figures = [f.number for row in self.body if (f := self.figure(row, column.index))]
        return len(figures) > 1 and all(b - a == 1 for a, b in pairwise(figures))

    @cached_property
    def names(self) -> tuple[int, ...]:
        """The columns that name rows: those of words left of the first figures, explanations left out."""
        indicators = tuple(c.index for c in self.columns if _INDICATOR.search(c.last))
        if indicators:
            return indicators
        first = next(iter(self.numeric), len(self.columns))
        left = [
            c.index
            for c in self.columns[:first]
            if not _ORDINAL.search(c.name) and not _WORDY.search(c.last)
        ]
        if left:
            return tuple(left)
        return tuple(
            c.index for c in self.columns if c.index not in self.numeric and _NAMES.search(c.name)
        )[:1]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The data rows in order; 全市 or 全年 is a total where its figures add up the others."""
        found = tuple(self._row(index) for index in self.body)
        columns = [self.line(column) for column in self.numeric]
        whole = whole_row(found, columns)
        if whole is not None:
            found = tuple(replace(r, kind=RowKind.TOTAL) if r is whole else r for r in found)
        rates = {r.index for r in found if self._holds_rates(r)}
        if not rates or 2 * len(rates) >= len(found):
            return found
        return tuple(replace(r, kind=RowKind.RATE) if r.index in rates else r for r in found)

    def _holds_rates(self, row: Row) -> bool:
        """Tell whether a row of this name prints percentages only, in columns that hold amounts too."""
        if row.kind is not RowKind.ITEM or not is_rate_row(row.label):
            return False
        figures = [(c, f) for c in self.numeric if (f := self.figure(row.index, c)) is not None]
        stated = re.search(r"[%％]", row.label) is not None
        if len(figures) < 2 or not all(f.kind == PERCENT or stated for _, f in figures):
            return False
        return any(f is not None and f.kind != PERCENT for c, _ in figures for f in self.line(c))

    def _row(self, index: int) -> Row:
        found: dict[int, Cell] = {}
        for column in range(len(self.columns)):
            cell = self.table.at(index, column)
            if cell is None or not cell.plain or cell.row < self.head.stop:
                continue
            named = column in self.names
            total = column not in self.numeric and kind_of((cell,)) in {
                RowKind.TOTAL,
                RowKind.SUBTOTAL,
            }
            if (named or total) and figure_in(cell.text) is None:
                found.setdefault(id(cell), cell)
        labels = tuple(found.values())
        label = labels[-1].plain if labels else ""
        code, level = self._codes.get(index, ("", 0))
        level = level or level_of(label) or self._ordinal_level(index)
        return Row(index, labels, kind_of(labels), level, code)

    @cached_property
    def _codes(self) -> dict[int, tuple[str, int]]:
        """The codes of rows (205, 20502) with the level that their prefixes give."""
        stated: dict[int, str] = {}
        columns = [c.index for c in self.columns if _CODES.fullmatch(c.last)]
        if columns:
            for row in self.body:
                cells = {id(c): c for i in columns if (c := self.table.at(row, i)) is not None}
                code = "".join(c.plain for c in cells.values())
                if re.fullmatch(r"\d{3,12}", code):
                    stated[row] = code
        else:
            for row in self.body:
                cell = self.table.at(row, self.names[-1]) if self.names else None
                found = None if cell is None else _TYPED_CODE.match(cell.plain)
                if found is not None:
                    stated[row] = found[1]
        return code_levels(stated)

    def _ordinal_level(self, index: int) -> int:
        """The level that the row's number in a column of numbers gives (1.1 beneath 1)."""
        for column in self.columns[: self.names[0] if self.names else 0]:
            cell = self.table.at(index, column.index)
            if cell is not None and _ORDINAL.search(column.name) and cell.column_span == 1:
                return level_of_number(cell.plain)
        return 0


def regions_of(table: Table) -> tuple[Region, ...]:
    """Cut a table at its heads; rows above the first head belong to none.

    A grid that names its measures in the first column, or things and their 合计 in the first row, is
    turned first; two lists side by side
    (收入 and 支出) are two regions. A form of names and values by turns has no head and no region.
    """
    if is_form_of_pairs(table):
        return ()
    if measures_stand_in_rows(table) or things_stand_in_columns(table):
        table = turned(table)
    heads = head_rows(table)
    found: list[Region] = []
    for at, head in enumerate(heads):
        stop = heads[at + 1].start if at + 1 < len(heads) else len(table.rows)
        rows = [row for row in range(head.stop, stop) if distinct(table, row)]
        body = tuple(row for row in rows if not marks_of(table, row))
        marks = next((m for row in rows[:2] if (m := marks_of(table, row))), {})
        starts = panel_starts(table, head, body)
        if len(starts) > 1:
            found += _panels(table, head, body, marks, starts)
            continue
        columns = _columns(table, head)
        if found and [c.heading for c in columns] == [c.heading for c in found[-1].columns]:
            last = found[-1]
            found[-1] = Region(table, last.head, last.columns, (*last.body, *body), last.marks)
        else:
            found.append(Region(table, head, columns, body, marks))
    return tuple(found)


def _panels(
    table: Table, head: range, body: tuple[int, ...], marks: dict[int, str], starts: list[int]
) -> list[Region]:
    found: list[Region] = []
    for start, stop in pairwise([*starts, table.width]):
        part = panel(table, start, stop)
        rows = tuple(row for row in body if distinct(part, row))
        own = {column - start: mark for column, mark in marks.items() if start <= column < stop}
        found.append(Region(part, head, _columns(part, head), rows, own))
    return found


def _columns(table: Table, head: range) -> tuple[Column, ...]:
    corners = (c for row in head for c in distinct(table, row) if not _over_figures(table, head, c))
    shared = next((u for c in corners if (u := _money(c.plain))), "")
    stated = table.unit or shared
    columns = []
    for index in range(table.width):
        above = [c for row in head if (c := table.at(row, index)) is not None]
        above = [c for c in above if c.column_span < table.width or table.width == 1]
        columns.append(column_of(index, above, stated))
    return tuple(columns)


def _over_figures(table: Table, head: range, cell: Cell) -> bool:
    """Tell whether a head cell is that of one column with figures: its unit is that column's own."""
    beneath = [
        table.at(row, cell.column) for row in range(head.stop, min(head.stop + 4, len(table.rows)))
    ]
    figures = (c for c in beneath if c is not None and c.row >= head.stop)
    return cell.column_span == 1 and any(figure_in(c.text) is not None for c in figures)


def _money(words: str) -> str:
    """项目资金（万元） in the corner of a form speaks for the money columns beside it."""
    found = re.search(r"(?:资金|金额|预算|经费)[（(]((?:万|亿)?元)[)）]", words)
    return found[1] if found else ""
