"""Each rule over prose: its page's wrong example is found, its right one is not, and every sentence can be said."""

from __future__ import annotations

import pytest

from govdocs.checks import (
    prose_against_case,
    prose_changes,
    prose_claims,
    prose_counts,
    prose_indicator_counts,
    prose_repeated,
    prose_shares,
    prose_sums,
    prose_wording,
)
from govdocs.checks.example import example_subject

RULES = [
    rule
    for module in (
        prose_sums,
        prose_changes,
        prose_shares,
        prose_counts,
    prose_indicator_counts,
        prose_repeated,
        prose_against_case,
        prose_claims,
        prose_indicator_counts,
        prose_wording,
    )
    for rule in module.RULES
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_wrong_example_is_found_at_its_sentence(rule):
    found = list(rule.check(example_subject(rule.example.wrong)))
    assert found
    for finding in found:
        assert finding.code == rule.code
        assert "{" not in rule.sentence(finding)
        assert finding.spots[0].span is not None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_right_example_is_left_alone(rule):
    assert not list(rule.check(example_subject(rule.example.right)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_small_correct_case_is_left_alone(rule):
    assert not list(rule.check(example_subject("")))
