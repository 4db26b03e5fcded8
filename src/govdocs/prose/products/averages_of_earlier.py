"""Averages whose amount stands in a sentence before: 接待费16.5万元。…… 接待1100人次, 人均150元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govdocs.model.interval import Interval
from govdocs.model.quantity import Bound
from govdocs.prose.divided import judged_mean
from govdocs.prose.figure import Sort
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import STATED, Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import slip_into

_MEAN = re.compile(
    r"(?:(?P<per>[人户场床亩辆村校家])均|平均每(?P<each>平方米|公里|[一-龥]{1,2}?))(?P<what>[^，。；、\d每均]{0,8}?)(?:为|约|达|近| )*$"
)
_COUNTS = {
    "人": "人名位",
    "床": "张床",
    "辆": "辆台",
    "场": "场",
    "户": "户",
    "家": "家个",
    "村": "村个",
}
_APPROXIMATE = Decimal("0.06")
_LIMIT = re.compile(
    r"上年|去年|同期|标准|上限|最高|最低|不超过|计划|目标|收入|增收|产值|GDP|生产总值|住院日"
)

_KEPT = re.compile(r"(?:结余|结转|滚存)[^，。；、\d]{0,4}$")
"""What is left of an amount is given to nobody."""


def averages_of_earlier(story: Story) -> Iterator[Judgement]:
    """Judge averages by an amount and a count told before; wrong only where one slip of the hand explains it."""
    for sentence in story.sentences():
        for mean in sentence:
            found = _MEAN.search(mean.words)
            figure = mean.figure
            if (
                found is None
                or figure.sort is not Sort.MEASURE
                or figure.is_rate
                or figure.value <= 0
                or mean.words[: found.start()].endswith("月")
            ):
                continue  # 月人均 is of one month, not of the whole amount
            if not _LIMIT.search(mean.words) and figure.bound in {Bound.EXACT, Bound.ABOUT}:
                yield from _judge(story, mean, found["per"] or found["each"], found["what"])


def _judge(story: Story, mean: Told, per: str, what: str) -> Iterator[Judgement]:
    earlier = [t for t in story.before(mean, reach=2) if _amount(t)]
    counts = [t for t in earlier if _counts(t, per)][:4]
    amounts = [
        t for t in earlier
        if t.figure.kind == mean.figure.kind and t.figure.value > mean.figure.value * 2
        and ("结余" in what or not _KEPT.search(t.words))
    ][:4]  # fmt: skip
    name = plain_label(what)
    called = [t for t in amounts if len(name) > 1 and plain_label(t.words).endswith(name)]
    amounts = called[:1] or amounts
    for amount in amounts:
        for count in counts:
            if _true(amount, count, mean):
                yield judged_mean(mean.cited, amount.cited, count.cited, holds=True)
                return
    if any(_true_of_both(amount, pair, mean) for amount in amounts for pair in pairwise(counts)):
        return
    for amount in amounts:
        for count in _not_parts(counts)[:2]:
            if _related(amount, count, mean, what) and _one_slip(amount, count, mean):
                yield judged_mean(mean.cited, amount.cited, count.cited, holds=False)
                return


def _amount(told: Told) -> bool:
    return told.stated and told.figure.role in STATED and told.figure.value > 1


def _counts(told: Told, per: str) -> bool:
    """Tell whether a figure counts what the average is for: 人次 for 人均."""
    if told.figure.unit is None or told.figure.value < 2:
        return False
    names = _COUNTS.get(per, per)
    symbol = told.figure.unit.symbol
    if len(per) > 1:
        return symbol.endswith(per)
    return any(c in symbol for c in names) and told.figure.kind != "人民币"


def _not_parts(counts: list[Told]) -> list[Told]:
    """The counts without those that 其中 makes parts of another count before them."""
    heads = [
        t
        for t in counts
        if not any(
            other.number == t.number
            and other.figure.span < t.figure.span
            and "其中" in t.passage.reading.folded[other.figure.span[1] : t.figure.span[0]]
            for other in counts
        )
    ]
    return heads or counts


def _related(amount: Told, count: Told, mean: Told, what: str) -> bool:
    """Tell whether amount and count stand side by side, or are called alike."""
    a, b = plain_label(amount.words), plain_label(count.words + count.figure.noun)
    if "补" in what or "奖" in what:  # a grant for each need not use up what was spent
        return common_stretch(a, b) >= 3
    if amount.number == count.number == mean.number and (
        amount.figure.sentence >= mean.figure.sentence - 1
        and count.figure.sentence == mean.figure.sentence
    ):
        return True
    name = plain_label(what)
    return common_stretch(a, b) >= 3 or (len(name) > 1 and common_stretch(a, name) >= 2)


def _range(mean: Told) -> Interval:
    slack = Decimal(0) if mean.figure.exact else mean.figure.value * _APPROXIMATE
    own = mean.figure.interval
    return Interval(own.low - slack, max(own.high, mean.figure.truncated.high) + slack)


def _true(amount: Told, count: Told, mean: Told) -> bool:
    true = amount.figure.interval.over(count.figure.interval)
    return true is not None and true.meets(_range(mean))


def _true_of_both(amount: Told, counts: tuple[Told, Told], mean: Told) -> bool:
    """Tell whether counts told one after the other share the amount: 新建24所、改造56所……平均每所10.81万元."""
    one, other = (count.figure for count in counts)
    if one.unit != other.unit:
        return False
    true = amount.figure.interval.over(one.interval.plus(other.interval))
    return true is not None and true.meets(_range(mean))


def _one_slip(amount: Told, count: Told, mean: Told) -> bool:
    true = amount.figure.interval.over(count.figure.interval)
    if true is None:
        return False
    if slip_into(mean.figure, true):
        return True
    if not mean.figure.exact:
        return False
    whole = mean.figure.interval.times(count.figure.interval)
    number = amount.figure.interval.over(mean.figure.interval)
    return slip_into(amount.figure, whole) or (
        number is not None and slip_into(count.figure, number)
    )
