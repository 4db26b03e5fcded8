"""Percentages that follow a row of amounts in the same order: 三项分别占50%、20%和30%, 逐年分别下降10%和11%."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bases.named_row import by_names_in_order, names_of_row
from govdocs.prose.reckoning.percentages.bound.percentage_binding import SURE
from govdocs.prose.reckoning.percentages.elsewhere.rows_before import rows_before
from govdocs.prose.reckoning.percentages.quotients import (
    first_of_all,
    first_of_all_shown,
    growth_of,
    ratio_of,
)
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of
from govdocs.prose.told import Story, Told

_EACH = re.compile(
    r"分别|依次|各|(?:[两二三四五六七八九]|\d)(?:级|者|项|类|部分|方面|块|种)[^，。；\d]{0,6}(?:比例|比重|占比)"
)
_MARKS = re.compile(r" *(?:[、，]|和|与|及|以及)+ *")
_ITEM = re.compile(r" *(?:[、，]|和|与|及|以及)+[^，。；\d]{0,12}")
_WHOLES = 4


def in_order(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The reading of a percentage by its place in a row of percentages behind a row of amounts."""
    sentence = sentence_of(story, target)
    rows = [list(row) for _, row in groupby(sentence, key=lambda t: t.figure.is_rate)]
    at = next((n for n, row in enumerate(rows) if target in row), 0)
    rates = rows[at] if rows else []
    if at == 0 or len(rates) < 2:
        return
    words = target.passage.reading.folded[rows[at - 1][-1].figure.span[1] : rates[0].figure.span[0]]
    place = rates.index(target)
    if not _EACH.search(words):
        yield from _of_a_row(story, rows[at - 1], rates, place)
        return
    pairs = _in_brackets(rows[at - 1])
    if len(pairs) == len(rates) and "率" in words:
        part, whole = pairs[place]
        yield ratio_of(target, part, whole, SURE)
        return
    if rates[0].figure.role not in {Role.GROWTH, Role.SHARE}:
        yield from _of_two_rows(story, target, rows[at - 1], rates, place)
        return
    amounts = _of_most_common_kind(rows[at - 1])
    if rates[0].figure.role is Role.SHARE and (names := names_of_row(rates[0], len(rates))):
        yield from by_names_in_order(story, target, rates, names)
        return
    if rates[0].figure.role is Role.GROWTH:
        if len(amounts) >= len(rates) + 1:
            pair = amounts[-len(rates) - 1 :][place : place + 2]
            yield growth_of(_of_sign(target, rates[0]), pair[1], pair[0], SURE)
    elif len(amounts) >= len(rates):
        own = amounts[-len(rates) :]
        yield _of_sum(target, own, place)
    else:
        for own in rows_before(story, target, len(rates)):
            of_all = [_of_sum(rate, own, n) for n, rate in enumerate(rates)]
            if all(reading.holds() for n, reading in enumerate(of_all) if n != place):
                yield of_all[place]


def _of_a_row(
    story: Story, row: Sequence[Told], rates: Sequence[Told], place: int
) -> Iterator[Hypothesis]:
    """分别为400人、800人、600人，占总数的22.2%、44.4%、33.3%: as many shares as amounts, nothing but marks between.

    They are shares of the amounts together, or of one amount before them: of that which gives all the others.
    """
    own, size = _of_most_common_kind(row), len(rates)
    if rates[0].figure.role is not Role.SHARE or not _is_bare_row(rates) or len(own) < size:
        return
    if len(own) > size and not _is_listed(own[-size:]):
        return
    own = own[-size:]
    first = own[0]
    wholes = [
        t for t in before(story, first, 1)
        if kin(t.figure, first.figure) and t.figure.value > max(one.figure.value for one in own)
    ]  # fmt: skip
    for whole in wholes[:_WHOLES]:
        readings = [ratio_of(rate, own[n], whole, SURE) for n, rate in enumerate(rates)]
        if all(reading.holds() for n, reading in enumerate(readings) if n != place):
            yield readings[place]
    of_all = [_of_sum(rate, own, n) for n, rate in enumerate(rates)]
    if all(reading.holds() for n, reading in enumerate(of_all) if n != place):
        yield of_all[place]


def _of_sum(target: Told, own: Sequence[Told], place: int) -> Hypothesis:
    others = [t for t in own if t is not own[place]]
    return Hypothesis(target, (own[place], *others), first_of_all, SURE, first_of_all_shown)


def _is_bare_row(told: Sequence[Told]) -> bool:
    """Tell whether nothing but 、 and 和 stands between figures."""
    text = told[0].passage.reading.folded
    return all(
        _MARKS.fullmatch(text[a.figure.span[1] : b.figure.span[0]]) for a, b in pairwise(told)
    )


def _is_listed(told: Sequence[Told]) -> bool:
    """Tell whether amounts are items of one list: parted by 、 and 和, with their names between."""
    text = told[0].passage.reading.folded
    return all(
        _ITEM.fullmatch(text[a.figure.span[1] : b.figure.span[0]]) for a, b in pairwise(told)
    )


def _of_two_rows(
    story: Story, target: Told, row: Sequence[Told], rates: Sequence[Told], place: int
) -> Iterator[Hypothesis]:
    """分别安排400万元、500万元，到位380万元、450万元，到位率分别为95%、90%: one row by the other."""
    own, size = _of_most_common_kind(row), len(rates)
    if len(own) == size:
        earlier = [
            t for t in story.told[target.number]
            if t.figure.sentence == target.figure.sentence - 1 and not t.figure.is_rate
        ]  # fmt: skip
        first, second = _of_most_common_kind(earlier)[-size:], own
    elif len(own) == 2 * size:
        first, second = own[:size], own[size:]
    else:
        return
    if len(first) != size or not all(
        kin(a.figure, b.figure) for a, b in zip(first, second, strict=True)
    ):
        return
    if all(a.figure.value >= b.figure.value for a, b in zip(first, second, strict=True)):
        first, second = second, first
    elif not all(a.figure.value <= b.figure.value for a, b in zip(first, second, strict=True)):
        return
    others = [
        ratio_of(rate, first[n], second[n], SURE) for n, rate in enumerate(rates) if n != place
    ]
    if all(reading.holds() for reading in others):
        yield ratio_of(target, first[place], second[place], SURE)


def _in_brackets(row: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Amounts with their full amount in brackets behind each: 决策15分（满分18分）."""
    return [
        (one, other) for one, other in pairwise(row)
        if other.figure.depth > one.figure.depth and one.figure.kind == other.figure.kind
        and other.figure.value >= one.figure.value
    ]  # fmt: skip


def _of_most_common_kind(row: Sequence[Told]) -> list[Told]:
    """The amounts of a row, without counts of them (三项) or years between."""
    amounts = [t for t in row if is_amount(t)]
    # 专项债券3200万元（5月1900万元、9月1300万元）: what divides an item is no item
    least = min((t.figure.depth for t in amounts), default=0)
    amounts = [t for t in amounts if t.figure.depth == least]
    kinds = Counter(t.figure.kind for t in amounts)
    most = max(kinds, key=kinds.__getitem__, default="")
    return [t for t in amounts if t.figure.kind == most]


def _of_sign(target: Told, first: Told) -> Told:
    """A later rate of a row says nothing of up or down itself; it goes by the first."""
    figure = replace(target.figure, sign=first.figure.sign, role=Role.GROWTH)
    return Told(target.passage, figure, target.words, target.number)
