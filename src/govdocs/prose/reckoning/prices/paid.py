"""A price, how many it is paid for and what that makes, in one part of a sentence in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.made import (
    ONLY_HOLDS,
    Rounded,
    mean_of,
    price_by,
    product_of,
    rounded_in,
)
from govdocs.prose.reckoning.prices.price import Price, prices_of
from govdocs.prose.reckoning.prices.quantities import (
    Quantity,
    Times,
    how_often,
    is_counted,
    quantities,
)
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_SURE = 0.3
_UNSURE = 5.0
_CLAUSES = 3
_MOST = 80
_COUNTS = 8
_NAME = 4
_ALL_OF_THEM = re.compile(r"共|合计|总计|两项|[三四]项")
_BREAK = re.compile(r"[；;]")
_NOT_PAID = re.compile(
    r"预算|计划|上年|去年|节约|结余|不超过|目标|缺口|增加|减少|收入(?!.*支出)|其中"
)
_NOT_NOW = re.compile(r"年末|年底|期末|计划|目标|应|预计|上年|去年")
_MAKES = re.compile(
    r"计|共|支出|发放|补助|补贴|资助|奖补|为|需|投入|资金|金额|成本|费|兑现|拨付|安排|收入|实现"
)


def paid(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every price with the amounts that it may make with the quantities near it, the likeliest first."""
    for paragraph in story.told:
        prices = prices_of(paragraph)
        if not prices:
            continue
        for part in _parts(paragraph):
            for price in (prices[at] for at in part if at in prices):
                readings = list(islice(_readings(paragraph, prices, part, price), _MOST))
                made = next((r for r in readings if r.holds()), None)
                if made is not None and made.target is not price.told:
                    yield [price_by(made, price)]
                if readings and not any(_leaves_another(r, paragraph, part) for r in readings):
                    yield readings


def _leaves_another(reading: Hypothesis, paragraph: Sequence[Told], part: range) -> bool:
    """Tell whether an amount holds another one of its sentence besides: 150万元，每人400元，另支付教材费30万元."""
    value, amount = reading.value, reading.target
    if value is None or reading.holds() or reading.doubt >= ONLY_HOLDS:
        return False
    others = (
        paragraph[at] for at in part
        if paragraph[at].figure.unit == amount.figure.unit and paragraph[at] is not amount
    )  # fmt: skip
    return any(value.plus(told.figure.interval).meets(amount.figure.interval) for told in others)


def _parts(paragraph: Sequence[Told]) -> list[range]:
    """The stretches of a paragraph between full stops and semicolons."""
    text = paragraph[0].passage.reading.folded
    starts = [0]
    for at in range(1, len(paragraph)):
        one, other = paragraph[at - 1].figure, paragraph[at].figure
        if one.sentence != other.sentence or _BREAK.search(text, one.span[1], other.span[0]):
            starts.append(at)
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(paragraph)], strict=True)]


def _readings(
    paragraph: Sequence[Told], prices: Mapping[int, Price], part: range, price: Price
) -> Iterator[Hypothesis]:
    own = [paragraph[at] for at in part]
    at = own.index(price.told)
    words = _words(own)
    far = [t for t in reversed(paragraph[: part.start]) if part.start][:20]
    counts = quantities(price, at, own, far)
    near, further = _amounts(paragraph, prices, part, part.start + at, price)
    of_several = _has_open_price(paragraph, prices, part)
    sure: list[Hypothesis] = []
    rest: list[Hypothesis] = []
    for quantity in counts[:_COUNTS]:
        for times in how_often(price, quantity, own, words):
            for amount in (*near, *further):
                if amount in quantity.counts:
                    continue
                doubt = _doubt(price, quantity, times, amount, near, own)
                if of_several and _ALL_OF_THEM.search(amount.words):
                    doubt = ONLY_HOLDS
                exact = product_of(amount, price, quantity, times, doubt, rounded=Rounded.NONE)
                (sure if doubt < ONLY_HOLDS else rest).append(exact)
                rounded = rounded_in(price, quantity)
                rest.append(product_of(amount, price, quantity, times, ONLY_HOLDS, rounded=rounded))
                if price.mean and doubt < ONLY_HOLDS and not _ends_in_zero(price.told):
                    sure.append(mean_of(amount, price, quantity, times, doubt))
    yield from sorted(sure, key=lambda reading: reading.doubt)
    yield from rest


