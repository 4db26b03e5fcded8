"""Clause 5: sheet, margins, text area (版心), lines and characters a side."""

from __future__ import annotations

from govdocs.gongwen.measure import Measure, Strength, Typeface

SHEET_WIDTH = Measure("纸张宽", 210, "mm", "5.1")
SHEET_HEIGHT = Measure("纸张高", 297, "mm", "5.1")
TOP_MARGIN = Measure("天头（上白边）", 37, "mm", "5.2.1")
BINDING_MARGIN = Measure("订口（左白边）", 28, "mm", "5.2.1")
TEXT_WIDTH = Measure("版心宽", 156, "mm", "5.2.1")
TEXT_HEIGHT = Measure("版心高", 225, "mm", "5.2.1")
RIGHT_MARGIN = Measure("切口（右白边，由版心推得）", 26, "mm", "5.2.1")
BOTTOM_MARGIN = Measure("地脚（下白边，由版心推得）", 35, "mm", "5.2.1")
BODY_TYPE = Typeface("正文", "仿宋_GB2312", 16, "5.2.2")
LINES_A_SIDE = Measure("每面行数", 22, "行", "5.2.3", Strength.USUAL, 0)
CHARACTERS_A_LINE = Measure("每行字数", 28, "字", "5.2.3", Strength.USUAL, 0)

LINE_PITCH_POINTS = 28.95
"""Practice: 22 lines in 225 mm. By clause 3 literally (15/8 of a character) 22 lines of 16 pt need
227.9 mm, so offices set a fixed 28.95 pt."""

CHARACTER_PITCH_POINTS = 15.75
"""Practice: 28 characters of 16 pt need 158 mm, so spacing is narrowed by 0.25 pt."""
