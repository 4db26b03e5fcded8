"""One name under two headings: another section of one thing, or a section on another thing."""

from __future__ import annotations

import pytest

from govdocs.prose.facts.siblings import of_different_things, of_each_and_of_all
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage

APART = [
    ("1.一般公共预算执行情况", "2.政府性基金预算执行情况"),
    ("（一）行政事业性国有资产", "（二）企业国有资产"),
    ("二、城乡居民基本养老保险基金", "四、城乡居民基本医疗保险基金"),
    ("（一）清淤项目", "（二）照明项目"),
]
TOGETHER = [
    ("一、资金安排情况", "二、资金使用情况"),
    ("二、资金使用情况", "四、绩效目标完成情况"),
    ("一、项目概况", "三、评价结论"),
    ("二、收入决算情况说明", "三、支出决算情况说明"),
    ("（一）资金到位情况分析", "（二）资金执行情况分析"),
]


def passage(text: str, *headings: str) -> Passage:
    return Passage(text, (0,), "正文", headings=headings)


@pytest.mark.parametrize(("one", "other"), APART)
def test_sections_that_name_two_things_of_a_kind_tell_of_two_facts(one: str, other: str) -> None:
    top = "一、执行情况"
    assert of_different_things(passage("", top, one), passage("", top, other))


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_sections_on_one_thing_tell_of_one_fact(one: str, other: str) -> None:
    assert not of_different_things(passage("", one), passage("", other))
    assert not of_different_things(passage("", one), passage("", one))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("筹资标准每人830元，其中个人缴费280元。", "个人缴费9730万元。", True),
        ("个人缴费合计9700万元。", "个人缴费9730万元。", False),
        ("建设标准化厂房12万平方米。", "建设厂房13万平方米。", False),
    ],
)
def test_what_each_gets_is_not_what_all_get(one: str, other: str, apart: bool) -> None:
    first, second = passage(one), passage(other)
    cited = [Cited.of(p, p.reading.measures[-1]) for p in (first, second)]
    assert of_each_and_of_all(cited[0], cited[1]) is apart
