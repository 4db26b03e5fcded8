"""分配: what the fund's money was given for, with its parts."""

from __future__ import annotations

from govdocs.model.fields import Model, Money, Text, labelled


class AllocationPart(Model):
    """One part of an allocation: a region, a firm, a programme."""

    name: Text = labelled("名称", "地区、单位或项目的名称；正文可按名称引用")
    amount: Money = labelled("金额", "按案卷金额单位填写")


class Allocation(Model):
    """One direction of support and its amount."""

    name: Text = labelled("支持方向", "支持方向的名称；正文可按名称引用")
    short_name: Text | None = labelled("正文简称", "正文中另有写法时填写", None)
    amount: Money | None = labelled("额度", "不填则由各组成部分相加", None)
    parts: tuple[AllocationPart, ...] = labelled(
        "组成部分", "该额度的明细；明细之和应等于额度", default_factory=tuple
    )
