"""Rows of periods and goals in words: running totals, balances carried on, changes by years, indicators."""

from __future__ import annotations

import pytest

from tests.reading.papers import found_once_changed, said_of

MONTHS = """
表1 报账进度
单位：万元
|月份|材料款|工钱|当月合计|累计|
|7月|84.20|31.60|115.80|115.80|
|8月|96.50|40.10|136.60|252.40|
|9月|71.30|38.90|110.20|362.60|
|10月|65.80|29.70|95.50|458.10|
"""
BALANCE = """
表2 基金收支
单位：万元
|年度|上年结余|当年收入|当年支出|年末结余|
|2020年|—|731.4|648.9|82.5|
|2021年|82.5|802.6|771.8|113.3|
|2022年|113.3|866.2|839.7|139.8|
"""
YEARS = """
表3 托育情况
|年份|财政投入（万元）|比上年增加（万元）|增幅（%）|机构（家）|托位（个）|
|2021|640.00|—|—|52|2860|
|2022|704.00|64.00|10.00|61|3415|
|2023|827.20|123.20|17.50|66|3960|
|三年合计|2171.20|||179|10235|
"""
GOAL = """
区域绩效目标表
|总体目标|<|维修改造村级文化广场12个，修缮5座乡镇敬老院，群众满意|<|
|一级指标|二级指标|三级指标|指标值|
|产出指标|数量指标|维修改造村级文化广场（个）|≥12|
|^|^|修缮乡镇敬老院（座）|5|
|^|质量指标|一次验收合格率|100%|
"""
WRONG = {
    "a running total": (MONTHS, "|252.40|", "|225.40|", "F645"),
    "the last running total": (MONTHS, "|458.10|", "|485.10|", "F645"),
    "a month beneath a running total": (MONTHS, "|110.20|", "|101.20|", "F645"),
    "a balance carried on": (BALANCE, "|2022年|113.3|", "|2022年|131.3|", "F645"),
    "a rise of amounts": (YEARS, "|64.00|", "|46.00|", "F634"),
    "a rise in per cent, the other one kept": (YEARS, "|17.50|", "|15.70|", "F634"),
    "a goal before the name": (GOAL, "广场12个", "广场21个", "F646"),
    "a goal within the name": (GOAL, "修缮5座", "修缮6座", "F646"),
    "an indicator": (GOAL, "|5|", "|8|", "F646"),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_changed_figure_is_found(name: str) -> None:
    sound, old, new, code = WRONG[name]
    assert code in {f.code for f in found_once_changed(sound, sound.replace(old, new, 1))}


FORM = "|年度目标|<|{goal}|<|\n|一级指标|二级指标|三级指标|指标值|\n|产出指标|数量指标|{name}|{value}|\n|^|质量指标|合格率|100%|"
SOUND = {
    "a running total that began before": "|月份|支出（万元）|累计支出（万元）|\n|4月|35.6|241.2|\n|5月|41.8|283.0|\n|6月|38.4|321.4|",
    "a running total of something not shown": "|年度|新增户数（户）|累计户数（户）|\n|2019年|120|1680|\n|2020年|95|1742|\n|2021年|88|1815|",
    "running totals of projects, not periods": "|项目|当年投资（万元）|累计投资（万元）|\n|桥|240|560|\n|路|310|310|\n|渠|180|420|",
    "rounded running totals": "|季度|投资（亿元）|累计（亿元）|\n|一季度|1.26|1.26|\n|二季度|1.58|2.83|\n|三季度|1.43|4.27|\n|四季度|1.81|6.08|",
    "a running rate": "|月份|支出（万元）|累计进度|\n|1月|50|5%|\n|2月|80|13%|\n|3月|120|25%|",
    "two rows only": "|季度|支出（万元）|累计（万元）|\n|一季度|126|126|\n|二季度|158|280|",
    "half years among quarters": "|时段|收入（万元）|累计（万元）|\n|一季度|100|100|\n|二季度|120|220|\n|上半年|220|220|\n|三季度|90|310|",
    "balances partly taken back": "|年度|上年结余|当年收入|当年支出|年末结余|\n|2020年|0|500|460|40|\n|2021年|25|520|480|65|\n|2022年|30|560|540|50|",
    "balances by town": "|乡镇|上年结余|本年收入|本年支出|年末结余|\n|甲乡|12|80|76|16|\n|乙乡|9|70|71|8|\n|丙乡|14|95|90|19|",
    "falls without a sign": "|年份|存量（户）|比上年减少（户）|\n|2020|862|—|\n|2021|731|131|\n|2022|604|127|",
    "a rise by another count": "|年份|在册（户）|比上年新增（户）|\n|2020|862|75|\n|2021|901|68|\n|2022|926|59|",
    "growth at prices of the base year": "|年份|产值（亿元）|增长（%）|\n|2020|120.5|4.2|\n|2021|131.8|7.6|\n|2022|140.2|5.1|",
    "change of a rate in points": "|年份|覆盖率（%）|比上年提高（百分点）|\n|2020|81.2|—|\n|2021|84.6|3.4|\n|2022|88.1|3.5|",
    "a goal at least": FORM.format(goal="新建改造农村公路不少于30公里。", name="新建改造农村公路（公里）", value="36"),
    "a goal of another measure": FORM.format(goal="培训新型职业农民500人次，覆盖20个乡镇。", name="培训新型职业农民期数（期）", value="10"),
    "a goal of a longer name": FORM.format(goal="改造提升市级标准化村卫生室8个。", name="标准化村卫生室（个）", value="15"),
    "a short name": FORM.format(goal="共培训300人，其中技能培训120人。", name="培训（人）", value="300"),
    "two goals and two values": "|年度总体目标|<|预期目标|实际完成情况|\n|^|<|建设村级光伏电站16座|建设村级光伏电站14座|\n|一级指标|三级指标|指标值|完成值|\n|产出指标|建设村级光伏电站（座）|16|14|\n|^|验收合格率|100%|100%|",
    "the value in words": FORM.format(goal="建成中心敬老院2所。", name="建成中心敬老院（所）", value="按计划"),
    "a part of the goal": FORM.format(goal="改造危旧房屋240户，其中当年改造危旧房屋90户。", name="改造危旧房屋（户）", value="90"),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_silent(name: str) -> None:
    assert said_of(SOUND[name]) == []
