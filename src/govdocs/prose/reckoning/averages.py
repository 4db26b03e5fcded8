"""Readings of an average: an amount shared out over the things or people that it is named after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.nearness import Rough, some_product
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of
from govdocs.prose.told import Story, Told

_AVERAGE = re.compile(
    r"(?:(户|人|亩|村|县|镇|乡|校|生|车|件|次|日|天|月|公顷|套|台)均|平均每?个?(公顷|公里|平方米|人次|.)?|每个?(公顷|公里|平方米|人次|.))[^，。；]{0,8}$"
)
_SYMBOLS = {
    "人": {"人", "人次", "名", "位"},
    "生": {"人", "名"},
    "件": {"件", "个"},
    "车": {"辆", "台"},
}
_NO_FACT = re.compile(r"标准|目标|不超过|不低于|补助标准|按|上年|去年|全国|全省|全市")


def is_average(told: Told) -> bool:
    """Tell whether a figure says of itself that it is an average."""
    return is_amount(told) and bool(_AVERAGE.search(told.words)) and not _NO_FACT.search(told.words)


def average_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The amount of its kind and the count of its name that were told last."""
    match = _AVERAGE.search(target.words)
    if match is None:
        return
    named = next((group for group in match.groups() if group), "")
    symbols = _SYMBOLS.get(named, {named})
    near = [t for t in before(story, target, 1) if t.figure.span != target.figure.span]
    counts = [
        t
        for t in near
        if t.figure.unit is not None and t.figure.unit.symbol.lstrip("万亿") in symbols
    ]
    own = sentence_of(story, target)
    if not counts:
        counts = [
            t for t in near if t in own and t.figure.kind != target.figure.kind and t.figure.counts
        ]
    if not counts:
        return
    count = counts[0]
    amounts = [
        t for t in near
        if kin(t.figure, target.figure) and t is not count and t.figure.value > target.figure.value
        and not is_average(t)
    ]  # fmt: skip
    if amounts:
        within = amounts[0] in own and count in own
        yield Hypothesis(
            target, (amounts[0], count), _shared, 0.1 if within else 0.4, lambda t: f"{t[0]}÷{t[1]}"
        )


def _shared(values: Sequence[Interval]) -> Interval | None:
    return values[0].over(values[1]) if values[1].low > 0 else None


def is_explained_average(story: Story, target: Told) -> bool:
    """Tell whether any amount in reach, shared out over any count in reach, gives the average."""
    near = before(story, target, 3)[:20]
    amounts = [Rough.of(t.figure) for t in near if kin(t.figure, target.figure)]
    counts = [Rough.of(t.figure) for t in near if t.figure.kind != target.figure.kind]
    return some_product(target.figure, amounts, counts)
