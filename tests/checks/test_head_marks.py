"""F318: the marks at the top left of the first side are those that the standard knows."""

from typing import Any

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import laid_over
from tests.checks.cases import corrected_data, paths_of, subject_of


def found(marks: dict[str, Any]) -> list[tuple[str, str]]:
    result = run_checks(subject_of(laid_over(corrected_data(), {"letter": marks})))
    return [(f.variant, paths_of(f)[0]) for f in result.findings if f.code == "F318"]


NUMBER = "letter.copy_number"
SECRECY = "letter.secrecy"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({"copy_number": "12"}, [("copy_number", NUMBER)]),
        ({"copy_number": "００００１２"}, [("copy_number", NUMBER)]),
        ({"urgency": "急件"}, [("urgency", "letter.urgency")]),
        ({"urgency": "平急"}, [("telegram", "letter.urgency")]),
        ({"secrecy": {"level": "机密"}}, [("no_number", f"{SECRECY}.level")]),
        (
            {"copy_number": "000001", "secrecy": {"level": "内部"}},
            [("level", f"{SECRECY}.level")],
        ),
        (
            {"copy_number": "000001", "secrecy": {"level": "秘密", "term": "一年"}},
            [("term", f"{SECRECY}.term")],
        ),
        (
            {"copy_number": "000001", "secrecy": {"level": "秘密", "term": "20年"}},
            [("too_long", f"{SECRECY}.term")],
        ),
    ],
)
def test_a_mark_in_another_form_is_named(
    marks: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert found(marks) == expected


@pytest.mark.parametrize(
    "marks",
    [
        {},
        {"urgency": "特急"},
        {"urgency": "加急"},
        {"copy_number": "000012"},
        {"copy_number": "000012", "secrecy": {"level": "绝密", "term": "30年"}},
        {"copy_number": "000012", "secrecy": {"level": "机密", "term": "长期"}},
        {"copy_number": "000012", "secrecy": {"level": "秘密", "term": "6个月"}},
        {"copy_number": "000012", "secrecy": {"level": "秘密"}},
    ],
)
def test_right_marks_and_no_marks_are_left_in_peace(marks: dict[str, Any]) -> None:
    assert found(marks) == []
