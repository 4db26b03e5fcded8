"""Other ways to look at one grid: turned by a quarter, or cut into the panels that stand side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from govdocs.model.units import PERCENT
from govdocs.reading.paper import Cell, Table
from govdocs.reading.tables.figures import figure_in, is_blank

_MEASURE = re.compile(
    r"[一-龥“”]{0,10}(?:权重|分值|标准分|满分|得分|评分|得分率|预算数?|决算数?|执行数|支出数?|到位数|金额|数量|资金|任务数?|目标[数值]?|计划[数值]?|完成[数值]?|实际[数值]?|"
    r"执行率|完成率|到位率|支出率|使用率|合格率|满意率|满意度|增长率|增幅|增减[额率]?|占比|比重|比例|人数|户数|个数)(?:[（(].*)?"
)
_RATE = re.compile(r"率|占比|比重|比例|增幅|满意度")
_WEIGHT, _SCORE = re.compile(r"权重|分值|标准分|满分"), re.compile(r"得分(?!率)|评分")
_PANEL_HEAD = re.compile(
    r"(?:收入|支出|资金)?(?:项目|科目|来源|用途|方向|名称)(?:[（(].*)?|[一-龥]{0,8}(?:科目|分类)(?:编码|代码|名称)?|编码|代码|行次"
    r"|(?:本年|当年|本期)?(?:收入|支出|资产|负债(?:[和及与](?:净资产|所有者权益|股东权益))?|资金来源|资金(?:运用|占用))(?:类别|内容|部分|方面)?(?:[（(].*)?"
)
_WHOLE = re.compile(r"(?:[一-龥]{0,6}(?:合计|总计|共计)|全[省市县区州盟旗镇乡国年])(?:[（(].*)?")
_COMPARED = re.compile(r"率|增|减|比|差|备注|说明|单位|标准|目标|指标值|完成|序号|得分")
_STATED_UNIT = re.compile(r"[（(](?P<unit>[^（）()]{1,6})[)）]$")
MOST_TURNED_ROWS = 8
MOST_MEASURES = 20


def turned(table: Table) -> Table:
    """The grid with rows as columns; cells keep their paths and places."""
    made: dict[int, Cell] = {}
    for cell in table.cells():
        made[id(cell)] = replace(
            cell, row=cell.column, column=cell.row, row_span=cell.column_span, column_span=cell.row_span
        )  # fmt: skip
    rows = tuple(
        tuple(
            None if (covering := table.at(row, column)) is None else made.get(id(covering))
            for row in range(len(table.rows))
        )
        for column in range(table.width)
    )
    return replace(table, rows=rows, repeats=frozenset())


def measures_stand_in_rows(table: Table) -> bool:
    """Tell whether the first column names what is measured (分值, 得分, 得分率) and the first row the things."""
    rows = len(table.rows)
    if not 3 <= rows <= MOST_TURNED_ROWS + 1 or table.width < 3:
        return False
    names = [table.at(row, 0) for row in range(1, rows)]
    heads = [table.at(0, column) for column in range(1, table.width)]
    if any(c is None or c.row_span > 1 or c.column_span > 1 for c in (*names, *heads)):
        return False
    words = [c.plain for c in names if c is not None]
    tops = [c.plain for c in heads if c is not None]
    if not all(_MEASURE.fullmatch(word) for word in words) or len(set(words)) < len(words):
        return False
    if not all(tops) or any(figure_in(top) is not None for top in tops):
        return False
    if sum(_MEASURE.fullmatch(top) is not None for top in tops) * 2 > len(tops):
        return False
    rated = any(_RATE.search(word) for word in words)
    scored = any(_WEIGHT.search(w) for w in words) and any(_SCORE.search(w) for w in words)
    return (rated or scored) and _mostly_figures(table)


def things_stand_in_columns(table: Table) -> bool:
    """Tell whether the first row names things that make up a whole (甲县, 乙县, 合计) and the first column
    what is measured, amounts beside rates or counts: no column could be added, each row can."""
    rows = len(table.rows)
    if not 3 <= rows <= MOST_MEASURES + 1 or table.width < 4:
        return False
    names = [table.at(row, 0) for row in range(1, rows)]
    heads = [table.at(0, column) for column in range(table.width)]
    if any(c is None or c.row_span > 1 or c.column_span > 1 for c in (*names, *heads)):
        return False
    words = [c.plain for c in names if c is not None]
    tops = [c.plain for c in heads if c is not None][1:]
    wholes = [at for at, top in enumerate(tops) if _WHOLE.fullmatch(top)]
    if wholes not in ([0], [len(tops) - 1]) or not all(tops) or not all(words):
        return False
    if len(set(tops)) < len(tops) or len(set(words)) < len(words):
        return False
    if any(_COMPARED.search(top) or figure_in(top) is not None for top in tops):
        return False
    if any(_WHOLE.fullmatch(word) or figure_in(word) is not None for word in words):
        return False
    return _of_several_kinds(table, words) and _mostly_figures(table)


def _of_several_kinds(table: Table, words: list[str]) -> bool:
    """Tell whether the rows count in several units, by the brackets behind their names or their figures."""
    stated = {m["unit"] for word in words if (m := _STATED_UNIT.search(word))}
    kinds: set[bool] = set()
    for row in range(1, len(table.rows)):
        figures = [
            f
            for column in range(1, table.width)
            if (c := table.at(row, column)) is not None and (f := figure_in(c.text)) is not None
        ]
        if figures:
            kinds.add(sum(f.kind == PERCENT for f in figures) * 2 > len(figures))
    return len(kinds) > 1 or len(stated) > 1


def _mostly_figures(table: Table) -> bool:
    cells = [c for c in table.cells() if c.row and c.column and not is_blank(c.text)]
    return len(cells) > 2 and sum(figure_in(c.text) is not None for c in cells) * 3 > len(cells) * 2


def panel_starts(table: Table, heads: range, body: tuple[int, ...]) -> list[int]:
    """Where the panels of a table begin that puts two lists side by side (收入 and 支出); [0] for one list.

    A panel begins with a column of names after columns of figures, under a head of the same kind as
    the first one's.
    """
    starts = [0]
    if table.width < 4 or not heads or len(body) < 2:
        return starts
    figures = [_holds_figures(table, body, column) for column in range(table.width)]
    heading = [_lowest(table, heads, column) for column in range(table.width)]
    for column in range(2, table.width - 1):
        begins = _PANEL_HEAD.fullmatch(heading[column]) and _PANEL_HEAD.fullmatch(heading[0])
        code = re.search(r"编码|代码", heading[column]) is not None
        if not begins or not (code or _holds_words(table, body, column)):
            continue
        before = any(
            figures[c] and not re.search(r"编码|代码|行次", heading[c])
            for c in range(starts[-1], column)
        )
        if before and any(figures[column + 1 :]):
            starts.append(column)
    return starts


def panel(table: Table, start: int, stop: int) -> Table:
    """The columns from ``start`` to before ``stop`` as a table of its own."""
    made: dict[int, Cell] = {}
    for cell in table.cells():
        left, right = max(cell.column, start), min(cell.column + cell.column_span, stop)
        if left < right:
            made[id(cell)] = replace(cell, column=left - start, column_span=right - left)
    rows = tuple(
        tuple(
            None if (covering := table.at(row, column)) is None else made.get(id(covering))
            for column in range(start, stop)
        )
        for row in range(len(table.rows))
    )
    return replace(table, rows=rows)


def _lowest(table: Table, heads: range, column: int) -> str:
    for row in reversed(heads):
        cell = table.at(row, column)
        if cell is not None and cell.plain:
            return cell.plain
    return ""


def _cells(table: Table, body: tuple[int, ...], column: int) -> list[Cell]:
    found = [table.at(row, column) for row in body]
    return [c for c in found if c is not None and not is_blank(c.text) and c.column == column]


def _holds_figures(table: Table, body: tuple[int, ...], column: int) -> bool:
    cells = _cells(table, body, column)
    return sum(figure_in(c.text) is not None for c in cells) * 2 > len(cells)


def _holds_words(table: Table, body: tuple[int, ...], column: int) -> bool:
    cells = _cells(table, body, column)
    return len(cells) > 1 and sum(figure_in(c.text) is None for c in cells) * 3 > len(cells) * 2
