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
    "several prices under one total": (
        "12月在册老人中，甲类520人、乙类316人、丙类144人，分别按每人每月120元、260元、{}元补贴，当月应补202,160元。",
        "400", "430",
    ),
    "a part by the name of its count": (
        "甲类老人520人、乙类老人316人、丙类老人144人，分别按每人每月120元、260元、400元补贴，当月应补202,160元，其中丙类老人补贴{}元。",
        "57,600", "57,800",
    ),
    "each count with its price": (
        "奖励省级示范社12家、每家5万元，市级示范社{}家、每家2万元，共兑付116万元。", "28", "23",
    ),
    "months that a balance lasts": (
        "年末滚存结余628,450万元，按全年月均支出58,300万元计算，可支付{}个月。", "10.8", "16.8",
    ),
    "a ratio by the names of its sides": (
        "职工医保参保28.40万人，其中在职20.31万人、退休8.09万人，在职退休比{}∶1。", "2.51", "2.81",
    ),
    "income and spending": (
        "基金收入合计318,400万元，支出302,480万元，收支比为1∶{}。", "0.95", "0.35",
    ),
    "what each gets of what a price makes": (
        "968名护林员带动增收，涉及家庭人口4,112人，按年报酬1万元计算，家庭人均增收{}元。", "2354", "2154",
    ),
    "interest of what was told under the same name": (
        "新增债券46.20亿元，其中新增一般债券15.60亿元；新增专项债券30.60亿元。用于市政领域9.40亿元，占30.7%；交通领域6.20亿元，占20.3%。全部新增专项债券加权平均利率为{}%，年付息合计0.95亿元。",
        "3.12", "5.12",
    ),
}  # fmt: skip

SOUND = [
    "自评得分95分，其中培训未完成计划扣2分，资料更新滞后扣2分，佐证不足扣1分，合计扣5分。",
    "表中五类对象全年共发放820.40万元，其中甲类人数占五类对象的62.35%，乙类占五类对象发放金额的18.00%。",
    "更新健身路径52条、球场7片、驿站11处，三类设施共70处（条、片）。",
    "新建水站12座、改造水站18座，总投资642.00万元，平均每座21.40万元。",
    "租用摊位128个，每个摊位面积9平方米，共支出1036.80万元用于展览。",
    "早稻亩产412公斤，晚稻亩产438公斤，全年总产6.85万吨。",
    "奖励示范社12家、每家5万元，龙头企业8家、每家10万元，当年预算200万元。",
    "月均支出58,300万元，累计结余628,450万元，可支付月数高于全省平均的9.6个月。",
    "专任教师1,860人，在校学生26,400人，师生比1∶14.2，优于1∶18的标准。",
    "收入合计318,400万元，支出302,480万元，其中待遇支出290,000万元，收支比为1∶0.95。",
    "门诊120.4万人次，次均门诊费用268元，住院3.2万人次，次均住院费用6840元。",
]


@pytest.mark.parametrize("name", SLIPS)
def test_one_figure_that_does_not_fit_its_price_and_quantity_is_doubted(name: str) -> None:
    text, right, wrong = SLIPS[name]
    assert told_once_changed(text, right, wrong) != []


@pytest.mark.parametrize("text", SOUND)
def test_sound_prices_points_and_counts_stay_silent(text: str) -> None:
    assert told(text) == []
