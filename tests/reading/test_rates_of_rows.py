"""Rates told with the row that has most or least, growth of a named column, points with their unit, averages of each."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked

PAID = "资金支付情况\n单位：万元\n|地区|下达数|支付数|结转数|支付率（%）|\n|东山县|6845|6612|233|96.60|\n|西河县|3128|2904|224|92.84|\n|南坪县|8230|8105|125|98.48|\n|总计|18203|17621|582|96.80|\n{}"
GROWN = "三年投入情况\n单位：万元\n|年度|预算安排|实际支出|结余|预算比上年增长|\n|2020年|4210|3985|225|—|\n|2021年|4480|4302|178|6.41%|\n|2022年|5028|4766|262|12.23%|"
POINTS = "综合评价情况\n加权得分82.15分，评级为“成功”。\n|评价准则|权重（分）|得分|得分率（%）|\n|相关性|20|18.40|92.00|\n|效率|25|21.25|85.00|\n|效果|30|24.90|83.00|\n|可持续性|25|17.60|70.40|\n|综合|100|82.15|82.15|"
BEDS = "|地区|补贴床位（张）|补贴金额（万元）|平均每床（元）|\n|东区|1260|498.96|3960|\n|西区|1840|728.64|3960|\n|北县|960|345.60|3600|\n|南县|740|251.60|3400|\n|合计|4800|1824.80|3802|"
NOTICE = "关于下达资金的通知\n根据《财政部关于下达2022年文化补助资金预算的通知》（财教〔2022〕53号），现下达你市资金。\n附件1\n|资金名称|文化补助资金|\n|下达依据|《财政部关于下达2022年文化补助资金预算的通知》（财教〔2022〕53号）|"
LEAST = PAID.format("支付率最高的是南坪县，达到98.48%；最低的是西河县，仅92.84%。")
CHANGES = [
    (LEAST, "仅92.84%", "仅92.04%"),
    (LEAST, "达到98.48%", "达到93.48%"),
    (PAID.format("其中支付率最低的为西河县（92.84%）。"), "（92.84%", "（52.84%"),
    (GROWN, "6.41%", "6.91%"),
    (GROWN, "12.23%", "17.23%"),
    (POINTS, "70.40", "70.00"),
    (POINTS, "|30|", "|36|"),
    (POINTS, "加权得分82.15", "加权得分82.55"),
    (BEDS, "|3600|", "|3690|"),
    (NOTICE, "53号），", "55号），"),
]


@pytest.mark.parametrize(("sound", "old", "new"), CHANGES)
def test_one_changed_figure_is_found(sound: str, old: str, new: str) -> None:
    assert checked(sound).findings == ()
    assert checked(sound.replace(old, new, 1)).findings != ()


SOUND = [
    PAID.format("截至6月底，支付率最低的是全省的北岭县，仅52.04%。"),
    PAID.format("支付率最低的是西河县，比全省平均水平低3.96个百分点。"),
    PAID.format("支付率最低的是西河县，仅约93%。"),
    PAID.format("抽查项目合格率最低的是西河县，仅88.20%。"),
    "|科目|年初预算数（万元）|决算数（万元）|完成年初预算|\n|教育|18.60|18.60|100.00|\n|卫生|214.00|226.37|105.78|\n|住房|140.00|142.18|101.56|\n|合计|372.60|387.15|103.90|",
]


@pytest.mark.parametrize("paper", SOUND)
def test_what_is_told_of_something_else_is_left_alone(paper: str) -> None:
    assert checked(paper).findings == ()
