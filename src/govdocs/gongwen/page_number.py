"""Clauses 7.5 and 8: the page number, also beside a table that lies across the sheet."""

from __future__ import annotations

from govdocs.gongwen.measure import Measure, Strength, Typeface

NUMBER_TYPE = Typeface("页码", "宋体", 14, "7.5")
DASH = "—"
DASH_BELOW_TEXT = Measure("一字线上距版心下边缘", 7, "mm", "7.5", Strength.USUAL)
ODD_INDENT = Measure("单页码居右空", 1, "字", "7.5", Strength.USUAL)
EVEN_INDENT = Measure("双页码居左空", 1, "字", "7.5", Strength.USUAL)

LANDSCAPE_NOTE = (
    "A4纸型的表格横排时，页码位置与公文其他页码保持一致，单页码表头在订口一边，双页码表头在切口一边"
)
"""Clause 8. Turned back to portrait the table's head is left on odd and even sides alike, so the
number stands at the left edge of the sheet as it lies, its foot towards the edge: low on odd
sides, high on even ones."""
