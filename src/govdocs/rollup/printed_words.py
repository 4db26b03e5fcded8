"""The words that a form prints by itself: what else stands in it, a unit wrote."""

from __future__ import annotations

from functools import lru_cache

from govdocs.rollup.definition import FormDefinition
from govdocs.rollup.form_layout import (
    ACHIEVED_LABEL,
    COLUMNS,
    MONEY_COLUMNS,
    MONEY_ROWS,
    REMARK_LABEL,
    TITLE,
    UNIT_LABELS,
)
from govdocs.rollup.handing_out.input_rules import HELP
from govdocs.rollup.naming import folded

_LABELS = (
    "专项（项目）名称",
    "中央主管部门",
    "地方主管部门",
    "年度绩效目标",
    "年初设定目标",
    ACHIEVED_LABEL,
    REMARK_LABEL,
    TITLE,
    HELP,
    "—",
    *UNIT_LABELS,
)


@lru_cache(maxsize=64)
def printed_words(definition: FormDefinition) -> frozenset[str]:
    """Return the folded texts of all labels and fixed cells of a form made from ``definition``."""
    headings = [
        word
        for column in (*COLUMNS, *MONEY_COLUMNS, *MONEY_ROWS)
        for word in (column.heading, *column.also)
    ]
    fixed = [
        definition.fund,
        definition.ministry,
        definition.line_department,
        definition.goals,
        f"（{definition.year}年度）",
        f"项目资金（{definition.money_unit}）",
    ]
    notes = [word for note in definition.notes for word in (note, f"注：{note}")]
    levels = [word for i in definition.indicators for word in (i.level1, i.level2)]
    return frozenset(folded(word) for word in (*_LABELS, *headings, *fixed, *notes, *levels))
