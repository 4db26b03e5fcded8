"""Tables with regions as columns, wholes that are not called 合计, averages beside what they divide."""

from __future__ import annotations

import pytest

from tests.reading.papers import found_once_changed, said_of

ACROSS = """
表1 各旗县草原奖补情况
单位：万元、户
|项目|北岭旗|河湾县|石桥区|合计|
|安排资金|2640|1875|1320|5835|
|其中：中央资金|1980|1406|990|4376|
|自治区资金|660|469|330|1459|
|已兑付|2508|1800|1254|5562|
|兑付率|95%|96%|95%|95.32%|
|受益户数|3415|2268|1704|7387|
"""
FIRST = """
表2 任务分解
|指标|全县|东街镇|北山乡|南河乡|
|新建水窖（口）|1260|420|515|325|
|改造管网（公里）|86.4|31.2|28.7|26.5|
|受益人口（人）|24580|9860|8245|6475|
"""
YEAR = """
表3 分季度用电情况
|季度|路灯（千瓦时）|泵站（千瓦时）|平均电价（元）|
|第一季度|18420|7265|0.61|
|第二季度|16385|8140|0.58|
|第三季度|17205|9315|0.66|
|第四季度|19640|6880|0.63|
|全年|71650|31600|0.62|
"""
AVERAGE = """
表4 分年度造林情况
|年份|省级资金（万元）|县级资金（万元）|投入小计（万元）|造林面积（万亩）|亩均投入（元）|
|2021|720.00|180.00|900.00|1.20|750.00|
|2022|910.00|260.00|1170.00|1.50|780.00|
|2023|1008.00|336.00|1344.00|1.60|840.00|
|合计|2638.00|776.00|3414.00|4.30|793.95|
"""
WRONG = {
    "a region of a whole in rows": (ACROSS, "|2640|", "|2460|"),
    "a part of a whole in rows": (ACROSS, "|1406|", "|1460|"),
    "the whole of a row": (ACROSS, "|7387|", "|7378|"),
    "the rate of a region": (ACROSS, "|96%|", "|97%|"),
    "a whole that stands first": (FIRST, "|24580|", "|24850|"),
    "a part of a whole that stands first": (FIRST, "|28.7|", "|27.8|"),
    "a quarter of a year": (YEAR, "|9315|", "|9135|"),
    "the figure of the year": (YEAR, "|71650|", "|76150|"),
    "an average": (AVERAGE, "|780.00|", "|870.00|"),
    "the average of the total": (AVERAGE, "|793.95|", "|739.95|"),
    "an area": (AVERAGE, "|1.60|", "|1.80|"),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_changed_figure_is_found(name: str) -> None:
    sound, old, new = WRONG[name]
    found = found_once_changed(sound, sound.replace(old, new, 1))
    assert any(new.strip("|") in (f.actual, *(s.shown for s in f.spots)) for f in found)


SOUND = {
    "averages in a table with a total": "|乡镇|投入（元）|亩均投入（元）|\n|甲乡|360|120|\n|乙乡|240|80|\n|合计|600|100|",
    "the highest of the year": "|季度|雨量（毫米）|最大日雨量（毫米）|\n|一季度|126|41|\n|二季度|318|88|\n|三季度|402|95|\n|四季度|137|36|\n|全年|983|95|",
    "a whole that averages": "|县区|样本（份）|得分|\n|甲县|205|91.4|\n|乙县|187|88.6|\n|丙县|168|90.2|\n|全市|560|90.1|",
    "regions picked from a longer list": "|地区|播种面积（亩）|产量（吨）|\n|全县|98560|41230|\n|甲镇|31250|12980|\n|乙镇|28430|11760|",
    "regions as columns, some of them": "|指标|全市|甲县|乙县|\n|人口（人）|612400|182300|204100|\n|面积（亩）|84560|31200|28950|\n|覆盖率|92%|95%|90%|",
    "rates and levels by region": "|指标|全市|甲县|乙县|丙县|\n|入学率|96%|97%|95%|96%|\n|人均收入（元）|18460|19320|17250|18890|\n|户均耕地（亩）|6.2|5.8|6.6|6.1|",
    "a rise beside the years": "|项目|2021年|2022年|增减|\n|收入（万元）|862|934|72|\n|完成率|95%|97%|2个百分点|\n|户数（户）|126|131|5|",
    "a transfer that evens out": "|县区|2022年均衡性转移支付|2023年均衡性转移支付|\n|甲县|8640|9120|\n|乙县|7350|7685|\n|合计|15990|16805|",
    "a standard for two kinds": "|类别|标准（元）|人数（人）|金额（元）|\n|全护理|1200|36|43200|\n|半护理|800|54|43200|\n|自理|600|120|72000|\n|合计|2600|210|158400|".replace(
        "|2600|", "|—|"
    ),
    "an average of firms of two sizes": "|类型|企业数（家）|资金（万元）|户均（万元）|\n|大型|6|480|80|\n|小型|45|675|15|\n|合计|51|1155|22.65|",
    "the unit of the price is the one of the length": "|标段|长度（公里）|单价（万元）|金额（万元）|\n|一|12.5|86|1075|\n|二|8.4|92|772.8|\n|三|15.2|79|1200.8|",
    "a column of words among regions": "|项目|甲县|乙县|合计|\n|资金（万元）|320|285|605|\n|户数（户）|64|57|121|\n|验收|合格|合格|—|",
    "two ways across": "|来源|甲县|乙县|合计|\n|中央|320|285|605|\n|省级|160|140|300|\n|合计|480|425|905|",
    "half of the year told already": "|时段|收入（万元）|\n|上半年|426|\n|三季度|198|\n|四季度|231|\n|全年|855|",
    "no whole but a district called so": "|片区|亩数|\n|全镇|1200|\n|河东|3600|\n|河西|2800|",
}


@pytest.mark.parametrize("name", SOUND)
def test_silent(name: str) -> None:
    assert said_of(SOUND[name]) == []
