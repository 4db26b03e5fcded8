"""All figures of a paper that name their measure and time, so that sentences can be held against each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.binding import is_measure
from govdocs.prose.words.period import Period

Key = tuple[str, str, str, Period]
"""Subject, measure with the counted noun, kind of unit, period."""

_PLANNED = re.compile(r"预计|预期|拟(?!定)|力争|计划(?!单列|生育|任务)[^，。；]*、")
"""Said of a whole list: 预计保障城市低保3200人、农村低保29000人、特困4300人 tells no result."""
_ALONE = frozenset({Role.PLAIN, Role.TOTAL})
"""The roles of a figure that states a value itself, no change, share, goal or price."""
_YEAR = re.compile(r"(20\d\d) *年(?!初|底|末|以|来)")
_QUALIFIED = re.compile(r"口径|可比|不变价|剔除|扣除|不含|不包括|调整后")
"""A figure with a scope of its own is another fact than the plain one of the same name."""


@dataclass(frozen=True)
class Ledger:
    """The bound figures of a paper by what they measure; ``own`` is the place that it is about."""

    entries: dict[Key, tuple[Cited, ...]]
    own: str
    single: dict[Key, Cited | None]
    """The one figure of each key, None where it has two values."""
    kinds: dict[tuple[str, str, Period], tuple[str, ...]]
    """The kinds of unit in which each subject's measure of a time is stated."""

    def at(self, figure: ProseFigure, measure: str, period: Period) -> Cited | None:
        """The one figure of ``measure`` in ``period`` of the same kind; None for none or for two values."""
        return self.single.get((self.whose(figure), measure, figure.kind, period))

    def named(self, figure: ProseFigure, measure: str, period: Period) -> dict[str, Cited]:
        """The first figure of ``measure`` in ``period`` for each kind of unit."""
        whose = self.whose(figure)
        return {
            kind: self.entries[whose, measure, kind, period][0]
            for kind in self.kinds.get((whose, measure, period), ())
        }

    def whose(self, figure: ProseFigure) -> str:
        """The subject of a figure, empty for the paper's own."""
        return "" if figure.subject == self.own else figure.subject


def measure_key(figure: ProseFigure) -> str:
    """What a figure measures, the counted noun included: 获进出口权企业 for 获进出口权企业49家."""
    if not figure.counts:
        return figure.measure
    return figure.measure + figure.noun if figure.noun else figure.measure


def can_stand_alone(figure: ProseFigure) -> bool:
    """Tell whether a figure states the one value of its measure, at whatever time."""
    return (
        figure.sort is Sort.MEASURE
        and figure.role in _ALONE
        and figure.exact
        and figure.unit is not None
        and figure.kind not in {"", "分", "年数", "月数", "日数", "个百分点", "个工作日"}
        and is_measure(measure_key(figure))
    )


def build_ledger(passages: Sequence[Passage], year: int | None = None) -> Ledger:
    """Enter every figure of ``passages`` that binds; ``year`` is taken where a paragraph names none."""
    own = _own_subject(passages)
    entries: defaultdict[Key, list[Cited]] = defaultdict(list)
    for passage in passages:
        above = _period_above(passage, year)
        for figure in passage.reading.figures:
            period = figure.period or above
            if period is None or not can_stand_alone(figure):
                continue
            qualified = _QUALIFIED.search(_clause_around(passage, figure))
            if not qualified and not _is_planned(passage, figure):
                subject = "" if figure.subject == own else figure.subject
                key = (subject, measure_key(figure), figure.kind, period)
                entries[key].append(Cited.of(passage, figure))
    kinds: defaultdict[tuple[str, str, Period], list[str]] = defaultdict(list)
    single: dict[Key, Cited | None] = {}
    for (subject, measure, kind, period), cited in entries.items():
        kinds[subject, measure, period].append(kind)
        values = {c.figure.value for c in cited if c.figure is not None}
        single[subject, measure, kind, period] = cited[0] if len(values) == 1 else None
    return Ledger(
        {key: tuple(cited) for key, cited in entries.items()},
        own,
        single,
        {key: tuple(names) for key, names in kinds.items()},
    )


def _period_above(passage: Passage, year: int | None) -> Period | None:
    """The one year that the heading above a paragraph names (二、2025年预算草案), else the paper's own."""
    named = (set(_YEAR.findall(heading)) for heading in reversed(passage.headings))
    nearest = next((years for years in named if years), set())
    if len(nearest) == 1:
        return Period(int(nearest.pop()))
    return None if year is None else Period(year)


def _clause_around(passage: Passage, figure: ProseFigure) -> str:
    reading = passage.reading
    start = reading.layout.clause_starts[figure.clause]
    return reading.folded[start : figure.span[1] + 10]


def _is_planned(passage: Passage, figure: ProseFigure) -> bool:
    text = passage.reading.folded
    start = max(text.rfind(mark, 0, figure.span[0]) for mark in "，。；：\n")
    return _PLANNED.search(text, start + 1, figure.span[0]) is not None


def with_year(figure: ProseFigure, year: int | None) -> ProseFigure:
    """The figure with the paper's own year where its paragraph names no time."""
    if figure.period is None and year is not None:
        return replace(figure, period=Period(year))
    return figure


def _own_subject(passages: Iterable[Passage]) -> str:
    subjects = Counter(f.subject for p in passages for f in p.reading.figures if f.subject)
    if not subjects:
        return ""
    (first, often), *rest = subjects.most_common(2)
    return first if not rest or often > rest[0][1] else ""
