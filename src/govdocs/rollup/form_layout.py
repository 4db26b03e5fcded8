"""What a unit's form is called by: headings, money rows, defined names, the hidden sheet."""

from __future__ import annotations

from dataclasses import dataclass

FORM_SHEET = "自评表"
HIDDEN_SHEET = "_govdocs"
TITLE = "中央对地方专项转移支付区域（项目）绩效目标自评表"
NOT_APPLICABLE = "不适用"
YES, NO = "是", "否"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the indicator block: its key, its heading, other headings that mean the same."""

    key: str
    heading: str
    also: tuple[str, ...] = ()


COLUMNS: tuple[Column, ...] = (
    Column("level1", "一级指标"),
    Column("level2", "二级指标"),
    Column("name", "三级指标", ("绩效指标", "指标名称")),
    Column("target", "年度指标值", ("指标值", "预测指标值")),
    Column("unit", "计量单位", ("单位",)),
    Column("actual", "全年完成值", ("完成值", "全年实际完成值", "实际完成值")),
    Column("band", "完成档次（定性）", ("完成档次",)),
    Column("reason", "未完成原因和措施", ("未完成原因和改进措施", "偏差原因分析及改进措施")),
)
"""Left to right as handed out; ``also`` are the headings of the same column in other years' forms."""

NEEDED = ("name", "actual")
"""Columns without which a sheet is no form."""

MONEY_COLUMNS: tuple[Column, ...] = (
    Column("budget", "全年预算数（A）", ("全年预算数",)),
    Column("executed", "全年执行数（B）", ("全年执行数",)),
    Column("rate", "执行率（B/A）", ("执行率", "预算执行率（B/A）")),
)
MONEY_ROWS: tuple[Column, ...] = (
    Column("total", "年度资金总额"),
    Column("central", "其中：中央补助", ("中央补助", "其中：中央财政资金")),
    Column("local", "地方资金", ("地方财政资金",)),
    Column("other", "其他资金（包括结转结余）", ("其他资金",)),
)
UNIT_LABELS = ("实施单位", "填报单位", "资金使用单位")
ACHIEVED_LABEL = "全年实际完成情况"
REMARK_LABEL = "说明"
TEXT_NAMES = {"achieved": ACHIEVED_LABEL, "remark": REMARK_LABEL}
"""What the texts outside the indicator rows are called."""
MONEY_NAMES = {
    f"{row.key}.{column.key}": f"{row.heading.removeprefix('其中：')}{column.heading}"
    for row in MONEY_ROWS
    for column in MONEY_COLUMNS
}
"""What a money cell is called in messages, by ``row.column``."""


def field_name(number: int, key: str) -> str:
    """The defined name of an indicator's cell, e.g. ``gd_i003_actual``."""
    return f"gd_i{number:03d}_{key}"


def money_name(row: str, column: str) -> str:
    """The defined name of a money cell, e.g. ``gd_total_budget``."""
    return f"gd_{row}_{column}"


OWN_TOTAL = "=IF(COUNT("
"""How the handed-out sum of the money rows begins."""
UNIT_NAME = "gd_unit"
ACHIEVED_NAME = "gd_achieved"
REMARK_NAME = "gd_remark"
