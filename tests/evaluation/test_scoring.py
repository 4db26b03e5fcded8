"""Each printed rule computes what it says, and what cannot be computed is named, never guessed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from govdocs.evaluation.scoring import rule_text, score_of
from govdocs.model.interval import rounded
from tests.evaluation.rows import forms, indicator, scored

STEPS = {
    "kind": "分档得分",
    "subject": "预算执行率",
    "steps": [
        {"at_least": "100%", "points": "6"},
        {"at_least": "90%", "points": "4"},
        {"at_least": "75%", "points": "1"},
    ],
}
DECREASE = {"kind": "每减扣分", "subject": "准确率", "deduct": "5%"}
WORDS = {
    "kind": "按评语得分",
    "discretion": "是",
    "words": [
        {"word": "有效促进", "points": "6"},
        {"word": "一般促进", "points": "3"},
        {"word": "没有", "points": "0"},
    ],
}


def clauses(*met: str, kind: str = "逐条得分") -> dict[str, Any]:
    points = ["1", "0.5", "0.5"]
    rows = [
        {"text": f"事项{n}", "points": p, "met": m}
        for n, (p, m) in enumerate(zip(points, met, strict=True), 1)
    ]
    return {"kind": kind, "conditions": rows}


@pytest.mark.parametrize(
    ("value", "points"),
    [
        ("100%", "6"),
        ("99.99%", "4"),
        ("96%", "4"),
        ("90%", "4"),
        ("89.9%", "1"),
        ("75%", "1"),
        ("74%", "0"),
    ],
)
def test_steps_give_the_points_of_the_highest_threshold_reached(value: str, points: str) -> None:
    assert scored(STEPS, value).score == Decimal(points)


@pytest.mark.parametrize(
    ("value", "points"),
    [("100%", "3"), ("99%", "2.85"), ("90%", "1.5"), ("80%", "0"), ("60%", "0"), ("103%", "3")],
)
def test_each_point_missed_costs_its_share_of_the_weight_and_no_more_than_all(
    value: str, points: str
) -> None:
    assert scored(DECREASE, value, "3").score == Decimal(points)


@pytest.mark.parametrize(
    ("value", "points"), [("17家", "3.64"), ("17", "3.64"), ("28家", "6"), ("30家", "6")]
)
def test_a_count_earns_in_proportion_to_the_plan(value: str, points: str) -> None:
    outcome = scored({"kind": "按比例得分", "target": "28家"}, value)
    assert outcome.score is not None
    assert rounded(outcome.score, 2) == Decimal(points)


def test_a_plan_and_a_result_in_other_scales_of_one_unit_compare() -> None:
    rule = {"kind": "按比例得分", "target": "1亿美元"}
    assert scored(rule, "5000万美元").score == 3
    assert scored(rule, "5000万元").trouble == "other_unit"


def test_conditions_add_up_and_half_a_condition_is_named() -> None:
    assert scored(clauses("否", "是", "是"), weight="2").score == 1
    rule = clauses("部分", "是", "是")
    assert scored(rule, weight="2").trouble == "no_points_given"
    rule["conditions"][0]["given"] = "0.4"
    outcome = scored(rule, weight="2")
    assert (outcome.score, outcome.outside, outcome.details["clauses"]) == (
        Decimal("1.4"),
        "partial",
        "1",
    )


def test_faults_found_cost_their_points_and_never_more_than_the_weight() -> None:
    assert scored(clauses("否", "否", "否", kind="逐条扣分")).score == 6
    assert scored(clauses("是", "否", "是", kind="逐条扣分")).score == Decimal("4.5")
    assert scored(clauses("是", "是", "是", kind="逐条扣分"), weight="1").score == 0


def test_a_grade_within_a_condition_earns_its_own_points() -> None:
    grades = [{"word": "优", "points": "1"}, {"word": "良", "points": "0.5"}]
    rule = {
        "kind": "逐条得分",
        "conditions": [{"text": "等级", "points": "1", "grade": "良", "grades": grades}],
    }
    assert scored(rule).score == Decimal("0.5")
    rule["conditions"][0]["grade"] = "上"  # type: ignore[index]
    assert scored(rule).trouble == "unknown_grade"


def test_defects_cost_points_each() -> None:
    rule = {"kind": "每处扣分", "deduct": "1", "fault": "一处不规范的情况"}
    assert scored(rule, "规范", "3", defects="0").score == 3
    assert scored(rule, "规范", "3", defects="2").score == 1
    assert scored(rule, "规范", "3", defects="9").score == 0
    assert scored(rule, "规范", "3").trouble == "no_defects"


def test_words_earn_their_points_and_a_word_outside_the_rule_is_refused() -> None:
    assert scored(WORDS, "一般促进").score == 3
    outcome = scored(WORDS, "基本促进")
    assert (outcome.score, outcome.trouble) == (None, "unknown_word")
    assert outcome.details["words"] == "有效促进、一般促进、没有"


def test_a_free_judgement_needs_a_rule_that_allows_it_and_keeps_its_bounds() -> None:
    judged = {"points": "4", "reason": "增速低于上年"}
    assert scored(WORDS, "增长", judged=judged).score == 4
    assert scored(WORDS, "增长", judged=judged).outside == ""
    assert scored({**WORDS, "discretion": "否"}, "增长", judged=judged).outside == "judgement"
    assert (
        scored(WORDS, "增长", judged={"points": "7", "reason": "好"}).trouble
        == "judged_out_of_bounds"
    )


@pytest.mark.parametrize(
    ("rule", "value", "trouble"),
    [
        (STEPS, None, "no_value"),
        (STEPS, "较高", "not_rate"),
        (STEPS, "96", "not_rate"),
        (STEPS, "96家", "not_rate"),
        ({"kind": "分档得分"}, "96%", "no_steps"),
        (DECREASE, None, "no_value"),
        ({"kind": "每减扣分"}, "96%", "no_deduction"),
        ({"kind": "每减扣分", "deduct": "5"}, "96%", "no_deduction"),
        ({"kind": "按比例得分"}, "17家", "no_target"),
        ({"kind": "按比例得分", "target": "0家"}, "17家", "no_target"),
        ({"kind": "按比例得分", "target": "28家"}, "较多", "not_number"),
        ({"kind": "按指标值得分"}, "17家", "no_target"),
        ({"kind": "按评语得分"}, "好", "no_words"),
        ({"kind": "逐条得分"}, None, "no_conditions"),
        ({"kind": "逐条得分", "conditions": [{"text": "甲", "points": "1"}]}, None, "unanswered"),
        ({"kind": "每处扣分"}, "0", "no_deduction"),
        ({"kind": "定性分档"}, "达成年度指标", "not_judged"),
        ({"kind": "定性分档"}, "很好", "unknown_word"),
    ],
)
def test_what_a_rule_cannot_compute_has_no_score_and_says_why(
    rule: dict[str, Any], value: str | None, trouble: str
) -> None:
    outcome = scored(rule, value)
    assert (outcome.score, outcome.trouble) == (None, trouble)


@pytest.mark.parametrize(("formula", "points"), [("比值", "4.00"), ("差额", "3.00")])
def test_the_reverse_formula_is_a_setting(formula: str, points: str) -> None:
    row = indicator({"kind": "按指标值得分", "target": "≤100元"}, value="150元")
    outcome = score_of(row, row.value, forms(reverse_formula=formula))
    assert outcome.score is not None
    assert rounded(outcome.score, 2) == Decimal(points)


def test_a_qualitative_score_lies_in_the_band_of_its_word() -> None:
    rule = {"kind": "定性分档"}
    word = "部分达成年度指标并具有一定效果"
    good = {"points": "4", "reason": "效果一般"}
    assert scored(rule, word, judged=good).outside == ""
    assert scored(rule, word, judged={**good, "points": "6"}).outside == "band"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            STEPS,
            "预算执行率100%，得6分；预算执行率90%（含）以上，得4分；预算执行率75%（含）以上，得1分；低于75%不得分。",
        ),
        (DECREASE, "准确率为100%得满分，每减少1%扣权重分的5%，扣完为止。"),
        (WORDS, "有效促进得满分，一般促进得3分，没有不得分，其他情况酌情扣分。"),
        (
            {"kind": "每处扣分", "full": "规范", "fault": "一处不规范的情况", "deduct": "1"},
            "规范计满分，每发现一处不规范的情况扣1分，扣完为止。",
        ),
        (
            {"kind": "按比例得分", "target": "28家", "subject": "补贴企业数量"},
            "补贴企业数量达到计划的100%（28家）计满分，未达到的按完成比例计分。",
        ),
        (
            clauses("是", "是", "否"),
            "①事项1，得1分，否则不得分；\n②事项2，得0.5分，否则不得分；\n③事项3，得0.5分，否则不得分。",
        ),
        (
            clauses("是", "是", "否", kind="逐条扣分"),
            "①事项1，扣1分；\n②事项2，扣0.5分；\n③事项3，扣0.5分。",
        ),
    ],
)
def test_a_rule_prints_as_the_official_sentence(rule: dict[str, Any], said: str) -> None:
    assert rule_text(indicator(rule), forms()) == said
