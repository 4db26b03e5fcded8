"""The labelled fields of both forms: names of offices, money, goals, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.place import CellPlace, Path
from govdocs.reading import Cell, Table
from govdocs.reading_in.placed import Gathered, Leftover, Placed

DECLARATION, EVALUATION = "declaration", "evaluation"

_BRACKETS = str.maketrans("()", "（）")
_OWN_WORDS = {
    DECLARATION: frozenset({"总预算数", "预测指标值", "年度目标", "省级财政部门", "省级主管部门", "中央主管单位"}),
    EVALUATION: frozenset({
        "专项（项目）名称", "全年预算数（A）", "全年执行数（B）", "全年完成值", "年初设定目标", "地方主管部门",
        "全年实际完成情况", "年度资金总额",
    }),
}  # fmt: skip
_FIELDS: dict[str, dict[str, Path]] = {
    DECLARATION: {
        "专项名称": ("fund", "declared_name"),
        "中央主管单位": ("fund", "ministry"),
        "中央主管部门": ("fund", "ministry"),
        "省级财政部门": ("fund", "finance_department"),
        "省级主管部门": ("fund", "line_department"),
        "总预算数": ("budget", "total"),
        "其中：中央补助": ("budget", "central"),
        "地方资金": ("budget", "local"),
    },
    EVALUATION: {
        "专项（项目）名称": ("fund", "name"),
        "专项名称": ("fund", "name"),
        "中央主管部门": ("fund", "ministry"),
        "地方主管部门": ("fund", "line_department"),
        "实施单位": ("fund", "implementing_unit"),
        "说明": ("explanation", "remark"),
    },
}
_MONEY_ROWS = {
    "年度资金总额": "total", "其中：中央补助": "central", "中央补助": "central", "地方资金": "local",
    "其他资金（包括结转结余）": "other", "其他资金": "other",
}  # fmt: skip
_MONEY_HEADS = (("全年预算数", "budget"), ("全年执行数", "executed"), ("执行率", "rate"))
_UNIT = re.compile(r"(?:项目资金|预算金额)[（(]((?:万|亿|千)?元)[)）]")
_GOAL = re.compile(r"目标\d+[:：]")
_WORDS = frozenset({"年度绩效目标", "绩效指标", "项目资金", "预算金额"})


def form_of(table: Table) -> str:
    """Tell which form a table belongs to by words that only that form has; empty for neither."""
    words = {label(cell) for cell in table.cells()}
    hits = {form: len(words & own) for form, own in _OWN_WORDS.items()}
    best = max(hits, key=lambda form: hits[form])
    return best if hits[best] and list(hits.values()).count(hits[best]) == 1 else ""


def label(cell: Cell) -> str:
    """A cell's words as labels are compared: no white space, no colon, no unit, wide brackets."""
    words = cell.plain.translate(_BRACKETS).replace(":", "：").rstrip("：")
    return re.sub(r"（(?:万|亿|千)?元）$", "", words)


def read_fields(table: Table, form: str, gathered: Gathered) -> set[int]:
    """Read every labelled value of the table; return the ids of the cells that are labels."""
    labels: set[int] = set()
    fields = _FIELDS[form]
    for cell in table.cells():
        words = label(cell)
        unit = _UNIT.search(cell.plain)
        if unit is not None:
            gathered.put(("money_unit",), Placed(unit[1], cell.place))
        if words in _WORDS or unit is not None:
            labels.add(id(cell))
        if form == DECLARATION and words == "预算金额":
            printed = "是" if unit else "否"
            gathered.put(("budget", "unit_printed"), Placed(printed))
        value = _beside(table, cell)
        path = fields.get(words)
        if path is not None:
            labels.add(id(cell))
            if value is not None and label(value) not in fields:
                gathered.put(path, Placed(value.text.strip(), value.place))
        elif form == DECLARATION and words == "年度目标" and value is not None:
            labels.add(id(cell))
            _goals(value, gathered)
    if form == EVALUATION:
        labels |= _money(table, gathered) | _below(table, gathered)
    return labels


def _beside(table: Table, cell: Cell) -> Cell | None:
    """The next cell to the right in the same row; a blank one of Excel is none."""
    column = cell.column + cell.column_span
    found = table.at(cell.row, column)
    if found is None or found.row != cell.row:
        return None
    return found


def _goals(cell: Cell, gathered: Gathered) -> None:
    gathered.taken.add(cell.place)
    starts = list(_GOAL.finditer(cell.text))
    if not starts:
        lines = [line.strip() for line in cell.text.splitlines() if line.strip()]
        if lines:
            gathered.tree["goals"] = [Placed(line, cell.place) for line in lines]
        return
    ends = [start.start() for start in starts[1:]] + [len(cell.text)]
    texts = [cell.text[m.end() : end].strip() for m, end in zip(starts, ends, strict=True)]
    gathered.tree["goals"] = [Placed(text, cell.place) for text in texts if text]
    before = cell.text[: starts[0].start()].strip()
    if before:
        gathered.left.append(Leftover(before, cell.place))


def _money(table: Table, gathered: Gathered) -> set[int]:
    """项目资金: rows by source, columns by their heads."""
    labels: set[int] = set()
    columns: dict[str, int] = {}
    head = -1
    for cell in table.cells():
        for words, name in _MONEY_HEADS:
            if label(cell).startswith(words) and name not in columns:
                columns[name], head = cell.column, cell.row
                labels.add(id(cell))
    for cell in table.cells():
        source = _MONEY_ROWS.get(label(cell))
        if source is None or head < 0 or not head < cell.row <= head + 8:
            continue
        labels.add(id(cell))
        for name, column in columns.items():
            value = table.at(cell.row, column)
            if value is not None and value.row == cell.row and value is not cell:
                text = value.text.strip().replace(",", "").replace("，", "")
                gathered.put(("execution", source, name), Placed(text, value.place))
    return labels


def _below(table: Table, gathered: Gathered) -> set[int]:
    """The two texts that stand beneath their heads."""
    labels: set[int] = set()
    for words, name in (("年初设定目标", "planned"), ("全年实际完成情况", "achieved")):
        for cell in _labelled(table, words):
            labels.add(id(cell))
            value = table.at(cell.row + cell.row_span, cell.column)
            if value is not None and value.row > cell.row and label(value) not in _WORDS:
                gathered.put(("goal_statement", name), Placed(value.text.strip(), value.place))
    return labels


def _labelled(table: Table, words: str) -> Iterator[Cell]:
    yield from (cell for cell in table.cells() if label(cell) == words)


def checking_column(table: Table) -> int:
    """The first column of a workbook's own checks and sums (核对：…, …（供汇总）), which no paper prints."""
    found = [
        c.column
        for c in table.cells()
        if c.plain.startswith("核对：") or c.plain.endswith("（供汇总）")
    ]
    return min(found, default=10_000) if isinstance(table.place, CellPlace) else 10_000
