"""汇总记录: which units a rolled-up case came from, with the exact sums behind each figure.

The record is flat (texts and lists of simple groups), so that it goes through YAML and
workbook unchanged. What one unit filled in stands in one text of a line a cell, written and
read by ``rollup.lineage``: three thousand units with a hundred cells each stay readable.
"""

from __future__ import annotations

from govdocs.model.fields import Model, Text, Whole, labelled


class RolledUnit(Model):
    """One unit whose figures are in the result: its file and every cell that was used."""

    name: Text = labelled("单位", "填报单位名称")
    level: Text = labelled("级次", "项目、县、市或省")
    parent: Text | None = labelled("上级", "汇总到哪一个单位", None)
    file: Text = labelled("文件", "所填表格的文件名")
    sheet: Text | None = labelled("工作表", "所填工作表的名称", None)
    digest: Text = labelled("文件指纹", "文件内容的 SHA-256")
    money: Text | None = labelled("资金数据", "每行：项目 位置 数值", None)
    values: Text | None = labelled("指标数据", "每行：指标序号 位置 数值", None)
    texts: Text | None = labelled("文字", "每行：指标序号 位置 原因和措施等文字", None)


class RolledNode(Model):
    """A unit between the reporting units and the top: it adds up, and has no form of its own."""

    name: Text = labelled("单位", "中间汇总单位的名称")
    level: Text = labelled("级次", "县、市或省")
    parent: Text | None = labelled("上级", "汇总到哪一个单位", None)


class MissingUnit(Model):
    """A unit of the list that is not in the result, and why."""

    name: Text = labelled("单位", "名单内而未计入的单位")
    level: Text = labelled("级次", "项目、县、市或省")
    parent: Text | None = labelled("上级", "汇总到哪一个单位", None)
    reason: Text = labelled("原因", "未报送，或未计入的原因")


class RolledFigure(Model):
    """One figure of the result with the exact sums that it was rounded from.

    ``total`` is Σ value, ``weighted`` Σ value × weight, ``weights`` Σ weight, all exact, so that
    a further level adds these up and never the rounded figure.
    """

    path: Text = labelled("位置", "案卷中的位置，如 indicators[0].actual")
    name: Text = labelled("名称", "指标或资金项目的名称")
    kind: Text = labelled("汇总方式", "绝对值、相对值、定性、最大值、最小值、是否或执行率")
    unit: Text | None = labelled("计量单位", "合计数的计量单位", None)
    value: Text | None = labelled("汇总数", "印出的数；没有单位填报时为空", None)
    total: Text | None = labelled("精确合计", "各单位数值之和，未取舍", None)
    weighted: Text | None = labelled("加权合计", "数值乘权数之和，未取舍", None)
    weights: Text | None = labelled("权数合计", "参与加权的权数之和", None)
    residue: Text | None = labelled("尾差", "精确数减印出数", None)
    decimals: Whole = labelled("小数位", "各单位所填数值的最多小数位", 0)
    band: Text | None = labelled("完成档次", "定性指标汇总后所在档次", None)
    covered: Whole = labelled("计入单位数", "参与该项汇总的单位个数", 0)
    blank: Text | None = labelled("空白单位", "未填该项的单位", None)
    not_applicable: Text | None = labelled("不适用单位", "填“不适用”的单位", None)
    left_out: Text | None = labelled("未计入单位", "填了而未计入的单位，原因见“未计入内容”", None)


class LeftOut(Model):
    """Something that a unit wrote and that is not in the result, with the reason."""

    unit: Text | None = labelled("单位", "填报单位；无法识别时为空", None)
    file: Text = labelled("文件", "文件名")
    place: Text | None = labelled("位置", "工作表和单元格", None)
    what: Text | None = labelled("项目", "指标或资金项目的名称", None)
    written: Text | None = labelled("所填内容", "单位所填的原文", None)
    reason: Text = labelled("原因", "未计入的原因")


class RollupRecord(Model):
    """How a case was rolled up: from whom, weighted by what, what is in and what is not."""

    unit: Text = labelled("汇总单位", "本汇总数属于哪一个单位")
    level: Text = labelled("级次", "汇总单位的级次")
    form: Text = labelled("表式", "下发表格的表式代号")
    version: Text = labelled("表式版本", "下发表格的版本号；换表后版本随之改变")
    weight: Text = labelled("权数", "相对值按什么加权：全年预算数或全年执行数")
    policy: Text = labelled("汇总口径", "严格、标准或宽松")
    listed: Whole | None = labelled("名单单位数", "名单内应报单位个数；没有名单时为空", None)
    units: tuple[RolledUnit, ...] = labelled("计入单位", "逐单位列出", default_factory=tuple)
    nodes: tuple[RolledNode, ...] = labelled("中间单位", "逐级列出", default_factory=tuple)
    missing: tuple[MissingUnit, ...] = labelled("缺报单位", "逐单位列出", default_factory=tuple)
    figures: tuple[RolledFigure, ...] = labelled("汇总数", "逐项列出", default_factory=tuple)
    left_out: tuple[LeftOut, ...] = labelled("未计入内容", "逐项列出", default_factory=tuple)
