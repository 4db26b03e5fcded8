"""Sentences that rank, compare and count the rows of a table."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

GUARDS = """某县护林员补助资金自评报告
|乡镇|护林员（名）|管护面积（万亩）|人均管护面积（亩）|
|石桥乡|118|12.86|1090|
|上坪乡|164|21.45|1308|
|龙门镇|207|26.10|1261|
|下坪乡|193|24.38|1263|
|合计|682|84.79|1243|
{}"""
HOSPITALS = """某市公立医院改革自评报告
|医院|医疗收入（万元）|服务收入（万元）|服务收入占比（%）|
|市一院|38642.5|18084.8|46.80|
|市二院|16480.2|8800.3|53.40|
|市三院|9215.6|5741.4|62.30|
|康复医院|2874.4|1957.4|68.10|
|合计|67212.7|34583.9|51.45|
{}"""
BOUGHT = """某市政府采购情况报告
|类别|预算金额（亿元）|采购金额（亿元）|节约率（%）|
|货物类|19.86|17.92|9.8|
|工程类|46.93|43.58|7.1|
|服务类|19.95|18.13|9.1|
|合计|86.74|79.63|8.2|
{}"""

GRANTS = """某旗优抚补助自评报告
|对象|人数（人）|全年发放（元）|
|60周岁以上老兵|1186|4127280|
|烈属|214|2401080|
|参战人员|163|2083140|
|小计|1563|8611500|
{}"""


@pytest.mark.parametrize(
    ("paper", "sentence", "right", "wrong"),
    [
        (GRANTS, "其中60周岁以上老兵人数最多，占75.88%，发放412.73万元。", "412.73", "512.73"),
        (GRANTS, "烈属214人，全年发放240.11万元。", "240.11", "240.71"),
        (GUARDS, "护林员最多的龙门镇有207名，最少的石桥乡有118名。", "207", "227"),
        (GUARDS, "护林员最多的龙门镇有207名，最少的石桥乡有118名。", "118", "178"),
        (GUARDS, "护林员最多的龙门镇是最少的石桥乡的1.75倍。", "1.75", "1.95"),
        (GUARDS, "护林员最多的是龙门镇，最少的是石桥乡，两地相差89名。", "89", "39"),
        (GUARDS, "从上表看，护林员在150名以上的乡镇有3个。", "有3个", "有2个"),
        (HOSPITALS, "服务收入占比最高的康复医院为68.10%，最低的市一院为46.80%。", "68.10", "68.70"),
        (HOSPITALS, "服务收入占比最高的康复医院为68.10%，最低的市一院为46.80%。", "46.80", "46.30"),
        (HOSPITALS, "由上表可见，服务收入占比超过60%的医院有2家。", "有2家", "有4家"),
        (BOUGHT, "节约率最高的是货物类，比工程类高2.7个百分点。", "2.7", "2.1"),
        (BOUGHT, "工程类节约率比服务类低2.0个百分点。", "2.0", "3.0"),
    ],
)
def test_what_a_sentence_says_of_rows_is_what_the_table_gives(
    paper: str, sentence: str, right: str, wrong: str
) -> None:
    changed = sentence.replace(right, wrong)
    found = found_once_changed(paper.format(sentence), paper.format(changed))
    assert "F616" in {f.code for f in found}


@pytest.mark.parametrize(
    ("paper", "sentence"),
    [
        (GRANTS, "烈属214人，另发放慰问金14.11万元。"),
        (GRANTS, "上年烈属发放246.11万元。"),
        (GUARDS, "2019年护林员最多的龙门镇有213名，比2020年多6名。"),
        (GUARDS, "龙门镇的培训场次是石桥乡的2.5倍。"),
        (GUARDS, "年龄在50岁以上的护林员有286名。"),
        (GUARDS, "护林员最多的龙门镇全年巡护4.8万次，比石桥乡多1.6万次。"),
        (GUARDS, "龙门镇距县城最远，比石桥乡远38公里。"),
        (HOSPITALS, "药占比超过30%的医院有1家。"),
        (HOSPITALS, "门诊次均费用最高的市一院为318元，最低的康复医院为126元。"),
        (HOSPITALS, "平均住院日最长的康复医院为12.6天，比市一院长4.4天。"),
        (BOUGHT, "服务类公开招标比例最高的是货物类的2倍。"),
        (BOUGHT, "货物类节约率比上年高1.4个百分点，工程类比上年低0.6个百分点。"),
        (BOUGHT, "电子化采购比例最高的是服务类，比工程类高12.5个百分点。"),
        (BOUGHT, "预算金额超过10亿元的类别有3个。"),
    ],
)
def test_other_ranks_and_comparisons_are_left_alone(paper: str, sentence: str) -> None:
    assert checked(paper.format(sentence)).findings == ()
