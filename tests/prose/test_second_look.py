"""A figure that one wrong digit explains is told; one that any reading explains is left alone."""

from __future__ import annotations

import pytest

from tests.prose.doubts import told, told_once_changed

SLIPS = {
    "a rate of what was just told": (
        "登记糖尿病患者14860人，规范管理12185人，规范管理率{}。", "82%", "87%", "82%",
    ),
    "a rate with another figure between": (
        "涉及金额23705.40万元，共6项，整改资金20178.32万元，整改率（按金额）{}。", "85.12%", "85.42%", "85.12%",
    ),
    "a rate of debts by its name": (
        "年末资产总额96.40亿元，负债总额14.46亿元，净资产81.94亿元，资产负债率{}。", "15.00%", "17.00%", "15.00%",
    ),
    "a share of the whole that the other shares have": (
        "资产总额96.40亿元。流动资产19.28亿元，占{}；固定资产48.20亿元，占50.00%；在建工程16.388亿元，占17.00%；其他12.532亿元，占13.00%。",
        "20.00%", "90.00%", "20.00%",
    ),
    "shares in the order of the amounts": (
        "用于改造的63000万元、用于资助的25200万元、用于培训的37800万元，三项分别占{}、20%和30%。", "50%", "59%", "50%",
    ),
    "growth in the order of the years": (
        "三年投入依次为10.00亿元、11.20亿元、12.60亿元，后两年增幅分别为{}、12.5%。", "12.0%", "12.9%", "12.0%",
    ),
    "growth from one year to the other": (
        "2017年报账2410.20万美元，2018年报账3105.00万美元。2018年报账比2017年增长{}。", "28.83%", "38.83%", "28.83%",
    ),
    "growth by a change and what was before it, in brackets": (
        "护林员增加28名（2018年400名），增长{}。", "7%", "9%", "7%",
    ),
    "a difference right behind its two amounts": (
        "亩均产量由建设前的420公斤提高到462公斤，增产{}。", "42公斤", "72公斤", "42公斤",
    ),
    "what goes beyond the contract": (
        "合同价3150.00万元，结算3402.00万元，超出{}。", "252.00万元", "253.00万元", "252.00万元",
    ),
    "net assets": (
        "资产总额1286.4万元，负债36.4万元，净资产{}。", "1250.0万元", "1258.0万元", "1250.0万元",
    ),
    "a total with its parts in brackets": (
        "贷款本金{}（2021年12350.5万元，2022年8421.3万元，2023年9228.2万元）。", "30000.0万元", "30900.0万元", "30000.0万元",
    ),
    "a total with its parts in the next sentence": (
        "共安排资金{}。其中：甲县12350.5万元，乙县8421.3万元，丙县9228.2万元。", "30000.0万元", "30900.0万元", "30000.0万元",
    ),
    "a total of the sentence before": (
        "三年规模依次为10.15亿元、11.23亿元、12.64亿元。三年累计投入{}。", "34.02亿元", "37.02亿元", "34.02亿元",
    ),
    "an average of the amount and the count told last": (
        "投入资金1354.86万元，修缮校舍86处，平均每处{}。", "15.754万元", "18.754万元", "15.754万元",
    ),
    "the total of a price for each": (
        "新修公路8.6公里，每公里造价45.00万元，共投入{}。", "387.00万元", "327.00万元", "387.00万元",
    ),
    "points to a rate in brackets behind": (
        "县域就诊率91.2%，比上年提高{}（上年为89.5%）。", "1.7个百分点", "1.1个百分点", "1.7个百分点",
    ),
    "shares in brackets of one whole": (
        "到位2535万元。支出2281.5万元。支出中，改造1140.75万元（50%）、购置912.6万元（{}）、培训228.15万元（10%）。",
        "40%", "30%", "40%",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "expected"), SLIPS.values(), ids=SLIPS.keys())
def test_one_wrong_digit_is_told_with_the_figure_that_follows(
    text: str, right: str, wrong: str, expected: str
) -> None:
    assert told_once_changed(text, right, wrong) == [(wrong, expected)]


ALIKE = (
    "甲类：反映问题24项，已整改21项，正在整改3项。\n"
    "乙类：反映问题12项，已整改10项，正在整改2项。\n"
    "丙类：反映问题8项，已整改7项，正在整改{}项。"
)


def test_what_holds_in_all_other_sentences_of_the_same_words_must_hold_here() -> None:
    assert told(ALIKE.format(1)) == []
    assert told(ALIKE.format(6)) == [("8项", "13项")]


SOUND = {
    "parts that are not all": "下达资金5230万元，其中甲县1240万元、乙县980万元。",
    "a rate of something else": "发放问卷300份，收回288份，满意度为96.5%。",
    "a target": "计划完成率达到95%，安排资金300万元，涉及项目20个。",
    "a loosened figure": "资产总额1286.4万元，负债36.4万元，净资产约1240万元。",
    "an answer among answers": "收到答卷26份。非常了解的22人，占84.62%；比较了解的4人，占15.38%。",
    "money of two budgets": "收入完成预算671900万元的101.57%，支出完成预算668500万元的98.00%。",
    "a whole in brackets by its owners": "下达资金1.26亿元（中央8600万元，省级4000万元），其中甲县5400万元、乙县4200万元、丙县3000万元。",
    "a standard for each": "每户补助1.5万元，其中危房户2.8万元。完成改造24户，兑付36万元。",
    "the difference to another year": "支出480.71万元，结余较上年减少90.49万元，下降15.8%。",
    "an overlap": "参训人员126人，其中党员58人、女性74人。",
    "a shortfall and a part": "基金收入14.28亿元（调整预算16.80亿元），短收2.52亿元，土地出让收入仅12.06亿元。",
    "a rate from far away": "全市空气优良率91.2%，投入治理资金3200万元，关停企业28家。",
    "scores": "投入与管理得分46.5分，产出得分28.72分，效益得分18分。",
    "two amounts without a claim": "甲县投入1250万元，乙县投入1208万元，丙县投入2469万元。",
    "points between years that are not told": "合格率98.6%，满意度91.2%，比上年提高1.7个百分点。",
    "a price that only some got": "全县改造52户，每户补助1.5万元，危房户另补；共投入96.4万元。",
    "a ratio that does not say of what": (
        "项目总投资4.8亿元，资金来源为：专项债券3亿元，中央投资0.8亿元，自筹1.0亿元，项目资本金比例37.5%。"
    ),
    "stock and flow": "当年新增5家，至年底累计达47家，其中重点企业12家。",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND.keys())
def test_nothing_is_told_of_a_sound_sentence(text: str) -> None:
    assert told(text) == []
