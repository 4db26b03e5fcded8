"""Amounts for each of what is counted: 68.5万元/公里，46.2公里计3164.7万元; by a rate, 不低于60%，即不少于11041.8万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.model.units import unit_of
from govdocs.prose.figure import Sort
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.told import Story, Told

_EACH = re.compile(r"(?:/|每) *(?P<unit>公里|平方米|立方米|公顷|千米|人次|[一-龥㎡])")
_BY = re.compile(
    r"(?:计|合计|共|共计|小计|金额|需|费用|投资|合|资金|支出|补助|发放)[^，。；\d]{0,6}$"
)
_THAT_IS = re.compile(r"(?:即|亦即|也就是|折合|约合|计)[^，。；\d]{0,8}$")
_FROM = re.compile(r"[由从][^，。；\d]{0,12}$")
_TO = re.compile(r"(?:到|至|为)了?$")
_GAIN = re.compile(r"(?:新增|增加|增产|多|增收|节约|节省|减少|降低)[^，。；\d]{0,10}$")
_FAR = 4
_MOST = 12
_HUNDRED = Decimal(100)


def unit_prices(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every amount that a price and a count, a rate, or a change for each right before it give."""
    for paragraph in story.told:
        for at, target in enumerate(paragraph):
            if target.figure.sort is not Sort.MEASURE or target.figure.is_rate:
                continue
            found = [
                *_priced(paragraph, at), *_gained(paragraph, at), *_of_rate(story, paragraph, at),
            ]  # fmt: skip
            if found:
                yield found


def _priced(paragraph: Sequence[Told], at: int) -> Iterator[Hypothesis]:
    """A price for each, then the count of that, then what both make."""
    target = paragraph[at]
    if at < 2 or not is_amount(target) or not _BY.search(target.words):
        return
    price, count = paragraph[at - 2], paragraph[at - 1]
    unit = _each(price)
    if (
        not unit or price.figure.kind != target.figure.kind or not _is_of(count, unit)
        or target.figure.clause - price.figure.clause > 2
        or price.figure.sentence != target.figure.sentence or not is_amount(count)
    ):  # fmt: skip
        return
    size = _size(count, unit)
    yield Hypothesis(target, (count, price), partial(_exactly, size=size), 0.1, "×".join)


def _each(price: Told) -> str:
    text = price.passage.reading.folded
    behind = _EACH.match(text[price.figure.span[1] :].lstrip())
    symbol = price.figure.unit.symbol if price.figure.unit else ""
    inside = _EACH.search(symbol)
    before = _EACH.search(price.words)
    found = behind or inside or before
    return found["unit"] if found else ""


def _is_of(count: Told, unit: str) -> bool:
    symbol = count.figure.unit.symbol.lstrip("万亿") if count.figure.unit else ""
    return (
        symbol == unit
        or (unit == "㎡" and symbol == "平方米")
        or count.figure.noun.startswith(unit)
    )


def _size(count: Told, unit: str) -> Decimal:
    each = unit_of(unit)
    return each.factor if each and each.kind == count.figure.kind else Decimal(1)


def _exactly(values: Sequence[Interval], *, size: Decimal) -> Interval | None:
    count, price = ((value.low + value.high) / 2 for value in values)
    return Interval.exact(count * price / size)


def _gained(paragraph: Sequence[Told], at: int) -> Iterator[Hypothesis]:
    """亩产由580公斤提高到638公斤，按17.6万亩计算新增1020.8万公斤."""
    target = paragraph[at]
    if not is_amount(target) or not _GAIN.search(target.words):
        return
    alike = [
        n for n in range(at)
        if paragraph[n].figure.sentence == target.figure.sentence and not paragraph[n].figure.is_rate
    ]  # fmt: skip
    if len(alike) < 3:
        return
    first, second, count = (paragraph[n] for n in alike[-3:])
    fits = (
        first.figure.kind == second.figure.kind == target.figure.kind != count.figure.kind
        and _FROM.search(first.words) and _TO.search(second.words)
        and count.figure.unit is not None and is_amount(count)
    )  # fmt: skip
    if fits and count.figure.unit is not None:
        symbol = count.figure.unit.symbol.lstrip("万亿")
        size = _size(count, symbol)
        yield Hypothesis(
            target, (first, second, count), partial(_gain, size=size), 0.1,
            lambda t: f"（{t[1]}－{t[0]}）×{t[2]}",
        )  # fmt: skip


def _gain(values: Sequence[Interval], *, size: Decimal) -> Interval | None:
    first, second, count = ((value.low + value.high) / 2 for value in values)
    return Interval.exact(abs(second - first) * count / size)


def _of_rate(story: Story, paragraph: Sequence[Told], at: int) -> Iterator[Hypothesis]:
    """A rate, and behind it what it makes of one amount told before: 不低于60%，即不少于11041.8万元."""
    target = paragraph[at]
    if not at or not _THAT_IS.search(target.words):
        return
    rate = paragraph[at - 1]
    if not rate.figure.is_rate or target.figure.clause - rate.figure.clause > 1:
        return
    seen: dict[object, Told] = {}
    for told in story.before(rate, _FAR):
        if (
            is_amount(told)
            and kin(told.figure, target.figure)
            and told.figure.value > target.figure.value
        ):
            seen.setdefault(told.figure.value, told)
    for told in list(seen.values())[:_MOST]:
        yield Hypothesis(target, (told, rate), _part, 1.0, "×".join)


def _part(values: Sequence[Interval]) -> Interval | None:
    whole, rate = ((value.low + value.high) / 2 for value in values)
    if values[1].high - values[1].low < 1:
        # 占66.67%，计24000万元: a rate with decimals was rounded itself.
        return values[1].scaled(whole / _HUNDRED)
    return Interval.exact(whole * rate / _HUNDRED)
