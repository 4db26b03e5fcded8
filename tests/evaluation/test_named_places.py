"""A finding that points at a whole list or group says what stands there, not that it is blank."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case


def small() -> dict[str, Any]:
    data: dict[str, Any] = text_data(small_evaluation_text())
    return data


def _too_many_answers(data: dict[str, Any]) -> None:
    data["survey"]["questions"][0]["options"][0]["count"] = "12"


def _more_granted_than_there_is(data: dict[str, Any]) -> None:
    data["sources"][0].update(amount="90", arrived="90", spent="90")


def _rule_without_steps(data: dict[str, Any]) -> None:
    row = data["indicators"][1]["groups"][0]["indicators"][0]
    row["rule"] = {"kind": "分档得分"}


@pytest.mark.parametrize(
    ("change", "code", "shown"),
    [
        (_too_many_answers, "F716", "满意、不满意"),
        (_more_granted_than_there_is, "F713", "甲公司、乙公司"),
        (_rule_without_steps, "F702", "已填"),
    ],
)
def test_the_place_shows_what_stands_there(
    change: Callable[[dict[str, Any]], None], code: str, shown: str
) -> None:
    data = small()
    change(data)
    case = read_any_case(data)
    findings = run_checks(Subject(case, form_set_of(case))).findings
    assert shown in {f.spots[0].shown for f in findings if f.code == code}


@pytest.mark.parametrize("decimals", ["5", "99"])
def test_decimals_that_no_paper_prints_are_refused(decimals: str) -> None:
    data = small()
    data["survey"]["decimals"] = decimals
    with pytest.raises(ValidationError) as raised:
        read_any_case(data)
    assert {error["type"] for error in raised.value.errors()} == {"less_than_equal"}
