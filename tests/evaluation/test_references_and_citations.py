"""What the prose refers to and cites is there and well formed; references to other papers are left alone."""

from __future__ import annotations

from typing import Any

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.finding import Finding
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case
from govdocs.place import dotted


def checked(data: dict[str, Any], code: str) -> list[Finding]:
    case = read_any_case(data)
    findings = run_checks(Subject(case, form_set_of(case))).findings
    return [f for f in findings if f.code == code]


def small(*opening: str, **more: Any) -> dict[str, Any]:
    data: dict[str, Any] = text_data(small_evaluation_text())
    data.update(opening=list(opening), **more)
    return data


@pytest.mark.parametrize(
    "said",
    [
        "得分见表3-1。",
        "得分见附件1，问卷见附件2。",
        "各项满意度见附表1、图1。",
        "（见附件2）",
        "按照《专项资金管理办法》（附件3）填报。",
        "申报表见该办法附件5，格式见实施细则附表9。",
        "见《办法》附表3的格式。",
        "按附件4的格式报送。",
        "如图纸所示，代表3名。",
        "资金分配见{{ tables.过程.ref }}。",
    ],
)
def test_references_that_lead_somewhere_or_elsewhere_are_left_alone(said: str) -> None:
    assert checked(small(said), "F721") == []


@pytest.mark.parametrize(
    ("said", "variant", "shown"),
    [
        ("得分见表9-9。", "", "表9-9"),
        ("得分见附件3。", "annex", "附件3"),
        ("详见附件三。", "annex", "附件三"),
        ("指标体系（见附表2）。", "label", "附表2"),
        ("见附表7。", "annex", "附表7"),
        ("如图2所示。", "annex", "图2"),
    ],
)
def test_references_that_lead_nowhere_are_found(said: str, variant: str, shown: str) -> None:
    (found,) = checked(small(said), "F721")
    assert (found.variant, found.actual) == (variant, shown)
    assert dotted(found.spots[0].path) == "opening[0]"


def test_annex_2_is_no_annex_of_a_report_without_a_survey() -> None:
    data = small("得分见附件1。", "满意度见附件2。")
    del data["survey"]
    assert [f.actual for f in checked(data, "F721")] == ["附件2"]


def test_a_table_that_no_section_prints_is_found_where_a_tag_names_it() -> None:
    data = small("明细见{{ tables.payments.ref }}。")
    data["tables"].append({"name": "payments", "title": "拨付明细表"})
    (found,) = checked(data, "F721")
    assert (found.variant, found.expected) == ("unprinted", "拨付明细表")
    assert checked(small("略。", tables=data["tables"]), "F721") == []


def test_the_surveys_table_is_the_first_of_its_annex_whatever_stands_before_it() -> None:
    data = small("满意度见{{ tables.survey.ref }}。")
    data["tables"][:0] = [{"name": "payments", "title": "甲"}, {"name": "survey", "title": "乙"}]
    case = read_any_case(data)
    subject = Subject(case, form_set_of(case))
    assert subject.prose["opening", 0].text == "满意度见附表1。"
    assert checked(data, "F721") == []


RIGHT = "根据《项目支出绩效评价管理办法》（财预〔2020〕10号）开展评价。"


@pytest.mark.parametrize(
    "said",
    [
        RIGHT,
        "根据《预算法实施条例》（国务院令第729号）。",
        "位于城关镇（12）5号，全省（2017）5个试点。",
        "根据《关于印发〈管理办法〉的通知》（某财〔2021〕5号）执行。",
        "{{ citations.办法.ref }}和{{ citations.通知.ref }}。",
    ],
)
def test_citations_in_good_form_are_left_alone(said: str) -> None:
    cited = [
        {"name": "办法", "title": "项目支出绩效评价管理办法", "number": "财预〔2020〕10号"},
        {"name": "通知", "title": "关于印发〈管理办法〉的通知", "number": "某财〔2021〕5号"},
        {"name": "令", "title": "预算法实施条例", "number": "国务院令第729号"},
    ]
    assert checked(small(said, citations=cited), "F725") == []


@pytest.mark.parametrize(
    ("said", "variant", "expected"),
    [
        ("（财预[2020]10号）", "", "财预〔2020〕10号"),
        ("（财预（2020）10号）", "", "财预〔2020〕10号"),
        ("（财预〔2020〕第10号）", "", "财预〔2020〕10号"),
        ("（财预〔2031〕10号）", "later", "2023"),
        ("根据某财政局关于印发《支出绩效评价管理办法》（某财绩〔2020〕7号）、有关规定。", "notice", ""),
        ("《支出绩效评估办法》（财预〔2020〕10号）", "title", "项目支出绩效评价管理办法"),
    ],
)  # fmt: skip
def test_a_typed_citation_out_of_form_is_found(said: str, variant: str, expected: str) -> None:
    cited = [{"name": "办法", "title": "项目支出绩效评价管理办法", "number": "财预〔2020〕10号"}]
    (found,) = checked(small(said, citations=cited), "F725")
    assert found.variant == variant
    assert expected in found.expected


@pytest.mark.parametrize(
    ("title", "number", "variant", "place"),
    [
        ("管理办法", "财预[2020]10号", "", "number"),
        ("管理办法", "财预〔2020〕010号", "", "number"),
        ("管理办法", "财预〔2031〕10号", "later", "number"),
        ("某厅关于印发〈管理办法〉", "财预〔2020〕10号", "notice", "title"),
        ("《管理办法》", "财预〔2020〕10号", "marked", "title"),
    ],
)
def test_a_listed_citation_out_of_form_is_found_once_at_its_place(
    title: str, number: str, variant: str, place: str
) -> None:
    cited = [{"name": "办法", "title": title, "number": number}]
    (found,) = checked(small("根据{{ citations.办法.ref }}。", citations=cited), "F725")
    assert (found.variant, dotted(found.spots[0].path)) == (variant, f"citations[0].{place}")


def test_a_character_that_looks_alike_is_found() -> None:
    (found,) = checked(small("截至年末，资金己支出80万元。"), "F516")
    assert found.variant == "confused"
    assert checked(small("各单位自己支出，律己奉公，已支出80万元。"), "F516") == []
