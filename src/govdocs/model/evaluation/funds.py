"""Where the project's money came from, and what each firm was allocated and paid."""

from __future__ import annotations

from enum import StrEnum

from govdocs.model.evaluation.policy import TradeFigure
from govdocs.model.fields import Day, Model, Money, Text, YesNo, labelled


class SourceKind(StrEnum):
    """The rows under 年度资金总额 of the 项目支出绩效自评表, in the form's order."""

    CURRENT = "当年财政拨款"
    CARRIED = "上年结转资金"
    OTHER = "其他资金"


class FundSource(Model):
    """One source of the project's money.

    Source: 财预〔2020〕10号 framework: 资金到位率 = 实际到位 ÷ 预算, 预算执行率 = 实际支出 ÷ 预算.
    """

    name: Text = labelled("资金来源", "如 县级财政预算")
    kind: SourceKind = labelled(
        "资金性质", "列入自评表哪一行；不填为当年财政拨款", SourceKind.CURRENT
    )
    initial: Money | None = labelled(
        "年初预算数", "年初批复的预算，印入自评表；不清楚的不填，没有的填0", None
    )
    amount: Money = labelled("预算金额", "该来源全年的预算安排，即全年预算数")
    arrived: Money | None = labelled("到位金额", "实际到位；不填不计算到位率", None)
    spent: Money | None = labelled("支出金额", "实际支出；不填不计算执行率", None)
    document: Text | None = labelled("指标文号", "下达或划拨的文号", None)
    measured: YesNo = labelled("计入到位率和执行率", "评价的范围只含部分来源时，其余写“否”", True)


class YearTotal(Model):
    """年度资金总额 of the self-rating form where it is known apart from its sources.

    What is left out is the sum of the sources, where every one of them states it.
    """

    initial: Money | None = labelled("年初预算数", "不填则由各项资金来源相加", None)
    amount: Money | None = labelled("全年预算数", "不填则由各项资金来源相加", None)
    spent: Money | None = labelled(
        "全年执行数", "至年末实际支出；只知道总数、不知道各来源支出时填写，不填则相加", None
    )


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
