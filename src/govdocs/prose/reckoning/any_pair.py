"""The last resort: any two amounts near a figure, where its digits are many enough to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from operator import itemgetter

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import MOST_CHANCE, Hypothesis
from govdocs.prose.reckoning.percentages.percentages import claims_a_part
from govdocs.prose.reckoning.percentages.quotients import growth_of, ratio_of
from govdocs.prose.reckoning.reach import before, has_own_share, kin, stands_alone
from govdocs.prose.reckoning.remainders.differences import difference_of, is_difference
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_other_accounts
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import significant

_HELD = re.compile(
    r"[比较与和跟同由从]|目标|计划|任务|限额|上限|预算|应|需|标准|核定|审定|原(?:有|来|计划|预算)|上年|去年|年初|共|总|合计"
)
"""Words that hold an amount against another one."""
_DONE = re.compile(r"(?:完成|执行|到位|支付|支出|落实)(?:率|进度|比例)")
_DOUBT = 0.5
_AMOUNTS = 5
_LEAST_DIGITS = 4
_NAME = 3
_FAR = 3
_MOST = 14
"""How far back, and how many amounts, where the digits are many enough for all their pairs."""


def any_pair(story: Story, target: Told) -> list[Hypothesis]:
    """All readings of a figure by two amounts near it; none where one of so many may fit by chance."""
    if significant(target.figure.number) < _LEAST_DIGITS:
        return []
    found = list(_pairs(story, target))
    chance = sum(reading.chance() for reading in found)
    if chance > MOST_CHANCE:
        return []
    for reading in _farther_pairs(story, target):
        chance += reading.chance()
        if chance > MOST_CHANCE:
            break
        found.append(reading)
    return found


def _farther_pairs(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What lies between two amounts told farther above, the nearest pairs first."""
    if not is_difference(target):
        return
    alike: dict[object, Told] = {}
    for told in before(story, target, _FAR):
        if of_other_accounts(told.cited, target.cited) or _is_item_elsewhere(told, target):
            continue
        if len(alike) < _MOST and kin(told.figure, target.figure) and stands_alone(told):
            alike.setdefault(told.figure.value, told)
    pairs = combinations(enumerate(alike.values()), 2)
    for (_, a), (at, b) in sorted(pairs, key=lambda pair: tuple(map(itemgetter(0), pair[::-1]))):
        if at >= _AMOUNTS and not _are_items(b, a):
            yield difference_of(target, a, b, _DOUBT)


def _pairs(story: Story, target: Told) -> Iterator[Hypothesis]:
    near = [t for t in before(story, target, 1) if stands_alone(t) or is_difference(t)]
    if claims_a_part(target):
        kinds = dict.fromkeys(t.figure.kind for t in near[:_AMOUNTS])
        if (
            near
            and target.words.startswith("占")
            and target.figure.clause - near[0].figure.clause <= 1
        ):
            kinds = {near[0].figure.kind: None}  # 支出4000.92万元，占…: no share of people
        for kind in kinds:
            alike = [t for t in near if t.figure.kind == kind][: _AMOUNTS - 1]
            for a, b in combinations(alike, 2):
                larger, smaller = (a, b) if a.figure.value >= b.figure.value else (b, a)
                if target.figure.role is Role.GROWTH:
                    up = target.figure.sign > 0
                    now, then = (larger, smaller) if up else (smaller, larger)
                    yield growth_of(target, now, then, _DOUBT)
                elif not has_own_share(story, larger) and not (
                    smaller.figure.role is Role.DIFFERENCE and _DONE.search(target.words)
                ):  # 比目标400人多20人，完成率: what lies between two is nothing done
                    yield ratio_of(target, smaller, larger, _DOUBT)
    elif is_difference(target):
        alike = [
            t for t in near
            if kin(t.figure, target.figure) and not of_other_accounts(t.cited, target.cited)
            and (not _is_item_elsewhere(t, target) or _shares_name(t, target))
        ][:_AMOUNTS]  # fmt: skip
        items = [t for t in alike if _is_item_elsewhere(t, target)]
        for a, b in combinations(alike, 2):
            if not _are_items(b, a) and (a in items) == (b in items):
                yield difference_of(target, a, b, _DOUBT)


def _are_items(first: Told, second: Told) -> bool:
    """Tell whether two amounts of one sentence only stand in a row: the lesser before the greater, and nothing holds them together."""
    return (
        first.number == second.number and first.figure.sentence == second.figure.sentence
        and first.figure.value < second.figure.value and _HELD.search(second.words) is None
        and _HELD.search(first.words) is None
    )  # fmt: skip


def _is_item_elsewhere(told: Told, target: Told) -> bool:
    """Tell whether an amount is an item of a list in another sentence: …、上年结转3920万元，收入总计93925万元。"""
    if (told.number, told.figure.sentence) == (target.number, target.figure.sentence):
        return False
    reading = told.passage.reading
    start = reading.layout.sentence_span(told.figure.sentence)[0]
    return (
        reading.folded[: told.figure.span[0] - len(told.words)].rstrip().endswith("、")
        or "其中" in reading.folded[start : told.figure.span[0]]
    )


def _shares_name(told: Told, target: Told) -> bool:
    """Tell whether both bear one name: 其中统筹基金收入146210万元 and 统筹基金结余27474万元."""
    return common_stretch(plain_label(told.words), plain_label(target.words)) >= _NAME
