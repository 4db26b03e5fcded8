"""Surveys and policies that cannot be computed without a guess are found, each at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.finding import Finding
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case
from govdocs.place import dotted

PERIOD: dict[str, Any] = {
    "name": "全年",
    "first": "2022-01-01",
    "last": "2022-12-31",
    "tariffs": [{"name": "出口", "rate": "0.02", "cap": "30万元"}],
}
TRADE = {"period": "全年", "tariff": "出口", "amount": "1000万美元"}


def found(data: dict[str, Any]) -> tuple[Finding, ...]:
    case = read_any_case(data)
    return run_checks(Subject(case, form_set_of(case))).findings


def _answers(data: dict[str, Any]) -> dict[str, Any]:
    question: dict[str, Any] = data["survey"]["questions"][0]
    return question


def _scale_of_five(data: dict[str, Any]) -> None:
    data["survey"]["weights"][0]["weight"] = "5"


def _weight_twice(data: dict[str, Any]) -> None:
    data["survey"]["weights"].append({"answer": "满意", "weight": "80"})


def _option_twice(data: dict[str, Any]) -> None:
    _answers(data)["options"].append({"text": "满意", "count": "0"})


def _nobody_answered(data: dict[str, Any]) -> None:
    for option in _answers(data)["options"]:
        option["count"] = "0"


def _asked_after_itself(data: dict[str, Any]) -> None:
    _answers(data)["asked_after"] = _answers(data)["name"]


def _policy(*periods: dict[str, Any], **more: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["policy"] = {"periods": list(periods), **more}

    return change


def _trade_twice(data: dict[str, Any]) -> None:
    _policy(PERIOD)(data)
    data["recipients"][0]["trade"] = [TRADE, TRADE]


@pytest.mark.parametrize(
    ("change", "code", "variant", "place"),
    [
        (_scale_of_five, "F717", "scale", "survey.weights"),
        (_weight_twice, "F717", "twice", "survey.weights"),
        (_option_twice, "F716", "option", "survey.questions[0].options"),
        (_nobody_answered, "F717", "unanswered", "survey.questions[0].options"),
        (_asked_after_itself, "F716", "gate", "survey.questions[0].asked_after"),
        (_trade_twice, "F714", "trade_twice", "recipients[0].trade"),
        (_policy(PERIOD, firm_cap="80万美元"), "F714", "cap", "policy.firm_cap"),
        (
            _policy({**PERIOD, "first": "2023-01-01"}),
            "F714",
            "days",
            "policy.periods[0].first",
        ),
        (_policy(PERIOD, {**PERIOD, "name": "又"}), "F714", "days", "policy.periods[1].first"),
        (
            _policy(PERIOD, {**PERIOD, "first": "2023-01-01", "last": "2023-12-31"}),
            "F714",
            "twice",
            "policy.periods[1].name",
        ),
        (
            _policy({**PERIOD, "caps": [{"tariffs": ["进口"], "cap": "40万元"}]}),
            "F714",
            "no_tariff",
            "policy.periods[0].caps[0].tariffs",
        ),
    ],
)
def test_it_is_found_at_its_place(
    change: Callable[[dict[str, Any]], None], code: str, variant: str, place: str
) -> None:
    data = text_data(small_evaluation_text())
    change(data)
    assert (code, variant, place) in {
        (f.code, f.variant, dotted(f.spots[0].path)) for f in found(data)
    }


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("桃源县同样开展。", ["桃源县"]),
        ("我区高度重视。", ["我区"]),
        ("县商务局会同县财政局发布。", []),
        ("某县城区道路、本县各区域都已覆盖。", []),
    ],
)
def test_other_counties_and_levels_in_the_text_are_named(said: str, named: list[str]) -> None:
    data = text_data(small_evaluation_text())
    data["opening"] = [said]
    hits = [f for f in found(data) if f.code == "F720"]
    assert [f.spots[0].shown[:3].rstrip("高") for f in hits] == named
