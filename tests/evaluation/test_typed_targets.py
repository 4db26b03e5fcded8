"""Targets typed into the prose: held against the goal's own target, never against its result."""

from __future__ import annotations

import pytest

from tests.evaluation.slips import ANALYSIS, clean, section
from tests.evaluation.test_yongxing import checked

YEARLY = "年度绩效目标"
OVERALL = "项目总目标"


def found(heading: str, said: str) -> list[tuple[str, str, str]]:
    data = clean()
    section(data, *to(heading))["paragraphs"] = [said]
    return [(f.variant, f.actual, f.expected) for f in checked(data).findings if f.code == "F726"]


def to(heading: str) -> tuple[str, ...]:
    if heading == ANALYSIS:
        return (ANALYSIS, "项目过程情况", "资金管理")
    return ("基本情况", "预算支出绩效目标完成程度", heading)


@pytest.mark.parametrize(
    ("heading", "said", "wrong"),
    [
        (YEARLY, "加工贸易总额达3.6亿美元。", ("target_unit", "3.6亿美元", "3.6亿元")),
        (YEARLY, "实现外贸进出口总额2亿美元。", ("target", "2亿美元", "1亿美元")),
        (YEARLY, "服务对象满意度不低于90%。", ("target", "90%", "≥95%")),
        (YEARLY, "加工贸易总额目标值为3.6万元。", ("target_unit", "3.6万元", "3.6亿元")),
        (YEARLY, "外贸进出口总额4.74亿美元。", ("target", "4.74亿美元", "1亿美元")),
        (OVERALL, "加工贸易总额达到3.6亿美元。", ("target_unit", "3.6亿美元", "3.6亿元")),
        (ANALYSIS, "外贸进出口总额的年度目标为1.2亿美元。", ("target", "1.2亿美元", "1亿美元")),
    ],
)
def test_a_target_that_is_not_the_goals_is_found(
    heading: str, said: str, wrong: tuple[str, str, str]
) -> None:
    assert found(heading, said) == [wrong]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (YEARLY, "外贸进出口总额达10000万美元，加工贸易总额36000万元，服务对象满意度95%以上。"),
        (YEARLY, "外贸进出口总额同比增长15%。"),
        (YEARLY, "外贸进出口总额增长20%，加工贸易总额占三成。"),
        (YEARLY, "2025年外贸进出口总额达到6亿美元。"),
        (YEARLY, "“十四五”期间外贸进出口总额达到20亿美元。"),
        (YEARLY, "上年外贸进出口总额4.29亿美元。"),
        (YEARLY, "全市外贸进出口总额达60亿美元。"),
        (OVERALL, "外贸进出口总额达到20亿美元。"),
        (ANALYSIS, "外贸进出口总额的年度目标为10000万美元。"),
        (ANALYSIS, "外贸进出口总额达4.74亿美元。"),
        (ANALYSIS, "外贸进出口总额4.74亿美元，超过年度目标。"),
    ],
)
def test_the_goals_target_in_any_unit_a_result_and_anything_else_are_left_alone(
    heading: str, said: str
) -> None:
    assert found(heading, said) == []


def test_a_tag_that_prints_nothing_is_found_among_the_targets_too() -> None:
    data = clean()
    data["sources"][0].pop("document", None)
    section(data, *to(YEARLY))["paragraphs"] = ["按{{ sources[0].document }}下达。"]
    assert "F727" in {f.code for f in checked(data).findings}
