"""Figures that prove one another: four of a change, spent with left and rate, what is added and the total."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

SOUND_AND_WRONG = {
    "a base in brackets between the change and its rate": (
        "全年会议费72,000.00元，同比减少8,000.00元（上年80,000.00元），减幅10%。",
        "全年会议费72,000.00元，同比减少8,010.00元（上年80,000.00元），减幅10%。",
        "F503",
    ),
    "what was taken in more than the year before": (
        "本年收入9,450,300.00元。比2019年9,000,285.71元多收450,014.29元，增5.00%。",
        "本年收入9,450,300.00元。比2019年9,000,285.71元多收458,014.29元，增5.00%。",
        "F503",
    ),
    "what is left behind a rate": (
        "专项资金共到位24000万元，至年底使用22560万元，使用率94%，结存1440万元。",
        "专项资金共到位24000万元，至年底使用22560万元，使用率94%，结存1840万元。",
        "F508",
    ),
    "what did not arrive": (
        "项目预算3,200万元。\n到位3,056万元，到位率95.5%，未到位的144万元为县级配套。",
        "项目预算3,200万元。\n到位3,056万元，到位率95.5%，未到位的140万元为县级配套。",
        "F508",
    ),
    "what remains to be paid this time": (
        "全年安排培训补贴8,640万元。此前已预拨6,912万元，占全年的80%，此次清算1,728万元。",
        "全年安排培训补贴8,640万元。此前已预拨6,912万元，占全年的80%，此次清算1,798万元。",
        "F508",
    ),
    "the rate of what was spent and left": (
        "下达资金4,150万元。\n全年支出4,012.22万元，占下达资金的96.68%，尚有137.78万元未支付。",
        "下达资金4,150万元。\n全年支出4,012.22万元，占下达资金的98.68%，尚有137.78万元未支付。",
        "F504",
    ),
    "a remainder below one": (
        "三年共安排补贴资金15.25亿元。结算资金14.335亿元，结算率94.00%，余0.915亿元结转使用。",
        "三年共安排补贴资金15.25亿元。结算资金14.335亿元，结算率94.00%，余0.015亿元结转使用。",
        "F508",
    ),
    "what is added to the sentence before": (
        "全市一般公共预算支出完成218.4亿元，比上年的210.6亿元增长3.7%。加上转移性支出57.3亿元，支出合计275.7亿元。",
        "全市一般公共预算支出完成218.4亿元，比上年的210.6亿元增长3.7%。加上转移性支出57.3亿元，支出合计276.7亿元。",
        "F501",
    ),
    "a price, people and months": (
        "护林员补贴按人均每月800元、1,250人、12个月计算，应补1,200万元。",
        "护林员补贴按人均每月800元、1,250人、12个月计算，应补1,208万元。",
        "F502",
    ),
    "a price for each and the total needed": (
        "尚有旧灯3,600盏，2025年更换2,000盏、2026年更换1,600盏，按每盏750元测算需270.00万元。",
        "尚有旧灯3,600盏，2025年更换2,000盏、2026年更换1,600盏，按每盏750元测算需279.00万元。",
        "F502",
    ),
    "funds, then the price and what it is paid for": (
        "国有林补偿资金864.00万元，按每亩12元补助72.00万亩；集体林补偿资金1,280.00万元，按每亩16元补助80.00万亩。",
        "国有林补偿资金864.00万元，按每亩12元补助72.00万亩；集体林补偿资金1,280.00万元，按每亩16元补助86.00万亩。",
        "F502",
    ),
    "a share one below the true whole number, of the named part": (
        "收入50,000万元，其中个人缴费11,000万元、财政补贴38,000万元、利息1,000万元，财政补贴占76%。",
        "收入50,000万元，其中个人缴费11,000万元、财政补贴38,000万元、利息1,000万元，财政补贴占75%。",
        "F504",
    ),
}


@pytest.mark.parametrize("name", SOUND_AND_WRONG)
def test_the_one_figure_that_the_others_disprove_is_found(name: str) -> None:
    sound, wrong, code = SOUND_AND_WRONG[name]
    assert code in {finding.code for finding in found_once_changed(sound, wrong)}


SILENT = {
    "left of funds with those of years before": (
        "当年下达资金900万元。支出846万元，执行率94%，结余资金131万元含上年结转77万元。"
    ),
    "an addition to several amounts before": (
        "本级收入36.2亿元，债务收入11.5亿元。加上上级补助收入20.4亿元，收入总计68.1亿元。"
    ),
    "an addition whose first amount is not told": (
        "全县税收收入9.82亿元。加上上级补助收入31.46亿元、调入资金2.15亿元，收入总计58.07亿元。"
    ),
    "a rate of another whole than spent and left": (
        "项目总投资5,000万元。已支付3,600万元，占合同价的75%，尚有1,400万元未落实。"
    ),
    "a price per month without the months": "按每人每月650元发放生活补助，共补助480人，需资金374.40万元。",
    "a price for the first of several": "按每户2万元补助首批35户、每户1万元补助次批60户，共补助130万元。",
    "this payment as one of several to come": (
        "全年安排资金2,400万元。此前已预拨1,200万元，占全年的50%，此次下达600万元，其余待验收后拨付。"
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_what_may_be_true_stays_silent(name: str) -> None:
    assert checked(SILENT[name]).findings == ()
