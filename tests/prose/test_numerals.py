"""Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govdocs.prose.words.numerals import chinese_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三", 3), ("十", 10), ("十五", 15), ("二十", 20), ("二十一", 21), ("一百零五", 105), ("两千", 2000),
        ("三千二百", 3200), ("一万二千", 12000), ("两亿", 200000000), ("九十九", 99), ("二〇二三", 2023),
        ("十二点五", Decimal("12.5")), ("三百二十一万", 3210000),
    ],
)  # fmt: skip
def test_a_numeral_is_read(text, number):
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", ["", "百", "千万", "三五", "十几", "三点", "点五", "家"])
def test_what_is_no_numeral_is_none(text):
    assert chinese_number(text) is None
