"""Figures are intervals: what rounding explains is no error, what it cannot is one."""

import pytest

from govdocs.checks.agreement import Agreement, quotient_agreement, same_figure, sum_agreement
from govdocs.model.quantity import Quantity, read_quantity

EXACT, CUT, NEAR, APART = Agreement.EXACT, Agreement.CUT, Agreement.NEAR, Agreement.APART


def figure(text: str) -> Quantity:
    found = read_quantity(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        ("560", "300 260", EXACT),
        ("824", "560 264.44", NEAR),
        ("825", "560 264.60", NEAR),
        ("824", "560 264.60", CUT),
        ("561", "300 260", NEAR),
        ("562", "300 260", APART),
        ("264.45", "130 134.44", NEAR),
        ("265.44", "130 134.44", APART),
        ("17385", "17385 1704.08", APART),
        ("0", "0 0", EXACT),
        ("824.4", "560 264.40", EXACT),
    ],
)
def test_a_sum_of_n_parts_may_be_off_by_n_halves_of_its_last_digit(
    total: str, parts: str, expected: Agreement
) -> None:
    assert sum_agreement(figure(total), [figure(part) for part in parts.split()]) is expected


@pytest.mark.parametrize(
    ("rate", "executed", "budget", "expected"),
    [
        ("95%", "16573.08", "17385", EXACT),
        ("95.33%", "16573.08", "17385", EXACT),
        ("96%", "16573.08", "17385", APART),
        ("96%", "18277.16", "19089.08", EXACT),
        ("95%", "18277.16", "19089.08", CUT),
        ("67%", "2", "3", EXACT),
        ("66%", "2", "3", CUT),
        ("66.70%", "2.0", "3.0", NEAR),
        ("0%", "0", "100", EXACT),
        ("100%", "0", "0", None),
    ],
)
def test_a_rate_is_the_quotient_at_its_printed_decimals(
    rate: str, executed: str, budget: str, expected: Agreement | None
) -> None:
    stated = figure(rate)
    found = quotient_agreement(
        stated.number, stated.decimals, figure(executed), figure(budget), 100
    )
    assert found is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1.1万人", "11000人", EXACT),
        ("1.1万人", "11234人", EXACT),
        ("1.1万人", "11634人", CUT),
        ("1.1万人", "12100人", APART),
        ("1.1万人", "11190人", EXACT),
        ("4.74亿美元", "47478万美元", CUT),
        ("100%", "100.00%", EXACT),
        ("1380", "1381", APART),
        ("6.5亿美元", "6.5亿元", None),
        ("40个", "40家", None),
        ("40个", "40", EXACT),
    ],
)
def test_units_are_normalised_within_one_kind_only(
    one: str, other: str, expected: Agreement | None
) -> None:
    assert same_figure(figure(one), figure(other)) is expected
    assert same_figure(figure(other), figure(one)) is expected
