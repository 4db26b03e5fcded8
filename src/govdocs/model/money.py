"""资金: the money block of the goal form and the execution rows of the self-evaluation form."""

from __future__ import annotations

from govdocs.model.fields import Model, Money, Rate, YesNo, labelled


class Budget(Model):
    """预算金额 of attachment 1; blank cells stay blank on paper."""

    total: Money | None = labelled(
        "总预算数", "附件1总预算数；不填则由中央补助与地方资金相加", None
    )
    central: Money | None = labelled("中央补助", "附件1“其中：中央补助”", None)
    local: Money | None = labelled("地方资金", "附件1“地方资金”", None)
    unit_printed: YesNo = labelled(
        "表内标注单位", "附件1是否在“预算金额”后标注金额单位；已印发而未标注的写“否”", True
    )


class ExecutionRow(Model):
    """One row of the execution block: budget (A), executed (B), rate (B/A)."""

    budget: Money | None = labelled("全年预算数（A）", "该来源的全年预算数", None)
    executed: Money | None = labelled("全年执行数（B）", "该来源的全年执行数", None)
    rate: Rate | None = labelled("执行率（B/A）", "不填则按 B÷A 计算；填了按所填印出并核对", None)


class Execution(Model):
    """项目资金 of attachment 2; a row that is left out is printed blank.

    Source: form of 财预〔2018〕29号: 年度资金总额 = 中央补助 + 地方资金 + 其他资金.
    """

    total: ExecutionRow | None = labelled("年度资金总额", "不填则由以下各行相加", None)
    central: ExecutionRow | None = labelled("其中：中央补助", "中央补助行", None)
    local: ExecutionRow | None = labelled("地方资金", "地方资金行", None)
    other: ExecutionRow | None = labelled("其他资金（包括结转结余）", "其他资金行", None)
