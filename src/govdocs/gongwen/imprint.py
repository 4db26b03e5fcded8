"""Clause 7.4: 版记, which ends at the bottom edge of the last side's text area."""

from __future__ import annotations

from govdocs.gongwen.measure import Measure, Strength, Typeface

OUTER_RULE = Measure("首条和末条分隔线高度", 0.35, "mm", "7.4.1", Strength.MAY, 0.05)
INNER_RULE = Measure("中间分隔线高度", 0.25, "mm", "7.4.1", Strength.MAY, 0.05)
RULE_WIDTH = Measure("版记分隔线长（与版心等宽）", 156, "mm", "7.4.1")
LAST_RULE_ABOVE_TEXT_BOTTOM = Measure("末条分隔线与版心下边缘", 0, "mm", "7.4.1")
COPIES_INDENT = Measure("抄送机关左右各空", 1, "字", "7.4.2", Strength.USUAL)
COPIES_TYPE = Typeface("抄送机关", "仿宋_GB2312", 14, "7.4.2")
PRINTER_INDENT = Measure("印发机关左空、印发日期右空", 1, "字", "7.4.3", Strength.USUAL)
PRINTER_TYPE = Typeface("印发机关和印发日期", "仿宋_GB2312", 14, "7.4.3")
