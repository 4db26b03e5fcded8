"""The filters of the tag language; each takes a value of the case and gives what is printed.

A filter that meets anything else raises TypeError; a missing field raises Jinja's
UndefinedError, as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from jinja2 import Undefined

from govdocs.tags.drawn import anchored, page_number
from govdocs.tags.values import Rows, Value

_DIGITS = "〇一二三四五六七八九"


def _value(value: Any) -> Value:
    """Return ``value`` where it is one; asking a missing field for its text names it."""
    if isinstance(value, Value):
        return value
    if isinstance(value, Undefined):
        bool(value)
    raise TypeError(f"{value!r} is no value")


def with_unit(value: Value) -> Value:
    """Print the number with its unit: 560 in 万元 becomes 560万元; a blank stays blank."""
    value = _value(value)
    if not value.text or not value.unit or value.text.endswith(value.unit):
        return value
    return replace(value, text=f"{value.text}{value.unit}")


def bare(value: Value) -> Value:
    """Print the number without its unit: 6.5亿美元 becomes 6.5."""
    value = _value(value)
    if value.unit and value.text.endswith(value.unit):
        return replace(value, text=value.text[: -len(value.unit)])
    return value


def day_cn(value: Value) -> Value:
    """Print a date as GB/T 9704 7.3.5.4 wants it: 2018年5月18日, no leading zeros."""
    value = _value(value)
    if value.day is None:
        return value
    return replace(value, text=_day(value.day))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_number(value: int | Value) -> str:
    """Print 1 to 99 as 一 … 九十九, for headings; other numbers stay Arabic."""
    number = int(value.number or 0) if isinstance(value, Value) else value
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones else "")


def join(rows: Rows, separator: str = "、") -> Value:
    """Print the values of a list one after the other with a separator between them."""
    texts = [_value(row).text for row in rows]
    if not isinstance(rows, Rows):
        raise TypeError(f"{rows!r} is no list")
    return Value(str(separator).join(texts), rows.path)


def otherwise(value: Value, text: str) -> Value:
    """Print ``text`` where the value is blank."""
    value = _value(value)
    return value if value else replace(value, text=str(text))


def merge(value: Value | str) -> Value:
    """Mark a table cell that becomes one with equal neighbours above and below (``rendering.spans``).

    A text typed in the tag is a form's own label: ``{{ "绩效指标"|merge }}`` down the side of a grid.
    """
    if isinstance(value, str):
        return Value(str(value), (), merge=True)
    value = _value(value)
    # Written out, since dataclasses.replace takes longer than the rest of a cell.
    return Value(
        value.text, value.path, value.number, value.unit, value.day, value.derived, merge=True
    )


def length(rows: Any) -> int:
    """The number of rows or characters."""
    return len(rows.text) if isinstance(rows, Value) else len(rows)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "with_unit": with_unit,
    "bare": bare,
    "day_cn": day_cn,
    "chinese_number": chinese_number,
    "join": join,
    "otherwise": otherwise,
    "length": length,
    "merge": merge,
    "anchored": lambda value: anchored(_value(value)),
    "page_number": lambda value: page_number(_value(value)),
}
