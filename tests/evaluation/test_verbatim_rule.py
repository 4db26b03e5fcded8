"""照录原文: a scoring rule in the office's own words is printed as it is and never computed."""

from __future__ import annotations

from govdocs.evaluation.scoring import rule_text, score_of
from govdocs.forms.catalogue import form_sets
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.indicator import ScoredIndicator

SENTENCE = "台账齐全得2分，缺一项酌情扣分。"


def _forms() -> FormSet:
    return next(forms for forms in form_sets() if forms.kind == "重点绩效评价")


def _row(**more: object) -> ScoredIndicator:
    rule = {"kind": "照录原文", "sentence": SENTENCE}
    data = {"name": "台账", "weight": "2", "rule": rule, **more}
    return ScoredIndicator.model_validate(data, context={"money_unit": "万元"})


def test_the_sentence_is_printed_word_for_word() -> None:
    assert rule_text(_row(), _forms()) == SENTENCE


def test_no_score_is_computed_from_words() -> None:
    outcome = score_of(_row(), "齐全", _forms())
    assert (outcome.score, outcome.trouble) == (None, "verbatim")


def test_a_rule_without_its_sentence_says_so() -> None:
    row = _row(rule={"kind": "照录原文"})
    assert score_of(row, "齐全", _forms()).trouble == "no_sentence"


def test_a_judgement_of_the_office_stands() -> None:
    row = _row(judged={"points": "1", "reason": "缺一项"})
    assert score_of(row, "齐全", _forms()).score == 1
