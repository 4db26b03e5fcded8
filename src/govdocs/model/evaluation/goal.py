"""年度绩效目标 of the project and what became of them."""

from __future__ import annotations

from govdocs.model.fields import Cell, Model, Text, labelled


class EvaluatedGoal(Model):
    """One goal of the year: target and result."""

    name: Text = labelled("指标名称", "正文按此名引用")
    level: Text = labelled("类别", "如 产出指标、效益指标、满意度指标")
    target: Cell = labelled("指标值", "如 1亿美元、≥15%")
    actual: Cell | None = labelled("完成值", "如 4.74亿美元", None)
    declared_target: Cell | None = labelled(
        "目标表载明的指标值", "绩效目标申报表的写法与上面不同时填写", None
    )
    part_of: Text | None = labelled("所属指标", "该指标是哪一项的一部分（填其名称）", None)
    reason: Text | None = labelled("偏差说明", "未完成或远超指标值的原因", None)
