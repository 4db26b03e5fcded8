"""All amounts that a paper states, so that no figure is called wrong that another amount explains."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage

_HUNDRED = Interval.exact(Decimal(100))


@dataclass(frozen=True)
class Amounts:
    """The values of a paper by kind of unit, prose and tables; each with how often prose states it."""

    values: dict[str, tuple[Interval, ...]]
    stated: Counter[tuple[str, Decimal]]
    cited: dict[str, tuple[Cited, ...]]
    """The exact amounts of the prose by kind, in the order of the paper."""
    _sorted: dict[str, tuple[_Sorted, ...]] = field(default_factory=dict, init=False, repr=False)

    def first(self, kind: str, value: Decimal) -> Cited | None:
        """The first place where the prose states ``value``."""
        return next(
            (c for c in self.cited.get(kind, ()) if c.figure and c.figure.value == value), None
        )

    def has(self, kind: str, value: Interval) -> bool:
        """Tell whether some amount of ``kind`` prints as ``value``."""
        near = self._between(kind, float(value.low), float(value.high))
        return any(value.meets(known) for known in near)

    def explains_rate(self, part: ProseFigure, rate: ProseFigure) -> bool:
        """Tell whether ``part`` divided by some amount of the paper gives ``rate``."""
        wholes: Iterable[Interval] = self.values.get(part.kind, ())
        low, high = part.interval.low, part.interval.high
        least = min(rate.interval.low, rate.truncated.low)
        most = max(rate.interval.high, rate.truncated.high)
        if low > 0 and least > 0:
            times = 100 if rate.is_rate else 1
            wholes = self._between(
                part.kind, float(low * times / most), float(high * times / least)
            )
        return any(is_rate_of(part.interval, whole, rate) for whole in wholes)

    def _between(self, kind: str, low: float, high: float) -> Iterator[Interval]:
        """The amounts of ``kind`` that may meet those from ``low`` to ``high``."""
        known = self._sorted.get(kind)
        if known is None:
            known = self._sorted[kind] = _Sorted.of(self.values.get(kind, ()))
        for of_one_width in known:
            yield from of_one_width.between(low, high)


_SLACK = 1e-9
"""So much of itself a bound gives way: floats only narrow down what is then reckoned in full."""


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Intervals of about one width by their lower ends, and how wide the widest of them is."""

    intervals: tuple[Interval, ...]
    lows: tuple[float, ...]
    widest: float

    @staticmethod
    def of(values: Iterable[Interval]) -> tuple[_Sorted, ...]:
        alike: defaultdict[int, list[Interval]] = defaultdict(list)
        for one in values:
            alike[(one.high - one.low).adjusted()].append(one)
        return tuple(_Sorted._of_one_width(group) for group in alike.values())

    @staticmethod
    def _of_one_width(values: Iterable[Interval]) -> _Sorted:
        intervals = tuple(sorted(values, key=lambda one: one.low))
        widest = max(float(one.high - one.low) for one in intervals)
        return _Sorted(intervals, tuple(float(one.low) for one in intervals), widest)

    def between(self, low: float, high: float) -> Iterable[Interval]:
        """The intervals that may meet those from ``low`` to ``high``, and perhaps some more."""
        first = low - self.widest
        start = bisect_left(self.lows, first - _SLACK * (abs(first) + abs(low) + self.widest))
        return self.intervals[start : bisect_right(self.lows, high + _SLACK * abs(high))]


def amounts_of(passages: Sequence[Passage], cells: Iterable[tuple[str, Interval]] = ()) -> Amounts:
    """Gather the amounts of the prose and of ``cells``, as (kind, value in base units)."""
    found: defaultdict[str, dict[Interval, None]] = defaultdict(dict)
    stated: Counter[tuple[str, Decimal]] = Counter()
    cited: defaultdict[str, list[Cited]] = defaultdict(list)
    for passage in passages:
        for figure in passage.reading.measures:
            if figure.unit is not None and figure.sort is Sort.MEASURE:
                found[figure.kind][figure.interval] = None
                stated[figure.kind, figure.value] += 1
                if figure.exact:
                    cited[figure.kind].append(Cited.of(passage, figure))
    for kind, value in cells:
        found[kind][value] = None
        stated[kind, (value.low + value.high) / 2] += 1
    return Amounts(
        {kind: tuple(values) for kind, values in found.items()},
        stated,
        {kind: tuple(all_of) for kind, all_of in cited.items()},
    )


def is_rate_of(part: Interval, whole: Interval, rate: ProseFigure) -> bool:
    """Tell whether part ÷ whole prints as ``rate`` (percent, or 倍 without the hundred)."""
    ratio = part.over(whole) if whole.low > 0 else None
    if ratio is None:
        return False
    true = ratio.times(_HUNDRED) if rate.is_rate else ratio
    return true.meets(rate.interval) or is_cut(rate, true)


def is_cut(rate: ProseFigure, true: Interval) -> bool:
    """Tell whether ``rate`` is ``true`` with further digits cut off.

    A rate in whole percents is not cut from a true value that is the next whole number itself.
    """
    if rate.decimals:
        return true.meets(rate.truncated)
    return rate.truncated.low <= (true.low + true.high) / 2 < rate.truncated.high
