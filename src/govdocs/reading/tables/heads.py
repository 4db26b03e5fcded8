"""Head rows: at the top of a table, in the middle of a form, repeated after a page break."""

from __future__ import annotations

import re

from govdocs.reading.paper import Cell, Table
from govdocs.reading.tables.figures import figure_in

_WORDS = re.compile(
    r"指标|名称|项目|单位|企业|金额|预算|决算|执行|支出|收入|权重|分值|分数|得分|评分|标准|备注|序号|内容|目标|完成|比例|占比|比重|率|"
    r"数量|合计|小计|年度|类别|类型|说明|解释|原因|资金|地区|县|等级|依据|措施|时间|日期|方式|来源|用途|下达|拨付|到位|结余|业绩|选项|人数|"
    r"票数|增长|增幅|同比|编号|文号|阶段|责任|方向|科目|经费|补助|补贴|实际|计划|部门|满意|次数|户数|\d{4}年"
)
_OFFICE = re.compile(
    r"(?:厅|局|委员会|公司|医院|政府|商务部|财政部|教育部|农业农村部|中心|[一-龥]{2}部)$"
)
_STRICT = re.compile(
    r"序号|编号|[一二三四]级(?:指标|目录)?|(?:绩效|考核|评价)?指标(?:名称|内容|类型|性质|方向|解释|说明)?|[一-龥]{0,6}(?:指标值|完成值|目标值|业绩值|实际值|计划值|参考值)(?:[（(].*)?"
    r"|(?:[一-龥]{0,6}(?:权重|分值|得分|评分|分数|扣分|满分)(?:值|分|率|说明|标准|依据|细则|情况|原因)?|评[价分](?:标准|细则|要点|依据|规则)|计分(?:标准|方法|规则))(?:[（(].*)?"
    r"|[一-龥]{0,12}(?:预算数|决算数|执行数|执行率|支出数|到位数|金额|总额|资金|数量|个数|比例|占比|比重|增长率|完成率|目标|完成情况|完成数|完成比例)(?:[（(].*)?"
    r"|合计|小计|备注|说明|单位|名称|项目|类别|内容|年度|[一-龥]{0,14}(?:名称|单位|类别|原因|措施|分析|依据|来源|时间|日期|内容)|(?:19|20)\d{2}年[一-龥]{0,6}"
)
_SENTENCE = re.compile(r"[。；！？]")
LONGEST = 24
MOST_HEAD_ROWS = 4


def is_head_word(text: str) -> bool:
    """Tell whether words are those of a head and of nothing else."""
    return _STRICT.fullmatch("".join(text.split())) is not None


def distinct(table: Table, row: int) -> list[Cell]:
    """The cells of a row that hold text, each once."""
    seen: dict[int, Cell] = {}
    for cell in table.rows[row]:
        if cell is not None and cell.plain:
            seen.setdefault(id(cell), cell)
    return list(seen.values())


def looks_like_head(table: Table, row: int, *, strict: bool = False) -> bool:
    """Tell whether most cells of a row are the words of a head and none is a figure.

    ``strict`` asks it of every cell: beneath a first head, names of rows hold such words too.
    """
    cells = distinct(table, row)
    own = [cell for cell in cells if cell.row == row]
    if len(own) < 2 or not _can_be_head(own):
        return False
    if strict:
        return all(_STRICT.fullmatch(cell.plain) for cell in own)
    if any(_OFFICE.search(cell.plain) for cell in own):
        return False
    fitting = sum(_WORDS.search(cell.plain) is not None for cell in own)
    return fitting >= max(2, 0.6 * len(own))


def _can_be_head(cells: list[Cell]) -> bool:
    return all(
        len(cell.plain) <= LONGEST
        and not _SENTENCE.search(cell.plain)
        and figure_in(cell.text) is None
        for cell in cells
    )


def head_rows(table: Table) -> list[range]:
    """The stretches of head rows, top down; a table without any gives an empty list."""
    found: list[range] = []
    row = 0
    while row < len(table.rows):
        begins = (
            looks_like_head(table, row, strict=True)
            or (not found and looks_like_head(table, row) and _figures_beneath(table, row))
            or (not found and _plain_head(table, row))
        )
        if not begins:
            row += 1
            continue
        end = row + 1
        while end < min(len(table.rows), row + MOST_HEAD_ROWS) and _goes_on(table, end):
            end += 1
        found.append(range(row, end))
        row = end
    return found


def _goes_on(table: Table, row: int) -> bool:
    above = distinct(table, row - 1)
    cells = [cell for cell in distinct(table, row) if cell.row == row]
    if not cells or not _can_be_head(cells):
        return False
    split = [c for c in above if c.column_span > 1 and c.row == row - 1 and c.row_span == 1]
    under = [
        c for c in cells if any(s.column <= c.column < s.column + s.column_span for s in split)
    ]
    if split and len(under) == len(cells) and len(cells) > 1 and len(split) < len(table.rows[row]):
        wide = [
            s
            for s in split
            if sum(s.column <= c.column < s.column + s.column_span for c in under) > 1
        ]
        return bool(wide) and not _all_names(table, row)
    return looks_like_head(table, row, strict=True)


def _figures_beneath(table: Table, row: int) -> bool:
    """Whether some column beneath holds two figures, the only row two, or the table holds none at all."""
    if row + 2 == len(table.rows):
        return sum(figure_in(cell.text) is not None for cell in distinct(table, row + 1)) != 1
    columns: dict[int, int] = {}
    for later in range(row + 1, len(table.rows)):
        for cell in distinct(table, later):
            if cell.row == later and figure_in(cell.text) is not None:
                columns[cell.column] = columns.get(cell.column, 0) + 1
    return not columns or max(columns.values()) > 1


def _all_names(table: Table, row: int) -> bool:
    """A row with figures right beneath in none of its columns, and above a figure row, may be data."""
    return (
        False
        if row + 1 >= len(table.rows)
        else not any(
            figure_in(cell.text) is not None
            for later in range(row + 1, min(len(table.rows), row + 4))
            for cell in distinct(table, later)
        )
        and not looks_like_head(table, row)
    )


def _plain_head(table: Table, row: int) -> bool:
    """The first full row above figures, whatever its words, or a row that Word repeats."""
    cells = distinct(table, row)
    if len(cells) < 2 or not _can_be_head(cells):
        return False
    if row in table.repeats:
        return True
    if row > 2 or len(cells) < 0.6 * len({id(c) for c in table.rows[row]}):
        return False
    beneath = [
        c for later in range(row + 1, min(len(table.rows), row + 4)) for c in distinct(table, later)
    ]
    figures = sum(figure_in(cell.text) is not None for cell in beneath)
    return len(table.rows) - row > 2 and figures >= 2 and table.width >= 2
