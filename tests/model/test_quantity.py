"""A printed figure keeps its decimals, knows its unit, and is an interval."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.model.interval import Interval
from govdocs.model.quantity import Bound, read_quantity


@pytest.mark.parametrize(
    ("text", "number", "unit", "bound"),
    [
        ("1380", "1380", "", Bound.EXACT),
        ("98.50", "98.50", "", Bound.EXACT),
        ("1.1万人", "1.1", "万人", Bound.EXACT),
        ("6.5亿美元", "6.5", "亿美元", Bound.EXACT),
        ("≥95%", "95", "%", Bound.AT_LEAST),
        ("不低于90%", "90", "%", Bound.AT_LEAST),
        ("10个以上", "10", "个", Bound.AT_LEAST),
        ("70余家", "70", "家", Bound.MORE),
        ("约3.5元/吨", "3.5", "元/吨", Bound.ABOUT),
        ("1,263", "1263", "", Bound.EXACT),
        ("-5", "-5", "", Bound.EXACT),
        ("25.9个百分点", "25.9", "个百分点", Bound.EXACT),
    ],
)
def test_a_cell_that_is_one_figure_is_read_with_unit_and_bound(
    text: str, number: str, unit: str, bound: Bound
) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.number.as_tuple() == Decimal(number).as_tuple()
    assert (quantity.unit_symbol, quantity.bound, quantity.text) == (unit, bound, text)


@pytest.mark.parametrize(
    "text", ["良好", "80%-90%", "3-5天", "5年以上工作经验", "", "1 263", "1,26", "2017年5月", "A级"]
)
def test_words_ranges_and_sentences_are_no_figure(text: str) -> None:
    assert read_quantity(text) is None


def test_万人_and_人_are_one_kind_and_convert() -> None:
    ten_thousands, persons = read_quantity("1.1万人"), read_quantity("11000人")
    assert ten_thousands is not None
    assert persons is not None
    assert ten_thousands.kind == persons.kind
    assert ten_thousands.base_interval.meets(persons.base_interval)


def test_dollars_and_yuan_are_two_kinds() -> None:
    dollars, yuan = read_quantity("3.6亿美元"), read_quantity("36000万元")
    assert dollars is not None
    assert yuan is not None
    assert dollars.kind != yuan.kind


def test_a_printed_figure_is_half_its_last_digit_wide() -> None:
    quantity = read_quantity("4.74亿美元")
    assert quantity is not None
    assert quantity.interval == Interval(Decimal("4.735"), Decimal("4.745"))


decimals = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(st.lists(decimals, min_size=1, max_size=20))
def test_a_sum_of_n_figures_is_n_halves_wide(parts: list[Decimal]) -> None:
    total = Interval.total(Interval.of(part, 2) for part in parts)
    assert total.high - total.low == Decimal("0.01") * len(parts)
    assert total.low <= sum(parts, Decimal(0)) <= total.high


@given(decimals, decimals)
def test_intervals_meet_exactly_when_a_common_value_exists(a: Decimal, b: Decimal) -> None:
    assert Interval.of(a, 2).meets(Interval.of(b, 2)) == (abs(a - b) <= Decimal("0.01"))


def test_truncation_is_told_apart_from_rounding() -> None:
    exact = Interval.exact(Decimal("4.7478"))
    assert not Interval.of(Decimal("4.74"), 2).meets(exact)
    assert Interval.truncated(Decimal("4.74"), 2).meets(exact)
