"""Which columns a rate column divides: by a printed formula, by the words of the heads, by its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from govdocs.checks.document.tables.columns.head_formulas import Formula
from govdocs.checks.document.tables.concepts import Concept, columns_for, concept_of
from govdocs.model.interval import Interval, quotient, rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY, PERCENT, POINT
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_HUNDRED = Interval.exact(Decimal(100))
_RATE = re.compile(
    r"率|占比|比例|比重|进度|百分比|增幅|增速|增长|同比|完成(?:年初|年度|全年|当年|调整后?)的?预算$"
)
_GROWTH = re.compile(
    r"增长率|增幅|增速|同比|增减率|变动率|降幅|增减比例|增减幅度|升降|增长比例|增减(?:[（(]?[%％])|增长(?:[（(]?[%％].?)?$|[±+-][%％]"
)
_SHARE = re.compile(r"占比|比重|所占比例|占.{0,8}比例|构成|^比例$|百分比|占.{1,8}[%％]")
_BY_CONCEPT = (
    (Concept.SCORE_RATE, Concept.SCORE, Concept.WEIGHT),
    (Concept.SPENT_RATE, Concept.SPENT, Concept.BUDGET),
)
_OF_THE_YEAR = re.compile(r"全年|调整后")
_PLANNED = re.compile(r"计划|目标|任务|应|批复|年初|上年|去年")
_BY_WORDS: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rate), re.compile(part), re.compile(whole))
    for rate, part, whole in (
        (r"到位(?:率|比例)", r"到位|拨入|实到", r"计划|预算|安排|下达|应到|申报|总投资|批复|指标"),
        (
            r"(?:执行|支出|支付|使用|拨付|兑付|发放|报账)(?:率|进度|比例)",
            r"执行|支出|支付|使用|拨付|决算|兑付|发放|报账",
            r"预算|到位|下达|安排|计划|指标|收入|分配|总额|合计|小计|拨入|下拨|资金",
        ),
        (r"完成(?:率|比例|进度|程度)|完成.{0,6}[%％]|完成(?:年初|年度|全年|当年|调整后?)的?预算$", r"完成|实际|决算|执行|实施|达到|建成|收入|支出", r"计划|目标|任务|预算|指标|应|下达|总投资|概算"),
        (r"(?:合格|优良|达标|优质)率", r"合格|优良|达标|优质", r"抽检|检查|抽查|检测|完成|验收|总|送检|应"),
        (r"(?:回收|收回|有效)率", r"回收|收回|有效", r"发放|发出|应"),
    )
)  # fmt: skip
_SCORE = "分"
LEAST_DIGITS = 6
"""So many digits of rates must be explained before a relation that no head names is taken for one."""
MOST_COLUMNS = 14
_TRIVIAL = (Decimal(0), Decimal(100))


@dataclass(frozen=True, slots=True)
class Relation:
    """``rate`` is ``parts`` added up over ``whole``, or their growth over it.

    ``whole`` None is the total of the part's own column. ``named`` tells that words of heads or a
    printed formula say so.
    """

    rate: int
    parts: tuple[int, ...]
    whole: int | None
    kind: str
    named: bool

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of the relation, the rate first."""
        return (self.rate, *self.parts, *(() if self.whole is None else (self.whole,)))


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows that keep and that break a relation, and how many digits of rates it explains.

    Rates of 0 and 100% count as ``trivial``.
    """

    good: int
    bad: int
    trivial: int
    digits: int


def is_rate(region: Region, column: int) -> bool:
    """Tell whether a column holds percentages, by its head and its figures."""
    head = region.columns[column]
    if head.unit is not None and head.unit.kind == PERCENT:
        return True
    figures = [f for row in region.rows if (f := region.figure(row.index, column))]
    percent = sum(f.kind == PERCENT for f in figures)
    named = _RATE.search(head.last) is not None and not re.search(r"额|数$", head.last)
    return bool(figures) and (
        percent * 2 > len(figures) or (named and all(f.kind in {PERCENT, ""} for f in figures))
    )


def relations_of(region: Region, rate: int, formula: Formula | None) -> tuple[Relation, ...]:
    """The relations that explain a rate column equally well, the likeliest first; empty for none.

    A row is wrong only where it breaks all of them.
    """
    if formula is not None and formula.kind in {"ratio", "growth"}:
        return (Relation(rate, formula.added, formula.whole, formula.kind, True),)
    by_concept = _by_concept(region, rate)
    if by_concept is not None:
        return (by_concept,)
    candidates = list(_candidates(region, rate))
    named = [one for one in candidates if one.named]
    if len(named) > 2:
        named = [one for one in named if _may_hold(region, one)] or named
    tried = [(tally(region, one), one) for one in named]
    if not any(t.good > 1 and not t.bad for t, _ in tried):
        others = [one for one in candidates if not one.named and _may_hold(region, one)]
        tried += [(tally(region, one), one) for one in others]
    viable = [(t, one) for t, one in tried if _is_viable(t, named=one.named)]
    if viable:
        most = max(t.good for t, _ in viable)
        top = [one for t, one in viable if t.good == most]
        return tuple(sorted(top, key=lambda one: not one.named))
    broken = [(t, one) for t, one in tried if one.named and t.bad]
    alone = all(not t.good and t.bad == 1 for t, _ in broken)
    if broken and alone and not any(t.good for t, _ in tried):
        return tuple(one for _, one in broken)
    return ()


SAMPLE = 5
"""So many rows are tried first: a relation that most rows keep is kept by one of them."""


def _may_hold(region: Region, one: Relation) -> bool:
    """A quick look at some rows, without units and intervals, before a relation is held against all."""
    if one.whole is None or len(one.parts) > 1:
        return True
    rates, parts, wholes = (region.line(c) for c in (one.rate, one.parts[0], one.whole))
    tried = 0
    for rate, part, whole in zip(rates, parts, wholes, strict=True):
        if rate is None or part is None or whole is None or rate.number in _TRIVIAL:
            continue
        if part.unit is not whole.unit or not whole.number:
            return True
        tried += 1
        exact = part.number * 100 / whole.number
        true = exact - 100 if one.kind == "growth" else exact
        rough = Decimal(1).scaleb(-min(rate.decimals, 2)) + abs(true) * _room(part, whole)
        if min(abs(abs(true) - abs(rate.number)), abs(true - rate.number * 100)) <= rough:
            return True
        if tried == SAMPLE:
            return False
    return False


def _room(part: Quantity, whole: Quantity) -> Decimal:
    """How far a quotient can be off by the rounding of both, as a share of it."""
    room = Decimal(0)
    for figure in (part, whole):
        if figure.number:
            room += Decimal(1).scaleb(-figure.decimals) / abs(figure.number)
    return room


def _is_viable(tally: Tally, *, named: bool) -> bool:
    if named and tally.good:
        return tally.good >= tally.bad
    return tally.good >= 2 and tally.digits >= LEAST_DIGITS and tally.good >= 2 * tally.bad


def _by_concept(region: Region, rate: int) -> Relation | None:
    concept = concept_of(region.columns[rate])
    for wanted, part, whole in _BY_CONCEPT:
        if concept is wanted:
            parts, wholes = (
                _beside(region, rate, columns_for(region, one)) for one in (part, whole)
            )
            if len(wholes) > 1:  # 年初预算数 beside 全年预算数: the rate is of the year's
                wholes = [c for c in wholes if _OF_THE_YEAR.search(region.columns[c].name)]
            if len(parts) == 1 and len(wholes) == 1:
                return Relation(rate, (parts[0],), wholes[0], "ratio", True)
    return None


def _beside(region: Region, rate: int, columns: list[int]) -> list[int]:
    """Of several columns those under the same upper head as the rate, where it has one."""
    group = region.columns[rate].heading[:-1]
    same = [c for c in columns if group and region.columns[c].heading[:-1] == group]
    return same or columns


def _candidates(region: Region, rate: int) -> Iterator[Relation]:
    head = region.columns[rate].name
    full = region.columns[rate].full
    others = [c for c in region.numeric if c != rate and not is_rate(region, c)]
    if len(others) > MOST_COLUMNS:
        others = sorted(sorted(others, key=lambda c: abs(c - rate))[:MOST_COLUMNS])
    if _GROWTH.search(full):
        yield from _growths(region, rate, others)
        return
    if _SHARE.search(full):
        yield from _shares(region, rate, others)
    words = _named_pairs(region, rate, others)
    for part in others:
        for whole in others:
            if part != whole:
                yield Relation(rate, (part,), whole, "ratio", (part, whole) in words)
    if re.search(r"满意|合格|优良", head):
        for first, second in pairwise(others):
            for whole in others:
                if whole not in {first, second}:
                    yield Relation(rate, (first, second), whole, "ratio", False)
    if not _SHARE.search(full) and not words:
        for part in others:
            for whole in others:
                if part != whole:
                    yield Relation(rate, (part,), whole, "growth", False)


def _named_pairs(region: Region, rate: int, others: list[int]) -> set[tuple[int, int]]:
    head = region.columns[rate].full
    for wanted, part, whole in _BY_WORDS:
        if not wanted.search(head):
            continue
        near = _beside(region, rate, others)
        prefix = wanted.sub("", region.columns[rate].last)
        own = [c for c in near if prefix and region.columns[c].last.startswith(prefix)]
        names = {c: region.columns[c].last for c in (own if len(own) > 1 else near)}
        parts = [c for c, name in names.items() if part.search(name) and not _PLANNED.search(name)]
        wholes = [
            c
            for c, name in names.items()
            if whole.search(name) and (not part.search(name) or _PLANNED.search(name))
        ]
        return {(p, w) for p in parts for w in wholes if p != w}
    return set()


def _growths(region: Region, rate: int, others: list[int]) -> Iterator[Relation]:
    named = {(new, old) for new in others for old in others if _is_later(region, new, old)}
    for new in others:
        for old in others:
            if new == old:
                continue
            yield Relation(rate, (new,), old, "growth", (new, old) in named)
            if re.search(r"增|减|变动|差", region.columns[new].last):
                yield Relation(rate, (new,), old, "ratio", False)


def _is_later(region: Region, new: int, old: int) -> bool:
    """Tell whether heads say that one column is of the year right before the other's."""
    first, second = region.columns[new].name, region.columns[old].name
    years = [re.search(r"(20\d{2})", words) for words in (first, second)]
    if years[0] and years[1]:
        return int(years[0][1]) == int(years[1][1]) + 1
    return (
        re.search(r"上年|去年|上期|同期", second) is not None
        and re.search(r"上年|去年|上期|同期|增|减", first) is None
    )


