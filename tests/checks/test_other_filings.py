"""Filings unlike the Hunan one: what is right stays unmentioned, what is wrong is found."""

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import example_subject
from govdocs.checks.letter.bracket_pairs import bracket_flaws
from tests.checks.cases import every

ROW = "indicators:\n  - {{level1: 产出指标, level2: 质量指标, name: {name}, {rest}}}"


def codes(fragment: str) -> set[str]:
    result = run_checks(example_subject(fragment))
    assert result.faults == ()
    return {f.code for f in every(result.findings)} - {"F217"}


def row(rest: str, name: str = "建设公共服务平台数量") -> str:
    return ROW.format(name=name, rest=rest)


RIGHT = [
    row("target: 100%, actual: 100.00%"),
    row("target: ≥95%, actual: 98.27%"),
    row("target: ≥95%, actual: ≥96%"),
    row("target: 不低于90%, actual: 90%"),
    row("target: ≤5%, actual: 3%"),
    row("target: ≤5%, actual: 0%"),
    row("target: 3-5天, actual: 4天"),
    row("target: 80%-90%, actual: 85%"),
    row("target: 1.1万人, actual: 11000人"),
    row("target: 11000人, actual: 1.1万人"),
    row("target: 0起, actual: 0起", "重大安全事故"),
    row("target: 4000家, actual: 4000余家"),
    row("target: 不适用, actual: 不适用"),
    row("target: /, actual: /"),
    row("target: 3个, actual: 2个, reason: 选址调整"),
    row("target: 60万元, actual: 58万元", "平台平均成本"),
    row("target: 5%, actual: 6%", "能耗下降率"),
    row("target: -5%, actual: -3%", "出口增长率"),
    row("target: 110%, actual: 120%", "任务完成率"),
    row("target: 3个, actual: 3个", "2017年建设平台数量"),
    row("target: 3个, actual: 3个", "较2016年新增平台数量"),
    row("target: 3个, actual: 3个", "2020年以前建成平台数量"),
    row('target: "1,200个", actual: 1200个'),
    row("target: 良好, actual: 80%"),
    "execution:\n  local: null\n  total: {budget: 700, executed: 550, rate: 79%}\nbudget: {total: 700, central: 600, local: 100}",
    "execution:\n  local: {budget: 0, executed: 0}\n  total: {budget: 700, executed: 550, rate: 79%}\nbudget: {total: 700, central: 600, local: 100}",
    "execution:\n  local: {budget: 300, executed: 0, rate: 0%}\n  total: {budget: 1000, executed: 550, rate: 55%}",
    "execution:\n  total: {rate: 80%}",
    "execution:\n  total: null",
    "budget: {total: 900, central: 600, local: 300}",
    "fund: {issued: null}",
    "allocations: null",
    "allocations:\n  - {name: 市场开拓, amount: 600}\n  - {name: 平台建设, amount: 400}",
    "allocations:\n  - {name: 市场开拓}\n  - {name: 平台建设, amount: 400}",
    "letter: {closing: [依据为：1)企业申报；2)专家评审。]}",
    "letter: {closing: [“《办法》（试行）”已经印发……请审阅。]}",
    "letter: {document_number: 某财外〔2018〕101号}",
    "letter: {opening: [按照财预〔2018〕29号、财预〔2015〕163号要求，现报告如下：]}",
    "letter: {closing: [全省（2017）年末数据以附件1、附件2为准。]}",
    "explanation: {remark: 无, notes: null}",
    "letter: {sections: null, opening: [详见附件1、附件2。]}",
    "letter: {sections: null, opening: [详见附件1—2，共附件2件。]}",
    row("target: 0起, actual: 0起", "群众投诉"),
    row("target: 12, actual: 12", "培训人数（人次）"),
    row("target: 不适用"),
    row("target: 3个, actual: 3个", "新技术普及及推广数量"),
    "letter: {title: 省财政厅关于报送2017年度示例专项资金绩效自评有关情况的报告}",
    "letter: {title: 关于报送2017年度示例专项资金绩效自评有关情况的报告}",
    row("target: 600平方公里, actual: 612平方公里", "治理水土流失面积"),
    row("target: 100件, actual: 104件", "化解信访投诉件数"),
    row("target: 500人, actual: 520人", "失业人员再就业人数"),
    row("target: 90%, actual: 95%", "事故隐患整改率"),
    row("target: 5天, actual: 3天", "投诉处理时间"),
    row("target: 60万元, actual: 58万元", "污染治理成本"),
    row("target: 3%-5%, actual: 4.2%", "装备采购成本节约率"),
    row("target: 3%-5%, actual: 5.2%", "装备采购成本节约率"),
    row("target: 2017年12月底前, actual: 70%", "项目完成时限"),
    row("target: 否, actual: 否", "已建工程是否存在质量问题"),
    row("target: 0%, actual: 2%", "出口增长率"),
    row("target: 2万人, actual: 25000人"),
    "indicators:\n  - {level1: 产出指标, level2: 成本指标, name: 抚育补助标准, target: 120元/亩, actual: 115元/亩}",
    "letter: {closing: [受助单位在城关镇（12）5号，目的的确已经达到。]}",
]


