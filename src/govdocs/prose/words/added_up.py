"""Whether figures told in a row can make a total at all, and whether so few digits say anything of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.model.units import MONEY
from govdocs.prose.figure import ProseFigure
from govdocs.prose.told import Told
from govdocs.prose.words.near_miss import significant

_FINE = 4
_OTHER_SIDE = re.compile(
    r"[；;]? *(?:本年|当年|全年|总)*(?:支出|收入|上年|年末|年初|滚存|余额|结余|结转|收支)"
)
_MOVED = re.compile(r"[由从][^，。；]{0,10}$|[增减高低升降扩缩整]\w{0,2}[至到为]了?$|净[增减]$")
_ASSETS = re.compile(r"(?<!净)资产(?!负债)")


def interval_of_sum(parts: Sequence[ProseFigure]) -> Interval:
    """The values that the sum of ``parts`` can have; 0万元 beside 7.36万元 is nothing, and not up to half of 1万元."""
    finest = max((part.decimals for part in parts), default=0)
    return Interval.total(
        part.interval if part.value or part.decimals == finest else Interval.exact(part.value)
        for part in parts
    )


def never_added(parts: Sequence[Told]) -> bool:
    """Tell whether a part is divided again beside the others, or assets stand with debts."""
    words = [part.words for part in parts]
    divided = any("其中" in word for word in words[1:])
    return divided or (
        any("负债" in word for word in words) and any(_ASSETS.search(word) for word in words)
    )


def is_short_count(total: Told) -> bool:
    """Tell whether a count has so few digits that some of its kinds come within a digit of it by chance."""
    return total.figure.kind != MONEY and significant(total.figure.number) < _FINE


def begins_other_side(told: Told) -> bool:
    """Tell whether a semicolon before a figure begins the other side of an account: …；支出34亿元."""
    reading = told.passage.reading
    start = reading.layout.clause_starts[told.figure.clause]
    is_after = reading.folded[max(0, start - 1) : start + 1].strip()[:1] in {"；", ";"}
    return is_after and _OTHER_SIDE.match(reading.folded, start) is not None


def has_moved(told: Told) -> bool:
    """Tell whether a figure says what something was or became: such are no items of a sum."""
    return _MOVED.search(told.words) is not None


def round_to(figures: Sequence[ProseFigure], ulp: Decimal) -> Decimal:
    """By how many of their last digits all figures are round: 100 for 2400, 1200 and 600."""
    least = Decimal(1)
    while all((f.value / ulp) % (least * 10) == 0 for f in figures if f.value):
        least *= 10
        if least > 10**12:
            break
    return least
