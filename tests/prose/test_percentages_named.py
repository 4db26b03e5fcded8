"""A percentage that its own name, its sentence or another paragraph binds is held against both amounts."""

from __future__ import annotations

import pytest

from tests.prose.doubts import told, told_once_changed

WRONG = {
    "both amounts named, told in other sentences": (
        "年初预算2,450.00万元。年内追加预算931.00万元。\n存在的问题：年中追加数占年初预算的{}。", "38.0%", "78.0%",
    ),
    "a base in brackets behind the rate": (
        "基金收入完成73,600万元，为预算的{}（预算数80,000万元），主要是土地出让减少。", "92.0%", "98.0%",
    ),
    "a base that follows another rate": (
        "税收收入完成48.60亿元，为年初预算的{}，比上年增长8.0%，年初预算为48.00亿元，上年完成45.00亿元。", "101.25%", "106.25%",
    ),
    "growth over a base told last": (
        "税收收入完成48.60亿元，为年初预算的101.25%，比上年增长{}，年初预算为48.00亿元，上年完成45.00亿元。", "8.0%", "3.0%",
    ),
    "a rate told before its two amounts": (
        "该项指标完成率为{}，计划改造泵站36座，实际改造30座。", "83.33%", "53.33%",
    ),
    "a share told before its amount": (
        "项目总投资36,000万元，亩均投资1,500元，其中省级补助占{}，计24,000万元。", "66.67%", "60.67%",
    ),
    "the good answers of a list together": (
        "收回有效问卷412份，很满意203份、比较满意168份、一般30份、不满意11份，总体满意度{}。", "90.05%", "60.05%",
    ),
    "two amounts that the rate calls for": (
        "企业资产总额1,420.00亿元；负债总额866.20亿元，所有者权益553.80亿元，平均资产负债率{}。", "61.0%", "81.0%",
    ),
    "what was left of a budget that was changed": (
        "年初预算2,860.00万元，年中追加440.00万元。全年支出3,234.00万元，预算完成率{}。", "98.00%", "90.00%",
    ),
    "a count named by the stem of the rate": (
        "在校学生36,480人，其中小学24,200人、初中12,280人。住校生16,416人，其中小学7,100人、初中9,316人，住校率{}。",
        "45.00%", "46.00%",
    ),
    "a share of all sources listed before": (
        "资金来源为：中央资金6,120.00万元，省级资金1,530.00万元，县级资金1,350.00万元，资金到位率100%。中央资金占{}。", "68%", "63%",
    ),
    "the money among counts and money": (
        "抽查42笔专项资金9,860.00万元，有13笔2,366.40万元超期下达，金额占{}。", "24%", "29%",
    ),
    "a share of what 其中 divides": (
        "明年收入预期36.20亿元，其中税收收入27.15亿元，税收占比预计提高到{}。", "75.0%", "77.0%",
    ),
    "about so much more than the year before": (
        "2023年，一般公共预算收入26.40亿元，完成预算的100.8%。\n2024年，一般公共预算收入预期27.72亿元，增长{}左右。", "5.0%", "9.0%",
    ),
    "all that was spent of all that was given": (
        "省级下达资金18.20亿元，分解下达市县17.92亿元。\n全年实际支出16.94亿元，总执行率为{}。", "93.08%", "63.08%",
    ),
    "the days of a year": ("全年优良天数321天，优良天数比例{}。", "87.9%", "81.9%"),
    "shares of what their amounts make together": (
        "一般债务余额86.40亿元，占政府债务余额的{}；专项债务余额153.60亿元，占64.0%。", "36.0%", "16.0%",
    ),
    "a base in the clause, behind growth": (
        "上缴税费21.40亿元，同比增长6.3%，占全市税收收入178.30亿元的{}。", "12.0%", "72.0%",
    ),
    "points between rates of two sentences": (
        "2022年资金执行率为86.25%。2023年资金执行率91.75%，比2022年提高{}。", "5.50个百分点", "5.80个百分点",
    ),
    "what was taken off, of what was handed in": (
        "送审金额16,240.00万元，审定金额15,103.20万元，核减1,136.80万元，核减率{}。", "7.00%", "1.00%",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), WRONG.values(), ids=WRONG)
def test_a_named_percentage_is_silent_where_it_is_right_and_told_where_it_is_not(
    text: str, right: str, wrong: str
) -> None:
    assert [actual for actual, _ in told_once_changed(text, right, wrong)] == [wrong]


SOUND = (
    "项目资金到位率100%，执行率98.6%，合格率100%，满意度95.2%。共发放问卷300份。",
    "12个项目全部完工，完工率100%，其中8个获得优良，优良率66.7%，惠及群众12,640户。",
    "采购预算560.00万元，中标金额532.00万元，节约率5.00%；首付30%，验收后支付65%，质保金5%。",
    "一般债务余额98.40亿元，专项债务余额189.30亿元，法定债务率为86.3%，低于警戒线13.7个百分点。",
    "资产总额862.40亿元，同比增长6.4%；负债总额534.69亿元，同比增长5.1%；净资产收益率2.9%。",
    "查出问题金额12.86亿元，其中违规金额1.40亿元，管理不规范金额11.46亿元；整改到位率96.2%，移送线索14件。",
    "政策知晓率92.6%，服务态度满意率95.1%。发放问卷500份，回收486份，回收率97.2%，综合满意度93.8%。",
    "省级下达4,860万元，已支出3,920万元；市级配套1,200万元，已支出1,080万元。总体支出进度82.5%，县级另计。",
    "地方收入完成12.86亿元，占年度预算12.50亿元的102.88%，同比增长8.07%，增收0.96亿元。",
    "基本支出3,328.00万元，占总支出的65%，比上年减少2.5%；项目支出1,792.00万元，占35%，比上年下降4.1%。",
    "支出进度62.4%，较序时进度快12.4个百分点；截至12月底累计支出15,020万元，支出进度98.0%。",
)  # fmt: skip


@pytest.mark.parametrize("text", SOUND)
def test_percentages_of_other_things_are_left_alone(text: str) -> None:
    assert told(text) == []
