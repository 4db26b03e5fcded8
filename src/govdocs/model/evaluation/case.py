"""评价案卷: everything that one evaluation report is made from."""

from __future__ import annotations

from pydantic import field_validator

from govdocs.model.acceptance import Acceptance
from govdocs.model.evaluation.funds import FundSource, Milestone, Recipient, YearTotal
from govdocs.model.evaluation.goal import EvaluatedGoal
from govdocs.model.evaluation.indicator import IndicatorBlock
from govdocs.model.evaluation.policy import Policy
from govdocs.model.evaluation.project import Citation, Cover, NearbyPlace, Project
from govdocs.model.evaluation.report import (
    EvaluationProblem,
    Recommendation,
    ReportSection,
    TableTitle,
)
from govdocs.model.evaluation.survey import Survey
from govdocs.model.fact import Fact
from govdocs.model.fields import Model, Number, Text, Whole, labelled, named_money_unit
from govdocs.model.kinds import CaseKind


class EvaluationCase(Model):
    """One evaluation report; every figure stands here once.

    What the report prints differently from what follows is stated as such, kept as stated, and
    compared by the checks.
    """

    kind: CaseKind = labelled("案卷种类", "重点绩效评价")
    form: Text | None = labelled("表式", "表式代号；不填按年度选用", None)
    year: Whole = labelled("年度", "资金所属年度，四位数字", ge=1990, le=2100)
    region: Text = labelled("地区", "如 永兴县；正文出现别处地名或级次时提示")
    money_unit: Text = labelled("金额单位", "全部金额的单位：元、万元或亿元")
    templates: Text | None = labelled(
        "模板目录", "本单位模板所在目录（相对案卷文件）；不填用自带模板", None
    )
    project: Project = labelled("项目", "项目和各单位")
    cover: Cover = labelled("封面和签字页", "封面和签字页所印")
    sources: tuple[FundSource, ...] = labelled("资金来源", "逐项列出", min_length=1)
    year_total: YearTotal | None = labelled(
        "年度资金总额", "自评表的总额；各来源都填了的不必填", None
    )
    recipients: tuple[Recipient, ...] = labelled("企业拨付", "逐户列出", default_factory=tuple)
    milestones: tuple[Milestone, ...] = labelled("拨付进度", "按时间顺序", default_factory=tuple)
    goals: tuple[EvaluatedGoal, ...] = labelled("年度目标", "逐项列出", default_factory=tuple)
    overall_goal: Text | None = labelled("项目总目标", "一段文字", None)
    indicators: tuple[IndicatorBlock, ...] = labelled(
        "评价指标", "一级、二级、三级指标", min_length=1
    )
    total_score: Number | None = labelled("总得分", "不填则由各指标相加", None)
    grade: Text | None = labelled("评价等级", "不填则按得分评定", None)
    survey: Survey | None = labelled("满意度调查", "问卷和结果", None)
    policy: Policy | None = labelled("补贴标准", "政策规定的标准和上限", None)
    citations: tuple[Citation, ...] = labelled("引用文件", "逐件列出", default_factory=tuple)
    facts: tuple[Fact, ...] = labelled("正文数据", "只在正文出现的数字", default_factory=tuple)
    tables: tuple[TableTitle, ...] = labelled("表格", "表名", default_factory=tuple)
    opening: tuple[Text, ...] = labelled("引言", "第一个标题之前的段落", default_factory=tuple)
    sections: tuple[ReportSection, ...] = labelled("正文", "各部分", min_length=1)
    problems: tuple[EvaluationProblem, ...] = labelled(
        "存在的问题", "逐条列出", default_factory=tuple
    )
    recommendations: tuple[Recommendation, ...] = labelled(
        "有关建议", "逐条列出", default_factory=tuple
    )
    places: tuple[NearbyPlace, ...] = labelled(
        "可提及的地名", "本地区之外，报告可以提到的地名", default_factory=tuple
    )
    settings: dict[Text, Text] = labelled("本地口径", "校验口径的本地调整", default_factory=dict)
    accepted: tuple[Acceptance, ...] = labelled(
        "已说明", "已核实并说明理由的问题", default_factory=tuple
    )

    @field_validator("money_unit", mode="after")
    @classmethod
    def _is_money(cls, symbol: str) -> str:
        return named_money_unit(symbol)
