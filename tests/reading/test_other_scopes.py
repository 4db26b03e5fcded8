"""Sound statements in the same words of another scope: accounts, stocks, full marks, bases, averages, list numbers."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked

SOUND = {
    "what is granted is a part of what a unit spends": """
三、支出决算情况说明
本年支出合计1860.40万元，其中基本支出1245.30万元，项目支出615.10万元。
四、一般公共预算财政拨款基本支出决算情况说明
基本支出1118.75万元，其中人员经费980.15万元，公用经费138.60万元。
""",
    "each account has its own grants from above": """
一、一般公共预算收支决算情况
2023年，一般公共预算收入86420万元，加上上级补助收入135670万元，收入总计222090万元。
二、政府性基金收支决算情况
2023年，政府性基金收入24300万元，加上上级补助收入3180万元，收入总计27480万元。
三、国有资本经营预算收支决算情况
2023年，国有资本经营预算收入1260万元，加上上级补助收入38万元，收入总计1298万元。
""",
    "each insurance fund under a title of its own": """
二、各险种情况
（一）企业职工基本养老保险基金。基金收入38.42亿元，基金支出35.17亿元，年末滚存结余52.60亿元。
（二）城乡居民基本养老保险基金。基金收入6.85亿元，基金支出4.93亿元，年末滚存结余14.08亿元。
（三）职工基本医疗保险基金。基金收入25.31亿元，基金支出22.76亿元，年末滚存结余31.45亿元。
（四）工伤、失业保险基金。工伤保险基金收入1.06亿元、支出0.94亿元，失业保险基金收入0.73亿元、支出0.81亿元。
""",
    "firms without those of another section": """
一、企业国有资产（不含文化企业）
资产总额64.20亿元，负债总额38.15亿元。
二、文化企业国有资产
资产总额12.36亿元，负债总额4.92亿元。
""",
    "the whole debt and its kinds below their limits": """
一、债务情况
2023年政府债务限额48.20亿元，其中一般债务16.40亿元、专项债务31.80亿元；年末余额46.95亿元，其中一般债务15.98亿元、专项债务30.97亿元，低于限额1.25亿元。
专项债务余额低于限额0.83亿元，一般债务余额低于限额0.42亿元。
""",
    "what is left of all years": """
一、基金收支
当年基金收入12.46亿元，支出11.93亿元，年末滚存结余21.08亿元。
失业保险基金收入0.98亿元，支出1.05亿元，累计结余3.92亿元。
""",
    "the base of a rate among the items of a total": """
一、收入情况
一般公共预算收入31.06亿元，完成调整预算30.80亿元的100.84%；加上转移性收入22.47亿元，收入总计53.53亿元。
""",
    "a total that begins in the sentence before": """
一、收入情况
一般公共预算收入18.42亿元，增长8.04%。上级补助收入26.31亿元，上年结转2.08亿元，收入总计46.81亿元。
""",
    "spending of one source within all spending": """
一、资金情况
资金总额1400.00万元，其中省级800.00万元、县级600.00万元。
项目支出共1284.60万元，总体执行率91.76%，其中省级资金支出786.30万元，执行率98.29%；县级资金支出498.30万元，执行率83.05%。
""",
    "points that can be had beside points that were given": """
三、评价结论
过程类指标评价得分16.7分。其中：资金管理分值12分，得9.7分；组织实施分值8分，得7分。
自评得分95.7分，其中预算执行9.6分（满分10分）、管理19分（满分20分）、产出38.4分（满分40分）、效益19.5分（满分20分）、满意度9.2分（满分10分）。
""",
    "an average of each in each year": """
一、抽查情况
抽查6个县2020至2022年资金使用情况，三年共到位资金9.36亿元，每县每年平均5200万元。
""",
    "list numbers before years, months and counts": """
附件：1.2024年资金分配表
2.2024年绩效目标表
3.2023年使用情况
1.12个项目已经完工。
2.10月底前完成整改。
""",
    "of what was accepted, and how much was accepted": """
二、质量
完工项目25个，已验收22个，验收合格率100%，验收率88%。
""",
    "growth of each of several years, points above another rate": """
二、成效
高新技术企业由2020年的812家增加到2023年的1264家，年均增长15.89%。
农民人均收入15860元，比上年14420元增长9.99%，高于全省增幅2.3个百分点。
""",
    "a rest without a figure, items that overlap": """
二、资金
总投资3.20亿元，其中中央补助0.96亿元、地方财政1.28亿元，其余为社会资本。
抽查的12个项目中，3个超概算，4个未办理结算，2个既超概算又未办理结算。
""",
    "what was shared out and what stays": """
一、收支
支出总计26814.37万元，其中本年支出25406.08万元、结余分配600.00万元、年末结转和结余808.29万元。
""",
}


@pytest.mark.parametrize("name", SOUND)
def test_the_same_words_of_another_scope_are_no_contradiction(name: str) -> None:
    found = [(f.code, f.actual, f.expected) for f in checked(SOUND[name]).findings]
    assert found == []


WRONG = {
    "a fact of one account told twice": (
        "一、一般公共预算\n2023年，全县一般公共预算支出合计286420万元。\n三、重点支出\n2023年，全县一般公共预算支出合计281420万元，保障了重点支出。",
        "281420万元",
    ),
    "a total with the base of a rate among its items": (
        "一、收入\n一般公共预算收入31.06亿元，完成调整预算30.80亿元的100.84%；加上转移性收入22.47亿元，收入总计53.83亿元。",
        "53.83亿元",
    ),
    "scores beside full marks": (
        "过程类指标评价得分17.7分。其中：资金管理分值12分，得9.7分；组织实施分值8分，得7分。",
        "17.7分",
    ),
    "a part above its limit": (
        "一般公共预算支出8.60亿元，控制在预算8.20亿元以内。",
        "8.60亿元",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_within_one_scope_a_slip_is_told(name: str) -> None:
    text, shown = WRONG[name]
    assert any(shown in (s.shown for s in f.spots) for f in checked(text).findings)


FORM = """
项目支出绩效自评表
|项目名称|<|社区养老服务补贴|<|<|<|<|
|项目资金（万元）|<||全年预算数|全年执行数|执行率|得分|
|^|<|年度资金总额|860.00|799.80|93%|9.3|
|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|
|产出指标|数量指标|补贴老人数|≥2600人|2718人|20|20|
|^|质量指标|发放准确率|100%|100%|30|30|
|效益指标|社会效益指标|服务覆盖率|≥90%|93%|30|{score}|
|满意度指标|满意度指标|老人满意度|≥90%|92.5%|10|10|
|总分|<|<|<|<|100|97.8|
"""


def test_the_whole_score_of_a_form_holds_the_points_of_its_execution() -> None:
    assert checked(FORM.replace("{score}", "28.5")).findings == ()


def test_a_slip_in_a_form_whose_execution_is_scored_above_is_found() -> None:
    assert any(
        f.code == "F601" and f.actual == "97.8"
        for f in checked(FORM.replace("{score}", "22.5")).findings
    )


def test_a_list_of_what_is_expected_is_no_other_value_of_the_result() -> None:
    assert (
        checked(
            "2021年预计保障城市低保对象3200人、农村低保对象29000人、特困人员4300人。\n"
            "2021年年末城市低保对象3120人、农村低保对象28640人、特困人员4215人。"
        ).findings
        == ()
    )


def test_what_was_budgeted_and_what_arrived_are_no_parts_of_a_whole() -> None:
    assert (
        checked(
            "全年奖补共617.3万元，其中，市级年初安排预算310万元，到十月底市级资金到位310万元，到位率100%。"
        ).findings
        == ()
    )
