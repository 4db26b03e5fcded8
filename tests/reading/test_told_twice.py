"""One fact that stands twice: in a row by its name, among the goals, in another unit, in another order of words."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

COUNTIES = "农田建设自评报告\n表1 中央资金执行情况表\n单位：万元\n|县|预算数|支出数|执行率|\n|绥西县|7440.00|6882.00|92.50%|\n|望河县|5760.00|5472.00|95.00%|\n|兰岗县|6600.00|5280.00|80.00%|\n|合计|19800.00|17634.00|89.06%|\n{}"
SCHOOLS = "义务教育补助自评报告\n|项目|人数（人）|补助标准（元/生·年）|\n|寄宿制学校增补|5216|300|\n|小学寄宿生生活补助|9860|1000|\n|初中寄宿生生活补助|8412|1250|\n{}"
GOALS = "衔接资金绩效目标\n{}\n|一级指标|二级指标|三级指标|指标值|\n|产出指标|时效指标|11月底资金支出进度|≥92%|\n|效益指标|经济效益指标|中央资金用于产业比例|≥60%|"
AUDIT = "审计工作报告\n查出问题186个，提出审计建议71条。\n{}"
OFFICES = "审计工作报告\n{}5个部门预算执行情况如下：\n单位：万元\n|部门|预算数|支出数|\n|区教育局|48.30|47.83|\n|区卫生局|21.00|20.08|\n|区城管局|15.60|13.62|\n|区农业局|9.75|7.75|\n|区文旅局|3.40|3.38|\n|合计|98.05|92.66|"
HOMES = "改造项目评价报告\n2022年改造小区2个、居民4983户。\n{}\n|序号|小区名称|户数（户）|\n|1|纺机新村|1286|\n|2|教师新村|3697|\n|合计||4983|"
PROJECTS = "项目自评报告\n{}\n表1 项目支出表\n|项目|预算数|支出数|\n|水库加固|12|11|\n|河道治理|6|5|\n|合计|18|16|"
PLAIN = "{}"
PAIRS = [
    (COUNTIES, "兰岗县因洪涝灾害，施工推迟，资金执行率仅80%。", "80", "84"),
    (COUNTIES, "绥西县实际支出6882万元，主要是工程款。", "6882", "6832"),
    (SCHOOLS, "建议提高寄宿制学校公用经费增补标准（现为每生每年300元）。", "300", "308"),
    (SCHOOLS, "初中寄宿生生活补助标准为每生每年1250元。", "1250", "1350"),
    (GOALS, "6月底、9月底、11月底支出进度分别不低于60%、75%和92%。", "92", "91"),
    (GOALS, "中央衔接资金用于产业发展的比例不低于60%。", "60", "20"),
    (AUDIT, "截至7月底，查出的186个问题已整改158个。", "186", "182"),
    (OFFICES, "对区教育局、区卫生局等5个部门进行了审计。", "等5", "等7"),
    (HOMES, "2022年实施改造项目2个，涉及居民4983户。", "4983", "1983"),
    (PROJECTS, "具体情况见表1。", "表1", "表7"),
    (PLAIN, "下达补助资金24000万元（折合2.40亿元）。", "2.40", "2.04"),
    (PLAIN, "债券用于3个项目，分别为：城区供水1800万元、医院扩建1200万元、停车场480万元。", "3个", "6个"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "sentence", "right", "wrong"), PAIRS)
def test_a_fact_told_twice_is_told_alike(paper: str, sentence: str, right: str, wrong: str) -> None:
    found = found_once_changed(paper.format(sentence), paper.format(sentence.replace(right, wrong)))
    figure = wrong.strip("等表个")
    assert any(figure in f.actual for f in found)


SOUND = [
    (COUNTIES, "兰岗县省级资金支出5250万元。"),
    (COUNTIES, "截至6月底，兰岗县执行率为60%。"),
    (COUNTIES, "绥西县、望河县实际支出6832万元。"),
    (COUNTIES, "绥西县上年支出6832万元。"),
    (SCHOOLS, "小学寄宿生生活补助由每生每年800元提高到1000元。"),
    (GOALS, "按照国家规定，中央衔接资金用于产业发展的比例不低于50%。"),
    (GOALS, "截至目前，中央资金用于产业发展的比例已达到63%。"),
    (AUDIT, "上年度审计查出的164个问题已全部整改。"),
    (OFFICES, "对区教育局、区卫生局等2个部门进行了延伸审计。"),
    (HOMES, "纺机新村涉及居民1286户。"),
    (PROJECTS, "具体情况见附表4。"),
    (PLAIN, "下达补助资金24000万元（省级4亿元另行下达）。"),
    (PLAIN, "债券用于6个项目，其中：城区供水1800万元、医院扩建1200万元。"),
]


@pytest.mark.parametrize(("paper", "sentence"), SOUND)
def test_another_fact_is_left_alone(paper: str, sentence: str) -> None:
    assert checked(paper.format(sentence)).findings == ()
