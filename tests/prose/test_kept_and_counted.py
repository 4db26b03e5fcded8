"""Stocks carried on, lists that are counted, rests told again: one changed figure is found, the sound is silent."""

from __future__ import annotations

import pytest

from tests.prose.doubts import found_in

CHANGED = {
    "staff over a year": (
        "年初在岗护林员{}名，年内退出46名，其中因病去世4名、年满60周岁退出17名、考核解聘25名；通过公告、考察补聘46名，年末在岗1138名。",
        "1138", "1188",
    ),
    "a fund kept for later": (
        "预算稳定调节基金年初余额15320万元，当年动用12000万元，决算安排1264万元，年末余额{}万元。", "4584", "8584",
    ),
    "days of two seasons": ("全年供餐200天，其中春季98天、秋季{}天。", "102", "103"),
    "as many machines as kinds": (
        "租用M-171、AC313A、H125三种机型共{}架，飞行886.40小时。其中：M-171机3架，飞行412.60小时；AC313A机1架，飞行96.20小时；H125机2架，飞行377.60小时。",
        "6", "9",
    ),
    "as many places as told": (
        "下达补助资金1260万元。\n5家医院中，按因素分配，第一医院420万元、中医院310万元、妇幼保健院240万元、第三医院{}万元、康复医院120万元。",
        "170", "970",
    ),
    "the budget's own classes": (
        "基本支出{}万元，占总支出的31.98%。其中人员经费1526.48万元，主要包括工资1083.66万元、社保442.82万元；公用经费284.92万元。",
        "1811.40", "1811.30",
    ),
    "a fund by its name": (
        "粮食风险基金385.00万元。\n保管费用187.00万元，利息184.22万元。两项费用共需371.22万元，粮食风险基金结余{}万元。",
        "13.78", "19.78",
    ),
    "what was not paid back": (
        "涉及金额分别为4.80万元、2.40万元和3.60万元，合计10.80万元，已追回7.20万元，尚有{}万元未追回。", "3.60", "8.60",
    ),
    "a rest told again": (
        "报告反映362个问题。已整改到位333个，其余29个问题正在推进。\n对尚未整改到位的{}个问题，逐项督办。", "29", "59",
    ),
    "a share of this kind": (
        "要求分阶段整改的121个问题，已整改{}个，占此类问题的88.43%。", "107", "707",
    ),
    "one for everyone": (
        "全县护林员1138名。按每人1部计，目前仅配备终端640部，缺口{}部。", "498", "448",
    ),
}  # fmt: skip

SOUND = (
    "三类企业共120户，其中：大型12户，产值48.6亿元；中型45户，产值31.2亿元；小型63户，产值12.4亿元。",
    "受理投诉四类共86件。其中：环境31件，已办28件；交通22件；治安19件；其他14件。",
    "安置基金年初余额1,520万元，当年计提860万元，动用1,245万元，年末余额1,135万元。",
    "年初库存1,260吨，当年购入3,480吨，其中早稻1,900吨、晚稻1,580吨；出库3,125吨，年末库存1,615吨。",
    "审计指出问题126个，已整改98个。部门层面尚未整改的12个问题正在推进。",
    "省级补助到位1,200万元，项目资金结余86.40万元，市级资金支出513.60万元。",
    "按每户1台配备，已配备860台，缺口126台，全镇共有农户986户。",
    "5个区县中，东区补助320万元、西区280万元、南区196万元，其他区县未安排。",
)


@pytest.mark.parametrize(("text", "right", "wrong"), CHANGED.values(), ids=CHANGED)
def test_a_changed_figure_is_found(text, right, wrong):
    assert found_in(text.format(right)) == []
    assert found_in(text.format(wrong)) != []


@pytest.mark.parametrize("text", SOUND, ids=[text[:12] for text in SOUND])
def test_the_sound_is_silent(text):
    assert found_in(text) == []
