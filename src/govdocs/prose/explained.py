"""All amounts that a paper states, so that no figure is called wrong that another amount explains."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

    def first(self, kind: str, value: Decimal) -> Cited | None:
        """The first place where the prose states ``value``."""
        return next(
            (c for c in self.cited.get(kind, ()) if c.figure and c.figure.value == value), None
        )

    def has(self, kind: str, value: Interval) -> bool:
        """Tell whether some amount of ``kind`` prints as ``value``."""
        return any(value.meets(known) for known in self.values.get(kind, ()))

    def explains_rate(self, part: ProseFigure, rate: ProseFigure) -> bool:
        """Tell whether ``part`` divided by some amount of the paper gives ``rate``."""
        return any(
            is_rate_of(part.interval, whole, rate) for whole in self.values.get(part.kind, ())
        )


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
