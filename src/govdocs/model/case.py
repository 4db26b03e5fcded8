"""申报案卷: everything that one filing is made from."""

from __future__ import annotations

from typing import Any

from pydantic import field_validator

from govdocs.model.acceptance import Acceptance
from govdocs.model.allocation import Allocation
from govdocs.model.attachment import Attachment, Explanation, GoalStatement
from govdocs.model.fact import Fact
from govdocs.model.fields import Model, Text, Whole, labelled, named_money_unit
from govdocs.model.fund import Fund
from govdocs.model.indicator import Indicator
from govdocs.model.letter import Letter
from govdocs.model.money import Budget, Execution
from govdocs.model.rollup_record import RollupRecord


class Case(Model):
    """One filing: a fund's figures, the two forms, and the letter around them.

    Every figure stands here once; what attachment 2 or the letter prints differently from
    attachment 1 is stated as such, kept as stated, and compared by the checks.
    """

    form: Text | None = labelled("表式", "表式代号，如 transfer-2018；不填按年度选用", None)
    year: Whole = labelled("年度", "资金所属年度，四位数字", ge=1990, le=2100)
    region: Text | None = labelled("地区", "省、自治区、直辖市或县市名称，用于选择本地口径", None)
    money_unit: Text = labelled(
        "金额单位", "全部金额的单位：元、万元或亿元", examples=["万元", "元", "亿元"]
    )
    templates: Text | None = labelled(
        "模板目录", "本单位模板所在目录（相对案卷文件）；不填用自带模板", None
    )
    fund: Fund = labelled("专项资金", "资金名称和各部门")
    budget: Budget = labelled("预算金额", "附件1的资金")
    execution: Execution = labelled("项目资金", "附件2的资金")
    allocations: tuple[Allocation, ...] = labelled(
        "资金分配", "各支持方向及额度", default_factory=tuple
    )
    goals: tuple[Text, ...] = labelled(
        "年度目标", "附件1的目标1、目标2……不写序号", default_factory=tuple
    )
    goal_statement: GoalStatement = labelled(
        "年度绩效目标", "附件2的两栏文字", default_factory=GoalStatement
    )
    indicators: tuple[Indicator, ...] = labelled("绩效指标", "按附件顺序逐行列出", min_length=1)
    explanation: Explanation = labelled(
        "说明和注", "附件2的说明栏与表下注", default_factory=Explanation
    )
    facts: tuple[Fact, ...] = labelled("正文数据", "只在正文出现的数字", default_factory=tuple)
    letter: Letter | None = labelled("公文", "报送公文；没有则只出附件", None)
    attachments: tuple[Attachment, ...] = labelled("附件", "公文所附各表", default_factory=tuple)
    settings: dict[Text, Text] = labelled(
        "本地口径", "校验口径的本地调整，如 excess_threshold: 120%", default_factory=dict
    )
    accepted: tuple[Acceptance, ...] = labelled(
        "已说明", "已核实并说明理由的问题", default_factory=tuple
    )
    rollup: RollupRecord | None = labelled(
        "汇总记录", "由下级单位汇总而成的案卷才有，程序写入，不手工修改", None
    )

    @field_validator("money_unit", mode="after")
    @classmethod
    def _is_money(cls, symbol: str) -> str:
        return named_money_unit(symbol)


def read_case(data: Any) -> Case:
    """Make a case from nested text data; raise pydantic's ValidationError with every error.

    ``data`` holds dicts, lists and text (None for blank), as intake reads them.
    """
    unit = data.get("money_unit") if isinstance(data, dict) else None
    context = {"money_unit": unit if isinstance(unit, str) and unit.strip() else "万元"}
    return Case.model_validate(data, context=context)
