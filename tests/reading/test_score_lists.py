"""Scores listed in sentences: they make the whole score, rates and lost points follow from them."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked

OWN = {"F604", "F606", "F616", "F641", "F643"}
"""The rules that speak of scores."""
PAPER = """
江北市2022年绿道专项绩效自评报告
一、自评结果
{}
"""
PAIRS = [
    ("自评得分92.6分。资金执行10分得8.1分；产出50分得47分；效益30分得28分；满意度10分得9.5分。", "得分92.6", "得分62.6"),
    ("自评得分92.6分。资金执行10分得8.1分；产出50分得47分；效益30分得28分；满意度10分得9.5分。", "得47分", "得41分"),
    ("综合得分84分。决策15分（满分18分）、过程18分（满分22分）、产出27.5分（满分34分）、效益23.5分（满分26分）。", "决策15分", "决策16分"),
    ("综合得分84分。决策15分（满分18分）、过程18分（满分22分）、产出27.5分（满分34分）、效益23.5分（满分26分）。", "满分34", "满分54"),
    ("决策15分（满分20分）、过程18分（满分20分）、效益48分（满分60分），得分率分别为75%、90%和80%。", "90%", "96%"),
    ("自评得分90分。产出指标（50分）得46分，效益指标（40分）得36分，满意度指标（10分）得8分。", "得36分", "得46分"),
    ("综合评价88.5分，比上年高2.3分。得分构成为：政策制定18分、资金管理26.5分、实施效果44分。", "26.5", "27.5"),
    ("自评得分94.5分，三个指标分别扣0.5分、3分、2分，共计扣5.5分。", "扣5.5", "扣3.5"),
    ("自评得分94.5分，三个指标分别扣0.5分、3分、2分，共计扣5.5分。", "得分94.5", "得分93.5"),
    ("产出50分，得48分。", "得48分", "得58分"),
    ("总分91分，其中投入（权重20分，得18分）、过程（权重30分，得27分）、结果（权重50分，得46分）。", "总分91", "总分97"),
]  # fmt: skip


def said_of(paper: str) -> set[str]:
    return {finding.code for finding in checked(paper).findings} & OWN


@pytest.mark.parametrize(("prose", "right", "wrong"), PAIRS, ids=[p[2] for p in PAIRS])
def test_a_listed_score_that_does_not_fit_is_found(prose: str, right: str, wrong: str) -> None:
    assert right in prose
    assert said_of(PAPER.format(prose)) == set()
    assert checked(PAPER.format(prose.replace(right, wrong))).findings  # by this rule or by sums


SOUND = [
    "自评得分92.6分。主要扣分：产出50分得47分；效益30分得28分。",
    "综合得分84分。过程20分，得18分，其中资金管理10分，得9分，组织实施10分，得9分。",
    "上年综合得分81分。决策15分（满分20分）、过程18分（满分20分）、效益48分（满分60分）。",
    "满分100分，自评得96分，其中预算执行10分，得9分，产出50分，得49分，效益40分，得38分。",
    "三个项目自评得分分别为95分、93分和88分，平均92分。",
    "考核得分低于80分扣5分，低于70分扣10分，低于60分扣20分。",
    "合同分期付款，得分80分以上付90%。",
    "各指标得分率分别为75%、90%和80%，综合得分84分。",
    "甲项目自评得分95分，乙项目自评得分93分，丙项目自评得分88分。",
    "两处分别扣1分、2分，另有一处扣3分，共扣6分。",
    "自评得分92分。加分项：创新10分得12分。",
    "本次评价满分100分，得分84分。产出、效益、满意度三项分别得40分、30分和14分。",
]  # fmt: skip


@pytest.mark.parametrize("prose", SOUND, ids=[p[:18] for p in SOUND])
def test_scores_of_parts_and_of_other_things_stay_silent(prose: str) -> None:
    assert said_of(PAPER.format(prose)) == set()


def test_a_turned_score_table_with_heads_of_its_own_is_read() -> None:
    paper = PAPER.format(
        "综合得分{}分，评级为“成功”。\n|准则|相关性|效率|效果|可持续性|合计|\n|权重|20%|20%|30%|30%|100%|\n"
        "|得分|90|85|86|84|—|\n|加权得分|18|17|25.8|25.2|86|"
    )
    assert said_of(paper.format("86")) == set()
    assert said_of(paper.format("66"))


def test_one_wrong_sum_of_lost_points_is_told_once() -> None:
    found = checked(
        "项目自评得分94.5分。扣分的指标有3个，即预算执行率、按期完工率和群众满意度，分别扣0.5分、3分、2分，共计扣3.5分。"
    ).findings
    assert [(f.code, f.actual, f.expected) for f in found] == [("F643", "3.5", "5.5")]
