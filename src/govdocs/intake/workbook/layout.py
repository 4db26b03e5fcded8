"""How a case is laid out over the sheets of a workbook: choices only, no code.

Headings, labels, drop-downs and explanations come from the model. A part of the model that no
sheet here names gets a sheet of its own, called by its Chinese name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a sheet shows its part of the case."""

    FORM = "label and value, one below the other"
    TABLE = "one row for each item of a list"
    FIXED = "one row for each of a group's like parts"
    CHILDREN = "one row for each item that belongs to a row of another table"
    LINES = "one text a row"
    OUTLINE = "headings of several levels with their paragraphs"
    TREE = "one row for each item of the lowest level, the names of the levels above before it"
    LEVELS = "one row for each item of the upper levels of a tree, by name"
    PAIRS = "a name and its text"


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet: its name, kind, the dotted paths that it holds, and a line of advice.

    The paths of a tree are those of its levels, from the top.
    """

    name: str
    kind: Kind
    paths: tuple[str, ...]
    advice: str = ""


SHEETS = (
    SheetLayout("案卷", Kind.FORM, ("", "fund", "budget"), "先填写金额单位，全部金额都按它填写"),
    SheetLayout("项目资金", Kind.FIXED, ("execution",), "附件2的资金；没有的来源整行留空"),
    SheetLayout("资金分配", Kind.TABLE, ("allocations",), "每个支持方向一行"),
    SheetLayout(
        "资金明细", Kind.CHILDREN, ("allocations.parts",), "额度由几部分组成时，每部分一行"
    ),
    SheetLayout("年度目标", Kind.LINES, ("goals",), "每个目标一行，不写序号"),
    SheetLayout(
        "绩效指标", Kind.TABLE, ("indicators",), "按附件顺序每个指标一行，每行都写全一级、二级指标"
    ),
    SheetLayout("目标完成与说明", Kind.FORM, ("goal_statement", "explanation")),
    SheetLayout(
        "公文", Kind.FORM, ("letter",), "没有公文的整页留空；一项有多个的，在下面插入行接着写"
    ),
    SheetLayout(
        "公文正文",
        Kind.OUTLINE,
        ("letter.sections",),
        "层级写1、2、3……；同一标题下再有段落的，另起一行，层级和小标题留空",
    ),
    SheetLayout("附件", Kind.TABLE, ("attachments",), "公文所附每个表一行"),
    SheetLayout("正文数据", Kind.TABLE, ("facts",), "只在正文出现的数字，每个一行"),
    SheetLayout("本地口径", Kind.PAIRS, ("settings",), "本地另有规定时才填"),
    SheetLayout("已说明", Kind.TABLE, ("accepted",), "校验报告提出、核实后仍照此报送的问题"),
)

GUIDE_SHEET = "填写说明"
IGNORED_PREFIX = "备查"
"""Sheets whose names begin so are the office's own notes and are not read."""

EMPTY_MARK = "（空）"
"""Says that a list or group is there and has nothing in it, where that differs from blank."""

LABEL, CONTENT, EXPLANATION = "项目", "填写内容", "填写说明"
LEVEL = "层级"
PARENT = "所属"
PAIR_NAME, PAIR_TEXT = "名称", "取值"

WIDTHS = {
    "文字": 22,
    "金额": 14,
    "比率": 12,
    "数字": 10,
    "数量": 16,
    "数量或文字": 16,
    "日期": 16,
    "整数": 10,
    "是或否": 10,
    "选项": 14,
}
WIDE_FIELDS = {
    "name": 34,
    "reason": 40,
    "reported_name": 30,
    "heading": 30,
    "paragraphs": 80,
    "goals": 80,
    "title": 40,
    "listed_title": 40,
    "text": 40,
    "explanation": 40,
    "remark": 50,
    "after": 60,
    "overall_goal": 60,
    "sentence": 40,
    "opening": 100,
}
SPARE_ROWS = 30
"""Rows below the last filled one that have borders and formats."""
GUIDED_ROWS = 300
"""Rows below the last filled one that have drop-downs and explanations."""
