"""What each filter prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from govdocs.tags.filters import (
    bare,
    chinese_number,
    day_cn,
    join,
    length,
    merge,
    otherwise,
    with_unit,
)
from govdocs.tags.values import Rows, Value

MONEY = Value("560", ("fund", "budget"), Decimal(560), "万元")
BLANK = Value("", ("fund", "note"), unit="万元")


def test_with_unit_adds_the_unit_once_and_leaves_a_blank_blank():
    assert with_unit(MONEY).text == "560万元"
    assert with_unit(with_unit(MONEY)).text == "560万元"
    assert with_unit(BLANK).text == ""


def test_bare_takes_the_unit_off():
    assert bare(with_unit(MONEY)).text == "560"
    assert bare(MONEY).text == "560"


def test_filters_keep_number_and_path():
    for changed in (with_unit(MONEY), merge(MONEY), otherwise(MONEY, "无")):
        assert (changed.path, changed.number) == (MONEY.path, MONEY.number)


def test_a_day_is_printed_without_leading_zeros():
    assert day_cn(Value("2018-05-08", (), day=date(2018, 5, 8))).text == "2018年5月8日"
    assert day_cn(MONEY).text == "560"


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (0, "0"), (100, "100")],
)
def test_chinese_numbers(number, text):
    assert chinese_number(number) == text


def test_join_prints_a_list_as_one_value_of_the_list():
    rows = Rows([Value("甲", ("a", 0)), Value("乙", ("a", 1))], ("a",))
    assert (join(rows).text, join(rows).path) == ("甲、乙", ("a",))
    assert join(rows, "；").text == "甲；乙"


def test_otherwise_prints_its_text_for_a_blank_and_keeps_the_path():
    assert (otherwise(BLANK, "无").text, otherwise(BLANK, "无").path) == ("无", BLANK.path)


def test_length_counts_rows_and_characters():
    assert length(Rows([MONEY], ())) == 1
    assert length(MONEY) == 3


def test_merge_marks_the_value():
    assert merge(MONEY).merge
    assert not MONEY.merge
