"""Figures told of something else than what stands beside them are left alone; those of it are still judged."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked

CASES = {
    "last year's amount is no whole of the parts behind 其中": (
        "全系统销售总额46.85亿元，比上年的42.59亿元增长10.00%。其中农资类18.74亿元，占40.00%；日用品类9.37亿元，占{}；粮油类14.02亿元；其他4.72亿元。",
        "20%", "26%",
    ),
    "a monthly mean is not of the whole amount": (
        "当年结余6.15亿元，发放养老金19.68亿元。\n年末领取待遇人数112.75万人，月人均养老金145元，人均养老金{}元。", "1745", "1245",
    ),
    "what it is concentrated in is counted by itself": (
        "审计共发现问题7个，其中管理类4个、资金类3个。未整改的8个问题中，分阶段类4个，持续类4个，主要集中在民生、财政和投资三个方面，合计6个。"
        "另有建议类5个、提示类3个，合计{}个。",
        "8", "6",
    ),
    "a score behind lost points": ("时效指标满分8分，按规则扣2.6分，得5.4分。质量指标10分，得{}分。", "9.5", "19.5"),
    "a gap to the average is no average": (
        "发放对象中有脱贫户1860户，共领取补偿金111.6万元，户均{}元，比全县平均水平高100元。", "600", "900",
    ),
}  # fmt: skip
SCORES = (
    "|一级指标|二级指标|三级指标|分值|得分|\n|产出|数量|完工数|30|28|\n|^|质量|合格率|30|29|\n"
    "|效益|社会效益|受益户数|40|38|\n|合计|<|<|100|95|"
)


def said_of(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.actual) for finding in checked(text).findings]


@pytest.mark.parametrize(("text", "right", "wrong"), CASES.values(), ids=CASES)
def test_only_the_figure_of_the_thing_itself_is_judged(text: str, right: str, wrong: str) -> None:
    assert said_of(text.format(right)) == []
    assert said_of(text.format(wrong))


def test_a_share_behind_a_bracket_is_not_of_what_the_bracket_tells() -> None:
    bracketed = "全年可用资金共15372.5万元。\n共支出14845.53万元（含县级配套资金支出1204.84万元），占可用资金的96.57%。"
    assert said_of(bracketed) == []
    assert said_of("全年可用资金共15372.5万元。\n县级配套资金支出1204.84万元，占可用资金的7.34%。")


def test_indicators_that_were_fulfilled_are_not_counted_in_the_score_table() -> None:
    fulfilled = "对照指标体系，全县设定的24项三级指标完成22项、未完成2项。\n"
    assert "F607" not in {code for code, _ in said_of(fulfilled + SCORES)}
    assert "F607" in {code for code, _ in said_of("本次评价指标体系共设24项三级指标。\n" + SCORES)}


def test_indicators_are_counted_in_all_score_tables_together() -> None:
    other = (
        SCORES.replace("完工数", "开工数")
        .replace("合格率", "优良率")
        .replace("受益户数", "受益人数")
    )
    both = f"本次评价指标体系共设{{}}项三级指标。\n表1\n{SCORES}\n说明如下。\n表2\n{other}"
    assert "F607" not in {code for code, _ in said_of(both.format(6))}
    assert "F607" in {code for code, _ in said_of(both.format(5))}