def _shares(region: Region, rate: int, others: list[int]) -> Iterator[Relation]:
    left = [c for c in others if c < rate]
    said = [c for c in others if region.columns[c].last in region.columns[rate].last]
    for part in others:
        named = [part] == said or [part] == others or (not said and [part] == left)
        yield Relation(rate, (part,), None, "share", named)


def tally(region: Region, relation: Relation) -> Tally:
    """Count the rows that keep and that break a relation."""
    good = bad = trivial = digits = 0
    seen: set[tuple[Decimal, ...]] = set()
    for row in region.rows:
        figures = figures_of(region, row, relation)
        if figures is None:
            continue
        rate, part, whole = figures
        true = true_rate(part, whole, relation.kind)
        if true is None:
            continue
        if not fits(rate, true, signless=_is_signless(region, relation)):
            bad += 1
        elif rate.number in {Decimal(0), Decimal(100)}:
            trivial += 1
        else:
            good += 1
            key = (rate.number, part.number, whole.number)
            if key not in seen:
                seen.add(key)
                digits += len(f"{abs(rate.number):f}".replace(".", "").lstrip("0"))
    return Tally(good, bad, trivial, digits)


def _is_signless(region: Region, relation: Relation) -> bool:
    """Growth that prints no sign in the whole column tells a fall by its words alone."""
    if relation.kind != "growth" and not _GROWTH.search(region.columns[relation.rate].full):
        return False
    figures = (region.figure(row.index, relation.rate) for row in region.rows)
    return not any(f is not None and f.number < 0 for f in figures)


