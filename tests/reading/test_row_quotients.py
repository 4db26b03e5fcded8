"""Rates, shares, growth and averages of the prose whose whole stands in a table."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

USES = "表1 分用途情况表\n单位：万元\n|用途|三年预算合计|三年支出合计|结余|\n|展馆改造|4,315.00|4,066.20|248.80|\n|展览巡演|1,982.00|1,803.55|178.45|\n|文物征集|1,240.00|1,118.30|121.70|\n|合计|7,537.00|6,988.05|548.95|\n从支出结构看，展馆改造占三年支出的58.19%，展览巡演占25.81%，文物征集占16.00%。"
YEARS = "2023年收入4,866.37万元，其中财政拨款收入3,512.48万元，占本年收入的72.18%。\n与上年相比，今年收入合计增加318.25万元，增长7.00%。\n两年对照表\n单位：万元\n|项目|2023年|2022年|增减额|增减率|\n|本年收入|4866.37|4548.12|318.25|7.00%|\n|其中：财政拨款收入|3512.48|3406.15|106.33|3.12%|\n|事业收入|1353.89|1141.97|211.92|18.56%|"
SOURCES = "全市支出8,122.70万元。总执行率96.01%，中央资金执行率为96.98%。\n表1 执行情况表\n单位：万元\n|资金来源|预算数|执行数|执行率|\n|中央财政资金|5200.00|5043.18|96.98%|\n|自治区财政资金|1960.00|1872.35|95.53%|\n|盟市财政资金|1300.00|1207.17|92.86%|\n|合计|8460.00|8122.70|96.01%|"
HOUSES = "表1 改造任务及资金情况表\n|县区|小区数（个）|户数（户）|建筑面积（万㎡）|安排资金（万元）|拨付资金（万元）|\n|甲县|16|4,215|41.36|5,240.00|4,986.50|\n|乙县|11|2,876|29.74|3,655.00|3,412.80|\n|丙区|9|1,934|18.92|2,410.00|2,298.15|\n|合计|36|9,025|90.02|11,305.00|10,697.45|\n按建筑面积计算，每平方米平均安排资金126元；户均安排资金1.25万元。"
FIRMS = "表1 支持情况表\n单位：万元\n|支持方向|企业数（家）|预算金额|实际支出|\n|技术改造|214|5,160.00|4,987.30|\n|数字车间|86|2,240.00|2,106.54|\n|合计|300|7,400.00|7,093.84|\n数字车间平均每家企业使用24.49万元。"
FOUND = {
    "a share of a span of years": (USES, "58.19%", "53.19%"),
    "a share whose base was told before": (USES, "25.81%", "25.31%"),
    "a share by the amount right before it": (YEARS, "72.18%", "12.18%"),
    "a growth beside its amount": (YEARS, "增长7.00%", "增长7.60%"),
    "a rate by the source that it is of": (SOURCES, "执行率为96.98%", "执行率为94.98%"),
    "an average over the area of a table": (HOUSES, "126元", "186元"),
    "an average over its households": (HOUSES, "1.25万元", "1.95万元"),
    "an average of one row": (FIRMS, "24.49万元", "24.19万元"),
}


@pytest.mark.parametrize("name", FOUND)
def test_one_changed_digit_is_found(name: str) -> None:
    sound, old, new = FOUND[name]
    assert [f for f in found_once_changed(sound, sound.replace(old, new, 1)) if f.level != "提示"]


SILENT = {
    "a share of another whole": USES + "\n展览巡演占全省同类支出的25.31%。",
    "a share of last year": USES + "\n2019年展览巡演占25.31%。",
    "a share that was planned": USES + "\n展览巡演计划占25.31%。",
    "a rate of a part of the source": SOURCES + "\n中央资金用于产业的项目执行率为94.98%。",
    "a rate in spring": SOURCES + "\n6月底中央资金执行率为94.98%。",
    "a rate of another county": SOURCES + "\n丁县中央资金执行率为94.98%。",
    "an average that is a standard": HOUSES + "\n户均安排资金标准为1.95万元。",
    "an average of last year": HOUSES + "\n上年户均安排资金1.95万元。",
    "an average of a part": HOUSES + "\n其中无障碍改造户均安排资金1.95万元，惠及412户。",
    "a growth of its own": YEARS.replace("增长7.00%。", "增长7.00%，按可比口径增长7.60%。"),
    "a share of the wages": YEARS + "\n财政拨款收入中人员经费占72.98%。",
}


@pytest.mark.parametrize("name", SILENT)
def test_what_no_row_gives_stays_silent(name: str) -> None:
    found = [f for f in checked(SILENT[name]).findings if f.code == "F616"]
    assert [(f.code, f.variant, f.actual, f.expected) for f in found] == []
