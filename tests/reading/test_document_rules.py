"""Every rule over finished documents: its page's examples are run, its sentences fit."""

from __future__ import annotations

import pytest

from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.rule import DocumentRule
from tests.reading.papers import checked

WITH_EXAMPLE = [rule for rule in document_rules() if rule.example is not None]


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_the_wrong_example_is_found(rule: DocumentRule) -> None:
    assert rule.example is not None
    found = [f for f in checked(rule.example.wrong).findings if f.code == rule.code]
    assert found
    assert all(rule.sentence(finding) for finding in found)
    assert all(spot.place is not None for finding in found for spot in finding.spots)


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.code)
def test_the_right_example_is_left_alone(rule: DocumentRule) -> None:
    assert rule.example is not None
    assert checked(rule.example.right).findings == ()


def test_every_rule_of_its_own_has_an_example() -> None:
    assert {
        r.code for r in document_rules() if r.code.startswith("F6") and r.example is None
    } == set()


def test_every_rule_has_a_page_and_stands_in_the_list() -> None:
    from typer.testing import CliRunner

    from govdocs.cli.app import app

    listed = CliRunner().invoke(app, ["rules"]).stdout
    for rule in WITH_EXAMPLE:
        assert f"{rule.code}  {rule.level.value}  {rule.name}" in listed
        page = CliRunner().invoke(app, ["rules", rule.code]).stdout
        assert page.startswith(f"# {rule.code} {rule.name}")
