"""The tree of scored indicators: 一级, 二级, 三级 with weight, rule, value, score and remark."""

from __future__ import annotations

from enum import StrEnum

from govdocs.model.evaluation.scoring import Judged, ScoringRule
from govdocs.model.fields import Cell, Model, Number, Text, Whole, labelled


class Measure(StrEnum):
    """Values that the rest of the case gives, so that they are not typed again."""

    ARRIVED = "资金到位率"
    SPENT = "预算执行率"
    PAID_IN_TIME = "发放及时率"
    RECIPIENTS = "受补贴单位数"
    OVER_CAP = "超标准单位数"
    SATISFACTION = "总体满意度"


class ScoredIndicator(Model):
    """One 三级指标.

    ``score`` left out is computed from the rule; stated, it is printed as stated and compared.
    The ``table_`` fields are what the table of section 四 prints where it differs from annex 1.
    """

    name: Text = labelled("三级指标", "正文按此名引用")
    explanation: Text | None = labelled("指标解释", "附件1的指标解释", None)
    weight: Number = labelled("分值", "该指标的分值")
    rule: ScoringRule = labelled("评价标准", "计分规则，印成评分标准并据以计算")
    value: Cell | None = labelled("业绩值", "表中印出；定量规则据以计分", None)
    measure: Measure | None = labelled("业绩值取自", "由案卷其他数据计算的，填计算项名称", None)
    defects: Whole | None = labelled("发现处数", "每处扣分的规则，发现几处", None)
    judged: Judged | None = labelled("酌情评分", "规则允许酌情时填写", None)
    score: Number | None = labelled("得分", "不填则按评价标准计算", None)
    remark: Text | None = labelled("备注", "评分依据的情况；可用标签；末尾“计×分”自动印出", None)
    table_name: Text | None = labelled("分析表中的名称", "与附件1不同时才填", None)
    table_value: Cell | None = labelled("分析表中的业绩值", "与附件1不同时才填", None)
    table_score: Number | None = labelled("分析表中的得分", "与附件1不同时才填", None)


class IndicatorGroup(Model):
    """One 二级指标."""

    name: Text = labelled("二级指标", "正文按此名引用")
    weight: Number | None = labelled("权重", "不填则由三级指标相加", None)
    score: Number | None = labelled("得分", "不填则由三级指标相加", None)
    table_name: Text | None = labelled("分析表中的名称", "与得分表不同时才填", None)
    indicators: tuple[ScoredIndicator, ...] = labelled("三级指标", "逐个列出", min_length=1)


class IndicatorBlock(Model):
    """One 一级指标."""

    name: Text = labelled("一级指标", "如 决策")
    weight: Number | None = labelled("权重", "不填则由二级指标相加", None)
    score: Number | None = labelled("得分", "得分表小计；不填则由二级指标相加", None)
    table_score: Number | None = labelled("分析表中的合计得分", "与得分表不同时才填", None)
    groups: tuple[IndicatorGroup, ...] = labelled("二级指标", "逐个列出", min_length=1)
