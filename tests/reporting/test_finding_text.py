from __future__ import annotations

from dataclasses import replace

from govdocs.finding import Coverage
from govdocs.reporting.finding_text import (
    counts_text,
    coverage_text,
    fault_text,
    finding_text,
)
from govdocs.reporting.report import Counts

from . import samples


def test_the_sentence_is_filled_from_the_finding() -> None:
    text = finding_text(samples.RATE, samples.RULES)
    assert text.sentence == "执行率印作 96%，应为 95%"
    assert text.hint == "按合计 19089.08 算正好是 96%"
    assert text.mend == "按算式改正，或说明理由。"
    assert text.below[0].spots[0].label == "附件2“中央补助”执行率"


def test_a_blank_place_is_called_blank() -> None:
    text = finding_text(samples.BLANK, samples.RULES)
    assert text.spots[0].shown == "空白"
    assert text.spots[0].place == "案卷.xlsx 工作表“年度目标”单元格 C7"
    assert text.value == "空白"


def test_an_unknown_rule_loses_nothing() -> None:
    text = finding_text(samples.NOWHERE, {})
    assert text.sentence == "F999，现为“乙”，应为“甲”，原因：没有位置"
    assert text.acceptance == ""


def test_a_sentence_that_does_not_fit_its_finding_loses_nothing() -> None:
    odd = replace(samples.RATE, details={"甲": "乙"}, variant="no such variant", hint="nor this")
    text = finding_text(odd, samples.RULES)
    assert text.sentence == "执行率不等于执行数÷预算数，现为“96%”，应为“95%”，甲：乙"
    assert text.hint == ""


def test_braces_in_the_data_are_no_fields() -> None:
    text = finding_text(samples.HOSTILE, samples.RULES)
    assert text.sentence == "附件1“[bold]<b>1</b>”与附件2“</script><script>{0}”不一致"


def test_control_characters_become_visible() -> None:
    spot = replace(samples.RATE.spots[0], shown="9\x1b[31m6\x00%")
    text = finding_text(replace(samples.RATE, spots=(spot,)), samples.RULES)
    assert text.spots[0].shown == "9\ufffd[31m6\ufffd%"


def test_findings_are_grouped_by_the_paper_of_their_first_place() -> None:
    found = (samples.RATE, samples.NAMES, samples.CLAIM, samples.NOWHERE)
    papers = [finding_text(finding, samples.RULES).paper for finding in found]
    assert papers == ["附件2", "附件1", "公文", "案卷"]


def test_the_acceptance_names_rule_place_and_all_that_stood_there() -> None:
    text = finding_text(samples.RATE, samples.RULES)
    assert "rule: F101" in text.acceptance
    assert "place: execution.total.rate" in text.acceptance
    assert text.value == "96%；16573.08；96%"
    assert text.value in text.acceptance


def test_coverage_says_what_was_not_checked() -> None:
    assert coverage_text(samples.COVERAGE) == (
        "正文 37 个数字：31 个由数据填入，31 个已核对，6 个未受检。"
    )
    assert coverage_text(Coverage()) == ""


def test_the_summary_leaves_out_what_is_not_there() -> None:
    assert counts_text(Counts()) == "没有待处理的问题。"
    assert counts_text(Counts(2, 1, 0, 3, 1)) == (
        "待处理 3 条：必错 2，疑似 1；已说明 3 条；1 条规则运行中断。"
    )


def test_a_broken_rule_is_the_programs_fault_and_says_so() -> None:
    assert "F777" in fault_text(samples.FAULT)
    assert "程序自身的缺陷" in fault_text(samples.FAULT)
