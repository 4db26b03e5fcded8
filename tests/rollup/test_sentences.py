"""Everything that the roll-up can say has a sentence, and the sentence fits what is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govdocs.reporting.rollup_findings import rollup_rules
from govdocs.reporting.sentences.rollup import FINDINGS, SENTENCES
from govdocs.rollup.plausibility.codes import LEVELS
from govdocs.rollup.policy import RULINGS, Consequence, Policy, Strictness, read_policy

SOURCE = Path(__file__).parents[2] / "src" / "govdocs" / "rollup"


def said() -> set[str]:
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        found |= set(re.findall(r'"(rollup\.[a-z_]+)"', path.read_text("utf-8")))
    return found


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert said() - {"rollup.bad_policy"} == set(SENTENCES) - {"rollup.bad_policy"}


def test_every_ruling_has_a_sentence() -> None:
    assert set(RULINGS) <= set(SENTENCES)


def test_every_finding_has_a_rule_with_name_and_advice() -> None:
    assert set(FINDINGS) == set(LEVELS)
    assert all(rule.name and rule.mend for rule in rollup_rules().values())


@pytest.mark.parametrize("code", RULINGS)
def test_strict_never_leaves_anything_out_in_silence(code: str) -> None:
    strict = Policy(Strictness.STRICT).of(code)
    assert not strict.leaves_out
    assert Policy(changed={code: Consequence.NOTE}).of(code) is Consequence.NOTE


def test_unknown_words_of_a_policy_are_answered_with_the_known_ones() -> None:
    from govdocs.errors import InputError

    with pytest.raises(InputError) as caught:
        read_policy("随意", {"no_such": "计入待核", "missing_unit": "算了"})
    assert [p.details["given"] for p in caught.value.problems] == ["随意", "no_such", "算了"]
