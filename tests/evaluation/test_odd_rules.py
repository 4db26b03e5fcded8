"""Rules of other shapes than the example's: other units, other targets, and what they refuse."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from govdocs.evaluation.scoring import rule_text
from govdocs.model.interval import rounded
from tests.evaluation.rows import forms, indicator, scored

COUNTED = {
    "kind": "分档得分",
    "subject": "养护里程",
    "steps": [{"at_least": "200公里", "points": "3"}, {"at_least": "300公里", "points": "6"}],
}
FEWER = {
    "kind": "分档得分",
    "subject": "办理时间",
    "steps": [{"at_least": "≤10天", "points": "2"}, {"at_least": "≤5天", "points": "6"}],
}


@pytest.mark.parametrize(
    ("rule", "value", "points"),
    [
        (COUNTED, "300公里", "6"),
        (COUNTED, "299999米", "3"),
        (COUNTED, "19.9万米", "0"),
        (FEWER, "5天", "6"),
        (FEWER, "6天", "2"),
        (FEWER, "11天", "0"),
    ],
)
def test_steps_may_count_in_any_unit_and_run_downwards(
    rule: dict[str, Any], value: str, points: str
) -> None:
    assert scored(rule, value).score == Decimal(points)


def test_steps_print_their_own_unit_and_direction() -> None:
    assert rule_text(indicator(COUNTED), forms()) == (
        "养护里程300公里（含）以上，得6分；养护里程200公里（含）以上，得3分；低于200公里不得分。"
    )
    assert rule_text(indicator(FEWER), forms()) == (
        "办理时间不超过5天，得6分；办理时间不超过10天，得2分；超过10天不得分。"
    )


@pytest.mark.parametrize(
    ("rule", "value", "points"),
    [
        ({"deduct": "5%", "target": "95%"}, "95%", "6"),
        ({"deduct": "5%", "target": "95%"}, "93%", "5.4"),
        ({"deduct": "0.2分"}, "97.5%", "5.5"),
        ({"deduct": "7%", "per": "2%"}, "95%", "4.95"),
        ({"deduct": "5%", "per": "5‰"}, "99%", "5.4"),
    ],
)
def test_a_decrease_counts_from_its_own_target_in_shares_or_points(
    rule: dict[str, Any], value: str, points: str
) -> None:
    assert scored({"kind": "每减扣分", **rule}, value).score == Decimal(points)


def test_a_decrease_prints_its_target_and_points() -> None:
    rule = {"kind": "每减扣分", "subject": "合格率", "deduct": "0.2分", "target": "95%"}
    assert rule_text(indicator(rule), forms()) == (
        "合格率达到95%得满分，每减少1%扣0.2分，扣完为止。"
    )


def test_discretion_is_printed_whatever_the_rule() -> None:
    said = rule_text(indicator({**FEWER, "discretion": "是"}), forms())
    assert said.endswith("超过10天不得分，其他情况酌情扣分。")


def test_scales_of_one_unit_compare() -> None:
    outcome = scored({"kind": "按指标值得分", "target": "≥1.2万米"}, "9500米")
    assert outcome.score is not None
    assert rounded(outcome.score, 2) == Decimal("4.75")


def test_a_judgement_beside_the_points_of_a_word_leaves_the_rule() -> None:
    words = [{"word": "好", "points": "6"}, {"word": "一般", "points": "3"}]
    rule = {"kind": "按评语得分", "discretion": "是", "words": words}
    judged = {"points": "4", "reason": "尚可"}
    assert scored(rule, "一般", judged=judged).outside == "word"
    assert scored(rule, "尚可", judged=judged).outside == ""


STEP = {"at_least": "90%", "points": "6"}


@pytest.mark.parametrize(
    ("rule", "value", "trouble"),
    [
        ({"kind": "分档得分", "steps": [STEP]}, "约90%", "not_exact"),
        ({"kind": "分档得分", "steps": [STEP]}, "<98%", "not_exact"),
        ({"kind": "分档得分", "steps": [STEP, {**STEP, "points": "5"}]}, "95%", "twice"),
        (
            {"kind": "分档得分", "steps": [STEP, {"at_least": "80%", "points": "7"}]},
            "95%",
            "disordered",
        ),
        (
            {"kind": "分档得分", "steps": [STEP, {"at_least": "≤80%", "points": "3"}]},
            "95%",
            "disordered",
        ),
        (COUNTED, "300家", "other_unit"),
        (COUNTED, "较多", "not_number"),
        (COUNTED, "290", "no_unit"),
        ({"kind": "按指标值得分", "target": "≤3万元"}, "5", "no_unit"),
        ({"kind": "按指标值得分", "target": "≥90%"}, "0.95", "no_unit"),
        ({"kind": "按指标值得分", "target": "0.9"}, "95%", "no_unit"),
        ({"kind": "按比例得分", "target": "1.2万人"}, "1.2", "no_unit"),
        ({"kind": "按指标值得分", "target": "≤-2%"}, "-1%", "no_target"),
        ({"kind": "按指标值得分", "target": "≥-2%"}, "-3%", "no_target"),
        ({"kind": "按比例得分", "target": "≤350公里"}, "400公里", "at_most"),
        ({"kind": "按比例得分", "target": "350公里"}, "约400公里", "not_exact"),
        ({"kind": "按指标值得分", "target": "≤350元"}, "约400元", "not_exact"),
        ({"kind": "每减扣分", "deduct": "5%", "target": "28家"}, "95%", "no_target"),
        ({"kind": "每减扣分", "deduct": "-5%"}, "95%", "no_deduction"),
        ({"kind": "每处扣分", "deduct": "-1"}, "规范", "no_deduction"),
        (
            {
                "kind": "按评语得分",
                "words": [{"word": "好", "points": "6"}, {"word": "好", "points": "3"}],
            },
            "好",
            "twice",
        ),
    ],
)
def test_what_would_be_a_guess_is_refused(rule: dict[str, Any], value: str, trouble: str) -> None:
    outcome = scored(rule, value, defects="1")
    assert (outcome.score, outcome.trouble) == (None, trouble)


FAULTS = {"kind": "每处扣分", "full": "规范", "fault": "一处不规范", "deduct": "2"}


@pytest.mark.parametrize(
    ("value", "defects", "score", "trouble"),
    [
        ("3处", None, "0", ""),
        ("2处", None, "2", ""),
        ("2", "2", "2", ""),
        ("规范", "1", "4", ""),
        ("98%", "1", "4", ""),
        ("3处", "1", None, "two_counts"),
        ("0处", "1", None, "two_counts"),
        ("约3处", None, None, "not_exact"),
        ("1.5处", None, None, "not_exact"),
        ("-1处", "1", None, "not_exact"),
        ("98%", None, None, "no_defects"),
        ("规范", None, None, "no_defects"),
    ],
)
def test_faults_are_counted_once_or_not_at_all(
    value: str, defects: str | None, score: str | None, trouble: str
) -> None:
    more = {} if defects is None else {"defects": defects}
    outcome = scored(FAULTS, value, **more)
    assert (outcome.score, outcome.trouble) == (None if score is None else Decimal(score), trouble)


@pytest.mark.parametrize(("count", "first", "last"), [(10, "①", "⑩"), (11, "（1）", "（11）"), (25, "（1）", "（25）")])  # fmt: skip
def test_clauses_are_numbered_by_signs_that_the_official_fonts_have(
    count: int, first: str, last: str
) -> None:
    clauses = [{"text": "制度健全", "points": "1", "met": "是"} for _ in range(count)]
    lines = rule_text(indicator({"kind": "逐条得分", "conditions": clauses}), forms()).split("\n")
    assert len(lines) == count
    assert (lines[0][: len(first)], lines[-1][: len(last)]) == (first, last)
    signs = "".join(line.partition("制")[0] for line in lines)
    assert signs.encode("gb2312")
