"""Columns that add up to others: groups of heads, rests, changes, printed formulas, also in a single row."""

from __future__ import annotations

import pytest

from tests.reading.papers import found_once_changed, said_of

GROUPS = """
表1 财政拨款“三公”经费支出决算表
单位：万元
|预算数|<|<|<|<|<|决算数|<|<|<|<|<|
|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|
|^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^|
|86.50|5.20|62.80|18.00|44.80|18.50|74.36|0.00|58.62|17.35|41.27|15.74|
"""
CHANGED = """
表2 预算调整和结余情况
单位：万元
|科室|年初预算|调整数|调整后预算|支出数|结余数|
|甲科|320.50|45.60|366.10|351.35|14.75|
|乙科|467.50|-62.30|405.20|398.94|6.26|
|合计|788.00|-16.70|771.30|750.29|21.01|
"""
CARRIED = """
表3 彩票公益金使用情况
单位：万元
|项目|上年结转|本年收入|本年支出|年末结余|
|福利彩票|36.42|285.60|264.75|57.27|
|体育彩票|18.25|142.30|120.94|39.61|
|合计|54.67|427.90|385.69|96.88|
"""
LINE = "表4 台账\n单位：万元\n|项目|到位数|支付数|未支付数|\n|栏次|1|2|3=1-2|\n|道路|850.00|816.00|34.00|"
LOST = "|三级指标|分值|得分|扣分|\n|立项规范性|8|8|0|\n|合同管理|12|9|3|\n|工程完成率|40|38|2|\n|合计|60|55|5|"
CHANGES = {
    "the whole of a group in the only row": (GROUPS, "|86.50|", "|85.60|", "F602"),
    "the part of a group within a group": (GROUPS, "|17.35|", "|13.75|", "F602"),
    "what a budget was changed to": (CHANGED, "|405.20|", "|450.20|", "F602"),
    "a negative change": (CHANGED, "|-62.30|", "|-26.30|", "F602"),
    "carried over, received and spent": (CARRIED, "|39.61|", "|36.91|", "F602"),
    "a formula in the line of numbers": (LINE, "|34.00|", "|43.00|", "F602"),
    "points lost": (LOST, "|9|3|", "|9|2|", "F602"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_changed_figure_is_found(name: str) -> None:
    sound, old, new, code = CHANGES[name]
    assert code in {
        finding.code for finding in found_once_changed(sound, sound.replace(old, new, 1))
    }


SILENT = {
    "a total of which only some kinds are columns": "|区县|合计（万元）|其中：中央|省级|\n|甲区|500|260|120|\n|乙区|380|200|90|\n|丙区|290|150|75|",
    "a head 合计 that counts something else": "|单位|场次|人数|合计补助|\n|甲馆|12|360|24000|\n|乙馆|15|420|30000|",
    "money that went back": "|项目|到位|支出|结余|\n|甲|100|80|20|\n|乙|200|150|50|\n|丙|300|210|90|\n|丁|120|96|24|",
    "changes rounded from finer figures": "|税种|上年（亿元）|本年（亿元）|增减（亿元）|\n|甲税|12.35|14.26|1.91|\n|乙税|8.44|9.13|0.70|\n|丙税|6.20|5.88|-0.33|\n|丁税|4.10|4.75|0.65|",
    "small whole numbers that happen to add up": "|村|党员|代表|干部|\n|甲村|2|1|3|\n|乙村|3|2|4|\n|丙村|4|1|5|\n|丁村|3|3|5|",
    "a row that states its total only": "|地区|县级|市级|合计|\n|甲市|36.5|5.2|41.7|\n|乙市|45.1|5.6|50.7|\n|丙市|54.3|15.4|69.7|\n|省本级|-|-|3.8|\n|合计|135.9|26.2|165.9|",
    "two quarters beside the year": "|指标|一季度|二季度|全年计划|\n|开工|12|15|60|\n|竣工|5|9|40|",
    "one group under which 其中 stands": "|单位|补助资金|<|<|\n|^|小计|其中：设备|培训|\n|甲校|86.5|30.2|12.6|",
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str) -> None:
    assert said_of(SILENT[name]) == []
