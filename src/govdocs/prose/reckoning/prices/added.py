"""What several prices make together: 640人、412人、168人分别按每人每月150元、300元、450元补贴，当月应补295,200元，其中…75,600元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import groupby

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.made import ONLY_HOLDS
from govdocs.prose.reckoning.prices.price import Price, prices_of
from govdocs.prose.reckoning.prices.quantities import (
    Quantity,
    Times,
    how_often,
    is_counted,
    size_of,
)
from govdocs.prose.told import Story, Told
from govdocs.prose.words.completeness import label_of
from govdocs.prose.words.likeness import common_stretch

_MAKES = re.compile(
    r"(?:合计|共计|总计|共|应补|应发|应付|需|计|发放|支出|兑付|兑现|补贴|补助|投入|拨付|支付|安排|金额|资金)[^，。；\d]{0,10}$"
)
_ALL = re.compile(r"合计|共|总计|应补|应发|应付|需")
_OF_THEM = re.compile(r"^其中|^，?其中|[、和，]")
_ONE_MONTH = re.compile(r"当月|本月|每月[应共]|单月|月[应共]")
_NOT_PAID = re.compile(r"预算|计划|上年|去年|节约|结余|目标|缺口|到位|下达")
_SURE = 0.3
_LOOSE = 3.0
_MOST = 8
_NAME = 2


@dataclass(frozen=True)
class Row:
    """One quantity and what is paid for each of it."""

    count: Told
    price: Price


def added(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every total of several prices with their quantities, and what it is divided into by their names."""
    for paragraph in story.told:
        prices = prices_of(paragraph)
        if len(prices) < 2:
            continue
        for _, group in groupby(range(len(paragraph)), key=lambda n: paragraph[n].figure.sentence):
            yield from _of_sentence(paragraph, prices, list(group))


def _of_sentence(
    paragraph: Sequence[Told], prices: Mapping[int, Price], sentence: Sequence[int]
) -> Iterator[Sequence[Hypothesis]]:
    own = [n for n in sentence if n in prices]
    if not 1 < len(own) <= _MOST or len({(prices[n].thing, prices[n].periods) for n in own}) > 1:
        return
    rows = _rows(paragraph, prices, sentence, own)
    behind = [n for n in sentence if n > own[-1]]
    amounts = [
        paragraph[n] for n in behind
        if paragraph[n].is_amount and paragraph[n].figure.kind == prices[own[0]].kind
        and not _NOT_PAID.search(paragraph[n].words)
    ]  # fmt: skip
    if not rows or not amounts or not _MAKES.search(amounts[0].words):
        return
    text = amounts[0].passage.reading.folded
    words = text[paragraph[sentence[0]].figure.span[0] : amounts[0].figure.span[1]]
    part = [paragraph[n] for n in sentence]
    often = list(_often(rows, part, words))
    yield [
        _total(amounts[0], rows, times, _SURE if _ALL.search(amounts[0].words) else _LOOSE)
        for times in often
    ]
    for amount in amounts[1:]:
        named = [r for r in rows if common_stretch(label_of(r.count), label_of(amount)) >= _NAME]
        best = max((_likeness(r, amount) for r in named), default=0)
        called = [r for r in named if _likeness(r, amount) == best]
        if len(called) == 1 and _OF_THEM.search(amount.words):
            yield [_total(amount, called, times, _SURE) for times in often]


def _likeness(row: Row, amount: Told) -> int:
    return common_stretch(label_of(row.count), label_of(amount))


def _rows(
    paragraph: Sequence[Told], prices: Mapping[int, Price], sentence: Sequence[int],
    own: Sequence[int],
) -> list[Row]:  # fmt: skip
    """As many counts as prices: each before its own price, or all of them before or behind the prices."""
    first = prices[own[0]]
    counts = [n for n in sentence if n not in prices and is_counted(first, paragraph[n])]
    floors = [sentence[0] - 1, *own[:-1]]
    apart = [
        [n for n in counts if floor < n < price] for floor, price in zip(floors, own, strict=True)
    ]
    ends = [*own[1:], sentence[-1] + 1]
    after = [[n for n in counts if price < n < end] for price, end in zip(own, ends, strict=True)]
    if all(len(one) == 1 for one in apart):
        chosen = [one[0] for one in apart]
    elif not apart[0] and all(len(one) == 1 for one in after):
        chosen = [one[0] for one in after]
    elif own[-1] - own[0] == len(own) - 1:
        ahead = [n for n in counts if n < own[0]][-len(own) :]
        behind = [n for n in counts if n > own[-1]]
        chosen = ahead if len(ahead) == len(own) else behind
        if len(chosen) != len(own) or chosen[-1] - chosen[0] != len(own) - 1:
            return []
    else:
        return []
    return [Row(paragraph[n], prices[p]) for n, p in zip(chosen, own, strict=True)]


def _often(rows: Sequence[Row], part: Sequence[Told], words: str) -> Iterator[Times]:
    if _ONE_MONTH.search(words):
        yield Times(Decimal(1))
        return
    quantity = Quantity((rows[0].count,), size_of(rows[0].price, rows[0].count), near=True)
    yield from how_often(rows[0].price, quantity, part, words)


def _total(amount: Told, rows: Sequence[Row], times: Times, doubt: float) -> Hypothesis:
    often = () if times.told is None else (times.told,)
    factor = Decimal(1) if often else times.factor
    sizes = tuple(size_of(row.price, row.count) for row in rows)
    operands = (
        *(row.count for row in rows), *(row.price.told for row in rows), *often,
    )  # fmt: skip
    return Hypothesis(
        amount, operands, partial(_added, sizes=sizes, factor=factor),
        doubt if times.sure else ONLY_HOLDS, partial(_shown, many=len(rows), factor=factor),
    )  # fmt: skip


def _added(
    values: Sequence[Interval], *, sizes: Sequence[Decimal], factor: Decimal
) -> Interval | None:
    many = len(sizes)
    middles = [(value.low + value.high) / 2 for value in values]
    made = sum(
        (count * price / size for count, price, size in zip(middles, middles[many:], sizes, strict=False)),
        Decimal(0),
    )  # fmt: skip
    for often in middles[2 * many :]:
        made *= often
    return Interval.exact(made * factor)


def _shown(texts: Sequence[str], *, many: int, factor: Decimal) -> str:
    made = "＋".join(f"{c}×{p}" for c, p in zip(texts, texts[many : 2 * many], strict=False))
    often = [*texts[2 * many :], *([f"{factor:f}"] if factor != 1 else [])]
    if not often:
        return made
    return "×".join([f"（{made}）" if many > 1 else made, *often])