@pytest.mark.parametrize("fragment", RIGHT)
def test_what_is_right_is_left_alone(fragment: str) -> None:
    assert codes(fragment) == set()


WRONG = [
    ("F307", "letter: {opening: [根据《关于开展2016年度绩效自评工作的通知》，现报告如下：]}"),
    ("F213", row("target: 0, actual: 5")),
    ("F313", "letter: {closing: [详见附件1至3。]}"),
    ("F204", row("target: ≤5%, actual: 6%")),
    ("F204", row("target: 不低于90%, actual: 89.9%")),
    ("F204", row("target: 60万元, actual: 62万元", "平台平均成本")),
    ("F204", row("target: 1起, actual: 2起", "重大安全事故")),
    ("F204", row("target: 3个, actual: 2个, reason: 无")),
    ("F204", row("target: 11000人, actual: 1.0万人")),
    ("F204", row("target: 0起, actual: 1起", "重大安全事故")),
    ("F204", row("target: 3个, actual: 4个, direction: 等于为好")),
    ("F204", row("target: 600平方公里, actual: 590平方公里", "治理水土流失面积")),
    ("F204", row("target: 600平方公里, actual: 610平方公里", "水土流失面积")),
    ("F204", row("target: 85%-95%, actual: 84%", "受支持企业满意度")),
    ("F204", row("target: 3-5天, actual: 6天, direction: 越低越好", "办理天数")),
    ("F204", row("target: 0个, actual: 1个", "超概算项目数量")),
    ("F213", row("target: 0个, actual: 5个")),
    ("F213", row("target: ≥0%, actual: 93%", "受支持企业满意度")),
    ("F220", row("target: 5万人, actual: -5万人, reason: 无法统计", "城镇新增就业人数")),
    ("F210", row("target: ≤35万人, actual: 28人", "死亡人数")),
    ("F210", row("target: 20000万人, actual: 19850人, reason: 部分退出", "安置人数")),
    ("F205", row("target: 10个, actual: 13个")),
    ("F207", row("target: 3个")),
    ("F207", row("actual: 3个")),
    ("F202", row("target: 6.5亿美元, reported_target: 6.5亿元, actual: 7亿元")),
    ("F202", row("target: ≥95%, reported_target: ≤95%, actual: 95%")),
    ("F202", row("target: 3个, reported_target: 空白")),
    ("F202", row("target: 良好, reported_target: 优秀, actual: 90%")),
    ("F210", row("target: 40个, actual: 42")),
    ("F210", row("target: 40%, actual: 42个百分点")),
    ("F210", row("target: 40, actual: 42")),
    ("F211", row("target: ≥90%, actual: 193.5%", "受支持企业满意度")),
    ("F212", row("target: 良好, actual: 95")),
    ("F212", row("target: 良好, actual: 很好")),
    ("F213", row("target: 3个, actual: /")),
    ("F214", row("target: 3个, actual: 3个", "2016年建成平台数量")),
    ("F218", row("target: 良好, actual: 79%")),
    ("F103", "execution:\n  central: {budget: 600, executed: 455, rate: 75%}"),
    ("F101", "execution:\n  total: {budget: 1100, executed: 800, rate: 73%}"),
    ("F110", "fund: {issued: 610}"),
    ("F107", "fund: {issued: 610}"),
    ("F301", "letter: {document_number: 某财外〔2018〕013号}"),
    ("F301", "letter: {document_number: 某财外〔2019〕13号}"),
    ("F302", "letter: {closing: [依据财预〔2019〕29号。]}"),
    ("F303", "letter: {imprint: {printed_on: 2018-05-17}}"),
    ("F306", "letter: {course: 平行文}"),
    ("F304", "letter: {title: 邻省财政厅关于报送2017年度示例专项资金绩效自评有关情况的报告}"),
    ("F331", "letter: {closing: [各项工作（含培训已经完成。]}"),
    ("F332", "letter: {closing: [各项工作已经完成。。]}"),
]


@pytest.mark.parametrize(("code", "fragment"), WRONG)
def test_what_is_wrong_is_found(code: str, fragment: str) -> None:
    assert code in codes(fragment)


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        ("（一）", []),
        ("（湖南)", [("mixed", 3)]),
        ("（湖南", [("unclosed", 0)]),
        ("湖南）", [("unopened", 2)]),
        ("“《办法”》", [("unclosed", 1), ("unopened", 5)]),
        ("1)申报；2)评审", []),
        ("（〔2018〕29号）", []),
    ],
)
def test_brackets_are_held_in_pairs_of_one_width(text: str, flaws: list[tuple[str, int]]) -> None:
    assert list(bracket_flaws(text)) == flaws


def test_attachments_that_no_sentence_mentions_are_announced_by_their_list() -> None:
    silent = "letter: {sections: null, opening: [现报告如下：]}"
    assert "F313" not in codes(silent)
    assert "F313" in codes("letter: {sections: null, opening: [自评结果见附件2。]}")


def test_a_division_is_written_without_the_sign_of_the_target() -> None:
    result = run_checks(example_subject(row("target: ≥3000人, actual: 2860人")))
    missed = next(f for f in every(result.findings) if f.code == "F204")
    assert missed.arithmetic == "2860人÷3000人＝95.33%"
