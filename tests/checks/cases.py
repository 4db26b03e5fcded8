"""Cases for the tests of the checks: the Hunan filing as published, and its corrected copy."""

from functools import cache
from pathlib import Path
from typing import Any

from govdocs.checks.engine import run_checks
from govdocs.checks.example import laid_over, text_data
from govdocs.checks.subject import Subject
from govdocs.finding import CheckResult, Finding
from govdocs.forms.catalogue import form_set_of
from govdocs.model.case import read_case
from govdocs.place import dotted

HUNAN = Path(__file__).parents[2] / "data" / "2017-hunan.yaml"


def hunan_data() -> dict[str, Any]:
    """The data of the shipped case, without its acceptances."""
    data = text_data(HUNAN.read_text("utf-8"))
    assert isinstance(data, dict)
    return {name: value for name, value in data.items() if name != "accepted"}


def subject_of(data: dict[str, Any]) -> Subject:
    case = read_case(data)
    return Subject(case, form_set_of(case))


@cache
def published() -> CheckResult:
    """What is found in the filing as it was published."""
    return run_checks(subject_of(hunan_data()))


def corrected_data() -> dict[str, Any]:
    """The filing with every slip mended, each as its finding advises."""
    data: dict[str, Any] = laid_over(
        hunan_data(),
        {
            "fund": {"declared_name": None},
            "budget": {"total": "19089.08", "local": "1704.08", "unit_printed": "是"},
            "execution": {
                "total": {"budget": "19089.08", "executed": "18277.16", "rate": "96%"},
                "central": {"rate": "95%"},
            },
            "goal_statement": {
                "carry_goals": "是",
                "achieved": "年度目标基本实现，未达到指标值的已逐项说明。",
            },
            "explanation": {"notes": None},
        },
    )
    for row in data["indicators"]:
        _mend(row)
    letter = data["letter"]
    sections = letter["sections"]
    opening = sections[0]["paragraphs"]
    opening[0] = opening[0].replace("，所有资金全部按时拨付到位", "")
    for heading in (
        "绩效目标未完成原因",
        "绩效自评结果拟应用和公开情况",
        "绩效自评工作的经验、问题和建议",
    ):
        sections.append({"heading": heading, "paragraphs": ["按要求另行说明。"]})
    for attachment, form in zip(data["attachments"], form_titles(), strict=True):
        attachment.update(title=form)
        attachment.pop("listed_title")
        attachment.pop("year_line")
    return data


def form_titles() -> tuple[str, str]:
    return (
        "中央对地方专项转移支付区域绩效目标申报表",
        "中央对地方专项转移支付区域（项目）绩效目标自评表",
    )


_FILLED = {"支持技术出口项目数量": ("9个", "9个"), "带动技术进口额": ("不适用", "不适用")}
_UNITS = {
    "支持外贸中小企业提升国际化经营能力项目数": "个",
    "支持服务外包业务项目数量": "个",
    "支持对外投资合作项目个数": "个",
    "发展良好的外贸中小企业数量": "家",
}


def _mend(row: dict[str, Any]) -> None:
    name = row["name"]
    row.pop("reported_name", None)
    row.pop("reported_target", None)
    if name in _FILLED:
        row["target"], row["actual"] = _FILLED[name]
    if name in _UNITS:
        row["target"] += _UNITS[name]
        row["actual"] += _UNITS[name]
    if name in OFF_TARGET:
        row["reason"] = "当年政策调整，已商主管部门并列入次年计划"


OFF_TARGET = {
    "支持外贸中小企业提升国际化经营能力项目数",
    "支持服务外包业务项目数量",
    "支持对外投资合作项目个数",
    "当年外派劳务人数",
    "预算资金执行率",
    "承接国际服务外包合同额",
    "对外直接投资额",
    "对外承包工程完成营业额",
}


def every(findings: tuple[Finding, ...]) -> list[Finding]:
    """All findings, those below a head included."""
    return [f for head in findings for f in (head, *every(head.below))]


def paths_of(finding: Finding) -> list[str]:
    """The dotted paths of all spots of a finding."""
    return [dotted(spot.path) for spot in finding.spots]
