"""Clause 10: letters (信函), orders (命令、令) and minutes (纪要), where they differ from the usual form."""

from __future__ import annotations

from govdocs.gongwen.measure import Measure, Strength, Typeface

LETTER_MARK_DOWN = Measure("信函格式发文机关标志上边缘至上页边", 30, "mm", "10.1")
LETTER_RULE_WIDTH = Measure("信函格式红色双线长", 170, "mm", "10.1")
LETTER_RULE_BELOW_MARK = Measure("发文机关标志与红色双线", 4, "mm", "10.1")
LETTER_LAST_RULE_UP = Measure("第二条红色双线距下页边", 20, "mm", "10.1")
LETTER_TITLE_BELOW = Measure("标题与其上最后一个要素之间", 2, "行", "10.1")
ORDER_MARK_DOWN = Measure("命令（令）标志上边缘至版心上边缘", 20, "mm", "10.2")
ORDER_NUMBER_BELOW_MARK = Measure("命令（令）标志与令号之间空行", 2, "行", "10.2")
ORDER_TEXT_BELOW_NUMBER = Measure("令号与正文之间空行", 2, "行", "10.2")
MINUTES_MARK_DOWN = Measure("纪要标志上边缘至版心上边缘", 35, "mm", "10.3")
ATTENDANCE_TYPE = Typeface("“出席”“请假”“列席”", "黑体", 16, "10.3", Strength.USUAL)
