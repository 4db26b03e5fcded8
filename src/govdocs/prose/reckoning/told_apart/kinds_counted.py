"""Totals of so many kinds, and a list of as many items with a figure each: 三种机型共6架，…。其中：甲3架…；乙1架…；丙2架…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told
from govdocs.prose.words.numerals import chinese_number

_HOW_MANY = re.compile(
    r"(?<!第)(?P<n>(?<![\d.])[3-9]|(?<![一二三四五六七八九十百])[三四五六七八九])(?:种|类|大?项|批|个|家|所|级)[一-龥]{1,10}?(?:共计?|合计|总计|累计)"
)
_MARK = re.compile(r"其中[：:，]?|[：:]")
_BREAK = re.compile(r"[；;]")
_APART = re.compile(r"[均每比较占]|上年|去年|完成|计划|目标")
_SURE = 0.05
_LIKELY = 0.3


def kinds_counted(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every amount told before a list of as many items as the sentence counts, with the first of its unit in each."""
    for sentence in story.sentences():
        reading = sentence[0].passage.reading
        start, end = reading.layout.sentence_span(sentence[0].figure.sentence)
        counted = _HOW_MANY.search(reading.folded, start, end)
        if counted is None:
            continue
        number = chinese_number(counted["n"]) if not counted["n"].isdigit() else int(counted["n"])
        mark = _MARK.search(reading.folded, counted.end())
        if mark is None or number is None or mark.start() > end + 1:
            continue
        stop = reading.layout.sentence_span(reading.layout.sentence_at(mark.end()))[1]
        items = _items(story.told[sentence[0].number], mark.end(), stop)
        if len(items) == number:
            before = [t for t in sentence if t.figure.span[1] <= mark.start()]
            yield from _readings(before, items, counted.end())


def _items(paragraph: Sequence[Told], begin: int, stop: int) -> list[list[Told]]:
    items: list[list[Told]] = []
    last = begin
    for told in paragraph:
        if not begin <= told.figure.span[0] < stop:
            continue
        if not items or _BREAK.search(told.passage.reading.folded, last, told.figure.span[0]):
            items.append([])
        items[-1].append(told)
        last = told.figure.span[1]
    return items


def _readings(
    before: Sequence[Told], items: Sequence[Sequence[Told]], counted: int
) -> Iterator[Sequence[Hypothesis]]:
    first_told = next((t for t in before if t.figure.span[0] >= counted), None)
    for total in before:
        alike = [t for t in before if t.figure.unit == total.figure.unit]
        if not is_amount(total) or len(alike) > 1 or _APART.search(total.words):
            continue
        first = [
            next((t for t in item if t.figure.unit == total.figure.unit and stands_alone(t)), None)
            for item in items
        ]
        parts = [t for t in first if t is not None and is_amount(t)]
        if len(parts) == len(items) and total.figure.span[0] >= counted:
            yield [plus(total, parts, _SURE if total is first_told else _LIKELY)]
