"""绩效指标: one row of the indicator grid in both attachments."""

from __future__ import annotations

from enum import StrEnum

from govdocs.model.fields import Cell, Model, Number, Text, labelled

LEVEL1 = ["产出指标", "效益指标", "满意度指标"]
"""Source: 财预〔2015〕163号; what a form leaves open may be named otherwise."""

LEVEL2 = [
    "数量指标",
    "质量指标",
    "时效指标",
    "成本指标",
    "经济效益指标",
    "社会效益指标",
    "生态效益指标",
    "可持续影响指标",
    "服务对象满意度指标",
]


class Direction(StrEnum):
    """Which way an indicator is good."""

    HIGHER = "越高越好"
    LOWER = "越低越好"
    EQUAL = "等于为好"


class Kind(StrEnum):
    """How units' values of an indicator become one. Source: note 1 and 2 of attachment 2."""

    ABSOLUTE = "绝对值"
    RELATIVE = "相对值"
    QUALITATIVE = "定性"
    MAXIMUM = "最大值"
    MINIMUM = "最小值"
    YES_NO = "是否"


class Filed(StrEnum):
    """In which attachments a row stands."""

    BOTH = "两表"
    DECLARATION = "仅附件1"
    EVALUATION = "仅附件2"


class Indicator(Model):
    """One indicator; what attachment 2 prints differently is stated as such."""

    level1: Text = labelled("一级指标", "如 产出指标", examples=LEVEL1)
    level2: Text = labelled("二级指标", "如 数量指标", examples=LEVEL2)
    name: Text = labelled("三级指标", "指标名称，附件1的写法；正文可按名称引用")
    target: Cell | None = labelled("指标值", "附件1的指标值；空白不填", None)
    actual: Cell | None = labelled("全年完成值", "附件2的全年完成值；空白不填", None)
    reason: Text | None = labelled("未完成原因和措施", "未达到或远超指标值时必填", None)
    reported_name: Text | None = labelled("附件2指标名称", "附件2的写法与附件1不同时才填", None)
    reported_target: Cell | None = labelled(
        "附件2年度指标值", "附件2另行载明的指标值；不填则照附件1，附件2留空的写“空白”", None
    )
    unit: Text | None = labelled(
        "计量单位", "指标值未写单位时的计量单位，用于校验和汇总，不印出", None
    )
    direction: Direction | None = labelled(
        "指标方向", "越高越好、越低越好或等于为好；不填按≥、≤等符号判断，无符号视为越高越好", None
    )
    kind: Kind | None = labelled("汇总方式", "绝对值、相对值、定性、最大值、最小值或是否", None)
    weight: Number | None = labelled("分值", "计分的表式才填", None)
    score: Number | None = labelled("得分", "计分的表式才填", None)
    filed: Filed = labelled("列入", "两表、仅附件1或仅附件2", Filed.BOTH)
