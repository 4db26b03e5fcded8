"""Amounts whose price stands behind them or sentences before, and means of an amount told by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_BEHIND = re.compile(
    r" *[（(](?:按|标准为?)?每(?P<unit>亩|人次|人|户|公里|平方米|公顷|头|只|株|套|台|座|处|村|个)[^，。；\d]{0,8}$"
)
_NAMED = re.compile(
    r"(?P<name>[一-龥]{2,4}?)(?:每年|每月)?每(?P<unit>亩|公里|平方米|公顷|人|户|头|株|座|处|村)[^，。；\d]{0,8}$"
)
_MAKES = re.compile(r"(?:补助|补贴|奖补|需|计|合计|资金|投入|安排|发放|兑现|金额)(?:资金|约)?$")
_MEAN = re.compile(
    r"^[，、；（(]?(?:人次|人|户|亩|床|生)均(?:发放|补助|补贴|救助|资助|支出|水平|标准|金额|救助金)*(?:为|达|约)?$"
)
_MONEY = "人民币"
_NAME = 3
_FAR = 40
_DOUBT = 0.1


def priced_apart(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every amount and mean with the count and the price or amount that its build or its name give it."""
    for paragraph in story.told:
        for at, target in enumerate(paragraph):
            if not at or not is_amount(target) or target.figure.kind != _MONEY:
                continue
            found = [
                *_price_behind(paragraph, at), *_price_by_name(paragraph, at),
                *_mean_by_name(story, paragraph, at),
            ]  # fmt: skip
            if found:
                yield found


def _price_behind(paragraph: Sequence[Told], at: int) -> Iterator[Hypothesis]:
    """虚报3260亩，核减489万元（每亩1500元）: the first count of the sentence, or any other."""
    if at + 1 >= len(paragraph):
        return
    target, price = paragraph[at], paragraph[at + 1]
    text = target.passage.reading.folded
    mark = _BEHIND.match(text[target.figure.span[1] : price.figure.span[0]])
    if mark is None or price.figure.kind != _MONEY:
        return
    doubt = _DOUBT
    for count in paragraph[:at]:
        if count.figure.sentence == target.figure.sentence and _is_of(count, mark["unit"]):
            yield _product(target, count, price, doubt)
            doubt = 3.0


def _price_by_name(paragraph: Sequence[Told], at: int) -> Iterator[Hypothesis]:
    """县道每公里补助8000元…… 县道412.6公里每年补助330.08万元: one name for price and count."""
    target, count = paragraph[at], paragraph[at - 1]
    if count.figure.sentence != target.figure.sentence or not _MAKES.search(target.words):
        return
    doubt = _DOUBT
    for price in paragraph[: at - 1]:
        mark = _NAMED.search(price.words) if price.figure.kind == _MONEY else None
        if mark is not None and _is_of(count, mark["unit"]) and mark["name"] in count.words[-6:]:
            yield _product(target, count, price, doubt)
            doubt = 3.0


def _mean_by_name(story: Story, paragraph: Sequence[Told], at: int) -> Iterator[Hypothesis]:
    """临时救助2846人次，人均1450元: the amount that the paper told before under the very name of the count."""
    target, count = paragraph[at], paragraph[at - 1]
    if (
        not _MEAN.search(target.words) or not is_amount(count) or not count.figure.counts
        or count.figure.sentence != target.figure.sentence
    ):  # fmt: skip
        return
    name = plain_label(count.words)
    if len(name) < _NAME:
        return
    amounts: dict[object, Told] = {}
    for told in story.before(count, _FAR):
        if (
            told.figure.kind == _MONEY
            and is_amount(told)
            and plain_label(told.words).endswith(name)
        ):
            amounts.setdefault(told.figure.value, told)
    for amount in amounts.values():
        doubt = _DOUBT if len(amounts) == 1 else 3.0
        yield Hypothesis(target, (amount, count), _mean, doubt, "÷".join)


def _is_of(count: Told, unit: str) -> bool:
    symbol = count.figure.unit.symbol.lstrip("万亿") if count.figure.unit else ""
    return is_amount(count) and symbol == unit


def _product(target: Told, count: Told, price: Told, doubt: float) -> Hypothesis:
    factor = count.figure.value / count.figure.number if count.figure.number else 1
    base = 1 if (count.figure.unit and count.figure.unit.symbol[0] in "万亿") else factor

    def compute(values: Sequence[Interval]) -> Interval | None:
        first, second = ((value.low + value.high) / 2 for value in values)
        return Interval.exact(first * second / base)

    return Hypothesis(target, (count, price), compute, doubt, "×".join)


def _mean(values: Sequence[Interval]) -> Interval | None:
    return values[0].over(values[1])
