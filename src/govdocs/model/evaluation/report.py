"""The report's text: sections with prose and tables, problems found, recommendations."""

from __future__ import annotations

from enum import StrEnum

from govdocs.model.fields import Model, Text, YesNo, labelled


class Listing(StrEnum):
    """Lists of the case that a section prints as its subsections."""

    PROBLEMS = "存在的问题"
    RECOMMENDATIONS = "有关建议"


class ReportSection(Model):
    """One heading with its text; levels are numbered 一、（一）1.（1）by themselves.

    ``group`` names the 二级指标 that the section analyses: its weight and score are printed
    behind the heading.
    """

    heading: Text = labelled("小标题", "不写序号，序号自动编排")
    run_in: YesNo = labelled("标题接排", "是：正文接在标题后同一行", False)
    group: Text | None = labelled("分析的二级指标", "标题后自动印出其权重分和得分", None)
    paragraphs: tuple[Text, ...] = labelled("段落", "数字用标签引用", default_factory=tuple)
    table: Text | None = labelled("表格", "表格的引用名；表格印在段落之后", None)
    after: tuple[Text, ...] = labelled("表后段落", "印在表格之后", default_factory=tuple)
    lists: Listing | None = labelled("列出", "把存在的问题或有关建议印成下级标题", None)
    sections: tuple[ReportSection, ...] = labelled(
        "下级标题", "下一层次的标题和正文", default_factory=tuple
    )


class TableTitle(Model):
    """A table of the report; its number follows from the section in which it stands."""

    name: Text = labelled("引用名", "payments 拨付明细、scores 得分情况，或一级指标的名称")
    title: Text = labelled("表名", "如 外贸补贴资金拨付明细表")


class EvaluationProblem(Model):
    """A shortcoming that the evaluation found, and the indicators that lost points for it."""

    heading: Text = labelled("问题", "一句话")
    paragraphs: tuple[Text, ...] = labelled("说明", "数字用标签引用", min_length=1)
    indicators: tuple[Text, ...] = labelled(
        "扣分指标", "因此扣分的三级指标名称；没有扣分的不填", default_factory=tuple
    )


class Recommendation(Model):
    """What the report advises."""

    heading: Text = labelled("建议", "一句话")
    paragraphs: tuple[Text, ...] = labelled("内容", "具体建议", min_length=1)
