"""Averages against the amount and the count of their sentence: 人均0.71册, 场均1500人次, 平均每辆2万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import Interval, quotient
from govdocs.prose.divided import judged_mean
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage

_MEAN = re.compile(
    r"(?:(?P<per>[人户场床亩辆村校家])均|平均每(?P<each>[一-龥]{1,3}?))(?:获得|补助|投入|支出|运行费|造价|接待|受益|经费|补贴|资金|纯)?(?:为|约|达|近| )*$"
)
_OTHER_TIME = re.compile(r"上年|去年|同期|(?:较|比)[^，。；]{0,12}均")
_APPROXIMATE = Decimal("0.06")
_WIDE = Decimal(4)


def averages(passage: Passage) -> Iterator[Judgement]:
    """Judge an average whose sentence holds one amount and one count that it can be made of."""
    text = passage.reading.folded
    for figures in sentence_figures(passage.reading):
        measures = [f for f in figures if f.sort is Sort.MEASURE and f.unit is not None]
        for at, mean in enumerate(measures):
            floor = measures[at - 1].span[1] if at else 0
            found = _MEAN.search(text[max(floor, mean.span[0] - 16) : mean.span[0]])
            if found is None or mean.is_rate:
                continue
            if _OTHER_TIME.search(text, max(floor, mean.span[0] - 24), mean.span[0]):
                continue
            yield from _judge(passage, measures, mean, found["per"] or found["each"])


def _judge(
    passage: Passage, measures: list[ProseFigure], mean: ProseFigure, per: str
) -> Iterator[Judgement]:
    others = [
        f for f in measures
        if f is not mean and not f.is_rate and not f.is_points and f.role in {Role.PLAIN, Role.TOTAL}
    ]  # fmt: skip
    amounts = [f for f in others if f.kind == mean.kind and f.value > mean.value]
    counts = [f for f in others if f.kind != mean.kind and f.value > 1]
    named = [f for f in counts if f.unit is not None and per in f.unit.symbol] or [
        f for f in counts if per in {f.noun[:1], f.noun}
    ]
    if per == "床":
        named = named or [f for f in counts if "张" in (f.unit.symbol if f.unit else "")]
    if not amounts or not named:
        return
    holding = next(((a, c) for a in amounts for c in named if _gives(a, c, mean)), None)
    if (
        holding is None
    ):  # 12万亩，其中新建8万亩……，投资1.8亿元，亩均1500元: the whole is a count as well
        wholes = [
            f for f in measures if f.unit is not None and per in f.unit.symbol and f.value > 1
        ]
        holding = next(((a, c) for a in amounts for c in wholes if _gives(a, c, mean)), None)
    if holding is not None:
        cited = [Cited.of(passage, figure) for figure in (mean, *holding)]
        yield judged_mean(*cited, holds=True)
        return
    before = [f for f in amounts if f.span < mean.span]
    counted = [f for f in named if f.span < mean.span] or named
    if len({f.value for f in (before or amounts)}) != 1:
        return
    amount, count = (before or amounts)[0], max(counted, key=lambda f: f.value)
    if sum((f.value for f in counted), Decimal(0)) not in {count.value, count.value * 2}:
        return  # several counts of which none is the sum of the others
    if not amount.exact or not count.exact or (mean.role is Role.EACH and "补" in mean.measure):
        return
    ratio = quotient(amount.value, count.value) / mean.value if mean.value else Decimal(0)
    if 1 / _WIDE <= ratio <= _WIDE:
        cited = [Cited.of(passage, figure) for figure in (mean, amount, count)]
        yield judged_mean(*cited, holds=False)


def _gives(amount: ProseFigure, count: ProseFigure, mean: ProseFigure) -> bool:
    true = amount.interval.over(count.interval)
    if true is None:
        return False
    slack = Decimal(0) if mean.exact else mean.value * _APPROXIMATE
    around = Interval(mean.interval.low - slack, mean.interval.high + slack)
    return true.meets(around) or true.meets(mean.truncated)
