"""Each rule over prose: its page's wrong example is found, its right one is not, and every sentence can be said."""

from __future__ import annotations

import pytest

from govdocs.checks.example import example_subject
from govdocs.checks.prose import (
    against_case,
    changes,
    claims,
    counts,
    indicator_counts,
    repeated,
    shares,
    sums,
    wording,
)

RULES = [
    rule
    for module in (
        sums,
        changes,
        shares,
        counts,
        indicator_counts,
        repeated,
        against_case,
        claims,
        indicator_counts,
        wording,
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
