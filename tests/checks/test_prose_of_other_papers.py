"""Sentences unlike those of the shipped filing: right ones stay unmentioned, wrong ones are found."""

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import example_subject
from govdocs.checks.fingerprint import fingerprint
from govdocs.finding import Finding
from tests.checks.cases import every


def found(sentence: str, indicators: str = "") -> list[Finding]:
    rows = (
        f"indicators:\n  - {{level1: 产出指标, level2: 数量指标, {indicators}}}"
        if indicators
        else ""
    )
    result = run_checks(example_subject(f"letter: {{closing: ['{sentence}']}}\n{rows}"))
    assert result.faults == ()
    return list(result.findings)


def codes(sentence: str, indicators: str = "") -> set[str]:
    return {f.code for f in every(tuple(found(sentence, indicators)))} - {"F217", "F512"}


VENUES = "name: 免费开放场馆数量, target: ≥196个, actual: 198个"
RIVERS = "name: 中小河流治理长度, target: ≥420公里, actual: 436.5公里"

RIGHT = [
    (
        "用于培训安排100万元、补贴30万元、奖励20万元。其中培训安排城关镇60万元、东乡镇40万元，共计100万元。",
        "",
    ),
    ("用于甲类100万元、乙类30万元，其中甲类安排城关镇60万元、东乡镇40万元。", ""),
    ("资金用于甲项目100万元、乙项目80万元等，合计300万元。", ""),
    ("预算安排1200万元，实际支出1140万元，支出率95%。", ""),
    ("受理申请800件，其中办结760件，办结率95%。", ""),
    ("全省企业由38家增至49家，新增11家。", ""),
    ("全省企业由38家增至49家，全年新增就业200人。", ""),
    ("全省免费开放场馆198个，其中图书馆102个、文化馆96个。", VENUES),
    ("新增免费开放场馆5个。", VENUES),
    ("其中省级免费开放场馆12个。", VENUES),
    ("治理中小河流436.5公里。", RIVERS),
    ("计划治理中小河流420公里。", RIVERS),
    ("上半年治理中小河流200公里。", RIVERS),
    ("分两批下达我省600万元，第一批400万元。", ""),
    ("提前下达我省400万元。", ""),
    ("年度资金总额1000万元，执行800万元，预算执行率80%。", ""),
]

WRONG = [
    ("F503", "全省进出口总额由2016年的262.5亿元增长到360.4亿元，增长47.3%。", ""),
    ("F503", "全省企业由38家增至49家，新增13家。", ""),
    ("F502", "每县安排300万元，支持12个县，共安排3900万元。", ""),
    ("F504", "全年完成投资4500万元，其中设备投资1800万元，占总投资的45%。", ""),
    ("F504", "回收问卷200份，其中满意186份，满意率96%。", ""),
    ("F501", "学校共有学生2150人，其中男生1100人、女生1150人。", ""),
    ("F501", "共有场馆198个，其中图书馆102个、文化馆97个。", ""),
    ("F507", "城镇新增就业55.3万人。城镇新增就业53.5万人，创历史新高。", ""),
    ("F511", "全省免费开放场馆189个。", VENUES),
    ("F511", "治理中小河流463.5公里。", RIVERS),
    ("F511", "中央财政下达我省601万元。", ""),
    ("F511", "预算执行率88%。", ""),
]


@pytest.mark.parametrize(("sentence", "indicators"), RIGHT)
def test_right_sentences_are_left_alone(sentence: str, indicators: str) -> None:
    assert codes(sentence, indicators) == set()


@pytest.mark.parametrize(("code", "sentence", "indicators"), WRONG)
def test_wrong_sentences_are_found(code: str, sentence: str, indicators: str) -> None:
    assert code in codes(sentence, indicators)


def test_one_wrong_rate_is_one_message() -> None:
    findings = found("年度资金总额1000万元，执行800万元，预算执行率88%。")
    assert [f.code for f in findings if f.code != "F512"] == ["F511"]
    assert "F504" in {child.code for f in findings for child in f.below}


def test_two_slips_in_two_sentences_are_two_messages() -> None:
    findings = found("预算执行率88%。甲镇安排50万元、乙镇安排60万元，共计120万元。")
    assert sorted(f.code for f in findings) == ["F501", "F511"]


def test_typed_figures_of_the_case_are_one_note() -> None:
    findings = found("下达600万元，执行率80%，市场开拓400万元，平台建设200万元。")
    typed = [f for f in findings if f.code == "F512"]
    assert len(typed) == 1
    assert len(typed[0].below) > 1


def test_a_claim_about_named_work_is_not_held_against_other_indicators() -> None:
    missed = "name: 公共场馆服务人次, target: 3000人次, actual: 2860人次, reason: 闭馆"
    assert "F513" not in codes("送戏下乡、数字工程建设任务均已完成。", missed)
    assert "F513" in codes("各项任务均已完成。", missed)
    assert "F513" in codes("公共场馆服务任务均已完成。", missed)


def test_a_long_amount_one_digit_off_the_year_s_money_is_a_slip() -> None:
    money = "execution:\n  total: {budget: 1000.25, executed: 800, rate: 80%}\n  other: {budget: 100.25, executed: 100}\n"
    for sentence, code in (("总投入1000.26万元。", {"F511"}), ("上年总投入1000.26万元。", set())):
        result = run_checks(example_subject(f"{money}letter: {{closing: ['{sentence}']}}"))
        assert {f.code for f in result.findings} & {"F511"} == code


def test_money_rounded_in_its_sentence_still_binds_the_rate_beside_it() -> None:
    money = "execution:\n  total: {budget: 1000, executed: 800.26, rate: 80%}\n  other: {budget: 100, executed: 100.26}\n"
    wrong = run_checks(
        example_subject(f"{money}letter: {{closing: ['资金执行800.3万元，预算执行率86%。']}}")
    )
    assert "F511" in {f.code for f in wrong.findings}


def test_the_total_of_attachment_1_may_be_told_as_well() -> None:
    result = run_checks(
        example_subject(
            "budget: {total: 900.25, central: 600, local: 300.25}\n"
            "execution:\n  local: {budget: 300.25, executed: 250}\n  total: {budget: 1000.25, executed: 800, rate: 80%}\n"
            "letter: {closing: [年度资金总额900.25万元。]}"
        )
    )
    assert "F511" not in {f.code for f in result.findings}


def test_an_acceptance_binds_every_figure_of_its_sentence() -> None:
    said = "甲镇安排50万元、乙镇安排60万元，共计120万元。"
    (wrong,) = [f for f in found(said) if f.code == "F501"]
    assert fingerprint(wrong) == "120万元、50万元、60万元"
    accepted = (
        f"accepted:\n  - rule: F501\n    place: letter.closing[0]\n    value: {fingerprint(wrong)}\n"
        "    reason: 已核实\n    person: 张三\n    date: 2018-05-18\n"
    )
    for sentence, holds in ((said, True), (said.replace("60", "65"), False)):
        result = run_checks(example_subject(f"letter: {{closing: ['{sentence}']}}\n{accepted}"))
        (finding,) = [f for f in result.findings if f.code == "F501"]
        assert (finding.accepted is not None) is holds
        assert ("F902" in {f.code for f in result.findings}) is not holds
