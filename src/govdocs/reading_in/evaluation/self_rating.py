"""项目支出绩效自评表: its labelled fields, beside the grid that the tree takes."""

from __future__ import annotations

import re

from govdocs.place import Path
from govdocs.reading import Cell, FinishedDocument, Paragraph, Table
from govdocs.reading_in.forms.fields import label
from govdocs.reading_in.placed import Gathered, Placed

_FIELDS: dict[str, Path] = {
    "项目名称": ("whole_name",),
    "主管部门": ("project", "department"),
    "主管部门及代码": ("project", "department"),
    "实施单位": ("project", "implementing_unit"),
    "项目单位": ("project", "implementing_unit"),
}
_MARKS = ("年度总体目标", "项目资金", "全年预算数", "全年执行数", "主管部门", "实施单位")
_OF_TRANSFERS = frozenset({
    "专项（项目）名称", "专项名称", "中央主管部门", "中央主管单位", "地方主管部门", "省级主管部门", "省级财政部门",
    "年初设定目标",
})  # fmt: skip
"""Labels of the forms of transfer payments, which are a filing's."""
_UNIT = re.compile(r"(?:项目)?资金[（(](?P<unit>(?:万|亿|千)?元)[)）]")
_YEAR = re.compile(r"[（(]\s*(?P<year>(?:19|20)\d\d)\s*年度?\s*[）)]")


def is_self_rating(table: Table) -> bool:
    """Tell the form by its labels, most of which nothing else has."""
    words = {label(cell) for cell in table.cells()}
    if words & _OF_TRANSFERS:
        return False
    return "年度总体目标" in words and sum(mark in words for mark in _MARKS) >= 4


def read_self_rating(document: FinishedDocument, table: Table, gathered: Gathered) -> None:
    """Read names, unit, overall goal and 年度资金总额 of the form; its year from the line above."""
    grid = _grid_row(table)
    for cell in table.cells():
        if cell.row >= grid:
            continue
        unit = _UNIT.fullmatch(cell.plain)
        if unit is not None:
            gathered.put(("money_unit",), Placed(unit["unit"], cell.place))
        path = _FIELDS.get(label(cell))
        value = _beside(table, cell)
        if path is not None and value is not None and label(value) not in _FIELDS:
            _name(path, Placed(value.text.strip(), value.place), gathered)
        if label(cell) == "预期目标":
            beneath = table.at(cell.row + cell.row_span, cell.column)
            if beneath is not None and beneath.plain:
                gathered.put(("overall_goal",), Placed(beneath.text.strip(), beneath.place))
    own = min((c.column for c in table.cells() if c.plain.startswith("核对")), default=table.width)
    gathered.taken |= {c.place for c in table.cells() if c.row < grid or c.column >= own}
    gathered.taken |= {c.place for c in table.cells() if label(c) == "绩效指标"}
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        text = block.full.strip()
        year = _YEAR.fullmatch(text)
        if year is not None:
            gathered.put(("year",), Placed(year["year"], block.place))
        if year is not None or re.fullmatch(r"项目支出绩效自评表|附(?:件|表)\s*\d{0,2}", text):
            gathered.taken.add(block.place)


def _name(path: Path, value: Placed, gathered: Gathered) -> None:
    known = gathered.tree.get("whole_name")
    if path == ("whole_name",) and known is not None:
        if value.place is not None:
            gathered.taken.add(value.place)
        return  # the cover says it
    gathered.put(path, value)


def _grid_row(table: Table) -> int:
    return next((c.row for c in table.cells() if c.plain == "三级指标"), len(table.rows))


def _beside(table: Table, cell: Cell) -> Cell | None:
    found = table.at(cell.row, cell.column + cell.column_span)
    return found if found is not None and found.row == cell.row and found.plain else None
