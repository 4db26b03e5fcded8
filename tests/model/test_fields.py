"""What the field types refuse, since Word, Excel or YAML would lose it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from govdocs.model.case import read_case
from govdocs.model.fact import Fact


def minimal(**more: Any) -> dict[str, Any]:
    return {
        "year": "2017",
        "money_unit": "万元",
        "fund": {"name": "甲", "ministry": "乙", "line_department": "丙"},
        "budget": {},
        "execution": {},
        "indicators": [{"level1": "产出", "level2": "数量", "name": "丁"}],
        **more,
    }


@pytest.mark.parametrize(
    "char", ["\x00", "\x0b", "\x85", "\x9f", "\u2028", "\ud800", "\ue000", "\uffff"]
)
def test_characters_that_files_lose_are_refused(char: str) -> None:
    with pytest.raises(ValidationError) as error:
        Fact.model_validate({"name": f"甲{char}乙", "value": "1"})
    assert error.value.errors()[0]["type"] == "control_character"


def test_lines_end_alike_wherever_the_text_was_typed() -> None:
    fact = Fact.model_validate({"name": "甲\r\n乙\r丙", "value": "1"})
    assert fact.name == "甲\n乙\n丙"


@pytest.mark.parametrize("settings", [{"a": " "}, {" ": "1"}, {"a": "\x01"}])
def test_settings_are_texts_like_all_others(settings: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        read_case(minimal(settings=settings))
