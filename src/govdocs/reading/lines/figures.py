"""Figures that copying has torn apart: spaces among their digits, full-width commas of thousands."""

from __future__ import annotations

import re
from dataclasses import replace

from govdocs.reading.lines.pieces import without
from govdocs.reading.paper import Paragraph

_SPACE = r"[ \u00a0\u2002-\u200a\u202f\u3000]"
_MONEY = rf"{_SPACE}?(?:[千百]?万|亿)?{_SPACE}?(?:元|美元)"
_D = r"[\d０-９]"

_GROUPS = re.compile(
    rf"(?<=[一-龥]){_SPACE}?(?<![第表件图])(?P<number>[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?:\.\d+)?)(?=(?:{_MONEY}))"
)
"""1 234.5 万元: groups of three after a word, with money behind them."""
_AT_COMMA = re.compile(
    rf"(?<![\d.,])(?P<number>[1-9]\d{{0,2}}(?:{_SPACE}?,{_SPACE}?\d{{3}})+(?:\.\d{{1,2}}(?!\d)|(?={_MONEY})))"
)
_AT_POINT = re.compile(
    rf"(?<=[一-龥])(?P<number>\d+(?:{_SPACE}\.{_SPACE}?|\.{_SPACE})\d{{1,2}})(?={_SPACE}?(?:[万亿元%％]|个百分点))"
)
"""516. 70万元; at the beginning of a paragraph 1. 50 is an item."""
_YEAR = re.compile(
    rf"(?<!\d)(?P<number>(?:20{_SPACE}[0-4]\d|20[0-4]{_SPACE}\d|2{_SPACE}0[0-4]\d))(?={_SPACE}?年)"
)
_TORN = (_GROUPS, _AT_COMMA, _AT_POINT, _YEAR)
_WIDE_COMMA = re.compile(
    rf"(?<![\d０-９，,])(?:(?!0){_D}){_D}{{0,2}}(?:，{_D}{{3}})+(?:[.．]{_D}{{1,2}})?(?={_MONEY})"
)
_SEVERAL = re.compile(r"分别|依次|各自")


def tidy(paragraph: Paragraph) -> Paragraph:
    """Close the gaps inside figures where nothing else can be meant; every character keeps its place."""
    text = paragraph.text
    if "，" in text:
        wide = [m for m in _WIDE_COMMA.finditer(text) if not _lists(text, m)]
        if wide:
            made = list(text)
            for match in wide:
                for at in range(*match.span()):
                    made[at] = "," if made[at] == "，" else made[at]
            paragraph = replace(paragraph, text="".join(made))
    spans = {
        (at, at + 1)
        for pattern in _TORN
        for match in pattern.finditer(paragraph.text)
        for at in range(*match.span("number"))
        if paragraph.text[at].isspace()
    }
    return without(paragraph, sorted(spans))


def _lists(text: str, match: re.Match[str]) -> bool:
    """分别为12，345万元 names two figures; with a decimal part it is one."""
    if re.search(r"[.．]", match[0]):
        return False
    sentence = re.split(r"[。；]", text[: match.start()])[-1]
    return _SEVERAL.search(sentence) is not None
