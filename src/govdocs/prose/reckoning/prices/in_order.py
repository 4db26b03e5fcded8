"""Lists of quantities, of prices and of what they make, one by one: 分别为421.6万元、388.5万元; standards told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.made import ONLY_HOLDS, Rounded, product_of, rounded_in
from govdocs.prose.reckoning.prices.price import Price, prices_of
from govdocs.prose.reckoning.prices.quantities import Quantity, how_often, is_counted, size_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch

_JOINED = re.compile(r"[、和及与,， ]*$|^[、和及与 ]+")
_EACH_OWN = re.compile(r"分别|依次|各为")
_WHOLE = re.compile(r"合计|共计|总计|共")
_STANDARD = re.compile(r"^.*标准(?:分别)?为?|人月数|人次|人数|发放|补助|补贴|周岁")
_SURE = 0.3
_LONE = 1.0
_SENTENCES = 3
_NAME = 3


@dataclass(frozen=True)
class Row:
    """One quantity with its price and what is told of both."""

    count: Told
    price: Price
    amount: Told


def in_order(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every row of lists that go together, where another row holds; every quantity under one price told before."""
    for paragraph in story.told:
        prices = prices_of(paragraph)
        if not prices:
            continue
        sentences = [
            [paragraph.index(t) for t in group]
            for _, group in groupby(paragraph, key=lambda t: t.figure.sentence)
        ]
        for at, sentence in enumerate(sentences):
            own = [n for n in sentence if n in prices]
            if not own:
                continue
            later = [n for s in sentences[at : at + _SENTENCES + 1] for n in s if n > own[-1]]
            yield from _judged(
                paragraph, list(_respectively(paragraph, prices, sentence, own, later))
            )
            yield from _judged(
                paragraph, list(_under_standards(paragraph, prices, sentence, later))
            )


def _respectively(
    paragraph: Sequence[Told], prices: Mapping[int, Price], sentence: Sequence[int],
    own: Sequence[int], later: Sequence[int],
) -> Iterator[Row]:  # fmt: skip
    """Prices each with its own count, or a list of counts, and behind them a list of amounts."""
    first = prices[own[0]]
    amounts = _run([n for n in later if n not in prices], paragraph, first)
    if len(own) < 2 or len(amounts) < 2 or len(amounts) > len(own):
        return
    if not _EACH_OWN.search(paragraph[amounts[0]].words):
        return
    counts = []
    for place, price in enumerate(own):
        floor = own[place - 1] if place else sentence[0] - 1
        between = [n for n in range(price - 1, floor, -1) if is_counted(first, paragraph[n])]
        counts.append(between[0] if between else None)
    if None in counts:
        run = [n for n in sentence if n not in prices and is_counted(first, paragraph[n])]
        counts = list(run) if len(run) == len(own) else []
    for count, price, amount in zip(counts, own, amounts, strict=False):
        if count is not None:
            yield Row(paragraph[count], prices[price], paragraph[amount])


def _run(places: Sequence[int], paragraph: Sequence[Told], price: Price) -> list[int]:
    """The first list of amounts: one after the other with nothing but a comma between."""
    run: list[int] = []
    for place in places:
        told = paragraph[place]
        if not told.is_amount or told.figure.kind != price.kind:
            if run:
                break
            continue
        if run and (run[-1] != place - 1 or not _JOINED.match(told.words)):
            break
        run.append(place)
    return run


def _under_standards(
    paragraph: Sequence[Told],
    prices: Mapping[int, Price],
    sentence: Sequence[int],
    later: Sequence[int],
) -> Iterator[Row]:
    """Quantities each with its amount right behind, under prices told before: by name, by order, or the only one."""
    own = [n for n in sentence if n in prices]
    nearest = [
        n for n in later
        if n + 1 < len(paragraph) and n not in prices and n + 1 not in prices
        and not any(m in prices for m in range(own[-1] + 1, n))
    ]  # fmt: skip
    standing = [prices[n] for n in own]
    if any(is_counted(standing[0], paragraph[n]) for n in sentence if n < own[-1]):
        return  # these prices have their own quantities
    pairs = [
        (paragraph[n], paragraph[n + 1])
        for n in nearest
        if is_counted(standing[0], paragraph[n])
        and paragraph[n + 1].is_amount
        and paragraph[n + 1].figure.kind == standing[0].kind
        and paragraph[n + 1].figure.clause - paragraph[n].figure.clause <= 1
        and not _WHOLE.search(paragraph[n].words)
    ]
    for at, (count, amount) in enumerate(pairs):
        named = [p for p in standing if common_stretch(_name(p.told), _name(count)) >= _NAME]
        if len(named) == 1:
            yield Row(count, named[0], amount)
        elif len(standing) == len(pairs) or (len(standing) == 1 and standing[0].thing):
            yield Row(count, standing[at if len(standing) > 1 else 0], amount)


def _name(told: Told) -> str:
    """What a price or a count is for by its words: 80-89周岁每人每月, 全年80-89周岁发放人月数."""
    return _STANDARD.sub("", told.words.partition("每")[0])


def _judged(paragraph: Sequence[Told], rows: Sequence[Row]) -> Iterator[Sequence[Hypothesis]]:
    readings = [list(_readings(paragraph, row, _LONE)) for row in rows]
    holding = [any(r.holds() for r in row) for row in readings]
    for row, own, holds in zip(rows, readings, holding, strict=True):
        if holds:
            yield own
        elif sum(holding) and sum(holding) >= len(rows) - sum(holding):
            yield list(_readings(paragraph, row, _SURE))
        elif len(rows) == 1:
            yield own


def _readings(paragraph: Sequence[Told], row: Row, doubt: float) -> Iterator[Hypothesis]:
    quantity = Quantity((row.count,), size_of(row.price, row.count), True)
    first, last = sorted((row.price.told.figure.sentence, row.amount.figure.sentence))
    part = [t for t in paragraph if first <= t.figure.sentence <= last]
    text = row.price.told.passage.reading.folded
    words = text[part[0].figure.span[0] : row.amount.figure.span[1]]
    for number, times in enumerate(how_often(row.price, quantity, part, words)):
        own = doubt if not number and row.price.sure else ONLY_HOLDS
        yield product_of(row.amount, row.price, quantity, times, own, rounded=Rounded.NONE)
        wide = rounded_in(row.price, quantity)
        yield product_of(row.amount, row.price, quantity, times, ONLY_HOLDS, rounded=wide)
