"""Prices of things that are only named, yields, means of counts told before, lists of prices under one total."""

from __future__ import annotations

import pytest

from tests.prose.doubts import told, told_once_changed

SLIPS = {
    "a thing known by its name only": (
        "全年办展32场，租用摊位{}个，每个摊位补助1.60万元，共补助580.80万元。", "363", "863",
    ),
    "a yield for each of a list": (
        "种植面积集中在两个镇：甲镇1.45万亩，产籽246.50万公斤，亩产{}公斤；乙镇0.86万亩，产籽141.04万公斤，亩产164公斤。",
        "170", "178",
    ),
    "a mean of what there was, not of what was planned": (
        "计划拆除水闸48座，实际拆除43座（其中甲河25座、乙河18座），完成率89.6%。按每千瓦补助2000元计算，兑付补助资金1324.4万元，平均每座{}万元。",
        "30.8", "38.8",
    ),
    "two digits swapped": (
        "全年住院4.60万人次，次均住院费用{}元，据此测算住院收入29072万元。", "6320", "3620",
    ),
}  # fmt: skip

SOUND = [
    "自评得分95分，其中培训未完成计划扣2分，资料更新滞后扣2分，佐证不足扣1分，合计扣5分。",
    "表中五类对象全年共发放820.40万元，其中甲类人数占五类对象的62.35%，乙类占五类对象发放金额的18.00%。",
    "更新健身路径52条、球场7片、驿站11处，三类设施共70处（条、片）。",
    "新建水站12座、改造水站18座，总投资642.00万元，平均每座21.40万元。",
    "租用摊位128个，每个摊位面积9平方米，共支出1036.80万元用于展览。",
    "早稻亩产412公斤，晚稻亩产438公斤，全年总产6.85万吨。",
    "门诊120.4万人次，次均门诊费用268元，住院3.2万人次，次均住院费用6840元。",
]


@pytest.mark.parametrize("name", SLIPS)
def test_one_figure_that_does_not_fit_its_price_and_quantity_is_doubted(name: str) -> None:
    text, right, wrong = SLIPS[name]
    assert told_once_changed(text, right, wrong) != []


@pytest.mark.parametrize("text", SOUND)
def test_sound_prices_points_and_counts_stay_silent(text: str) -> None:
    assert told(text) == []
