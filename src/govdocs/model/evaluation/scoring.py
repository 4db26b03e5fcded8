"""评分标准 as data: what it says and what it computes are the same thing."""

from __future__ import annotations

from enum import StrEnum

from govdocs.model.fields import Cell, Figure, Model, Number, Rate, Text, YesNo, labelled


class Scoring(StrEnum):
    """The kinds of printed scoring rules."""

    CONDITIONS = "逐条得分"
    DEFECTS = "逐条扣分"
    STEPS = "分档得分"
    PROPORTION = "按比例得分"
    DECREASE = "每减扣分"
    EACH_DEFECT = "每处扣分"
    WORDS = "按评语得分"
    TARGET = "按指标值得分"
    BANDS = "定性分档"
    VERBATIM = "照录原文"


class Met(StrEnum):
    """Whether a condition is met (or, of a fault to look for, was found)."""

    YES = "是"
    NO = "否"
    PARTLY = "部分"


class GradePoints(Model):
    """Points for one word: a grade within a condition, or a verdict of the rule."""

    word: Text = labelled("评语", "如 优、有效促进、没有")
    points: Number = labelled("得分", "该评语的得分")


class Condition(Model):
    """One numbered clause of a rule: points for being met, or lost for being found."""

    text: Text = labelled("条款", "不写序号和分值")
    points: Number = labelled("分值", "该条的分值")
    met: Met | None = labelled("是否符合", "是、否或部分；扣分条款为是否发现", None)
    grades: tuple[GradePoints, ...] = labelled(
        "分级得分", "该条按等级得分的，逐级列出", default_factory=tuple
    )
    grade: Text | None = labelled("所评等级", "分级得分的条款，评定的等级", None)
    given: Number | None = labelled("部分得分", "部分符合时给的分；须写明理由", None)
    reason: Text | None = labelled("部分得分理由", "为什么给部分分", None)
    otherwise: YesNo = labelled("否则不得分", "条款末尾印“否则不得分”", True)


class Step(Model):
    """A threshold and the points from there on; a threshold of ≤ is reached from above."""

    at_least: Figure = labelled("达到", "如 90%、300公里；以少为好的写 ≤30天")
    points: Number = labelled("得分", "达到该值的得分")


class Judged(Model):
    """A free judgement (酌情) within the bounds of a rule, with its reason."""

    points: Number = labelled("酌情得分", "在0与分值之间")
    reason: Text = labelled("酌情理由", "为什么给这个分")


class ScoringRule(Model):
    """One printed scoring rule; which fields it needs depends on ``kind``."""

    kind: Scoring = labelled(
        "计分方式",
        "逐条得分、逐条扣分、分档得分、按比例得分、每减扣分、每处扣分、按评语得分、按指标值得分、定性分档或照录原文",
    )
    subject: Text | None = labelled("计分对象", "句中的主语，如 资金到位率；不填用指标名称", None)
    conditions: tuple[Condition, ...] = labelled(
        "条款", "逐条得分、逐条扣分的各条", default_factory=tuple
    )
    steps: tuple[Step, ...] = labelled("分档", "分档得分的各档，由高到低", default_factory=tuple)
    words: tuple[GradePoints, ...] = labelled(
        "评语", "按评语得分的各档，由好到差", default_factory=tuple
    )
    target: Figure | None = labelled(
        "计划数", "按比例得分、按指标值得分的计划数或指标值；每减扣分以它代替100%", None
    )
    deduct: Cell | None = labelled(
        "扣分",
        "每处扣分：每处扣几分，如 1；每减扣分：每减少一个百分点扣权重的百分比，如 5%，或扣几分，如 0.2分",
        None,
    )
    per: Rate | None = labelled("每减少", "每减扣分：每减少多少扣一次，不填为1%", None)
    fault: Text | None = labelled("扣分事项", "每处扣分的句子，如 一处不规范的情况", None)
    full: Text | None = labelled("得满分的条件", "如 规范、补贴标准明确", None)
    sentence: Text | None = labelled(
        "原文", "照录原文：表中所印的评分标准；程序不据以计算，得分须填写", None
    )
    discretion: YesNo = labelled("其他情况酌情", "其它情况酌情扣分", False)
