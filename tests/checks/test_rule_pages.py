"""Every rule's page tells the truth: its wrong example is found, its right one is not."""

import re

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import example_subject
from govdocs.checks.registry import all_rules, rule_of
from govdocs.checks.rule import Rule
from govdocs.finding import Finding

RULES = {rule.code: rule for rule in all_rules()}


def every(findings: tuple[Finding, ...]) -> list[Finding]:
    return [f for head in findings for f in (head, *every(head.below))]


def test_the_small_case_of_the_examples_has_no_finding_at_all() -> None:
    result = run_checks(example_subject(""))
    assert result.findings == ()
    assert result.faults == ()


@pytest.mark.parametrize("code", RULES)
def test_the_wrong_example_is_found(code: str) -> None:
    result = run_checks(example_subject(RULES[code].example.wrong))
    assert code in {finding.code for finding in every(result.findings)}
    assert result.faults == ()


@pytest.mark.parametrize("code", RULES)
def test_the_right_example_has_nothing_of_that_rule(code: str) -> None:
    result = run_checks(example_subject(RULES[code].example.right))
    assert code not in {finding.code for finding in every(result.findings)}
    assert result.faults == ()


@pytest.mark.parametrize("code", RULES)
def test_every_finding_of_an_example_can_be_said_in_words(code: str) -> None:
    for finding in every(run_checks(example_subject(RULES[code].example.wrong)).findings):
        rule = rule_of(finding.code)
        assert rule is not None
        sentence = rule.sentence(finding)
        assert sentence
        assert not re.search(r"[{}]", sentence + rule.hint(finding))
        assert all(spot.label for spot in finding.spots)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_a_complete_page(rule: Rule) -> None:
    assert re.fullmatch(r"F\d{3}", rule.code)
    assert rule.source
    for words in (rule.name, rule.what, rule.why, rule.mend):
        assert re.search(r"[\u4e00-\u9fff]", words)


def test_rules_are_found_by_code_in_either_case() -> None:
    assert rule_of("f101") is RULES["F101"]
    assert rule_of("F000") is None
