"""How many there are of what a price is for each of, and how often it is paid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from govdocs.model.units import MONEY, unit_of
from govdocs.prose.reckoning.prices.price import Price
from govdocs.prose.told import Told

_ALIKE = {
    "人": "人名位", "生": "人名位", "名": "名人", "位": "位人名", "岗": "个岗人名", "家": "家个户", "车": "辆台",
    "次": "次场批", "校": "所个", "床": "张床", "户": "户", "栋": "栋幢", "幢": "栋幢", "头": "头只匹", "村": "个村",
    "镇": "个镇", "乡": "个乡", "县": "个县", "班": "个班", "台": "台套", "套": "套台", "辆": "辆台", "㎡": "㎡",
    "场": "场次", "件": "件个项", "点": "个处", "组": "个组", "站": "个座", "所": "所个", "处": "处个", "项": "项个",
}  # fmt: skip
_LONG = {"㎡": "平方米", "千米": "公里"}
_FOR_MONTHS = re.compile(r"月|次")
_RUN = 4
_FEW = 2
_PLANNED = re.compile(r"计划|目标|应|预计|上年|去年")
_YEAR = re.compile(r"全年|年度|年发放|年补助|年支出|年需|一年|每年|20\d\d年")
_HALF = re.compile(r"半年")
_TERMS = re.compile(r"[两二2]个?学期|春.*秋")


@dataclass(frozen=True)
class Quantity:
    """Some counts that are paid for together; ``size`` is one of the things in their base unit."""

    counts: tuple[Told, ...]
    size: Decimal
    near: bool
    """Whether it stands in the price's own part of the sentence, the nearest of its kind."""


@dataclass(frozen=True)
class Times:
    """How often a price is paid: by a figure of the paper, or as a year has months."""

    factor: Decimal
    told: Told | None = None
    sure: bool = True


def is_counted(price: Price, told: Told) -> bool:
    """Tell whether a figure counts what the price is for; any count where its words do not say."""
    figure = told.figure
    if not told.is_amount or figure.unit is None or figure.kind in {MONEY, "分", "倍"}:
        return False
    symbol = figure.unit.symbol.lstrip("万亿千")
    thing = price.thing
    if not thing:
        return True
    if thing == symbol or _LONG.get(thing, thing) == _LONG.get(symbol, symbol):
        return True
    if thing == symbol + figure.noun[:1]:
        return True  # 12台班
    if symbol[:1] == thing and symbol[1:] in price.periods:
        return True  # 3260人月
    if symbol == "人次" and thing in {"人", "次"}:
        return True
    alike = _ALIKE.get(thing)
    if alike is None and figure.counts:
        alike = symbol + "个"  # 展位432个，每个展位: what is named before or behind the count
        named = symbol == thing
    else:
        named = symbol != "个"
    if symbol not in (alike or thing):
        return False
    if named:
        return True
    behind = told.passage.reading.folded[figure.span[1] : figure.span[1] + 8]
    return thing in behind.split("，")[0] or thing in told.words[-6:]


def quantities(price: Price, at: int, own: Sequence[Told], far: Sequence[Told]) -> list[Quantity]:
    """The counts of ``own`` part of a sentence, the nearest to the price first, those next to each other also as one.

    ``at`` is the place of the price in ``own``; behind them come those of ``far``, told in sentences before.
    """
    ahead = [t for t in own[:at] if is_counted(price, t)]
    behind = [t for t in own[at + 1 :] if is_counted(price, t)]
    first = behind[:1] if not ahead or _is_next(own[at], behind[:1]) else []
    order = [*reversed(ahead), *behind]
    if first and ahead and own[at].figure.clause - ahead[-1].figure.clause > 1:
        order = [*behind[:1], *reversed(ahead), *behind[1:]]
    found = [Quantity((t,), size_of(price, t), n == 0) for n, t in enumerate(order)]
    run = _run(ahead, own[at])
    for many in range(2, len(run) + 1):
        found.insert(1, Quantity(tuple(run[-many:]), size_of(price, run[-1]), many == len(run)))
    if ahead and len(ahead) > 1 and order[0] is not ahead[0]:
        # 2486人，其中集中391人、分散2095人，人均650元: the whole is as near as its parts
        found.insert(1, Quantity((ahead[0],), size_of(price, ahead[0]), True))
    further = sorted((t for t in far if is_counted(price, t)), key=_stands_back(price))
    found += [
        Quantity((t,), size_of(price, t), not found and n < _FEW) for n, t in enumerate(further)
    ]
    return found


def _stands_back(price: Price) -> Callable[[Told], bool]:
    """Plans, and parts told in brackets, come after what there was: 计划60艘，实际53艘（其中钢质29艘、木质24艘）."""

    def back(told: Told) -> bool:
        return (
            told.figure.depth > price.told.figure.depth or _PLANNED.search(told.words) is not None
        )

    return back


def _is_next(price: Told, behind: Sequence[Told]) -> bool:
    return bool(behind) and behind[0].figure.clause == price.figure.clause


def _run(ahead: Sequence[Told], price: Told) -> list[Told]:
    """Counts of one unit right before a price: 春季2208人、秋季2094人，每人1500元."""
    run: list[Told] = []
    for told in reversed(ahead):
        after = run[0].figure if run else price.figure
        if (
            run and told.figure.unit != run[0].figure.unit
        ) or after.clause - told.figure.clause > 1:
            break
        run.insert(0, told)
    return run[-_RUN:]


def size_of(price: Price, count: Told) -> Decimal:
    """What one of the things is in the base unit of the count: 1000 metres for 每公里."""
    each = unit_of(_LONG.get(price.thing, price.thing)) if price.thing else None
    size = each.factor if each is not None and each.kind == count.figure.kind else Decimal(1)
    return size * price.scale


def how_often(
    price: Price, quantity: Quantity, part: Sequence[Told], words: str
) -> Iterator[Times]:
    """How often the price is paid in this part of a sentence: as it says, or as its words allow."""
    figure = quantity.counts[-1].figure
    symbol = (figure.unit.symbol if figure.unit else "") + figure.noun[:1]
    for period in price.periods:
        told = [t for t in part if _measures(period, t)]
        if told:
            yield from (Times(t.figure.number, t) for t in told)
        elif period in {"月", "个月"}:
            if _FOR_MONTHS.search(symbol):
                yield Times(Decimal(1))
            if _HALF.search(words):
                yield Times(Decimal(6))
            yield Times(Decimal(12), sure=bool(_YEAR.search(words)))
        elif period in {"学期", "季度", "季"}:
            if period == "学期" and _TERMS.search(words) and len(quantity.counts) == 1:
                yield Times(Decimal(2))
            yield Times(Decimal(1), sure=period == "学期")
            yield Times(Decimal(2 if period == "学期" else 4), sure=False)
        elif period in {"年", "学年"}:
            yield Times(Decimal(1))
        elif period in {"天", "日"}:
            yield Times(Decimal(365), sure=False)
    if not price.periods:
        yield Times(Decimal(1))
        yield from (Times(t.figure.number, t, sure=False) for t in part if t.figure.kind == "月数")
    else:
        yield Times(Decimal(1), sure=False)


def _measures(period: str, told: Told) -> bool:
    figure = told.figure
    if figure.unit is None or figure.is_rate:
        return False
    symbol = figure.unit.symbol
    if period in {"月", "个月"}:
        return symbol == "个月"
    if period in {"天", "日"}:
        return symbol == "天" or (symbol == "日" and not told.is_amount)
    if period in {"年", "学年"}:
        return symbol == "年" and figure.kind == "年数"
    return symbol + figure.noun == f"个{period}" or symbol == period
