"""Each rule notices its own spoil and nothing else; a correct letter is left in peace."""

from __future__ import annotations

import pytest

from govdocs.finding import Finding, Level
from govdocs.gongwen.measure import Strength
from govdocs.layout import check_layout, layout_rules
from govdocs.reporting.finding_text import finding_text
from tests.layout.case import Case
from tests.layout.letters import LETTER, REPORT, Written, written
from tests.layout.special_letters import MINUTES, ORDER, REPLY
from tests.layout.spoils import CASES

RULES = {rule.code: rule for rule in layout_rules()}


def found_in(data: bytes) -> tuple[Finding, ...]:
    return check_layout(data, name="通知.docx").findings


@pytest.mark.parametrize(
    "letter",
    [LETTER, REPORT, REPLY, ORDER, MINUTES],
    ids=["下行文", "上行文", "信函", "命令", "纪要"],
)
def test_a_correct_letter_has_no_finding(letter: Written) -> None:
    assert found_in(written(letter)) == ()


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.what}" for c in CASES])
def test_one_spoil_is_found_by_its_rule_alone(case: Case) -> None:
    found = found_in(written(case.letter, case.spoil))
    assert {finding.code for finding in found} == {case.code}


def test_every_rule_has_a_spoil_here_or_where_tables_seals_and_sheets_are_tested() -> None:
    assert set(RULES) - {case.code for case in CASES} == {
        "L125",
        "L126",
        "L194",
        "L195",
        "L196",
        "L241",
        "L242",
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.what}" for c in CASES])
def test_only_what_the_standard_demands_is_an_error(case: Case) -> None:
    for finding in found_in(written(case.letter, case.spoil)):
        if RULES[finding.code].strength is not Strength.MUST:
            assert finding.level is Level.NOTE


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.what}" for c in CASES])
def test_a_finding_is_told_in_words_with_its_place(case: Case) -> None:
    for finding in found_in(written(case.letter, case.spoil)):
        text = finding_text(finding, RULES)
        assert text.sentence and "{" not in text.sentence
        assert text.spots and all(spot.place.startswith("通知.docx") for spot in text.spots)


@pytest.mark.parametrize("rule", layout_rules(), ids=lambda rule: rule.code)
def test_a_rule_names_its_clause_and_how_to_mend(rule: object) -> None:
    one = RULES[rule.code]  # type: ignore[attr-defined]
    assert one.clause in one.source and one.strength.value in one.source
    assert one.what.endswith("。") and one.mend.endswith("。") and one.why
