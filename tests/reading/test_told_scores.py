"""Scores that sentences tell, against the score tables: rates of scores, lost points, headings, averages."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

TURNED = """
河口区2023年绿地养护项目评价报告
{prose}
|指标|决策|过程|产出|效益|总分|
|权重|15|25|35|25|100|
|得分|13.5|22|33.6|22.5|91.6|
"""
UPRIGHT = """
河口区2023年绿地养护项目评价报告
{prose}
表1 绩效评价得分表
|一级指标|二级指标|分值|得分|
|决策|项目立项|8|8|
|^|资金投入|12|9|
|过程|资金管理|10|9.5|
|^|组织实施|10|7|
|产出|产出数量|30|28|
|效益|社会效益|30|25|
|合计|<|100|86.5|
"""
TWO = """
上庄镇2022年项目自评报告
（一）清淤项目。自评得分97分。
（二）照明项目。自评得分{second}分。
{prose}
表1 清淤项目自评表
|一级指标|三级指标|分值|得分|
|产出|长度|60|58|
|效益|满意度|40|39|
|总分|<|100|97|
表2 照明项目自评表
|一级指标|三级指标|分值|得分|
|产出|盏数|60|56|
|效益|亮灯率|40|37|
|总分|<|100|93|
"""
PAIRS = [
    (TURNED, "四类指标里，过程得分率最低，为88%，扣3分。", "四类指标里，过程得分率最低，为86%，扣3分。"),
    (TURNED, "四类指标里，过程得分率最低，为88%，扣3分。", "四类指标里，过程得分率最低，为88%，扣5分。"),
    (TURNED, "决策得分率90%，产出得分率96%。", "决策得分率90%，产出得分率95%。"),
    (TURNED, "经综合评定，本项目得分91.6分。", "经综合评定，本项目得分91.8分。"),
    (UPRIGHT, "其中决策类指标得分17分，得分率85%；过程类指标得分16.5分，得分率82.5%。", "其中决策类指标得分17分，得分率85%；过程类指标得分16.5分，得分率88.5%。"),
    (UPRIGHT, "其中决策指标得17分，过程指标得16.5分。", "其中决策指标得17分，过程指标得18.5分。"),
    (UPRIGHT, "（二）过程类指标（权重分20分，得分16.5分）", "（二）过程类指标（权重分20分，得分18.5分）"),
    (UPRIGHT, "（二）过程类指标（权重分20分，得分16.5分）", "（二）过程类指标（权重分26分，得分16.5分）"),
    (UPRIGHT, "（一）决策类指标\n预算依据不够充分，扣3分。", "（一）决策类指标\n预算依据不够充分，扣8分。"),
    (UPRIGHT, "完成率偏低，“资金投入”指标扣3分。", "完成率偏低，“资金投入”指标扣8分。"),
    (UPRIGHT, "培训不够，扣减社会效益指标5分。", "培训不够，扣减社会效益指标6分。"),
    (TURNED, "决策得13.5分、过程得22分，得分率分别为90%、88%。", "决策得13.5分、过程得22分，得分率分别为96%、88%。"),
    (UPRIGHT, "决策类得17分，过程类得16.5分，合计扣6.5分。", "决策类得17分，过程类得16.5分，合计扣8.5分。"),
    (UPRIGHT, "扣分主要集中在过程类指标，占全部扣分的25.93%。", "扣分主要集中在过程类指标，占全部扣分的28.93%。"),
    (UPRIGHT, "其中决策、效益两类失分较多，占总扣分的59.26%。", "其中决策、效益两类失分较多，占总扣分的39.26%。"),
    (UPRIGHT, "得分率最低的是过程类指标，为82.5%，主要是目标未分解到村。", "得分率最低的是过程类指标，为82.9%，主要是目标未分解到村。"),
    (UPRIGHT, "决策、过程、产出、效益四类合计得86.5分。", "决策、过程、产出、效益四类合计得88.5分。"),
    (TWO.replace("{second}", "93"), "两个项目平均得分95分。", "两个项目平均得分96分。"),
    (TWO.replace("{prose}", "均已公开。").replace("{second}", "{prose}"), "93", "98"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "right", "false"), PAIRS, ids=[p[2][-16:] for p in PAIRS])
def test_what_a_sentence_tells_of_scores_is_held_against_the_table(
    paper: str, right: str, false: str
) -> None:
    assert {
        f.code for f in found_once_changed(paper.format(prose=right), paper.format(prose=false))
    } & {"F641", "F606", "F616"}


SOUND = [
    (TURNED, "过程得分率比上年的85%提高3个百分点。"),
    (TURNED, "产出方面，路灯完好率为95%，养护完成率为98%。"),
    (TURNED, "决策、过程得分率分别为90%和88%。"),
    (TURNED, "过程指标中，资金执行率为96%，扣1分。"),
    (TURNED, "产出指标每发现一处未修剪扣2分，扣完为止。"),
    (UPRIGHT, "（一）决策类指标\n预算依据不够充分，扣2分。"),
    (UPRIGHT, "（一）决策类指标\n评分标准：无预算依据的，扣6分；如果依据不全，每项扣5分。"),
    (UPRIGHT, "2021年度自评得分86.2分，上年项目得分88.5分。"),
    (UPRIGHT, "其中决策类指标中项目立项得8分，资金投入得9分。"),
    (UPRIGHT, "过程得分率82.50%，效益得分率83.3%。"),
    (UPRIGHT, "项目立项8分，得分率分别为90%、88%。"),
    (UPRIGHT, "因两处问题，“组织实施”指标台账不全扣1分。"),
    (UPRIGHT, "全市同类项目综合得分平均为86.3分。"),
    (UPRIGHT, "决策类得17分，过程类得16.5分，效益类得25分，扣5分。"),
    (UPRIGHT, "资金投入、档案管理、社会效益三项分别扣3分、0.5分、5分，共计扣8.5分。"),
    (UPRIGHT, "上年扣分主要集中在过程类指标，占全部扣分的35.93%。"),
    (UPRIGHT, "档案管理一项占全部扣分的7.41%。"),
    (TWO.replace("{second}", "93"), "三个项目平均得分91分。"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "prose"), SOUND, ids=[p[1][-16:] for p in SOUND])
def test_scores_of_other_things_are_left_alone(paper: str, prose: str) -> None:
    assert checked(paper.format(prose=prose)).findings == ()


LOST = """某县项目自评报告
表1 得分表
|评价内容|满分|得分|扣分|
|资金管理|25|{score}|1.5|
|实施过程|30|27|3|
|产出|25|25|0|
|效益|20|18.5|1.5|
|总分|100|94|6|"""


def test_points_given_and_points_taken_make_the_weight_to_the_tenth() -> None:
    found = found_once_changed(LOST.format(score="23.5"), LOST.format(score="23.4"))
    assert "F602" in {f.code for f in found}


@pytest.mark.parametrize(("right", "wrong"), [("99.56%", "99.86%"), ("9.96", "9.46")])
def test_a_score_in_proportion_is_the_weight_times_the_rate_of_its_row(
    right: str, wrong: str
) -> None:
    paper = "自评报告\n|一级指标|分值|自评得分|备注|\n|预算执行|10|9.96|99.56%|\n|产出指标|50|49||\n|效益指标|40|38.5||\n|合计|100|97.46||"
    found = found_once_changed(paper, paper.replace(f"|{right}|", f"|{wrong}|"))
    assert "F609" in {f.code for f in found}


def test_a_score_by_steps_is_not_held_against_its_rate() -> None:
    paper = "自评报告\n|一级指标|分值|自评得分|备注|\n|预算执行|10|8.00|91.32%|\n|产出指标|50|49||\n|效益指标|40|38.5||\n|合计|100|95.50||"
    assert checked(paper).findings == ()
