"""权重…分 and 得分…分 in sentences: held against the indicator that they name, silent where none is known."""

from __future__ import annotations

import pytest

from tests.evaluation.slips import ANALYSIS, clean, section
from tests.evaluation.test_yongxing import checked

PROCESS = (ANALYSIS, "项目过程情况")
MONEY = (*PROCESS, "资金管理")
RESULT = ("综合评价情况及评价结论",)
EFFECT = (ANALYSIS, "项目效益情况")


def found(headings: tuple[str, ...], said: str) -> list[tuple[str, str, str]]:
    data = clean()
    section(data, *headings).setdefault("paragraphs", []).append(said)
    findings = checked(data).findings
    return [(f.variant, f.actual, f.expected) for f in findings if f.code == "F709"]


@pytest.mark.parametrize(
    ("headings", "said", "wrong"),
    [
        (MONEY, "其中：资金到位率权重3分，得分3分；预算执行率权重6分，得分4分。", ("score", "4", "6")),
        (MONEY, "资金使用合规性（权重5分，得分6分）：没有发现挪用。", ("weight", "5", "6")),
        (MONEY, "此项权重15分，得13分。", ("score", "13", "15")),
        (MONEY, "该项分值16分，得分15分。", ("weight", "16", "15")),
        (PROCESS, "其中资金管理权重15分，得分13分；组织实施权重10分，得分6分。", ("score", "13", "15")),
        (RESULT, "其中决策得分18分，过程得分16分，产出得分21.44分。", ("score", "16", "21")),
        (RESULT, "经评价，该项目综合得分为88.44分。", ("total_score", "88.44", "86.44")),
        (("有关建议",), "本项目最终得分84.44分。", ("total_score", "84.44", "86.44")),
    ],
)  # fmt: skip
def test_points_that_differ_are_found_at_the_indicator_that_is_named(
    headings: tuple[str, ...], said: str, wrong: tuple[str, str, str]
) -> None:
    assert found(headings, said) == [wrong]


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (MONEY, "其中：资金到位率权重3分，得分3分；预算执行率权重6分，得分6分。"),
        (MONEY, "（1）预算执行率。资金全部支出，该指标权重6分，得分6分。"),
        (MONEY, "三项条件每项分值2分。"),
        (MONEY, "评分标准规定，到位率达到90%得分3分。"),
        (PROCESS, "其中资金管理权重15分，得分15分；组织实施权重10分，得分6分。"),
        (EFFECT, "其中经济效益得分8分，满意度得分8分。"),
        (RESULT, "决策得分18分，过程得分21分，产出得分21.44分，效益得分26分。"),
        (RESULT, "产出数量、产出时效得分8.44分。"),
        (RESULT, "单位自评最终得分95分。上年度综合得分90分。"),
        (RESULT, "最终得分86.4分。"),
        (RESULT, "2021年重点评价综合得分91.2分。"),
    ],
)
def test_points_that_agree_or_speak_of_something_else_are_left_alone(
    headings: tuple[str, ...], said: str
) -> None:
    assert found(headings, said) == []
