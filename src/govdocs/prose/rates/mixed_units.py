"""One comparison in two kinds of unit: 4.29亿美元 last year, 4.74万元 this year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govdocs.model.units import DOLLAR, MONEY
from govdocs.prose.facts.ledger import measure_key
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage

_MONEYS = frozenset({MONEY, DOLLAR, "欧元", "港元", "日元", "英镑"})
_RATE = re.compile(
    r"(?:占比|占[^，。；\d]{2,20}|比重|比例|[一-龥]{2,}率|满意度)(?:为|达到|达|的|约)* *$"
)
_GROWTH = re.compile(r"增长率|增速|增幅|降幅|增长")
_CHANGED = re.compile(
    r"^[，,]? *(?:同比|较|比)[^，。；]{0,12}(?:上升|提高|提升|下降|降低|增加|减少|回落)(?:了)? *$"
)
_OF_AMOUNT = re.compile(r"(?:增加|减少|下降)(?:了)? *$")


def mixed_units(passage: Passage) -> Iterator[Judgement]:
    """Judge comparisons of one measure over two years, and shares that rose by 百分之 instead of 百分点."""
    reading = passage.reading
    for figures in sentence_figures(reading):
        measures = [f for f in figures if f.sort is Sort.MEASURE]
        for at, figure in enumerate(measures):
            earlier = measures[:at]
            yield from _two_years(passage, earlier, figure, measures[at + 1 :])
        for rate, change in pairwise(measures):
            yield from _points(passage, rate, change, measures)


def _two_years(
    passage: Passage, earlier: list[ProseFigure], figure: ProseFigure, later: list[ProseFigure]
) -> Iterator[Judgement]:
    if figure.role not in {Role.PLAIN, Role.TOTAL} or figure.period is None:
        return
    for other in earlier:
        if other.period is None or other.period == figure.period:
            continue
        if not other.measure or measure_key(other) != measure_key(figure):
            continue
        if other.kind not in _MONEYS or figure.kind not in _MONEYS:
            continue
        if other.kind == figure.kind:
            continue
        difference = next((f for f in later if f.role is Role.DIFFERENCE), None)
        proven = (
            difference is not None
            and difference.unit == other.unit
            and abs(figure.number - other.number) == abs(difference.number)
        )
        expected = f"{figure.number:f}{other.unit.symbol if other.unit else ''}"
        yield Judgement(
            "mixed",
            False,
            (Cited.of(passage, figure), Cited.of(passage, other)),
            expected=expected if proven else "",
            actual=figure.text,
            arithmetic=""
            if difference is None or not proven
            else f"{figure.number:f}－{other.number:f}＝{difference.text}",
            sureness=Sureness.PROVEN if proven else Sureness.LIKELY,
            details={"measure": figure.measure, "other": other.text},
        )
        return


def _points(
    passage: Passage, rate: ProseFigure, change: ProseFigure, measures: list[ProseFigure]
) -> Iterator[Judgement]:
    if not rate.is_rate or rate.role not in {Role.SHARE, Role.PLAIN} or not change.is_rate:
        return
    if change.unit is not None and change.unit.symbol == "‰":
        return  # 出生率6.42‰，下降0.58‰: points of a thousandth have no other common name
    if change.role is not Role.GROWTH or change.sentence != rate.sentence:
        return
    text = passage.reading.folded
    before = text[max(0, rate.span[0] - 24) : rate.span[0]]
    if not _RATE.search(before) or _GROWTH.search(before):
        return
    between = text[rate.span[1] : change.span[0]]
    if not _CHANGED.match(between):
        return
    amount = any(
        f.clause <= rate.clause <= f.clause + 1 and f.span < rate.span and not f.is_rate
        for f in measures
    )
    if rate.role is Role.SHARE and amount and _OF_AMOUNT.search(between):
        return  # 3328万元，占65%，比上年减少2.5%: the amount is less, not the share
    yield Judgement(
        "points",
        False,
        (Cited.of(passage, change), Cited.of(passage, rate)),
        expected=f"{change.number:f}个百分点",
        actual=change.text,
        sureness=Sureness.LIKELY,
        details={"rate": rate.text},
    )
