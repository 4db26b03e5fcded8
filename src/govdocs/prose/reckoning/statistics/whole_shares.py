"""Shares that are all there are by their names: 一、二、三产业占比分别为12.3%、40.6%和47.1%, 男女占比, 城乡占比."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.told import Story, Told

_ALL_OF_THREE = re.compile(r"三次产业|一、?二、?三(?:次)?产业?|第一、?(?:第)?二、?(?:第)?三产业")
_ALL_OF_TWO = re.compile(r"男女|男性?[、和]女性?|城乡|城镇[、和](?:乡村|农村)")
_SHARES = re.compile(r"(?:比重|占比|结构|比例)[^，。；\d%]{0,8}$|占[^，。；\d]{0,16}的$")
_NOT_OF_ALL = re.compile(r"贡献|拉动|增长|增速|目标|提高|下降|上升|分别比")
_MARKS = re.compile(r" *(?:[、，]|和|与|及|以及)+ *")
_HUNDRED = Decimal(100)
_SURE = 0.02


def whole_shares(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every row of shares of all industries, both sexes, town and country: the last by the others."""
    for paragraph in story.told:
        for at, first in enumerate(paragraph):
            if not first.figure.is_rate or not _SHARES.search(first.words):
                continue
            reading = first.passage.reading
            start = reading.layout.sentence_span(first.figure.sentence)[0]
            words = reading.folded[max(start, first.figure.span[0] - 40) : first.figure.span[0]]
            words = words.rpartition("；")[2]
            size = 3 if _ALL_OF_THREE.search(words) else 2 if _ALL_OF_TWO.search(words) else 0
            row = _row(paragraph[at:])
            if not size or len(row) != size or _NOT_OF_ALL.search(words):
                continue
            yield [
                Hypothesis(
                    row[-1], tuple(row[:-1]), _left, _SURE, lambda t: f"100%－{'－'.join(t)}"
                )
            ]


def _row(told: Sequence[Told]) -> list[Told]:
    """The rates from the first on that nothing but marks parts."""
    row = [told[0]]
    text = told[0].passage.reading.folded
    for one in told[1:]:
        between = text[row[-1].figure.span[1] : one.figure.span[0]]
        if not one.figure.is_rate or not one.figure.exact or not _MARKS.fullmatch(between):
            break
        row.append(one)
    return row


def _left(values: Sequence[Interval]) -> Interval | None:
    return Interval.exact(_HUNDRED).minus(Interval.total(values))
