"""What a scoring rule states and does not use is named at its place; what it uses never is."""

from __future__ import annotations

from typing import Any

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.registry import all_rules
from govdocs.checks.subject import Subject
from govdocs.finding import Finding
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case
from govdocs.model.evaluation.scoring import Scoring
from govdocs.place import dotted
from tests.evaluation.slips import clean

CLAUSE = {"text": "制度健全", "points": "60", "met": "是"}
GRADED = {"text": "评审等级", "points": "60", "grade": "优", "grades": [{"word": "优", "points": "60"}]}  # fmt: skip
FULL: dict[str, Any] = {
    "逐条得分": {"conditions": [CLAUSE]},
    "逐条扣分": {"conditions": [{**CLAUSE, "met": "否"}]},
    "分档得分": {"subject": "率", "steps": [{"at_least": "90%", "points": "60"}]},
    "按比例得分": {"subject": "率", "target": "100%"},
    "每减扣分": {"subject": "率", "target": "98%", "deduct": "5%", "per": "2%"},
    "每处扣分": {"full": "规范", "fault": "一处问题", "deduct": "1"},
    "按评语得分": {"words": [{"word": "好", "points": "60"}]},
    "按指标值得分": {"subject": "率", "target": "≥98%"},
    "定性分档": {},
    "照录原文": {"sentence": "视情况得分。"},
}


def found(rule: dict[str, Any], **more: Any) -> tuple[Finding, ...]:
    data: dict[str, Any] = text_data(small_evaluation_text())
    row = data["indicators"][1]["groups"][0]["indicators"][0]
    row.update(rule=rule, **more)
    case = read_any_case(data)
    findings = run_checks(Subject(case, form_set_of(case))).findings
    return tuple(f for f in findings if f.code == "F723")


def places(findings: tuple[Finding, ...]) -> set[str]:
    start = "indicators[1].groups[0].indicators[0]."
    return {dotted(f.spots[0].path).removeprefix(start) for f in findings}


@pytest.mark.parametrize("kind", [kind.value for kind in Scoring])
def test_a_rule_that_states_all_that_its_kind_uses_is_left_alone(kind: str) -> None:
    more = {"defects": "1"} if kind == "每处扣分" else {}
    assert found({"kind": kind, **FULL[kind]}, **more) == ()


@pytest.mark.parametrize("kind", [kind.value for kind in Scoring])
def test_every_field_of_another_kind_is_named(kind: str) -> None:
    own = FULL[kind]
    others = {name: value for rule in FULL.values() for name, value in rule.items()}
    hits = found({"kind": kind, **others, **own})
    assert places(hits) == {f"rule.{name}" for name in set(others) - set(own)}
    rules = {rule.code: rule for rule in all_rules()}
    assert all("没有用到" in rules["F723"].sentence(hit) for hit in hits)


@pytest.mark.parametrize(
    ("rule", "more", "place"),
    [
        ({"kind": "按比例得分", "target": "5家"}, {"defects": "2"}, "defects"),
        ({"kind": "每处扣分", "deduct": "1", "full": "规范", "subject": "流程"}, {"defects": "0"}, "rule.subject"),
        ({"kind": "逐条得分", "conditions": [{**CLAUSE, "given": "30"}]}, {}, "rule.conditions[0].given"),
        ({"kind": "逐条得分", "conditions": [{**CLAUSE, "grade": "优"}]}, {}, "rule.conditions[0].grade"),
        ({"kind": "逐条得分", "conditions": [{**GRADED, "met": "否"}]}, {}, "rule.conditions[0].met"),
        ({"kind": "逐条扣分", "conditions": [{**GRADED, "met": "否"}]}, {}, "rule.conditions[0].grade"),
    ],
)  # fmt: skip
def test_what_a_row_or_a_clause_states_for_nothing_is_named(
    rule: dict[str, Any], more: dict[str, Any], place: str
) -> None:
    assert place in places(found(rule, **more))


def test_the_shipped_case_states_nothing_for_nothing() -> None:
    case = read_any_case(clean())
    codes = {f.code for f in run_checks(Subject(case, form_set_of(case))).findings}
    assert "F723" not in codes
