"""Rows of indicators told by sentences: the plan and the result of one row, under names that are nearly its own."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

PAPER = """
江北市2022年文化专项绩效自评报告
一、目标完成情况
{prose}
|一级指标|三级指标|年度指标值|实际完成值|分值|得分|
|产出|{name}|{target}|{actual}|50|50|
|效益|群众知晓程度|高|高|50|48|
|合计|<|<|<|100|98|
"""
PAIRS = [
    ("送戏下乡计划260场，实际286场。", "送戏下乡场次", "≥260场", "286场", "285场"),
    ("全年计划整治村庄12个，实际整治11个。", "整治村庄个数", "12个", "11个", "17个"),
    ("1.补贴发放3835人。", "发放补贴人数", "≥3800人", "3835人", "5835人"),
    ("移民人均可支配收入13068元，同比增长8.9%。", "移民人均可支配收入增幅", "≥8%", "8.9%", "8.0%"),
    ("住院费用个人自付比例由2021年的18.6%下降到16.2%。", "个人自付比例", "≤20%", "16.2%", "19.2%"),
    ("治理河道总长为3.75公里。", "治理河长", "≥3.7公里", "3.75公里", "7.75公里"),
    ("目标培训农民1200人次，完成1268人次。", "培训农民人次", "≥1200人次", "1268人次", "1288人次"),
    ("实际改造老旧小区1462户。", "改造老旧小区户数", "≥1400户", "1462户", "1482户"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("prose", "name", "target", "actual", "wrong"), PAIRS, ids=[p[1] for p in PAIRS]
)
def test_a_row_says_what_the_sentence_says(
    prose: str, name: str, target: str, actual: str, wrong: str
) -> None:
    paper = PAPER.replace("{prose}", prose).replace("{name}", name).replace("{target}", target)
    assert "F616" in {
        f.code
        for f in found_once_changed(
            paper.replace("{actual}", actual), paper.replace("{actual}", wrong)
        )
    }


SOUND = [
    ("送戏下乡计划260场，实际完成任务。", "送戏下乡场次", "≥260场", "286场"),
    ("送戏下乡自2020年以来累计786场。", "送戏下乡场次", "≥260场", "286场"),
    ("上半年送戏下乡186场。", "送戏下乡场次", "≥260场", "286场"),
    ("2021年送戏下乡285场。", "送戏下乡场次", "≥260场", "286场"),
    ("送戏下乡比上年增加26场。", "送戏下乡场次", "≥260场", "286场"),
    ("送戏下乡目标为300场以上。", "送戏下乡场次", "≥260场", "286场"),
    ("送戏下乡送到东山镇26场、西岭镇28场。", "送戏下乡场次", "≥260场", "286场"),
    ("培训农民1268人次，其中女性1208人次。", "培训农民人次", "≥1200人次", "1268人次"),
    ("惠及群众3836户。", "改造老旧小区户数", "≥3800户", "3835户"),
    ("未整治村庄1个，已整治村庄道路17个。", "整治村庄个数", "12个", "11个"),
    ("平均每村补贴发放3836人。", "发放补贴人数", "≥3800人", "3835人"),
    ("工程验收合格率98.5%，材料合格率96.5%。", "设备合格率", "≥95%", "98.9%"),
]  # fmt: skip


def test_a_row_says_what_was_planned() -> None:
    paper = PAPER.replace("{name}", "送戏下乡场次").replace("{actual}", "286场")
    told = paper.replace("{prose}", "送戏下乡计划260场，实际286场。")
    assert "F616" in {
        f.code
        for f in found_once_changed(
            told.replace("{target}", "≥260场"), told.replace("{target}", "≥280场")
        )
    }


@pytest.mark.parametrize(
    ("prose", "name", "target", "actual"), SOUND, ids=[p[0][:16] for p in SOUND]
)
def test_other_times_parts_and_things_are_another_fact(
    prose: str, name: str, target: str, actual: str
) -> None:
    paper = PAPER.replace("{prose}", prose).replace("{name}", name).replace("{target}", target)
    found = checked(paper.replace("{actual}", actual)).findings
    assert [f for f in found if f.code == "F616"] == []


LETTER = """
关于拨付2024年黑土地补助资金的通知
一、此次共拨付补助资金6318万元，实施面积132万亩，其中第一批拨付2406万元。
附件1
2024年黑土地补助资金分配表
单位：万亩、万元
|地区|实施面积|补助资金|
|东宁区|70|3318|
|北河县|62|3000|
|合计|132|6318|
附件2
区域绩效目标表
|专项名称|黑土地补助|
|资金总额（万元）|{}|
|总体目标|保护黑土地|
"""
SHARES = """
关于下达2022年扶贫资金的通知
一、第一批已拨付50.5万元，本次应拨付{}万元。
二、全市减贫{}人。
2022年扶贫资金分配表
单位：人、万元
|地区|减贫人口|本次应拨付|
|东宁区|7000|42|
|北河县|8000|40|
|合计|15000|82|
"""


def said(paper: str) -> list[str]:
    return [f.code for f in checked(paper).findings if f.code in {"F605", "F616"}]


def test_the_money_of_a_goal_form_is_the_total_of_the_letter() -> None:
    assert said(LETTER.format("6318")) == []
    assert len(said(LETTER.format("6317"))) == 1


def test_a_column_called_as_the_sentence_says_holds_its_total() -> None:
    assert said(SHARES.format("82", "15000")) == []
    assert said(SHARES.format("84", "15000")) == ["F616"]
    assert said(SHARES.format("82", "75000")) == ["F616"]
    assert said(SHARES.format("132", "15000")) == []


FORM = """
江北市2022年勘测专项绩效自评报告
一、完成情况
项目按期完成。
|项目资金（万元）|<|全年预算数|全年执行数|分值|执行率|得分|
|^|年度资金总额|89.974|89.974|10|100%|10|
|^|其中：财政拨款|89.974|89.974|—|100%|—|
|^|其他资金|0|0|—|—|—|
|一级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因|
|产出|勘测点数|≥50个|50个|50|50||
|产出|{}|≤90万元|{}万元|40|40||
"""


def test_the_cost_of_a_form_is_the_money_it_says_was_spent() -> None:
    assert said(FORM.format("项目总成本", "89.974")) == []
    assert said(FORM.format("项目总成本", "88.974")) == ["F616"]
    assert said(FORM.format("项目总成本", "61.5")) == []
    assert said(FORM.format("单位成本", "88.974")) == []
    assert said(FORM.format("设备购置成本", "88.974")) == []
