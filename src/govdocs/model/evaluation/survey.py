"""满意度调查: questions, options with counts, skip logic, weights of the answers."""

from __future__ import annotations

from govdocs.model.fields import Model, Number, Rate, Text, Whole, YesNo, labelled


class AnswerWeight(Model):
    """What an answer counts in the weighted satisfaction."""

    answer: Text = labelled("选项", "如 非常满意")
    weight: Number = labelled("赋值", "如 100、80")


class Option(Model):
    """One answer and how many gave it."""

    text: Text = labelled("选项", "选项文字")
    count: Whole = labelled("份数", "选择该项的份数", ge=0)
    goes_on: YesNo = labelled("继续作答", "否：选此项的跳过有“适用条件”的各题", True)
    share: Rate | None = labelled("载明的占比", "不填则计算；填了按所填印出并核对", None)


class Question(Model):
    """One question with its answers.

    ``asked_after`` names the question whose answers decide who is asked; its base is then those
    who answered with an option that goes on. Of a ``multiple`` question each form may tick
    several options: shares are of the forms, and their sum may pass 100%.
    """

    text: Text = labelled("题目", "问卷上的题目")
    name: Text | None = labelled("简称", "正文和图表按此名引用；计入满意度的题必填", None)
    options: tuple[Option, ...] = labelled(
        "选项", "有人选择的选项；意见建议题可不填", default_factory=tuple
    )
    multiple: YesNo = labelled(
        "可多选", "是：每份可选几项，占比按作答份数计算，合计可超过100%", False
    )
    answered: Whole | None = labelled(
        "作答份数", "有人没有作答时填；不填：单选题为各选项之和，多选题为应答的全部", None, ge=0
    )
    asked_after: Text | None = labelled(
        "适用条件", "只问某题选“继续作答”者的，填那一题的简称", None
    )
    counts: YesNo = labelled("计入满意度", "该题计入总体满意度；多选题按选项项次加权", False)
    weights: tuple[AnswerWeight, ...] = labelled(
        "本题赋值", "与问卷的满意度赋值不同的量表；不填用问卷的", default_factory=tuple
    )
    stated: Rate | None = labelled("载明的满意度", "不填则计算；填了按所填印出并核对", None)
    open: YesNo = labelled("意见建议题", "开放题", False)


class Survey(Model):
    """A questionnaire and its result."""

    title: Text = labelled("问卷名称", "附件2的标题")
    respondents: Text = labelled("调查对象", "如 外贸企业")
    sent: Whole = labelled("发放份数", "发出的问卷份数", ge=0)
    valid: Whole = labelled("有效份数", "收回的有效问卷份数", ge=0)
    weights: tuple[AnswerWeight, ...] = labelled(
        "满意度赋值", "各选项的赋值；没有计入满意度的题可不填", default_factory=tuple
    )
    questions: tuple[Question, ...] = labelled("题目", "按问卷顺序", min_length=1)
    decimals: Whole = labelled("满意度小数位", "满意度和占比印几位小数，最多4位", 2, ge=0, le=4)
    stated: Rate | None = labelled("载明的总体满意度", "不填则计算；填了按所填印出并核对", None)
