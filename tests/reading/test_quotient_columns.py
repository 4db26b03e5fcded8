"""Columns of averages that no head explains: what most rows divide, the others do too."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

HOSPITALS = "县级医院运行情况\n|医院|总费用（万元）|床位数（张）|床均支出（万元）|\n|县人民医院|18632.40|620|30.05|\n|县中医院|7218.60|280|25.78|\n|妇幼保健院|3904.25|150|26.03|\n|合计|29755.25|1050|28.34|"
ESTATES = "小区改造情况\n|小区|建筑面积（万㎡）|户数（户）|户均面积（㎡）|\n|柳岸里|6.84|702|97.4|\n|机械厂宿舍|3.15|338|93.2|\n|育才苑|5.46|548|99.6|\n|合计|15.45|1588|97.3|"
SCHOOLS = "学校情况\n|学校|学生数|教师数|生师比|\n|一中|2860|210|13.6|\n|二中|1945|150|13.0|\n|三小|1230|76|16.2|\n|合计|6035|436|13.8|"
POWER = "机关用电情况\n|单位|建筑面积（平方米）|用电量（千瓦时）|单位面积电耗|人均水耗|\n|机关大楼|12500|986000|78.88|32|\n|行政中心|8200|618280|75.40|28|\n|会议中心|3600|212400|59.00|40|\n|合计|24300|1816680|74.76|31|"

GUARDS = "护林员情况\n|乡镇|护林员（名）|管护面积（万亩）|人均管护面积（亩）|应发报酬（万元）|\n|石桥乡|112|12.86|1148|112|\n|上坪乡|164|21.45|1308|164|\n|龙门镇|207|26.10|1261|207|\n|下坪乡|193|24.38|1263|193|\n|合计|676|84.79|1254|676|"
PENSIONS = "补助发放情况\n|对象|人数（人）|月标准（元/人）|全年发放（元）|\n|甲类|14|2180|366240|\n|乙类|214|935|2401080|\n|丙类|163|1065|2083140|\n|丁类|1186|290|4127280|\n|小计|1577|—|8977740|"
SERVICES = "医院收入结构\n|医院|医疗收入（万元）|药品收入|服务收入|服务收入占比（%）|\n|县一院|38642.5|20557.7|18084.8|46.80|\n|县二院|16480.2|7679.9|8800.3|53.40|\n|县三院|9215.6|3474.2|5741.4|62.30|\n|合计|64338.3|31711.8|32626.5|50.71|"


@pytest.mark.parametrize(
    ("paper", "right", "wrong"),
    [
        (GUARDS, "|1261|", "|1761|"),
        (GUARDS, "|1254|", "|1854|"),
        (PENSIONS, "|935|", "|985|"),
        (PENSIONS, "|163|", "|183|"),
        (SERVICES, "|62.30|", "|69.30|"),
        (SERVICES, "|50.71|", "|58.71|"),
        (HOSPITALS, "|25.78|", "|27.78|"),
        (HOSPITALS, "|28.34|", "|23.34|"),
        (ESTATES, "|97.4|", "|91.4|"),
        (ESTATES, "|97.3|", "|67.3|"),
        (SCHOOLS, "|13.0|", "|18.0|"),
        (POWER, "|59.00|", "|59.60|"),
    ],
)
def test_an_average_that_its_row_does_not_give_is_found(paper: str, right: str, wrong: str) -> None:
    found = found_once_changed(paper, paper.replace(right, wrong))
    assert {f.code for f in found} & {"F633", "F603"}


@pytest.mark.parametrize("paper", [HOSPITALS, ESTATES, SCHOOLS, POWER, GUARDS, PENSIONS, SERVICES])
def test_averages_are_neither_added_up_nor_doubted(paper: str) -> None:
    assert checked(paper).findings == ()


def test_a_column_that_only_some_rows_divide_is_left_alone() -> None:
    paper = POWER.replace("|32|", "|33|").replace("|28|", "|41|")
    assert checked(paper).findings == ()


def test_what_is_left_of_what_came_is_not_held_against_what_was_granted() -> None:
    paper = (
        "资金自评\n|项目|下达资金|到位资金|支出资金|结转资金|\n|甲项目|1085|1085|963|122|\n|乙项目|775|775|700|75|\n"
        "|丙项目|742|742|598|144|\n|丁项目|2385|1985|1428|557|\n|合计|4987|4587|3689|898|"
    )
    assert checked(paper).findings == ()
    assert found_once_changed(paper, paper.replace("|144|", "|174|"))
