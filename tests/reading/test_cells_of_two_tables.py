"""One row in two tables, and price times count: what must agree is held together, what need not is left alone."""

from __future__ import annotations

import pytest

from tests.reading.papers import found_once_changed, said_of

TWO = """
表1 资金下达情况表（单位：万元）
|区县|下达资金|支出资金|
|江北区|3652.40|3406.15|
|江南区|2874.30|2688.20|
|合计|6526.70|6094.35|
表2 江北区和省本级资金表（单位：元）
|单位|下达资金|支出资金|
|江北区|36524000.00|34061500.00|
|省本级|5200000.00|4980000.00|
表3 资金方向表（单位：万元）
|方向|下达资金|支出资金|
|技术改造|4128.50|3840.23|
|研发补助|2398.20|2254.12|
|总计|6526.70|6094.35|
"""
PRICES = """
表1 设备采购清单
|设备|数量（台）|单价（元）|金额（万元）|
|水泵|12|35000|42.00|
|电机|8|62000|49.60|
|闸机|3|186000|55.80|
|合计|<|<|147.40|
"""
CHANGES = {
    "a row in 元 and in 万元": (TWO, "34061500.00", "34016500.00", "F605"),
    "the totals of two tables": (TWO, "总计|6526.70|6094.35", "总计|6526.70|6049.35", "F605"),
    "an amount that was not computed anew": (PRICES, "|8|62000|", "|9|62000|", "F633"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_changed_figure_is_found(name: str) -> None:
    sound, old, new, code = CHANGES[name]
    assert code in {
        finding.code for finding in found_once_changed(sound, sound.replace(old, new, 1))
    }


SILENT = {
    "the same row in two years": "表1 2021年支出\n单位：万元\n|项目|预算数|支出数|\n|培训|86.4|80.2|\n|设备|120.5|118.6|\n表2 2022年支出\n单位：万元\n|项目|预算数|支出数|\n|培训|86.4|80.3|\n|设备|131.5|119.6|",
    "totals of two different things": "|补贴|人数|金额（万元）|\n|见习补贴|126|63.0|\n|社保补贴|240|120.0|\n|合计|366|183.0|\n\n另一表\n|活动|人数|金额（万元）|\n|培训|366|91.5|\n|招聘会|0|60.3|\n|合计|366|151.8|",
    "other places that bear one name": "表1\n|单位|本级（万元）|下拨（万元）|\n|本级|12.5|8.6|\n|下属单位|20.4|11.2|\n表2\n|单位|本级（万元）|下拨（万元）|\n|本级|14.5|8.9|\n|下属单位|26.7|13.3|",
    "prices of several months": "|岗位|人数|标准（元/月）|月数|金额（元）|\n|保洁|12|1800|6|129600|\n|护林|20|1500|12|360000|\n|巡河|8|1600|10|128000|",
    "grants with a ceiling": "|企业|数量（台）|补助标准（元）|补助金额（元）|\n|甲厂|120|500|50000|\n|乙厂|36|500|18000|\n|丙厂|150|500|50000|\n|丁厂|200|500|50000|",
    "prices that were themselves divided": "|学校|面积（平方米）|单价（元）|金额（元）|\n|一小|326|1533.74|500000|\n|二小|451|1330.38|600000|\n|三中|287|1393.73|400000|",
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str) -> None:
    assert said_of(SILENT[name]) == []
