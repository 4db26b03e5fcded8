"""The pages of the rules are made from the rules and are up to date."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from govdocs.checks.registry import rule_of
from govdocs.cli.app import app
from govdocs.errors import InputError
from govdocs.filing.rule_book import book_pages, every_rule, page_of
from govdocs.reporting.rule_page import INDEX, rule_page

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_docs_rules_is_what_the_rules_say_today() -> None:
    pages = book_pages()
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted(name for name in {*pages, *kept} if pages.get(name) != kept.get(name))
    assert stale == [], "run: govdocs rules --write docs/rules"


def test_a_page_says_what_why_how_and_shows_both_examples_and_the_result() -> None:
    rule = rule_of("F103")
    assert rule is not None
    page = rule_page(rule)
    for words in (rule.name, rule.what, rule.why, rule.mend, rule.source):
        assert words in page
    assert "450÷600×100%＝75.00%" in page
    assert 'value: "78%；450；600"' in page


def test_the_index_lists_every_rule_once() -> None:
    index = book_pages()[INDEX]
    for rule in every_rule():
        assert index.count(f"({rule.code}.md)") == 1


def test_an_unknown_code_is_an_input_error_that_names_its_neighbours() -> None:
    with pytest.raises(InputError) as caught:
        page_of("F199")
    (problem,) = caught.value.problems
    assert problem.code == "checks.unknown_rule"
    assert "F101" in problem.details["known"]
    assert "F201" not in problem.details["known"]


def test_the_command_lists_explains_and_writes(tmp_path: Path) -> None:
    runner = CliRunner()
    listed = runner.invoke(app, ["rules"])
    assert listed.exit_code == 0
    titles = 4  # a blank line and the words above the rules of finished documents, and of layout
    assert len(listed.output.splitlines()) == len(every_rule()) + titles
    explained = runner.invoke(app, ["rules", "f101"])
    assert explained.output.startswith("# F101 ")
    written = runner.invoke(app, ["rules", "--write", str(tmp_path)])
    assert written.exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == set(book_pages())
