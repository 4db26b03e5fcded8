"""Chinese numerals as numbers: 二十一, 三百零五, 两千, 一万二千."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
NUMERAL = "〇○零一二两三四五六七八九十百千"
"""The characters that a Chinese numeral below 10,000 is written with."""


def chinese_number(text: str) -> Decimal | None:
    """Read a Chinese numeral; None for what is none (三五, 百, 十几, the empty text).

    A numeral without a digit in front of 百, 千, 万 or 亿 (百余家) is no number but a manner of
    speaking; 十 alone is 10.
    """
    whole, _, fraction = text.partition("点")
    number = _whole(whole)
    if number is None or (fraction and not all(c in _DIGITS for c in fraction)):
        return None
    if "点" not in text:
        return Decimal(number)
    if not fraction:
        return None
    return Decimal(f"{number}." + "".join(str(_DIGITS[c]) for c in fraction))


def _whole(text: str) -> int | None:
    if not text:
        return None
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return (
            int("".join(str(_DIGITS[c]) for c in text))
            if text[0] in "〇○零" or len(text) > 2
            else None
        )
    total = section = 0
    digit: int | None = None
    for at, char in enumerate(text):
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            if digit is None and not (char == "十" and at == 0):
                return None
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            section += digit or 0
            if not section:
                return None
            total, section, digit = total + section * _LARGE[char], 0, None
        else:
            return None
    return total + section + (digit or 0)
