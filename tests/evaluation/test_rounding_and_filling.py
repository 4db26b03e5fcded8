"""Rounding never lifts a score above its weight; tags work in the words of a rule; one name, one table."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.errors import InputError
from govdocs.evaluation.printed import plain_percent
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case
from govdocs.place import dotted
from tests.evaluation.test_other_reports import build


def small() -> dict[str, Any]:
    data: dict[str, Any] = text_data(small_evaluation_text())
    return data


def row(data: dict[str, Any], block: int) -> dict[str, Any]:
    found: dict[str, Any] = data["indicators"][block]["groups"][0]["indicators"][0]
    return found


def subject_of(data: dict[str, Any]) -> Subject:
    case = read_any_case(data)
    return Subject(case, form_set_of(case))


@pytest.mark.parametrize(
    ("weight", "other", "score"),
    [("66.667", "33.333", "66.667"), ("66.663", "33.337", "66.66"), ("66.6", "33.4", "66.6")],
)
def test_full_points_are_the_weight_or_less(weight: str, other: str, score: str) -> None:
    data = small()
    row(data, 0).update(weight=weight, rule={"kind": "按比例得分"})
    row(data, 1).update(weight=other, rule={"kind": "按比例得分", "target": "3家"}, value="1家")
    subject = subject_of(data)
    record: Any = subject.context.record
    assert str(record["leaves"][0]["score"]) == score
    assert not {f.code for f in run_checks(subject).findings} & {"F701", "F704"}


def test_tags_in_the_words_of_a_rule_are_filled(tmp_path: Path) -> None:
    data = small()
    clause = {"text": "补贴{{ money.recipients }}家企业", "points": "60", "met": "是"}
    row(data, 1).update(rule={"kind": "逐条得分", "conditions": [clause]})
    folder = build(data, tmp_path).folder
    (table,) = Document(str(folder / "附件1.docx")).tables
    assert "①补贴2家企业，得60分，否则不得分。" in {c.text for r in table.rows for c in r.cells}


def test_two_questions_of_one_name_are_refused(tmp_path: Path) -> None:
    data = small()
    data["survey"]["questions"].append(dict(data["survey"]["questions"][0]))
    with pytest.raises(InputError) as caught:
        build(data, tmp_path)
    assert {p.code for p in caught.value.problems} == {"intake.equal_names"}


def test_questions_without_a_name_may_be_many(tmp_path: Path) -> None:
    data = small()
    plain = {"text": "规模？", "options": [{"text": "大", "count": "10"}]}
    data["survey"]["questions"] += [plain, plain]
    assert build(data, tmp_path).result.faults == ()


def test_a_table_that_two_sections_print_is_found_at_both() -> None:
    data = small()
    data["sections"][0]["table"] = "scores"
    (found,) = [f for f in run_checks(subject_of(data)).findings if f.code == "F721"]
    assert found.variant == "twice"
    assert {dotted(s.path) for s in found.spots} == {"sections[0].table", "sections[2].table"}


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        ("26000", "26000", "100%"),
        ("25999", "26000", "99.996%"),
        ("26000.5", "26000", "100.002%"),
        ("310", "516.7", "60%"),
        ("0", "26000", "0%"),
    ],
)
def test_a_rate_prints_100_only_where_nothing_is_missing(part: str, whole: str, text: str) -> None:
    rate = plain_percent(Decimal(part), Decimal(whole))
    assert rate is not None
    assert rate.text == text
