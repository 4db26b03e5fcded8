"""补贴标准: rates per dollar and caps, by period; what a firm may get follows from its trade."""

from __future__ import annotations

from govdocs.model.fields import Day, Figure, Model, Number, Text, YesNo, labelled


class Tariff(Model):
    """One line of a subsidy policy: 元 per dollar within a base and beyond it.

    ``increment`` is the rate for what exceeds ``base`` of the firm's trade; None where one rate
    holds for all.
    """

    name: Text = labelled("补贴项目", "如 一般贸易出口贴息")
    rate: Number = labelled("每美元补贴", "元，如 0.01；有基数的为基数内的标准")
    increment: Number | None = labelled("超基数每美元补贴", "元，如 0.015；不分基数的不填", None)
    on_top: YesNo = labelled(
        "全额加增量", "是：全额按每美元补贴，增量另按超基数标准；否：基数内外各按各的标准", False
    )
    cap: Figure | None = labelled("单个企业上限", "如 30万元；没有上限的不填", None)


class CapGroup(Model):
    """A cap on the sum of several lines of one period."""

    tariffs: tuple[Text, ...] = labelled("合计的项目", "补贴项目的名称", min_length=1)
    cap: Figure = labelled("合计上限", "如 80万元")


class PolicyPeriod(Model):
    """The tariffs in force for a span of days, and the document that set them."""

    name: Text = labelled("时段", "如 2021年1月至9月；企业海关数据按此引用")
    first: Day = labelled("开始日", "当日起")
    last: Day = labelled("结束日", "当日止")
    basis: Text | None = labelled("依据", "文件或会议纪要的引用名", None)
    tariffs: tuple[Tariff, ...] = labelled("补贴标准", "逐项列出", min_length=1)
    caps: tuple[CapGroup, ...] = labelled("合计上限", "几项合计的上限", default_factory=tuple)


class Policy(Model):
    """The subsidy policy, and the cap on what one firm may get over all of it."""

    periods: tuple[PolicyPeriod, ...] = labelled("各时段标准", "按时间顺序", min_length=1)
    firm_cap: Figure | None = labelled("单个企业累计上限", "如 100万元", None)


class TradeFigure(Model):
    """One firm's trade under one tariff; an invented figure says so."""

    period: Text = labelled("时段", "补贴标准中的时段名称")
    tariff: Text = labelled("补贴项目", "补贴标准中的项目名称")
    amount: Figure = labelled("进出口额", "如 120万美元")
    base: Figure | None = labelled("基数", "超基数另有标准的须填", None)
    invented: YesNo = labelled("演示数据", "是：为演示而编，不是海关数据；报告中注明", False)
