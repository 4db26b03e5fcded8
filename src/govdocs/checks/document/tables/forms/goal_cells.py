"""F646: the goal told in words within a table against the indicator of the same thing beneath it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, name_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level, Spot
from govdocs.reading import Cell, Table
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import figure_in

_GOAL = re.compile(r"(?:总体|年度|绩效|整体|项目|实施期|中期|长期|预期)*目标\d?[:：]?")
_UNIT = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（）()\d]{1,4})[)）]$")
_MARKS = re.compile(r"[≥≤＞＜><=＝～~≧≦]|不(?:少于|低于|高于|超过)|大于|小于|等于|约")
_IN_BOUNDS = re.compile(r"不(?:少于|低于|高于|超过)|至少|以上|以内|累计")
_BEGINS = re.compile(r"(?:^|[^一-龥\w]|完成|开展|实施|计划|预计|拟|全年|共|将)$")
"""What stands before a name that begins here: words right before it would be part of a longer name."""
_AMONG = re.compile(r"其中[:：,，]?$")
LEAST_NAME = 5
"""A shorter name (培训, 修路) may mean another thing in the goal."""


def goal_cells(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the numbers that the cell beside 总体目标 gives for things that indicators of the table name."""
    for table in subject.document.tables:
        goals = list(_goals(table))
        if not goals:
            continue
        for region in subject.regions_of(table):
            for row in region.rows:
                if row.kind is RowKind.ITEM and row.labels:
                    yield from _of_row(region, row, goals)


def _goals(table: Table) -> Iterator[Cell]:
    """The cells with sentences right of or beneath a cell that says 总体目标."""
    for cell in table.cells():
        if not _GOAL.fullmatch(cell.plain):
            continue
        right = table.at(cell.row, cell.column + cell.column_span)
        row = cell.row + cell.row_span
        below = table.at(row, cell.column) if row < len(table.rows) else None
        for beside in (right, below):
            if beside is not None and len(beside.plain) > LEAST_NAME and not _GOAL.fullmatch(beside.plain):  # fmt: skip
                yield beside


def _of_row(region: Region, row: Row, goals: list[Cell]) -> Iterator[Judged]:
    label = row.labels[-1]
    known = [
        (cell, number, unit)
        for column in range(label.column + label.column_span, len(region.columns))
        if (cell := region.cell(row.index, column)) is not None
        and cell.row == row.index
        and (read := _value(cell, label)) is not None
        for number, unit in (read,)
    ]
    if not known:
        return
    name = _UNIT.sub("", label.plain)
    units = {unit for _, _, unit in known}
    if len(units) != 1 or not (unit := units.pop()) or len(name) < LEAST_NAME:
        return
    told = [(goal, number) for goal in goals for number in _told(goal.plain, name, unit)]
    if not told:
        return
    held = cell_held(*(cell for cell, _, _ in known), *(goal for goal, _ in told))
    numbers = {number for _, number, _ in known}
    if any(number in numbers for _, number in told):
        yield Judged(True, (), held)
        return
    goal, number = told[0]
    cell, value, _ = known[0]
    for other in numbers:  # the goal tells the value too, of a part or a longer name
        if any(re.search(rf"(?<![\d.]){re.escape(plain(other) + unit)}", g.plain) for g, _ in told):
            return
    spots = (
        Spot(goal.path, f"{region.table.name}第{goal.row + 1}行目标", f"{plain(number)}{unit}", place=goal.place),
        Spot(cell.path, f"{region.table.name}“{name[:24]}”", cell.text.strip(), place=cell.place),
        name_spot(region, row),
    )  # fmt: skip
    yield Judged(
        False, spots, held, "", {"table": region.table.name, "name": name, "unit": unit},
        expected=plain(value), actual=plain(number),
    )  # fmt: skip


def _value(cell: Cell, label: Cell) -> tuple[Decimal, str] | None:
    """The number and unit of an indicator's value; the unit may stand in brackets behind its name."""
    figure = figure_in(_MARKS.sub("", cell.plain))
    if figure is None:
        return None
    stated = _UNIT.search(label.plain)
    unit = figure.unit_symbol or (stated["unit"] if stated else "")
    return figure.number, unit


def _told(goal: str, name: str, unit: str) -> Iterator[Decimal]:
    """The numbers that a goal gives for a thing: right before, within or right behind its name."""
    for match in re.finditer(rf"(?P<number>\d+(?:\.\d+)?){re.escape(unit)}", goal):
        before, after = goal[: match.start()], goal[match.end() :]
        if re.search(r"[\d.]$", before) or _IN_BOUNDS.search(before[-4:] + after[:2]):
            continue
        for cut in range(len(name) + 1):
            ahead = before.removesuffix(name[:cut])
            fits = before.endswith(name[:cut]) and after.startswith(name[cut:])
            if fits and _BEGINS.search(ahead) and not _AMONG.search(ahead):
                yield Decimal(match["number"])
                break


RULES = (
    DocumentRule(
        code="F646",
        name="目标栏的数与指标值一致",
        level=Level.WARNING,
        judge=goal_cells,
        what="表中“总体目标”“年度目标”栏用文字写的数（开展7个……工程建设），与同一张表里同名、同单位指标的指标值一致；名称不全同、写明“不少于”“累计”的不比，指标一行另有相同的数（实际值、实施期值）的不提示。",
        why="指标值调整后目标栏的文字没有跟着改，考核时不知道以哪个为准。",
        mend="核实后统一目标栏与指标值。",
        source="同一事实前后一致",
        sentences={"": "{table}目标栏写{actual}{unit}，指标“{name}”的值是{expected}{unit}"},
        example=DocumentExample(
            wrong="|年度目标|<|新建9座标准化村级卫生室，方便群众就医|<|\n|一级指标|二级指标|三级指标|指标值|\n|产出指标|数量指标|新建标准化村级卫生室（座）|6|\n|^|质量指标|验收合格率|100%|",
            right="|年度目标|<|新建6座标准化村级卫生室，方便群众就医|<|\n|一级指标|二级指标|三级指标|指标值|\n|产出指标|数量指标|新建标准化村级卫生室（座）|6|\n|^|质量指标|验收合格率|100%|",
        ),
    ),
)
