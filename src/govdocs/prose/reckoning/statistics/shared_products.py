"""What each gets of what a price makes: 1138名，涉及家庭人口4894人，按年报酬1万元计算，家庭人均增收2325元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.model.units import MONEY
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.made import ONLY_HOLDS
from govdocs.prose.told import Story, Told

_AVERAGE = re.compile(r"(?P<each>[户人亩村])均[^，。；\d]{0,8}$")
_BY = re.compile(r"(?:按照?|以)[^，。；\d]{0,12}$")
_RECKONED = re.compile(r"[^，。；\d]{0,6}(?:计算|测算|估算|计)")
_PEOPLE = "人名位"
_SURE = 0.1
_MOST, _FEWEST = 5, 20


def shared_products(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every average behind a price that the sentence reckons with, and two counts before it."""
    for sentence in story.sentences():
        for at, target in enumerate(sentence):
            found = _AVERAGE.search(target.words)
            if at < 3 or found is None or target.figure.kind != MONEY:
                continue
            price = sentence[at - 1]
            text = target.passage.reading.folded
            if (
                price.figure.kind == MONEY
                and _BY.search(price.words)
                and _RECKONED.match(text, price.figure.span[1])
                and target.figure.clause - price.figure.clause == 1
            ):
                readings = list(_readings(target, price, sentence[: at - 1], found["each"]))
                if readings:
                    yield readings


def _readings(target: Told, price: Told, before: Sequence[Told], each: str) -> Iterator[Hypothesis]:
    counts = [
        t for t in before if t.is_amount and t.figure.value > _FEWEST and t.figure.kind != MONEY
    ][-_MOST:]
    symbols = _PEOPLE if each == "人" else each
    sharing = [t for t in counts if t.figure.unit and t.figure.unit.symbol[-1] in symbols]
    doubt = _SURE
    for shared in reversed(sharing):
        for paid in counts:
            if paid is not shared and paid.figure.counts:
                yield Hypothesis(
                    target, (paid, price, shared), _each, doubt, lambda t: f"{t[0]}×{t[1]}÷{t[2]}"
                )
                doubt = ONLY_HOLDS


def _each(values: Sequence[Interval]) -> Interval | None:
    paid, price, shared = values
    middle = Interval.exact((price.low + price.high) / 2)
    return paid.times(middle).over(shared) if shared.low > 0 else None
