"""The published examples of forms-and-rules: each formula gives what the forms print."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govdocs.evaluation.formulas import (
    equal,
    execution_points,
    positive,
    reverse_by_difference,
    reverse_by_ratio,
)
from govdocs.evaluation.grades import band_of, bands_sentence, bounds_of, within_band
from govdocs.forms.form_set import Band
from govdocs.model.interval import rounded
from tests.evaluation.rows import forms


@pytest.mark.parametrize(
    ("target", "actual", "points"),
    [
        ("28", "17", "3.64"),
        ("28", "28", "6"),
        ("28", "40", "6"),
        ("28", "0", "0"),
        ("28", "-3", "0"),
        ("0", "0", "6"),
        ("0", "-3", "0"),
    ],
)
def test_a_positive_target_earns_in_proportion_and_never_more_than_the_weight(
    target: str, actual: str, points: str
) -> None:
    assert rounded(positive(Decimal(target), Decimal(actual), Decimal(6)), 2) == Decimal(points)


@pytest.mark.parametrize(("actual", "points"), [("0", "10"), ("1", "0"), ("-1", "10")])
def test_an_equal_target_of_nothing_is_met_by_nothing_alone(actual: str, points: str) -> None:
    assert equal(Decimal(0), Decimal(actual), Decimal(10)) == Decimal(points)


def test_at_half_again_the_target_the_two_reverse_formulas_differ() -> None:
    assert rounded(reverse_by_ratio(Decimal(100), Decimal(150), Decimal(1)), 2) == Decimal("0.67")
    assert rounded(reverse_by_difference(Decimal(100), Decimal(150), Decimal(1)), 2) == Decimal(
        "0.50"
    )


@pytest.mark.parametrize(
    ("actual", "points"), [("100", "10"), ("80", "10"), ("199", "0.10"), ("200", "0"), ("500", "0")]
)
def test_the_difference_formula_ends_at_twice_the_target(actual: str, points: str) -> None:
    assert rounded(reverse_by_difference(Decimal(100), Decimal(actual), Decimal(10)), 2) == Decimal(
        points
    )


def test_a_reverse_target_of_nothing_divides_by_nothing() -> None:
    assert reverse_by_difference(Decimal(0), Decimal(1), Decimal(10)) == 0
    assert reverse_by_ratio(Decimal(0), Decimal(1), Decimal(10)) == 0
    assert reverse_by_ratio(Decimal(0), Decimal(0), Decimal(10)) == 10


def test_execution_earns_ten_points_or_the_twenty_of_hubei() -> None:
    assert rounded(
        execution_points(Decimal(100), Decimal(86), Decimal(10)) or Decimal(0), 2
    ) == Decimal("8.60")
    assert rounded(
        execution_points(Decimal(100), Decimal(86), Decimal(20)) or Decimal(0), 2
    ) == Decimal("17.20")
    assert execution_points(Decimal(100), Decimal(120), Decimal(10)) == 10
    assert execution_points(Decimal(0), Decimal(5), Decimal(10)) is None


def test_a_house_that_rounds_to_whole_points_gives_nine_for_86_percent() -> None:
    assert rounded(execution_points(Decimal(100), Decimal(86), Decimal(10)) or Decimal(0), 0) == 9


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("86.44", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.9", "差"),
        ("0", "差"),
    ],
)
def test_grades_have_their_lower_limit_within(score: str, grade: str) -> None:
    band = band_of(Decimal(score), forms().grades)
    assert band is not None
    assert band.name == grade


def test_a_score_beyond_the_bands_has_no_grade() -> None:
    assert band_of(Decimal("100.01"), forms().grades) is None


def test_the_footnote_names_the_bands_of_the_form() -> None:
    assert bands_sentence(forms().grades) == (
        "90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差"
    )


def test_a_qualitative_band_bounds_the_score_in_its_own_weight() -> None:
    full, partly, none = forms().qualitative_bands
    assert bounds_of(full, Decimal(5)) == (Decimal("4.00"), Decimal("5.00"))
    assert within_band(Decimal("4"), full, Decimal(5))
    assert not within_band(Decimal("4"), partly, Decimal(5))
    assert within_band(Decimal("3"), partly, Decimal(5))
    assert not within_band(Decimal("3"), none, Decimal(5))


def test_hubei_sets_its_bands_at_50_as_data() -> None:
    middle = Band(name="部分达成", low=Decimal(50), high=Decimal(80), high_included=False)
    assert within_band(Decimal("2.5"), middle, Decimal(5))
