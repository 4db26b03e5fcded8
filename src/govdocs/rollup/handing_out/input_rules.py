"""What a cell lets a person type, and what Excel says about it."""

from __future__ import annotations

from typing import Any

from govdocs.model.indicator import Kind
from govdocs.rollup.definition import AskedIndicator
from govdocs.rollup.form_layout import NO, NOT_APPLICABLE, YES

HELP = (
    "填表提示：只填黄色格。完成值只写数字，单位按“计量单位”列，百分数写成 95% ；确不涉及的写“不适用”，"
    "尚无数据的留空。未完成或远超指标值的请写原因和措施。年度资金总额由各来源自动相加，确与之不同的可直接改写。"
    "请勿增删、移动行列，勿改名称和指标值。"
)
LONGEST_REASON = 1000


def money(unit: str) -> dict[str, Any]:
    """An amount that is not negative."""
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "ignore_blank": True,
        "input_title": "金额",
        "input_message": f"按{unit}填写数字，不写单位",
        "error_title": "不是金额",
        "error_message": f"请填写不小于0的数字，单位为{unit}",
    }


def actual(indicator: AskedIndicator, cell: str) -> dict[str, Any]:
    """A number, 不适用, or for yes/no indicators one of three words."""
    if indicator.kind is Kind.YES_NO:
        return {
            "validate": "list",
            "source": [YES, NO, NOT_APPLICABLE],
            "ignore_blank": True,
            "error_title": "不在选项中",
            "error_message": "请选择 是、否 或 不适用",
        }
    test = f"ISNUMBER({cell})"
    said, shown = "请填写数字，或写“不适用”", f"计量单位：{indicator.unit or '见指标值'}"
    if indicator.kind is Kind.QUALITATIVE:
        test = f"AND(ISNUMBER({cell}),{cell}>=0,{cell}<=100)"
        said, shown = "请填写0%至100%之间的完成比例，或写“不适用”", "填完成比例，如 95%"
    return {
        "validate": "custom",
        "value": f'=OR({test},{cell}="{NOT_APPLICABLE}")',
        "ignore_blank": True,
        "input_title": "全年完成值",
        "input_message": f"{shown}；不涉及的写“不适用”",
        "error_title": "不是数字",
        "error_message": said,
    }


def band(indicator: AskedIndicator, bands: tuple[str, ...]) -> dict[str, Any] | None:
    """One of the form's bands for qualitative indicators; None for the others."""
    if indicator.kind is not Kind.QUALITATIVE or not bands or len(",".join(bands)) > 255:
        return None
    return {
        "validate": "list",
        "source": list(bands),
        "ignore_blank": True,
        "error_title": "不在选项中",
        "error_message": "请从下拉列表选择完成档次",
    }


def reason() -> dict[str, Any]:
    """Words of a length that fits the paper."""
    return {
        "validate": "length",
        "criteria": "<=",
        "value": LONGEST_REASON,
        "ignore_blank": True,
        "error_title": "太长",
        "error_message": f"请控制在{LONGEST_REASON}字以内",
    }
