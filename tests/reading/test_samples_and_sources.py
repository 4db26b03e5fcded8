"""Totals of samples, sources in forms, rates without a sign and claims about one source's money."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed, said_of

SAMPLED = "表1 抽查项目情况表\n单位：个、万元\n|县区|抽查项目数|预算金额|实际支出|\n|甲县|3|412.60|388.15|\n|乙县|4|536.20|501.74|\n|丙区|2|287.45|280.00|\n|合计|9|1,236.25|1,169.89|"
GOALS = "绩效目标表\n|资金情况|年度金额（万元）|6,842|<|\n|^|其中：中央资金|4,310|<|\n|^|省、市级资金|2,532|<|\n|一级指标|二级指标|三级指标|指标值|\n|产出指标|数量指标|新建冷库数量|≥24座|"
SOURCES = "自评表\n|资金投入情况（万元）|<|全年预算数|全年执行数|执行率|\n|年度资金总额|<|8,460|8,122.70|96.01%|\n|其中：|中央财政资金|5,200|5,043.18|96.98%|\n|^|自治区财政资金|1,960|1,872.35|95.53%|\n|^|盟旗财政资金|1,300|1,207.17|92.86%|"
BONDS = "表1 债券使用情况表\n单位：万元、年、%\n|债券名称|金额|期限|利率|已使用金额|使用进度|\n|第一期|15000|15|3.46|15000.00|100.00|\n|第二期|26000|15|3.52|24180.00|93.00|\n|第三期|9000|20|3.31|5940.00|66.00|\n|合计|50000|—|—|45120.00|90.24|"
CLAIM = "市级资金全部支出。\n|项目资金（万元）|全年预算数|全年执行数|执行率|\n|年度资金总额|500|475|95%|\n|其中：中央补助|300|275|91.67%|\n|地方资金|200|200|100%|"
FOUND = {
    "a count of a sample whose amounts add up": (SAMPLED, "|乙县|4|", "|乙县|8|"),
    "an amount of a sample": (SAMPLED, "|501.74|", "|561.74|"),
    "sources of two levels in one row": (GOALS, "|2,532|", "|2,552|"),
    "money called 年度金额": (GOALS, "|6,842|", "|6,442|"),
    "sources beside a merged 其中": (SOURCES, "|1,872.35|", "|1,832.35|"),
    "the whole above a merged 其中": (SOURCES, "|<|8,460|", "|<|8,960|"),
    "a rate whose sign stands in the caption": (BONDS, "|93.00|", "|53.00|"),
}


@pytest.mark.parametrize("name", FOUND)
def test_one_changed_digit_is_found(name: str) -> None:
    sound, old, new = FOUND[name]
    assert [f for f in found_once_changed(sound, sound.replace(old, new, 1)) if f.level != "提示"]


SOUND = {
    "one source that was spent in full beside a whole that was not": CLAIM,
    "a sample of which the total counts all": SAMPLED.replace("|合计|9|1,236.25|1,169.89|", "|合计|36|5,236.25|4,869.89|"),
    "a total of the best of many": "前三名情况表\n|县区|项目数|金额（万元）|\n|甲县|13|412.60|\n|乙县|14|536.20|\n|全市|96|8,236.25|",
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_sound_papers_stay_silent(name: str) -> None:
    assert said_of(SOUND[name]) == []


def test_all_money_is_still_held_against_the_rate_of_the_whole() -> None:
    found = checked(CLAIM.replace("市级资金全部支出", "项目资金全部支出")).findings
    assert [f.code for f in found] == ["F621"]
