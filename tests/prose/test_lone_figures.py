"""A figure that nothing bears out and that one digit would make fit its neighbours is doubted; chance is not."""

from __future__ import annotations

import pytest

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.subject import DocumentSubject
from tests.reading.papers import read

LONE = tuple(rule for rule in document_rules() if rule.code == "F651")


def doubted(text: str, *, by_all: bool = False) -> list[tuple[str, str]]:
    """The figures that the rule doubts, alone or after all others, with what would fit."""
    found = check_document(DocumentSubject(read(text)), None if by_all else LONE)
    assert found.faults == ()
    return [(f.actual, f.expected) for f in found.findings if f.code == "F651"]


BROKEN = {
    "what lies between two": (
        "全年计划发车642800班次，实际发车601236班次，晚点脱班{}班次。", "41564", "41864"
    ),
    "two in one": (
        "在册车辆里，柴油车31408辆，纯电动车17923辆，检测线上共见到{}辆。", "49331", "49631"
    ),
    "neighbours in a row": (
        "乙烯厂排放1204.6吨、焦化厂排放873.2吨、热电厂排放2315.9吨，在线监测{}吨。", "4393.7", "4393.1"
    ),
    "one part of a row": (
        "监测到4393.7吨，乙烯厂{}吨、焦化厂873.2吨、热电厂2315.9吨。", "1204.6", "1704.6"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_figure_one_digit_beside_what_its_neighbours_give_is_doubted(name: str) -> None:
    text, right, wrong = BROKEN[name]
    assert doubted(text.format(right)) == []
    found = check_document(DocumentSubject(read(text.format(wrong))), LONE).findings
    assert len(found) == 1
    assert wrong in found[0].actual + found[0].arithmetic  # any of the figures may be the slip


def test_the_share_of_two_neighbours_is_doubted_where_its_digits_are_many() -> None:
    text = "受理申请8437件，当日办结6219件，窗口显示{}%。"
    assert doubted(text.format("73.711")) == []
    assert doubted(text.format("73.911")) == [("73.911%", "73.711%")]


def test_a_price_for_each_of_a_count_is_doubted() -> None:
    text = "灯具采购单价1265元，到货4387套，入账{}元。"
    assert doubted(text.format("5549555")) == []
    assert doubted(text.format("5549155")) == [("5549155元", "5549555元")]


@pytest.mark.parametrize(
    "text",
    [
        "中小学校修缮面积48216平方米，运动场15408平方米，绿化31822平方米。",
        "收到来信312件，来访425件，来电637件。",  # 737 would fit, but three digits do so by chance
        "城区投放40辆，乡镇投放30辆，备用80辆。",
        "三个水厂日供水2.4万吨、3.1万吨、6.5万吨。",
    ],
)  # fmt: skip
def test_figures_that_need_not_fit_are_left(text: str) -> None:
    assert doubted(text) == []


def test_what_an_amount_elsewhere_bears_out_is_left() -> None:
    text = (
        "两期债券发行18000万元。\n"
        "第一期10000万元，存续期内利息8322万元，到期支付26322万元，其中罚息40万元。"
    )
    assert doubted(text) == []


def test_what_adds_up_in_two_units_is_left() -> None:
    text = "余额6.6116亿元，用于道路5.1亿元、学校5506万元、环保2294万元、公共事业{}万元、水利16万元、贷款100万元。"
    assert doubted(text.format("7200")) == []
    assert doubted(text.format("7240")) != []


def test_a_figure_told_twice_is_no_slip() -> None:
    once = "计划发车642800班次，实际发车601236班次，晚点脱班41864班次。"
    assert doubted(once) != []
    assert doubted(once + "\n调度台账同样记为41864班次。") == []


def test_a_figure_that_another_rule_held_is_not_the_one_doubted() -> None:
    text = "其中高血压患者48216人、糖尿病患者15408人，在管慢性病患者{}人，占常住人口的10.68%，常住人口586400人。"
    assert doubted(text.format("62624"), by_all=True) == [("48216人", "47216人")]
    assert doubted(text.format("63624"), by_all=True) == []


def test_figures_in_cells_are_left_to_the_rules_on_tables() -> None:
    text = (
        "|事项|情况|\n|发车|计划发车642800班次，实际发车601236班次，晚点脱班41864班次。|\n|天气|晴|"
    )
    assert doubted(text) == []


AGAIN = (
    "一、资金\n支持方向为：区域协调560万元，进口贴息1431万元，出口信保2044.56万元。\n"
    "二、成效\n14家企业获得贴息资金{}万元。信保方面，为出口企业承保出力。"
)


def test_an_amount_that_another_section_tells_by_a_like_name_is_doubted() -> None:
    assert doubted(AGAIN.format("1431")) == []
    (found,) = doubted(AGAIN.format("1491"))
    assert sorted(found) == ["1431万元", "1491万元"]  # nobody can know which of both was meant


def test_an_amount_of_another_name_or_year_is_left() -> None:
    assert doubted(AGAIN.format("1491").replace("贴息资金", "奖励资金")) == []
    assert doubted("一、概况\n2021年进口贴息1431万元。\n二、今年\n2022年进口贴息1491万元。") == []


def test_a_rate_that_another_section_tells_by_its_name_is_doubted() -> None:
    text = (
        "一、成效\n外贸进出口总额同比增长10.49%。\n"
        "二、分析\n从全年看，外贸进出口总额增长{}%，成效明显。\n三、其他\n规上工业增加值增长70.49%。"
    )
    assert doubted(text.format("10.49")) == []
    (found,) = doubted(text.format("10.89"))
    assert sorted(found) == ["10.49%", "10.89%"]
