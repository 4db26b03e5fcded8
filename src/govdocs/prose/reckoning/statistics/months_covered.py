"""How long what is left will last: 滚存结余829,818万元，按月均支出74,057万元计算，可支付11.2个月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.model.units import MONEY
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.made import ONLY_HOLDS
from govdocs.prose.told import Story, Told

_LASTS = re.compile(
    r"(?:可支[付撑]|支付能力|备付|可用|可维持|可供支付|静态可支付|可保障)[^，。；\d]{0,10}$"
)
_LEFT = re.compile(r"结余|结存|余额|储备|库存|存量")
_OF_A_MONTH = re.compile(r"月均|每月|平均月|单月|月支")
_SPENT = re.compile(r"支出|支付|发放")
_SURE = 0.05
_TWELVE = Decimal(12)
_MONTHS = {"个月": Decimal(1), "月": Decimal(1), "年": Decimal(12), "天": Decimal(12) / 365}


def months_covered(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every number of months with the balance and the monthly spending told before it."""
    for paragraph in story.told:
        for target in paragraph:
            symbol = target.figure.unit.symbol if target.figure.unit else ""
            if symbol not in _MONTHS or not _LASTS.search(target.words):
                continue
            found = list(_readings(story, target, _MONTHS[symbol]))
            if found:
                yield found


def _readings(story: Story, target: Told, size: Decimal) -> Iterator[Hypothesis]:
    near = [t for t in story.before(target, 1) if t.is_amount and t.figure.kind == MONEY]
    left = [t for t in near if _LEFT.search(t.words)]
    months = [t for t in near if _OF_A_MONTH.search(t.words)]
    years = [t for t in near if _SPENT.search(t.words) and t not in months]
    sure = _SURE
    for spent, factor in [*((t, Decimal(1)) for t in months), *((t, _TWELVE) for t in years)]:
        for balance in left[:4]:
            lasts = partial(_lasts, factor=factor / size)
            yield Hypothesis(target, (balance, spent), lasts, sure, partial(_shown, factor=factor))
            sure = ONLY_HOLDS


def _lasts(values: Sequence[Interval], *, factor: Decimal) -> Interval | None:
    found = values[0].over(values[1]) if values[1].low > 0 else None
    return None if found is None else found.scaled(factor)


def _shown(texts: Sequence[str], *, factor: Decimal) -> str:
    return f"{texts[0]}÷{texts[1]}" if factor == 1 else f"{texts[0]}÷（{texts[1]}÷12）"
