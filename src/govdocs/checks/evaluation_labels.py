"""Places of an evaluation case named as a reader of the report names them."""

from __future__ import annotations

from typing import Any

from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.fields import Model
from govdocs.place import Path

_NAMES = ("name", "heading", "text", "title")
"""What a row is called by, the first that it has."""

_OF_ANALYSIS = {
    "table_name": "分析表中的名称",
    "table_value": "分析表中的业绩值",
    "table_score": "分析表中的得分",
}

_LEADS = {
    "sections": "正文",
    "problems": "存在的问题",
    "recommendations": "有关建议",
    "year_total": "年度资金总额",
}
"""What stands before the names of a part's rows and fields."""


def evaluation_label(case: EvaluationCase, path: Path) -> str:
    """Name the value at ``path``: the nearest row that has a name, then the field's Chinese title."""
    here: Any = case
    named, words = "", ""
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, tuple) and step < len(here) else None
            own = _name_of(here)
            if own:
                named, words = f"“{own}”", ""
            elif words and not isinstance(here, Model):
                words += f"第{step + 1}段"
            continue
        group = type(here) if isinstance(here, Model) else None
        title = group.model_fields[step].title if group and step in group.model_fields else step
        words = _OF_ANALYSIS.get(step, title or step)
        here = getattr(here, step, None)
    lead = _LEADS.get(str(path[0]), "") if len(path) > 1 else ""
    if words in {"三级指标", "二级指标", "小标题"} and named:
        words = "名称" if words != "小标题" else ""
    return f"{lead}{named}{words}"


_MOST = 6
"""So many rows of a list are named; the rest is counted."""


def group_words(value: Any) -> str:
    """Say what stands in a group or list of groups: its rows by name, 已填 where they have none."""
    rows = value if isinstance(value, tuple) else (value,)
    names = [own for row in rows if (own := _name_of(row) or getattr(row, "answer", ""))]
    if not names or len(names) < len(rows):
        return f"共{len(rows)}项" if isinstance(value, tuple) else "已填"
    more = f"等{len(names)}项" if len(names) > _MOST else ""
    return "、".join(names[:_MOST]) + more


def _name_of(row: Any) -> str:
    for field in _NAMES:
        found = getattr(row, field, None)
        if isinstance(found, str) and isinstance(row, Model):
            return found.rstrip("。？?")
    return ""
