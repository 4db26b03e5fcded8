"""What the prose says of tables: the same value, totals, rates of a row, scores; each pair differs in one figure."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed, said_of

INDICATORS = """
2022年就业补助资金绩效自评报告
{prose}
|三级指标|年度指标值|全年实际完成值|
|城镇新增就业人数|≥48万人|52.6万人|
|职业培训人次|≥30万人次|35.24万人次|
|公益性岗位补贴标准|≤1200元|1180元|
|受益群众满意度|≥90%|96.5%|
"""
MONEY = """
2022年水利发展资金绩效自评报告
{prose}
表1 资金执行情况表
单位：万元
|资金来源|下达金额|支出金额|结余金额|执行率|
|中央水利发展资金|2263.00|2180.45|82.55|96.35%|
|乡村振兴衔接资金|791.00|742.60|48.40|93.88%|
|合计|3054.00|2923.05|130.95|95.71%|
"""
FINAL = """
2022年“三公”经费决算说明
{prose}
表1 “三公”经费支出表
单位：万元
|项目|2022年预算数|2022年决算数|2021年决算数|决算数较上年增减|增减比例|
|公务用车运行维护费|900.00|826.50|880.00|-53.50|-6.08%|
|公务接待费|350.00|260.25|320.00|-59.75|-18.67%|
|合计|1250.00|1086.75|1200.00|-113.25|-9.44%|
"""
SCORES = """
2022年改厕项目绩效评价报告
{prose}
|一级指标|二级指标|三级指标|分值|得分|
|决策|项目立项|立项规范性|20|18|
|过程|资金管理|预算执行率|20|17.5|
|产出|产出数量|改厕数量|60|55|
|总分|<|<|100|90.5|
"""

TOWNS = """
2022年农业决算说明
{prose}
各镇合作社经营收入情况表（单位：万元）
|镇名|2021年|2022年|
|东河镇|62.00|71.00|
|西山镇|38.00|46.00|
|合计|100.00|117.00|
"""
PAIRS = [
    (TOWNS, "2022年合作社经营收入共117万元。", "2022年合作社经营收入共177万元。"),
    (INDICATORS, "受益群众满意度为96.5%。", "受益群众满意度为93.5%。"),
    (INDICATORS, "全省城镇新增就业52.6万人，好于目标。", "全省城镇新增就业58.6万人，好于目标。"),
    (INDICATORS, "开展职业培训35.24万人次。", "开展职业培训35.74万人次。"),
    (INDICATORS, "经问卷调查，满意度96.5%。", "经问卷调查，满意度93.5%。"),
    (MONEY, "中央水利发展资金支出2180.45万元。", "中央水利发展资金支出2180.75万元。"),
    (MONEY, "中央水利发展资金支出2180.45万元，执行率96.35%。", "中央水利发展资金支出2180.45万元，执行率90.35%。"),
    (MONEY, "全年累计支出2923.05万元。", "全年累计支出2823.05万元。"),
    (FINAL, "“三公”经费支出决算数比2021年减少113.25万元，下降9.44%。", "“三公”经费支出决算数比2021年减少113.55万元，下降9.44%。"),
    (FINAL, "公务接待费支出决算260.25万元，完成预算的74.36%。", "公务接待费支出决算260.25万元，完成预算的78.36%。"),
    (SCORES, "项目得分情况：总分100分，评价得分90.5分，等级为优。", "项目得分情况：总分100分，评价得分90.8分，等级为优。"),
    (SCORES, "（一）过程指标（20分，得17.5分）", "（一）过程指标（20分，得19.5分）"),
    (SCORES, "（一）过程情况分析。该指标分值20分，得分17.5分。", "（一）过程情况分析。该指标分值20分，得分12.5分。"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "right", "false"), PAIRS, ids=[p[2][:20] for p in PAIRS])
def test_a_figure_of_the_prose_is_held_against_the_table(
    paper: str, right: str, false: str
) -> None:
    found = found_once_changed(paper.format(prose=right), paper.format(prose=false))
    assert {f.code for f in found} & {"F616", "F606", "F503", "F504"}


def test_a_cell_that_differs_from_prose_that_says_it_twice_is_found() -> None:
    prose = "全年开展职业培训35.24万人次。\n二、成效\n职业培训35.24万人次，超额完成。"
    paper = INDICATORS.format(prose=prose).replace("|35.24万人次|", "|35.84万人次|")
    assert "F616" in {f.code for f in checked(paper).findings}


SOUND = [
    (INDICATORS, "甲市城镇新增就业12.6万人，乙市城镇新增就业22.6万人。"),
    (INDICATORS, "2021年城镇新增就业52.8万人。"),
    (INDICATORS, "计划城镇新增就业48万人，超过上年42.5万人的水平。"),
    (INDICATORS, "城镇就业困难人员就业5.26万人。"),
    (INDICATORS, "企业满意度94.5%，培训学员满意度92.5%。"),
    (INDICATORS, "开展职业培训约35万人次。"),
    (MONEY, "中央水利发展资金到位2263万元，到位率100%。"),
    (MONEY, "其中小型水库维修养护支出218.45万元，小流域治理支出218.04万元。"),
    (MONEY, "截至6月底，累计支出1923.05万元。"),
    (MONEY, "衔接资金支出进度过半，8月底达到63.88%。"),
    (FINAL, "公务接待费比年初预算减少89.75万元。"),
    (FINAL, "公务用车运行维护费826.50万元，占76.05%，全部为运行费。"),
    (FINAL, "2021年“三公”经费比2020年减少133.25万元。"),
    (SCORES, "评价指标满分100分，得分90分以上的等级为优。"),
    (SCORES, "上年评价得分86.5分，等级为良，本次得分高于上年。"),
    (SCORES, "产出指标中，改厕数量一项满分60分，扣5分。"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "prose"), SOUND, ids=[p[1][:20] for p in SOUND])
def test_nothing_is_said_where_another_fact_has_a_like_figure(paper: str, prose: str) -> None:
    assert said_of(paper.format(prose=prose)) == []
