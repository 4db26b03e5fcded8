"""The Yongxing report: its own figures come out of the arithmetic, its slips are found, nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.subject import Subject
from govdocs.finding import CheckResult, Finding, Level
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import load_any_case
from govdocs.model.any_case import read_any_case
from govdocs.model.evaluation.case import EvaluationCase
from tests.evaluation.slips import CLEAN, SLIPS, Slip, clean, laid, row, section


def subject_of(data: dict[str, Any]) -> Subject:
    case = read_any_case(data)
    return Subject(case, form_set_of(case))


def checked(data: dict[str, Any]) -> CheckResult:
    return run_checks(subject_of(data))


def every(findings: tuple[Finding, ...]) -> list[Finding]:
    return [f for head in findings for f in (head, *every(head.below))]


def key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.variant, finding.actual


def test_the_shipped_case_answers_for_every_finding() -> None:
    loaded = load_any_case(CLEAN)
    result = run_checks(Subject(loaded.case, form_set_of(loaded.case), loaded.places))
    assert result.faults == ()
    assert [f.code for f in result.findings if f.accepted is None] == []
    assert not any(f.level is Level.ERROR for f in result.findings)


def test_the_reports_own_figures_come_out_of_the_arithmetic() -> None:
    stated = read_any_case(clean())
    assert isinstance(stated, EvaluationCase)
    assert stated.total_score is None
    assert stated.grade is None
    assert all(
        leaf.score is None for b in stated.indicators for g in b.groups for leaf in g.indicators
    )
    record: Any = subject_of(clean()).context.record
    total, survey, leaves, blocks = (
        record["total"],
        record["survey"],
        record["leaves"],
        record["blocks"],
    )
    assert (str(total["score"]), str(total["rate"]), str(record["grade"])) == (
        "86.44",
        "86.44%",
        "良",
    )
    assert str(survey["stated"]) == "98.27%"
    own = {str(leaf["name"]): leaf for leaf in leaves}
    assert str(own["补贴企业数量"]["score"]) == "3.64"
    assert str(own["补贴企业数量"]["rate"]) == "60.67%"
    assert [str(b["score"]) for b in blocks] == ["18", "21", "21.44", "26"]
    assert [str(b["rate"]) for b in blocks] == ["90.00%", "84.00%", "85.76%", "86.67%"]


def test_one_changed_answer_moves_score_total_rate_grade_prose_and_tables_together() -> None:
    data = clean()
    row(data, "立项程序规范性")["rule"]["conditions"][0]["met"] = "否"
    for question in data["survey"]["questions"][3:8]:
        question["options"][0]["text"] = "不满意"
    subject = subject_of(data)
    record: Any = subject.context.record
    assert str(record["groups"][0]["score"]) == "6"
    total = str(record["total"]["score"])
    assert total == "76.44"
    assert str(record["grade"]) == "中"
    prose = "".join(filled.text for filled in subject.prose.values())
    assert f"最终得分{total}分，评价等级为“中”" in prose
    assert "该项权重分8分，评价得分6分" in prose
    rows = record["report"]["scores"]
    assert str(rows[len(rows) - 1]["score"]) == total
    assert not any(f.level is Level.ERROR for f in checked(data).findings)


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.root for slip in SLIPS])
def test_each_slip_of_the_published_report_is_found(slip: Slip) -> None:
    before = {key(f) for f in every(checked(clean()).findings)}
    result = checked(laid(slip))
    assert result.faults == ()
    new = [f for f in every(result.findings) if key(f) not in before]
    assert slip.codes & {f.code for f in new}, [(f.code, f.variant, f.actual) for f in new]
    assert all(f.spots for f in new)


def test_with_all_slips_at_once_every_root_is_still_found() -> None:
    codes = {f.code for f in every(checked(laid(*SLIPS)).findings)}
    lost = [slip.root for slip in SLIPS if not slip.codes & codes]
    assert lost == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda d: row(d, "资金到位率").update(weight="4"), "F705"),
        (lambda d: row(d, "促进外贸结构优化").update(value="大力促进"), "F702"),
        (lambda d: row(d, "项目审核规范性").pop("defects"), "F702"),
        (lambda d: d["survey"].update(valid="27"), "F716"),
        (lambda d: d["survey"]["questions"][3]["options"][0].update(count="24"), "F716"),
        (lambda d: d["survey"]["weights"].pop(1), "F717"),
        (lambda d: d["recipients"][0].update(paid="74.1"), "F713"),
        (lambda d: d["recipients"][0].update(allocated="101"), "F714"),
        (lambda d: d["recipients"][7]["trade"][0].update(amount="100万元"), "F714"),
        (lambda d: d["sources"][0].update(spent="261"), "F715"),
        (lambda d: section(d, "有关建议").update(heading="其他"), "F711"),
        (lambda d: d.update(grade="优"), "F707"),
        (lambda d: d.update(total_score="88.44"), "F706"),
    ],
)
def test_bad_data_is_a_finding_with_its_place(change: Any, code: str) -> None:
    data = clean()
    change(data)
    found = [f for f in every(checked(data).findings) if f.code == code]
    assert found
    assert all(spot.path and spot.label for f in found for spot in f.spots)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda d: d["indicators"][0]["groups"][0].update(indicators=[]), "too_short"),
        (lambda d: d["indicators"][0].update(groups=[]), "too_short"),
        (lambda d: d.update(indicators=[]), "too_short"),
        (lambda d: row(d, "资金到位率")["rule"].update(kind="随意"), "enum"),
        (lambda d: d.update(kind="随便评价"), "unknown_kind"),
        (
            lambda d: d["survey"]["questions"][0]["options"][0].update(count="-1"),
            "not_whole_number",
        ),
    ],
)
def test_a_tree_without_leaves_or_an_unknown_word_is_an_error(change: Any, error: str) -> None:
    from pydantic import ValidationError

    data = clean()
    change(data)
    with pytest.raises(ValidationError) as raised:
        read_any_case(data)
    assert error in {complaint["type"] for complaint in raised.value.errors()}