def row_fits(region: Region, row: Row, relation: Relation) -> bool | None:
    """Tell whether a row keeps a relation; None where it does not say."""
    figures = figures_of(region, row, relation)
    true = None if figures is None else true_rate(figures[1], figures[2], relation.kind)
    if figures is None or true is None:
        return None
    return fits(figures[0], true, signless=_is_signless(region, relation))


def figures_of(
    region: Region, row: Row, relation: Relation
) -> tuple[Quantity, Quantity, Quantity] | None:
    """The rate, part and whole of a row; None where one is missing or no plain figure."""
    rate = None if row.kind is RowKind.RATE else region.figure(row.index, relation.rate)
    parts = [region.figure(row.index, column) for column in relation.parts]
    known = [part for part in parts if part is not None]
    if rate is None or len(known) < len(parts):
        return None
    part = known[0]
    if len(known) > 1:
        total = sum((one.number for one in known), Decimal(0))
        part = Quantity(total, part.unit, part.bound, part.text)
    whole = (
        _total_of(region, relation.parts[0])
        if relation.whole is None
        else region.figure(row.index, relation.whole)
    )
    if whole is None or whole.number <= 0:
        return None
    cells = [region.cell(row.index, c) for c in (relation.rate, *relation.parts)]
    if any(cell is None or cell.row != row.index for cell in cells):
        return None
    if rate.kind not in {PERCENT, ""} or not all(is_exact(f) for f in (rate, *known, whole)):
        return None
    if part.kind in {PERCENT, POINT}:
        return None
    if part.kind != whole.kind and {part.kind, whole.kind} == {"", MONEY}:
        # 总收入（万元） beside 服务收入: the unit is printed once
        unit = part.unit or whole.unit
        part, whole = replace(part, unit=unit), replace(whole, unit=unit)
    if part.kind != whole.kind and {part.kind, whole.kind} != {"", _SCORE}:
        return None  # 权重（分） beside 得分: points, with or without their unit
    return rate, part, whole


