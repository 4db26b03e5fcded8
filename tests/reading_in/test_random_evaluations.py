"""Any evaluation is read back as it was, and builds the same papers again."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from govdocs.model.evaluation.case import EvaluationCase
from govdocs.reading_in.into_case import read_case_from
from tests.reading_in.evaluation_papers import differing, papers, shown, words
from tests.reading_in.random_evaluations import evaluations

QUICK: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow],
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],
}
"""A report takes seconds to make: a failing one is shown as it came, not made smaller for minutes."""


@settings(max_examples=12, **QUICK)
@given(case=evaluations())
def test_any_evaluation_is_read_back_and_builds_the_same_papers(case: EvaluationCase) -> None:
    printed = papers(case, ("docx",))
    read = read_case_from(printed)
    assert isinstance(read.case, EvaluationCase), [p.path for p in read.missing]
    assert list(differing(shown(case), shown(read.case))) == []
    for before, after in zip(printed, papers(read.case, ("docx",)), strict=True):
        assert words(after) == words(before), before.name
    assert read.left == ()


@settings(max_examples=6, **QUICK)
@given(case=evaluations())
def test_the_scoring_workbook_gives_the_same_tree_as_the_annex_in_word(
    case: EvaluationCase,
) -> None:
    documents = papers(case)
    trees = [
        read_case_from([d for d in documents if d.name == name]).tree["indicators"]
        for name in ("附件1.docx", "附件1.xlsx")
    ]
    assert _texts(trees[0]) == _texts(trees[1])


def _texts(node: object) -> object:
    if isinstance(node, dict):
        return {key: _texts(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_texts(value) for value in node]
    return getattr(node, "text", node)
