"""Figures whose wholes stand further off: true statements stay silent, one changed figure is found."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed, read

PAIRS = {
    "growth of three years told at once": (
        "种草面积2018年28.0万亩、2019年35.0万亩，2020年达到42.5万亩，分别增长25%和21.43%。",
        "种草面积2018年28.0万亩、2019年35.0万亩，2020年达到42.5万亩，分别增长25%和24.13%。",
        "F503",
    ),
    "a share of the funds given": (
        "中央资金共安排我市5680万元。\n已拨付5396万元，占下达资金的95%。",
        "中央资金共安排我市5680万元。\n已拨付5396万元，占下达资金的93%。",
        "F504",
    ),
    "a rate that an unrelated amount happens to explain": (
        "甲镇支出200万元。\n应收水费215万元，实收150.5万元，收缴率仅70%。",
        "甲镇支出200万元。\n应收水费215万元，实收150.5万元，收缴率仅75%。",
        "F504",
    ),
    "a rate one below the true whole number": (
        "共下达资金1000万元，实际支出980万元，执行率98%。",
        "共下达资金1000万元，实际支出980万元，执行率97%。",
        "F504",
    ),
    "a rate of the goal named right before it": (
        "全年开展演出1320场次，为计划1200场次的110%。",
        "全年开展演出1320场次，为计划1200场次的120%。",
        "F504",
    ),
    "a multiple of last year": (
        "跨境电商进出口86.5亿元，是上年43.25亿元的2倍。",
        "跨境电商进出口86.5亿元，是上年43.25亿元的3倍。",
        "F504",
    ),
    "shares of one whole": (
        "共实施项目12680个，其中产业类5072个，占40%；基础设施类6340个，占50%；其他类1268个，占10%。",
        "共实施项目12680个，其中产业类5072个，占40%；基础设施类6340个，占55%；其他类1268个，占10%。",
        "F504",
    ),
    "shares whose parts add up to an amount above": (
        "全年实际支出94050000元。\n基本支出58311000元，占总支出的62%；项目支出35739000元，占总支出的38%。",
        "全年实际支出94050000元。\n基本支出58311000元，占总支出的64%；项目支出35739000元，占总支出的38%。",
        "F504",
    ),
    "a rate of funds in another paragraph": (
        "2022年度衔接资金共下达425600万元。\n衔接资金到位425600万元。\n全省实际支出417088万元，预算执行率98%。",
        "2022年度衔接资金共下达425600万元。\n衔接资金到位425600万元。\n全省实际支出417088万元，预算执行率96%。",
        "F504",
    ),
    "spent and left of funds in another paragraph": (
        "2022年度衔接资金共下达425600万元。\n衔接资金到位425600万元。\n全省实际支出417088万元，结余8512万元。",
        "2022年度衔接资金共下达425600万元。\n衔接资金到位425600万元。\n全省实际支出417088万元，结余8215万元。",
        "F508",
    ),
    "a share of a whole that bears a name": (
        "项目计划总投资3560万元。\n完成投资3363万元，占计划总投资的94.47%。",
        "项目计划总投资3560万元。\n完成投资3363万元，占计划总投资的97.44%。",
        "F504",
    ),
    "points below a goal": (
        "药占比27.5%，低于30.0%的目标2.5个百分点。",
        "药占比27.5%，低于30.0%的目标3.5个百分点。",
        "F503",
    ),
    "days shortened": (
        "平均住院日由9.2天缩短为8.7天，缩短0.5天。",
        "平均住院日由9.2天缩短为8.7天，缩短0.8天。",
        "F503",
    ),
    "an average for each": (
        "藏书总量426万册，常住人口600万人，人均0.71册。",
        "藏书总量426万册，常住人口600万人，人均0.81册。",
        "F504",
    ),
    "part of the budget": (
        "支出预算为1250万元，支出决算为1086.75万元，完成预算的86.94%。",
        "支出预算为1250万元，支出决算为1086.75万元，完成预算的89.64%。",
        "F504",
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_one_changed_figure_is_found(name: str) -> None:
    sound, wrong, code = PAIRS[name]
    assert code in {finding.code for finding in found_once_changed(sound, wrong)}


SILENT = {
    "shares of a whole that is not stated": "A公司营业收入5.6亿元，占全县规上工业的12%；B公司3.2亿元，占6.86%。",
    "shares before their whole": "男性120人，占60%；女性80人，占40%；党员50人，占25%。共有学员200人。",
    "a grant for each that is only a part of what was spent": "培训农民3000人，投入资金150万元，人均补助400元，另支付教材费30万元。",
    "answers to a question in several options": "本题收到有效答卷25份。非常满意22份，占88%；比较满意3份，占12%。",
    "kinds of one level in brackets": "资金分解下达至14个市（州）、88个县（市、区），其中160个国家乡村振兴重点帮扶村每村安排50万元。",
    "scores beside full marks": "综合得分86.6分。其中：决策权重20分，得分18分；过程权重20分，得分16.6分；产出权重30分，得分27分；效益权重30分，得分25分。",
    "another figure behind the parts": "年末在职人员312人，其中行政人员82人、事业人员230人；退休人员145人。",
    "an amount that another whole explains": "下达资金500万元，上年结转资金100万元。\n本年下达资金500万元。\n实际支出540万元，预算执行率90%，合计可用600万元。",
    "rows beneath numbered rows": (
        "表1 支出情况\n|序号|方向|支出（万元）|\n|1|天然林|204|\n|1.1|管护|148|\n|1.2|保险|56|\n|2|退耕|95|\n|合计|<|299|"
    ),
    "a row of which only the sum is known": (
        "表1 分配表\n|地区|县级（万元）|市级（万元）|合计（万元）|\n|甲市|36|5|41|\n|乙市|45|5|50|\n|丙市|54|15|69|\n|丁市|60|20|80|\n|省本级|-|-|3|\n|合计|195|45|243|"
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str) -> None:
    assert checked(SILENT[name]).findings == ()


def test_pages_of_the_table_of_contents_are_no_figures() -> None:
    text = "评价报告\n目录\n一、基本情况\t1\n（一）资金情况……………12\n一、基本情况\n资金到位率100%。"
    result = checked(text)
    assert result.coverage.figures == 1
    assert [p.level for p in read(text).paragraphs if "\t" in p.text or "…" in p.text] == [0, 0]