def _has_open_price(paragraph: Sequence[Told], prices: Mapping[int, Price], part: range) -> bool:
    """Tell whether a price before a semicolon waits for the total behind it: 每亩50元，2.4万亩；每亩40元，3.1万亩，共244万元."""
    first = paragraph[part.start].figure.sentence
    earlier = [n for n in range(part.start) if paragraph[n].figure.sentence == first]
    priced = [n for n in earlier if n in prices]
    return bool(priced) and not any(
        n not in prices and paragraph[n].figure.kind == prices[priced[-1]].kind for n in earlier
    )


def _words(own: Sequence[Told]) -> str:
    text = own[0].passage.reading.folded
    start = own[0].figure.span[0] - len(own[0].words) - 1
    return text[max(0, start) : own[-1].figure.span[1]]


def _amounts(
    paragraph: Sequence[Told], prices: Mapping[int, Price], part: range, at: int, price: Price
) -> tuple[list[Told], list[Told]]:
    """The amounts next to a price with no other price between, then the others of the paragraph."""

    def fits(place: int) -> bool:
        told = paragraph[place]
        return (
            place not in prices and told.is_amount and told.figure.kind == price.kind
            and told.figure.value > price.told.figure.value
        )  # fmt: skip

    behind = next((n for n in range(at + 1, part.stop) if n in prices or fits(n)), None)
    ahead = next((n for n in range(at - 1, part.start - 1, -1) if n in prices or fits(n)), None)
    near = [paragraph[n] for n in (behind, ahead) if n is not None and n not in prices]
    others = [
        paragraph[n]
        for n in sorted(range(len(paragraph)), key=lambda n: abs(n - at))
        if fits(n) and paragraph[n] not in near
    ]
    return near or _named(others, paragraph, part), others[:12]


def _named(others: Sequence[Told], paragraph: Sequence[Told], part: range) -> list[Told]:
    """The one amount told before under the very name that this part begins with: 稳岗返还1.35亿元……。稳岗返还惠及….

    Its name stands in full before the first figure of the part.
    """
    words = paragraph[part.start].words
    found = [
        t for t in others
        if t.figure.span < paragraph[part.start].figure.span
        and len(name := plain_label(t.words)) >= _NAME and name in words
    ]  # fmt: skip
    return found if len({t.figure.value for t in found}) == 1 else []


def _doubt(
    price: Price, quantity: Quantity, times: Times, amount: Told, near: Sequence[Told],
    own: Sequence[Told],
) -> float:  # fmt: skip
    if amount not in near or not price.sure or not quantity.near:
        return ONLY_HOLDS
    if _others_between(price, quantity, amount, own):
        return ONLY_HOLDS
    clauses = [t.figure.clause for t in (amount, price.told, *quantity.counts)]
    doubt = _SURE
    if (max(clauses) - min(clauses) > _CLAUSES and amount in own) or quantity.counts[0] not in own:
        doubt *= _UNSURE
    if not times.sure or any(_NOT_NOW.search(t.words) for t in quantity.counts):
        doubt *= _UNSURE
    if not price.thing:
        doubt *= _UNSURE
    makes = amount not in own or _MAKES.search(amount.words + _tail(amount))
    if _NOT_PAID.search(amount.words) or not makes:
        doubt *= _UNSURE
    return doubt


def _others_between(price: Price, quantity: Quantity, amount: Told, own: Sequence[Told]) -> bool:
    """Tell whether others are counted between the amount and the rest: 4家、每家320万元，另9家共1320万元."""
    spans = [t.figure.span for t in (price.told, *quantity.counts)]
    low, high = min(spans), max(spans)
    at = amount.figure.span
    return any(
        is_counted(price, t) and t is not amount
        and (high < t.figure.span < at or at < t.figure.span < low)
        for t in own
    )  # fmt: skip


def _ends_in_zero(price: Told) -> bool:
    """Tell whether a mean may be told in tens: 户均1260元 of 1259.3."""
    return f"{price.figure.number:f}".endswith("0")


def _tail(amount: Told) -> str:
    return amount.passage.reading.folded[amount.figure.span[1] :][:6]
