"""Readings of an average: an amount shared out over the things or people that it is named after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from govdocs.model.interval import Interval
from govdocs.model.units import unit_of
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.nearness import Rough, some_product
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of
from govdocs.prose.told import Story, Told

_AVERAGE = re.compile(
    r"(?:(户|人|亩|村|县|镇|乡|校|生|车|件|次|日|天|月|公顷|套|台)均|平均每?个?(公顷|公里|平方米|人次|.)?|每个?(公顷|公里|平方米|人次|.))[^，。；]{0,8}$"
)
_SHARES = re.compile(
    r"每个?(公里|公顷|[年月天日镇村县乡校户人亩生家套台班床])|(?<!平)([年月日户人亩村县镇乡校生家])均"
)
"""What an average is shared out over: two of them in 每镇每年."""
_SYMBOLS = {
    "人": {"人", "人次", "名", "位"},
    "生": {"人", "名"},
    "件": {"件", "个"},
    "车": {"辆", "台"},
}
_NO_FACT = re.compile(r"标准|目标|不超过|不低于|上年|去年|全国|全省|全市")
_PLANNED = re.compile(r"按|测算|计划|预计")
_BESIDE = re.compile(r"[比较][^，。；]{0,12}[高低多少](?:出|了)?$")
"""比全县平均水平高100元: a gap to an average is none."""
_MOST = 3

_GRANT = re.compile(r"补[助贴偿]|奖[励补]|资助")


def is_average(told: Told) -> bool:
    """Tell whether a figure says of itself that it is an average."""
    return is_amount(told) and bool(_AVERAGE.search(told.words)) and not _NO_FACT.search(told.words)


def average_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """Amounts of its kind shared out over counts of its name: those of its sentence, else told before."""
    match = _AVERAGE.search(target.words)
    if match is None or _BESIDE.search(target.words):
        return
    if len(_SHARES.findall(target.words)) > 1:
        yield from _of_each_of_each(story, target)
        return
    named = next((group for group in match.groups() if group), "")
    symbols = _SYMBOLS.get(named, {named})
    sentence = [t for t in sentence_of(story, target) if t is not target and is_amount(t)]
    near = [t for t in before(story, target, 1) if t not in sentence]
    doubt = 0.3 if _PLANNED.search(target.words) else 0.1
    counts = [t for t in sentence if _counts(t, symbols)]
    if not counts:
        counts = [t for t in sentence if t.figure.kind != target.figure.kind and t.figure.counts][
            -1:
        ]
    if not counts:
        counts, doubt = [t for t in near if _counts(t, symbols)][:1], 4 * doubt
    amounts = [t for t in sentence if _can_be_shared(t, target)][-_MOST:]
    if not amounts:
        amounts, doubt = [t for t in near if _can_be_shared(t, target)][:_MOST], 4 * doubt
    if target.words[: match.start()].endswith("月"):  # 月人均: of what is paid a month
        amounts = [t for t in amounts if "月" in t.words]
    for count in counts[:_MOST]:
        for amount in amounts:
            if amount is count:
                continue
            each = unit_of(named)
            # 每公里 counts in 公里, which are 1000 of the base unit.
            size = each.factor if each and each.kind == count.figure.kind else Decimal(1)
            if "均" in target.words:
                yield Hypothesis(
                    target, (amount, count), partial(_shared, size=size), doubt,
                    lambda t: f"{t[0]}÷{t[1]}",
                )  # fmt: skip
            elif len(counts) == len(amounts) == 1 and doubt < 1:
                # A price for each is paid in full for each: the product is exact as printed.
                exactly = partial(_exactly_times, size=size)
                yield Hypothesis(amount, (target, count), exactly, doubt, "×".join)


def _of_each_of_each(story: Story, target: Told) -> Iterator[Hypothesis]:
    """每镇每年平均2000万元: an amount of the sentence shared out twice, where both counts stand in it."""
    sentence = [t for t in sentence_of(story, target) if t.figure.span < target.figure.span]
    amounts = [t for t in sentence if is_amount(t) and _can_be_shared(t, target)]
    counts: list[Told] = []
    for names in _SHARES.findall(target.words):
        named = next(name for name in names if name)
        own = [
            t for t in sentence
            if _counts(t, _SYMBOLS.get(named, {named})) or t.figure.noun.startswith(named)
            or (named == "年" and t.figure.kind == "年数")
        ]  # fmt: skip
        if len(own) != 1 or own[0] in counts:
            return
        counts += own
    if len(amounts) == 1 and len(counts) == 2:
        yield Hypothesis(
            target, (amounts[0], *counts), _shared_twice, 0.1, lambda t: f"{t[0]}÷{t[1]}÷{t[2]}"
        )


def _shared_twice(values: Sequence[Interval]) -> Interval | None:
    each = _shared(values[:2], size=Decimal(1))
    return None if each is None else _shared([each, values[2]], size=Decimal(1))


def _counts(told: Told, symbols: set[str]) -> bool:
    unit = told.figure.unit
    return unit is not None and unit.symbol.lstrip("万亿") in symbols


def _can_be_shared(told: Told, target: Told) -> bool:
    granted = _GRANT.search(target.words)  # a grant for each need not use up what was spent
    return (
        (granted is None or granted[0] in told.words)
        and kin(told.figure, target.figure)
        and told.figure.value > target.figure.value
        and not is_average(told)
    )


def _exactly_times(values: Sequence[Interval], *, size: Decimal) -> Interval | None:
    price, count = ((value.low + value.high) / 2 for value in values)
    return Interval.exact(price * count / size)


def _shared(values: Sequence[Interval], *, size: Decimal) -> Interval | None:
    each = values[0].over(values[1]) if values[1].low > 0 else None
    return None if each is None else each.scaled(size)


def is_explained_average(story: Story, target: Told) -> bool:
    """Tell whether any amount in reach, shared out over any count in reach, gives the average."""
    near = before(story, target, 3)[:20]
    amounts = [Rough.of(t.figure) for t in near if kin(t.figure, target.figure)]
    counted = [t for t in near if t.figure.kind != target.figure.kind]
    counts = [Rough.of(t.figure) for t in counted]
    # 新建24所、改造56所，……平均每所: those told side by side are counted together as well
    counts += [
        Rough(a.value + b.value, a.half + b.half)
        for (one, a), (other, b) in pairwise(zip(counted, counts, strict=True))
        if one.figure.unit == other.figure.unit
    ]
    return some_product(target.figure, amounts, counts)
