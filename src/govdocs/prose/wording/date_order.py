"""Dates that cannot be: the 30th of February, a span that ends before it begins, 222年度."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from itertools import pairwise

from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.words.dates import inside, period_of

_JOINT = re.compile(r" *(?:起)?(?:至|到|[-~]) *")
_BEGUN = re.compile(
    r"[^，。；\d]{0,8}(?:开始|开工|启动|进场|动工)[，,]?(?:并)?(?:于|至|到|截至)?[^，。；\d照据]{0,4}"
)
_ENDED = re.compile(r"[^，。；\d]{0,12}(?:完成|结束|竣工|完工|验收)")
_MONTH_DAY = re.compile(r"(\d{1,2}) *月(?: *(\d{1,2}) *日)?")
_YEARS = re.compile(r"((?:19|20)\d{2}) *年? *[-~至到] *((?:19|20)\d{2})")
_SHORT = re.compile(r"(?<![\d.第〔])(?P<year>\d{3}|\d{5,6}) *年度")


def dates(passage: Passage) -> Iterator[Judgement]:
    """Judge every date by the calendar, and every span of time by its ends."""
    reading = passage.reading
    text = reading.folded
    found = [f for f in reading.figures if f.sort is Sort.DATE]
    for figure in found:
        yield from _calendar(passage, figure)
    for first, second in pairwise(found):
        between = text[first.span[1] : second.span[0]]
        begun = _BEGUN.fullmatch(between) and _ENDED.match(text[second.span[1] :])
        if not _JOINT.fullmatch(between) and not begun:
            continue
        start = period_of(text, *first.span)
        end = period_of(text, *second.span) or inside(start, text, *second.span)
        if start is None or end is None or start.span or end.span:
            continue
        a, b = start.ordered(), end.ordered()
        if (start.day is None) != (end.day is None):
            a, b = (*a[:2], 0), (*b[:2], 0)
        yield Judgement(
            "span",
            a <= b,
            (Cited(passage, (first.span[0], second.span[1])),),
            actual=text[first.span[0] : second.span[1]],
        )
    for match in _SHORT.finditer(text):
        yield Judgement("year", False, (Cited(passage, match.span()),), actual=match[0])


def _calendar(passage: Passage, figure: ProseFigure) -> Iterator[Judgement]:
    years = _YEARS.search(figure.text)
    if years is not None and int(years[1]) > int(years[2]):
        yield Judgement("span", False, (Cited.of(passage, figure),), actual=figure.text)
    period = period_of(passage.reading.folded, *figure.span)
    for month, day in _MONTH_DAY.findall(passage.reading.folded[slice(*figure.span)]):
        length = 31
        if 1 <= int(month) <= 12:
            length = calendar.monthrange(period.year if period else 2024, int(month))[1]
        if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= length):
            yield Judgement(
                "calendar",
                False,
                (Cited.of(passage, figure),),
                actual=figure.text,
                sureness=Sureness.PROVEN,
            )
