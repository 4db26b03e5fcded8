"""What comes on one of several years: 三年累计投入5355万元，年均1785万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.told import Story

_YEARS = dict(zip("两二三四五六23456", (2, 2, 3, 4, 5, 6, 2, 3, 4, 5, 6), strict=True))
_ALL = re.compile(
    r"(?<![\d〇○零一二三四五六七八九十百第\-—至])(?P<years>[两二三四五六2-6])年(?:间|来)?(?:累计|合计|共计|总共|共)[^，。；\d]{0,8}$"
)
_OF_ONE = re.compile(r"^[，, ]*(?:年均|平均每年|年平均)(?:投入|支出|安排|下达|资金|约|为| )*$")
_DOUBT = 0.1
_REACH = 24


def of_years(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every amount of a year told right behind what so many years make together."""
    for paragraph in story.told:
        for whole, each in pairwise(paragraph):
            if (
                not is_amount(whole) or not is_amount(each) or not kin(whole.figure, each.figure)
                or each.figure.sentence != whole.figure.sentence
                or each.figure.depth != whole.figure.depth
                or not _OF_ONE.match(each.words)
            ):  # fmt: skip
                continue
            start = whole.figure.span[0]
            text = whole.passage.reading.folded[max(0, start - _REACH) : start]
            if found := _ALL.search(text):
                years = _YEARS[found["years"]]
                yield [
                    Hypothesis(
                        each, (whole,), partial(_shared, years=years), _DOUBT,
                        partial(_shown, years=years),
                    )
                ]  # fmt: skip


def _shared(values: Sequence[Interval], *, years: int) -> Interval | None:
    return values[0].scaled(Decimal(1) / years)


def _shown(texts: Sequence[str], *, years: int) -> str:
    return f"{texts[0]}÷{years}"
