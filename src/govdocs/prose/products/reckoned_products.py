"""Prices with what they are paid for, the total before or behind: 按每亩10元补助72万亩, 每月1200元、3500人、12个月, 应补5040万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from govdocs.model.interval import Interval
from govdocs.prose.judgement import Judgement, Sureness, printed
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import significant, slip_into

_PRICE = re.compile(
    r"(?:每(?P<per>[一-龥]{1,3}?)|(?P<mean>[人户亩])均(?:每[月年天日])?)(?:人民币|给予|补助|补贴|奖补|安排|发放|拨付|标准|造价|为|按|约| )*$"
)
_TOTAL = re.compile(
    r"(?:应补|应拨|应付|应发|需|需要|共需|共|共计|合计|总计|计|投入|测算)(?:资金|金额|经费|补助|补贴|投入|安排|发放|为|约| )*$"
)
_FUNDS = re.compile(r"(?:资金|经费|补助|补贴|补偿|金额|支出|投入|安排)[^，。；\d]{0,4}$")
_PAID_FOR = re.compile(r"(?:补助|补贴|补偿|发放|奖补|安排|计算|支付)[^，。；\d]{0,4}$")
_TIMES = frozenset({"月数", "年数", "日数"})
_LEAST_DIGITS = 2
_NEAR = 4


def reckoned_products(story: Story) -> Iterator[Judgement]:
    """Judge a total by its price, its count and its months; one slip of the hand explains what is wrong."""
    for sentence in story.sentences():
        for at, each in enumerate(sentence):
            found = _PRICE.search(each.words)
            if found is None or not each.figure.exact or each.figure.kind != "人民币":
                continue
            per = found["per"] or found["mean"]
            total, counts, times = _around(sentence, at, per)
            if total is not None and counts:
                yield from _judge(each, counts, times, total)


def _around(
    sentence: tuple[Told, ...], at: int, per: str
) -> tuple[Told | None, list[Told], list[Told]]:
    """The total of a price, the counts it may be paid for and the months that it is paid for."""
    each = sentence[at]
    behind = [t for t in sentence[at + 1 :] if t.figure.clause - each.figure.clause <= _NEAR]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    ahead = sentence[at - 1] if at else None
    if (
        following is not None and ahead is not None and ahead.stated
        and ahead.figure.kind == "人民币" and each.figure.clause - ahead.figure.clause == 1
        and _FUNDS.search(ahead.words) and _PAID_FOR.search(following.words) and _counts(following, per)
    ):  # fmt: skip
        return ahead, [following], []
    total = next((t for t in behind if t.figure.kind == "人民币"), None)
    if total is None or not total.figure.exact or not _TOTAL.search(total.words):
        return None, [], []
    text = each.passage.reading.folded
    if any(
        t is not each and _PRICE.search(t.words) and "；" not in _between(text, t, each)
        for t in sentence if t.figure.span < total.figure.span
    ):  # fmt: skip
        return None, [], []  # the total of several prices
    inside = [t for t in behind if t.figure.span < total.figure.span]
    times = [t for t in inside if t.figure.kind in _TIMES]
    counts = [t for t in inside if t not in times]
    if len(times) > 1 or any(t.figure.is_rate or not t.figure.exact for t in counts):
        return None, [], []
    named = [t for t in (counts or sentence[:at]) if _counts(t, per) or (times and t.figure.counts)]
    return total, named, times


def _between(text: str, one: Told, other: Told) -> str:
    first, second = sorted((one, other), key=lambda t: t.figure.span)
    return text[first.figure.span[1] : second.figure.span[0]]


def _counts(told: Told, per: str) -> bool:
    unit = told.figure.unit
    if unit is None or not told.figure.exact or told.figure.is_rate:
        return False
    return unit.kind != "人民币" and (per in unit.symbol or per in told.figure.noun[-len(per) :])


def _judge(each: Told, counts: list[Told], times: list[Told], total: Told) -> Iterator[Judgement]:
    tries = [(each, count, *more) for count, more in product(counts, [times])]
    for factors in tries:
        if _product(factors).meets(total.figure.interval):
            yield _judged(factors, total, holds=True)
            return
    factors = tries[0]
    if significant(total.figure.number.normalize()) < _LEAST_DIGITS:
        return
    if _one_slip(factors, total):
        yield _judged(factors, total, holds=False)


def _product(factors: tuple[Told, ...]) -> Interval:
    price = factors[0]
    set_price = "按" in price.words  # a mean is rounded, a price that one pays by is not
    value = Interval.exact(price.figure.value) if set_price else price.figure.interval
    for told in factors[1:]:
        factor = told.figure.unit.factor if told.figure.unit else 1
        half = told.figure.interval
        exact = told.figure.kind in _TIMES or told.figure.counts
        value = value.scaled(told.figure.number * factor) if exact else value.times(half)
    return value


def _one_slip(factors: tuple[Told, ...], total: Told) -> bool:
    if slip_into(total.figure, _product(factors)):
        return True
    for told in factors:
        if told.figure.kind in _TIMES:
            continue
        others = [t.figure.interval for t in factors if t is not told]
        product_of = others[0]
        for other in others[1:]:
            product_of = product_of.times(other)
        true = total.figure.interval.over(product_of)
        if true is not None and slip_into(told.figure, true):
            return True
    return False


def _judged(factors: tuple[Told, ...], total: Told, *, holds: bool) -> Judgement:
    value = factors[0].figure.value
    for told in factors[1:]:
        value *= told.figure.number if told.figure.kind in _TIMES else told.figure.value
    shown = printed(value, total.figure.unit, total.figure.decimals)
    return Judgement(
        "each",
        holds,
        (total.cited, *(t.cited for t in factors)),
        expected=shown,
        actual=total.figure.text,
        arithmetic=f"{'×'.join(t.figure.text for t in factors)}＝{shown}",
        sureness=Sureness.LIKELY,
    )