def _total_of(region: Region, column: int) -> Quantity | None:
    rows = [r for r in region.rows if r.kind is not RowKind.RATE]
    totals = [r for r in rows if r.kind is RowKind.TOTAL]
    if not totals and rows and rows[-1].kind is RowKind.SUBTOTAL:
        totals = [r for r in rows if r.kind is RowKind.SUBTOTAL]  # the only sum, called 小计
    return region.figure(totals[-1].index, column) if len(totals) == 1 else None


def true_rate(part: Quantity, whole: Quantity, kind: str) -> tuple[Interval, Decimal] | None:
    """The interval and the exact value of a rate in per cent."""
    a = part.base_interval if part.unit else part.interval
    b = whole.base_interval if whole.unit else whole.interval
    ratio = a.over(b)
    if ratio is None:
        return None
    factor = (part.unit.factor if part.unit else 1) / (
        whole.unit.factor if whole.unit else Decimal(1)
    )
    exact = quotient(part.number * factor * 100, whole.number)
    shifted = ratio.times(_HUNDRED)
    if kind == "growth":
        return shifted.minus(_HUNDRED), exact - 100
    return shifted, exact


def fits(rate: Quantity, true: tuple[Interval, Decimal], *, signless: bool = False) -> bool:
    """Tell whether a printed rate can be the true one, rounded or cut off, in per cent or as a fraction."""
    interval, exact = true
    if signless and exact < 0 < rate.number:
        interval, exact = Interval(-interval.high, -interval.low), -exact
    cut = Interval.truncated(rate.number, rate.decimals)
    if exact == rounded(exact, rate.decimals) != rate.number:
        cut = rate.interval  # nothing was there to be cut off
    if interval.meets(rate.interval) or interval.meets(cut):
        # Figures printed in full leave no room; the interval matters where they are rounded.
        width = interval.high - interval.low
        step = Decimal(1).scaleb(-rate.decimals)
        return width < step * 4 or abs(exact - rate.number) <= step
    fraction = Interval(rate.interval.low * 100, rate.interval.high * 100)
    return rate.unit is None and rate.number <= Decimal("1.5") and interval.meets(fraction)
