"""Rates and amounts typed under the name of a result: held against the case, silent about anything else."""

from __future__ import annotations

import pytest

from tests.evaluation.slips import ANALYSIS, clean, row, section
from tests.evaluation.test_yongxing import checked

MONEY = (ANALYSIS, "项目过程情况", "资金管理")
EFFECT = (ANALYSIS, "项目效益情况", "实施效益")


def found(headings: tuple[str, ...], said: str) -> list[tuple[str, str, str]]:
    data = clean()
    section(data, *headings).setdefault("paragraphs", []).append(said)
    findings = checked(data).findings
    return [(f.variant, f.actual, f.expected) for f in findings if f.code == "F726"]


@pytest.mark.parametrize(
    ("headings", "said", "wrong"),
    [
        (MONEY, "截至年末支出260万元，预算执行率96%。", ("rate", "96%", "100%")),
        (MONEY, "资金到位率为95%。", ("rate", "95%", "100%")),
        (EFFECT, "服务对象总体满意度为100%。", ("rate", "100%", "98.27%")),
        (EFFECT, "补贴发放准确率达到97.5%，发放较为准确。", ("rate", "97.5%", "100%")),
        (EFFECT, "加工贸易总额达3.6亿美元。", ("unit", "3.6亿美元", "3.6亿元")),
        (
            EFFECT,
            "外贸进出口总额由2021年的4.29亿美元增加到2022年的4.74万元。",
            ("unit", "4.74万元", "4.74亿美元"),
        ),
    ],
)
def test_what_differs_from_the_case_is_found(
    headings: tuple[str, ...], said: str, wrong: tuple[str, str, str]
) -> None:
    assert found(headings, said) == [wrong]


def test_the_remark_of_a_row_is_read_too() -> None:
    data = clean()
    row(data, "外贸进出口总额增长").update(remark="2022年度外贸进出口总额为4.74万元。")
    assert "F726" in {f.code for f in checked(data).findings}


@pytest.mark.parametrize(
    "said",
    [
        "预算执行率100%，资金到位率100%。",
        "服务对象总体满意度为98.3%。",
        "2021年预算执行率96%。",
        "自评的总体满意度为99%。",
        "评分标准规定资金到位率达到90%，得3分。",
        "预算执行率90%以上得4分。",
        "中央资金到位率为80%。",
        "外贸进出口总额4.74亿美元，合47400万美元。",
        "外贸进出口总额的年度目标为10000万美元。",
        "全市外贸进出口总额52.36亿元。",
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_left_alone(said: str) -> None:
    assert found(MONEY, said) == []
