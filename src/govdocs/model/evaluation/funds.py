"""Where the project's money came from, and what each firm was allocated and paid."""

from __future__ import annotations

from govdocs.model.evaluation.policy import TradeFigure
from govdocs.model.fields import Day, Model, Money, Text, YesNo, labelled


class FundSource(Model):
    """One source of the project's money.

    Source: 财预〔2020〕10号 framework: 资金到位率 = 实际到位 ÷ 预算, 预算执行率 = 实际支出 ÷ 预算.
    """

    name: Text = labelled("资金来源", "如 县级财政预算")
    amount: Money = labelled("预算金额", "该来源的预算安排")
    arrived: Money | None = labelled("到位金额", "实际到位；不填不计算到位率", None)
    spent: Money | None = labelled("支出金额", "实际支出；不填不计算执行率", None)
    document: Text | None = labelled("指标文号", "下达或划拨的文号", None)
    measured: YesNo = labelled("计入到位率和执行率", "评价的范围只含部分来源时，其余写“否”", True)


class Recipient(Model):
    """One firm: what it was allocated, what it has been paid up to the evaluation."""

    name: Text = labelled("企业", "企业全称")
    allocated: Money = labelled("分配金额", "资金分配表所列")
    paid: Money = labelled("已拨付金额", "截至评价时累计拨付")
    trade: tuple[TradeFigure, ...] = labelled(
        "海关数据", "按补贴标准核算所需的进出口额", default_factory=tuple
    )


class Milestone(Model):
    """How much had been paid out by a day."""

    by: Day = labelled("截止日", "如 2022-12-31")
    paid: Money = labelled("累计拨付", "截至该日已拨付总额")
    left: Money | None = labelled("尚未拨付", "不填则由分配总额减累计拨付", None)
    yearly: YesNo = labelled("用于及时率", "以该日的拨付进度计算发放及时率", False)
