"""Gaps, prices and kinds that the build of a sentence binds: one changed figure is told, the sound one is not."""

from __future__ import annotations

import pytest

from tests.prose.doubts import told, told_once_changed
from tests.prose.judging import wrong_in_paper

SLIPS = {
    "a standard raised from so much to so much": ("孤儿养育标准由每人每月1180元提高到1260元，提高{}元。", "80", "81"),
    "a goal in brackets that was passed": ("完成新增造林面积38.7公顷，超目标（36.2公顷）{}公顷。", "2.5", "3.5"),
    "what is not built of what was planned": ("全年渠道整治完工57处，占计划64处的89.06%，未完工{}处。", "7", "9"),
    "who came and who went": ("累计接收戒毒人员2,418人，累计解除1,906人，年末在册{}人。", "512", "572"),
    "what did not arrive, told sections later": (
        "地方配套资金计划8,640万元，实际到位7,925万元。\n项目组织有力。\n建议尽快补足配套资金缺口{}万元。", "715", "775",
    ),
    "a price in brackets behind its amount": ("3个镇多报面积2,180亩，占核查面积31,600亩的6.9%，核减补贴{}万元（每亩600元）。", "130.8", "130.3"),
    "a price told by name before": (
        "管护标准偏低。支渠每公里每年补助5000元、斗渠2500元。其中支渠218.4公里按现行标准每年补助{}万元。", "109.2", "109.7",
    ),
    "a mean of an amount told by its name": (
        "全年支出医疗救助263.50万元。\n其他工作按期完成。\n医疗救助1700人次，人均{}元。", "1550", "1553",
    ),
    "two kinds that are all": ("{}个单位未公开采购意向，涉及金额318.40万元，其中货物类5个单位、服务类8个单位。", "13", "18"),
    "the money of three owners, one told before": (
        "中央财政共下达我市补助资金412,600万元。\n同时省级财政安排125,430万元、市县财政安排68,210万元，全年中央、省、市县三级资金共计{}万元。",
        "606,240", "606,940",
    ),
    "a list by one view": (
        "审计共指出172个问题。\n从整改要求看，立行立改的问题{}个，已完成120个；分阶段整改的问题31个，已完成20个；持续整改的问题12个，已完成4个。",
        "129", "126",
    ),
}  # fmt: skip

SOUND = [
    "省级财政安排125,430万元、市县财政安排68,210万元，全年中央、省、市县三级资金共计606,240万元。",
    "全年培训1240人，其中党员320人、妇女506人。",
    "标准由每人每月580元提高到640元，增长10.34%。全市提高60元以上的县有3个。",
    "从地区看，东部项目42个，已完工30个；中部项目35个，已完工28个；西部项目28个，已完工11个。",
    "全年完工57处，占计划64处的89.06%，未完工7处中5处已开工。",
    "计划投资3,600万元，到位3,100万元，资金缺口较大。",
    "发放耕地补贴1,265.30万元（每亩85元），涉及农户3.2万户。",
    "临时救助950人次，人均900元以上。",
    "预算由1,205.33万元调整到1,318.46万元，增加113.12万元。",
    "全市累计接收126人，累计解除98人，转出5人，年末在册23人。",
]


@pytest.mark.parametrize("name", SLIPS)
def test_a_figure_that_the_build_of_its_sentence_binds_is_doubted_where_it_does_not_fit(
    name: str,
) -> None:
    text, right, wrong = SLIPS[name]
    assert told_once_changed(text, right, wrong) != []


@pytest.mark.parametrize("text", SOUND)
def test_sentences_that_claim_no_such_gap_stay_silent(text: str) -> None:
    assert told(text) == []


def test_a_total_that_names_an_owner_told_before_is_not_held_against_the_others_alone() -> None:
    text = (
        "中央财政共下达我市补助资金412,600万元。\n"
        "同时省级财政安排125,430万元、市县财政安排68,210万元，中央、省、市县三级资金共计606,240万元。"
    )
    assert wrong_in_paper(*text.split("\n")) == []
    lone = "省级财政安排125,430万元、市县财政安排68,210万元，省、市县两级资金共计{}万元。"
    assert wrong_in_paper(lone.format("193,640")) == []
    assert wrong_in_paper(lone.format("193,840")) != []
