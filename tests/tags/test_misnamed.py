"""A misspelt tag of the prose is told as it was written, with the nearest name, in Chinese."""

from __future__ import annotations

import pytest

from govdocs.errors import TemplateError
from govdocs.reporting.sentences.tags import SENTENCES
from govdocs.tags.text import fill_text
from govdocs.tags.values import Node, Record, Rows, Value

CONTEXT: dict[str, Node] = {
    "money": Record({"budget": Value("516.7", ("sources",))}, ("recipients",)),
    "goals": Rows(
        [Record({"target": Value("1亿美元", ("goals", 0, "target"))}, ("goals", 0))],
        ("goals",),
        ["进出口总额"],
    ),
}


@pytest.mark.parametrize(
    ("tag", "code", "name", "nearest"),
    [
        ("{{ money.bugdet }}", "tags.unlisted_field", "money.bugdet", "money.budget"),
        ("{{ mony.budget }}", "tags.unlisted_field", "mony", "money"),
        (
            "{{ goals.进出口总数.target }}",
            "tags.unlisted_field",
            "goals.进出口总数",
            "goals.进出口总额",
        ),
        (
            "{{ goals[0].tagret }}",
            "tags.unlisted_field",
            "goals[0].tagret",
            "goals[0].target",
        ),
        ("{{ money.zzz }}", "tags.unknown_field", "money.zzz", ""),
        ("{{ money.budget|wiht_unit }}", "tags.unknown_filter", "wiht_unit", "with_unit"),
    ],
)  # fmt: skip
def test_a_misspelt_name_is_told_as_written_with_the_nearest(
    tag: str, code: str, name: str, nearest: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        fill_text(f"预算{{{{ money.budget }}}}万元，{tag}。", CONTEXT, ("opening", 0))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == (code, ("opening", 0))
    assert problem.details["name"] == name
    assert problem.details["nearest"] == nearest
    assert problem.details["text"] == tag
    assert name in SENTENCES[code].what.format(**problem.details)
