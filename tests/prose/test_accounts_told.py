"""Balances, grades, means, rests told sentences later and prices for each are reckoned; the sound stays silent."""

from __future__ import annotations

import pytest

from tests.prose.doubts import told, told_once_changed
from tests.prose.judging import passages_from

CLAIMS = {
    "what the totals of an account leave": (
        "一般公共预算收入86420万元，加上级补助收入120350万元、上年结转3180万元、调入资金9600万元，收入总计219550万元。"
        "支出203140万元，加上解支出7320万元、债务还本支出4800万元，支出总计215260万元。收支相抵，结转下年{}。",
        "4290万元", "4590万元", "4590万元", "4290万元",
    ),
    "a year's end with what was set aside": (
        "年初结转和结余86.40万元，本年收入1920.35万元，本年支出1874.18万元，结余分配20.00万元，年末结转和结余{}。",
        "112.57万元", "118.57万元", "118.57万元", "112.57万元",
    ),
    "projects by grade": (
        "对15个项目开展绩效评价，涉及资金约2.1亿元，评价结果为“优”的{}、“良”的9个、“中”的2个。",
        "4个", "5个", "15个", "16个",
    ),
    "batches whose sum another paragraph tells": (
        "2023年共安排省级资金{}用于农村公路。\n资金分两批下达：3月下达18600.00万元，8月下达7245.30万元。",
        "25845.30万元", "25875.30万元", "25875.30万元", "25845.30万元",
    ),
    "what is left of the amount that a rate is of": (
        "项目预算6840.00万元，其中中央资金5000.00万元、省级资金1840.00万元。\n"
        "共支出6325.48万元，执行率92.48%，其中中央资金支出4800.00万元，执行率96.00%；省级资金支出1525.48万元，执行率82.91%。结转{}。",
        "514.52万元", "574.52万元", "574.52万元", "514.52万元",
    ),
    "what is left of things counted in the sentence before": (
        "检查发现问题142个，已整改117个，整改率82.4%，涉及金额3.2亿元。剩余{}问题正在整改。", "25个", "45个", "45个", "25个",
    ),
    "since the end of last year, by the very name": (
        "2022年末政府债务余额385420万元，其中一般债务185420万元、专项债务200000万元。"
        "2023年末政府债务余额412960万元（一般债务190960万元、专项债务222000万元），比上年末增加{}。",
        "27540万元", "27840万元", "27840万元", "27540万元",
    ),
    "since a year that is named": (
        "2022年安排5260.00万元，支出5011.20万元；2023年安排5840.00万元，支出5634.70万元。2023年安排较2022年增加{}。",
        "580.00万元", "590.00万元", "590.00万元", "580.00万元",
    ),
    "the mean of what was just told": (
        "学生满意率94.6%、家长满意率91.8%、教师满意率90.1%，三类平均{}。", "92.17%", "92.47%", "92.47%", "92.17%",
    ),
    "what lies between the best and the worst": (
        "甲县得分91.80分，乙县得分86.25分，丙县得分89.40分，最高分与最低分相差{}。", "5.55分", "5.85分", "5.85分", "5.55分",
    ),
    "points that were lost": ("自评得分93.6分，自评等级为优，扣分{}。", "6.4分", "8.4分", "8.4分", "6.4分"),
    "a price for each kilometre": (
        "护岸单价42.6万元/公里，18.5公里计{}。", "788.1万元", "788.7万元", "788.7万元", "788.1万元",
    ),
    "a change for each of what is counted": (
        "亩产由512公斤提高到548公斤，按24.5万亩计算新增产量{}。", "882万公斤", "862万公斤", "862万公斤", "882万公斤",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong", "actual", "expected"), CLAIMS.values(), ids=CLAIMS.keys()
)
def test_a_broken_account_is_told_and_a_kept_one_is_not(
    text: str, right: str, wrong: str, actual: str, expected: str
) -> None:
    assert (actual, expected) in told_once_changed(text, right, wrong)


SOUND = (
    "全市共有中小学186所，已完成改造112所，正在改造24所，未纳入改造计划的50所。",
    "抽查项目42个，已完工31个，在建8个，未开工3个，涉及资金1.8亿元。",
    "发现问题142个，已整改117个。本年新增检查单位25家，剩余37家下年检查。",
    "“优”的3个、“良”的7个，其余项目正在评价，全年计划评价12个。",
    "共评价部门28个，其中优秀6个、良好15个。",
    "甲镇得分92.5分、乙镇88.4分，全市平均87.6分。",
    "资金分三批下达：第一批1200万元，第二批860万元，其余资金待考核后下达。",
    "项目总投资28600.00万元，分两年实施。\n2022年完成投资12400.00万元，2023年完成投资9800.00万元。",
    "共支出6325.48万元，执行率92.48%。结转资金322.50万元，另有191.02万元收回财政统筹。",
    "道路单价68.5万元/公里，2条共46.2公里，合同价3098.6万元。",
    "共有车辆11辆，其中应急用车3辆、特种用车（森林防火）6辆、其他用车2辆。",
    "税收收入中，主要税种是：增值税15820万元，企业所得税6412万元，资源税9865万元，其他税收5307万元。",
    "项目决策情况（20分，得17.0分）。其中项目立项6分，得5.5分；绩效目标6分，得4.5分；资金投入8分，得7.0分。",
)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_account_stays_silent(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["建成厂房9栋。", "抽检样品412批次。", "涉及3县。", "教室24间。"])
def test_things_that_come_whole_are_exactly_as_many_as_printed(text: str) -> None:
    figure = passages_from(text)[0].reading.measures[0]
    assert figure.interval.low == figure.interval.high == figure.number


def test_what_lies_between_two_years_told_side_by_side() -> None:
    text = "2021年度获进出口权企业38家，2022年度获进出口权企业49家，外贸资质企业新增{}家。"
    assert told_once_changed(text, "11", "81") == [("81家", "11家")]


def test_a_long_list_with_round_amounts_makes_the_total_of_paragraphs_before() -> None:
    text = (
        "2017年共下达专项资金17385万元。\n为此开展了自评。\n"
        "支持方向及额度为：区域协调560万元，外贸促进5773万元，进口贴息{}万元，跨境电商1380万元，服务外包1048万元，"
        "公平贸易264.44万元，转型升级400万元，市场开拓4484万元，出口信保2044.56万元。"
    )
    assert told_once_changed(text, "1431", "1131") == [("17385万元", "17085万元")]
