"""附件1 and 附件2 as wholes: titles, goal texts, notes as printed."""

from __future__ import annotations

from govdocs.model.fields import Model, Text, Whole, YesNo, labelled


class Attachment(Model):
    """One attachment: how the letter lists it and how it calls itself.

    Source: GB/T 9704-2012, 7.3.7: number and title of an attachment equal those in 附件说明.
    """

    number: Whole | None = labelled("附件序号", "不填则按顺序编号", None)
    form: Text = labelled(
        "表式",
        "该附件的表式代号：declaration 为绩效目标申报表，evaluation 为绩效自评表",
        examples=["declaration", "evaluation"],
    )
    title: Text = labelled("附件标题", "附件首页印出的标题")
    listed_title: Text | None = labelled(
        "附件说明中的名称", "正文末“附件：”所列名称；不填则与附件标题相同", None
    )
    year_line: Text | None = labelled("年度行", "标题下括注的年度；不填则为（YYYY年度）", None)


class GoalStatement(Model):
    """年度绩效目标 of attachment 2: the two texts beside each other."""

    planned: Text | None = labelled(
        "年初设定目标", "不填且“照录年度目标”为是，则由附件1的年度目标转来", None
    )
    carry_goals: YesNo = labelled(
        "照录年度目标", "年初设定目标不填时是否照录附件1的年度目标；否则该栏空白", True
    )
    achieved: Text | None = labelled("全年实际完成情况", "概述目标完成情况", None)


class Explanation(Model):
    """说明 and the notes under attachment 2."""

    remark: Text | None = labelled("说明", "附件2“说明”栏；没有的写“无”", None)
    notes: tuple[Text, ...] | None = labelled(
        "注", "附件2表下的注，按印出的文字；不填则用官方注文", None
    )
