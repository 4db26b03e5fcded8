"""Rates in tables: few rows, printed formulas, groups of heads; a changed rate is found, other bases are left alone."""

from __future__ import annotations

import pytest

from tests.reading.papers import found_once_changed, said_of

ONE_ROW = "|项目|预算金额（万元）|支出金额（万元）|支出率|\n|奶业振兴|862.4|793.41|92.00%|"
TWO_RATES = """
表1 资金到位和支出情况
|资金来源|计划安排（万元）|实际到位（万元）|到位率|实际支出（万元）|支出率|
|省级资金|1500.00|1420.50|94.70%|1385.77|97.56%|
|县级配套|800.00|650.00|81.25%|610.30|93.89%|
"""
LETTERS = """
表2 资金执行情况
单位：万元
|资金类别|预算数（A）|到位数（B）|支出数（C）|到位率（%）（B/A）|执行率（%）（C/B）|
|中央资金|3265.00|3265.00|2984.16|100.00|91.40|
|市级资金|512.60|480.00|455.28|93.64|94.85|
"""
LINE = """
表3 资金台账
单位：万元
|项目|计划数|到位数|支付数|未支付数|支付率（%）|
|栏次|1|2|3|4=2-3|5=3/2|
|道路|863.20|850.00|816.00|34.00|96.00|
|饮水|425.50|425.50|391.46|34.04|92.00|
"""
NOTE = """
表4 岗位补贴情况
|单位|核定人数|在岗人数|在岗比例|
|甲所|46|41|89.13%|
|乙所|38|36|94.74%|
注：在岗比例＝在岗人数÷核定人数×100%。
"""
GROWTH = "|指标|2021年（亿元）|2022年（亿元）|同比增减（%）|\n|出口|862.35|927.46|7.55|\n|进口|413.20|398.62|-3.53|"
SHARE = "|树种|面积（亩）|占比|\n|松|126500|51.21%|\n|杉|84300|34.13%|\n|竹|36200|14.66%|\n|合计|247000|100%|"
GROUPS = """
表5 两年执行情况
单位：万元
|单位|2021年|<|<|2022年|<|<|
|^|预算数|执行数|执行率|预算数|执行数|执行率|
|甲局|520|494|95.00%|560|546|97.50%|
|乙局|310|279|90.00%|330|320.1|97.00%|
"""
YEARS = "|年度|产量（吨）|比上年增长|\n|2019年|1200|-|\n|2020年|1320|10.00%|\n|2021年|1518|15.00%|\n|2022年|1594|5.01%|"
ANSWERS = "|题目|非常满意|满意|一般|不满意|\n|政策|62.5%|25.0%|10.0%|2.5%|\n|服务|58.3%|30.2%|8.5%|3.0%|\n|效果|60.1%|27.4%|9.3%|3.2%|"
CHANGES = {
    "one row whose heads name the relation": (ONE_ROW, "92.00%", "95.00%"),
    "the first of two rates": (TWO_RATES, "81.25%", "82.15%"),
    "the second of two rates": (TWO_RATES, "|1385.77|", "|1358.77|"),
    "a formula of letters": (LETTERS, "|94.85|", "|98.45|"),
    "a formula in the line of numbers": (LINE, "|92.00|", "|94.00|"),
    "a formula in a note beneath": (NOTE, "89.13%", "91.13%"),
    "growth over two rows": (GROWTH, "7.55", "5.57"),
    "a share of the total": (SHARE, "34.13%", "31.43%"),
    "a rate under one of two years": (GROUPS, "97.50%", "95.70%"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_changed_figure_is_found(name: str) -> None:
    sound, old, new = CHANGES[name]
    assert "F603" in {
        finding.code for finding in found_once_changed(sound, sound.replace(old, new, 1))
    }


@pytest.mark.parametrize(
    ("sound", "old", "new"), [(YEARS, "15.00%", "13.00%"), (ANSWERS, "30.2%", "32.0%")]
)
def test_rows_of_years_and_rows_of_answers(sound: str, old: str, new: str) -> None:
    assert [f.code for f in found_once_changed(sound, sound.replace(old, new, 1))] == ["F634"]


SILENT = {
    "years with a gap": "|年度|产量（吨）|增长率|\n|2015年|1200|8.2%|\n|2018年|1500|9.1%|\n|2021年|1980|10.3%|",
    "growth at other prices": "|年度|产值（亿元）|增长率|\n|2019年|120.5|7.2%|\n|2020年|126.8|4.1%|\n|2021年|140.2|8.9%|\n|2022年|149.9|5.5%|",
    "answers of which several may be given": "|题目|网络|报纸|熟人|\n|渠道一|62.5%|35.0%|30.0%|\n|渠道二|58.3%|30.2%|28.5%|",
    "answers that round to a hundred": "|题目|好|中|差|\n|甲|33.3%|33.3%|33.3%|\n|乙|16.7%|66.7%|16.7%|\n|丙|20.0%|50.0%|30.0%|",
    "a rate of another base than the only columns": "|项目|下达资金（万元）|支出资金（万元）|兑付率|\n|甲项|500|300|100%|\n|乙项|260|200|100%|\n|丙项|140|90|100%|",
    "spent out of what arrived, the budget beside it": "单位：万元\n|项目|预算数|到位数|执行数|执行率|\n|道路|500|400|380|95%|\n|饮水|300|200|180|90%|\n|用电|120|90|81|90%|",
    "growth of which the base year is not shown": "|指标|2022年（亿元）|增长率|\n|出口|927.46|7.55%|\n|进口|398.62|-3.53%|\n|总额|1326.08|3.96%|",
    "falls printed without a sign": "|项目|2021年|2022年|降幅|\n|接待费|180|165|8.33%|\n|车辆费|540|520|3.70%|\n|会议费|96|84|12.50%|",
    "shares of a longer list": "表1 主要品种（前三位）\n|品种|产量（吨）|占比|\n|甲|360|24%|\n|乙|240|16%|\n|丙|180|12%|",
    "satisfaction told by other surveys": "|对象|样本数|满意人数|满意度|\n|农户|200|190|95%|\n|企业|48|45|93.75%|\n|干部|60|52|86.67%|",
    "weights of an average": "|街道|权重（%）|评价得分|\n|东街|20.33|94.00|\n|南街|29.38|93.50|\n|西街|50.29|92.35|",
    "rates as fractions": "单位：万元\n|项目|预算数|执行数|执行率|\n|道路|500|480|0.96|\n|饮水|300|270|0.9|",
    "a rate cut off, not rounded": "单位：万元\n|项目|预算数|执行数|执行率|\n|道路|700|600|85.71%|\n|饮水|300|200|66.66%|",
    "points as growth of rates": "|指标|上年|本年|提高（百分点）|\n|入学率|96.2%|97.1%|0.9|\n|覆盖率|88.0%|91.5%|3.5|",
    "progress of works beside money": "|工程|计划投资（万元）|完成投资（万元）|形象进度|\n|桥|500|300|80%|\n|路|400|260|75%|\n|渠|300|190|90%|",
}


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str) -> None:
    assert said_of(SILENT[name]) == []
