"""A value, its base, what it grew by and its growth rate, the base before or behind: 比上年减少80万元, 下降8% (上年1000万元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from govdocs.model.interval import Interval, quotient
from govdocs.prose.figure import Role
from govdocs.prose.judgement import Judgement, Sureness, printed
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import significant, slip_values

_HUNDRED = Interval.exact(Decimal(100))
_LAST = re.compile(r"(?:上年|去年|上一年|同期|(?:19|20)\d\d *年)(?:度|末|底)?[^，。；\d]{0,14}$")
_THAN = re.compile(r"(?:较|比|与|同)[^，。；]{0,20}(?:的|为)? *$")
_NOT_ONE = re.compile(
    r"可比|同口径|不变价|年均|环比|累计增长|较.{0,4}年初|比.{0,4}年初|三年|五年|两年|剔除|扣除|名义|实际增长|分别"
)
_NOT_VALUE = re.compile(r"调整预算|预算数|目标|计划|任务|限额|控制|应")
_BROUGHT_FORWARD = re.compile(r"(?:上年|去年|年初)(?:度|末|底)?(?:结转|结余|余额)")
"""A name with 上年 in it whose own value of the year is stated: 上年结转190万元."""
_PARTS = ("value", "base", "difference", "rate")
_CHANGE = frozenset({Role.GROWTH, Role.DIFFERENCE})


@dataclass(frozen=True, slots=True)
class _Change:
    """What one statement of a change is made of; None for what it does not say."""

    value: Told | None
    base: Told | None
    difference: Told | None
    rate: Told | None

    def all(self) -> tuple[Told, ...]:
        return tuple(t for t in (self.rate, self.difference, self.value, self.base) if t)


def year_changes(story: Story) -> Iterator[Judgement]:
    """Judge every growth whose base is named as last year's; wrong only where one slip of the hand explains it."""
    for sentence in story.sentences():
        done: set[tuple[int, int]] = set()
        for at, told in enumerate(sentence):
            if told.figure.span in done or told.figure.role not in _CHANGE:
                continue
            if not told.figure.exact or told.figure.is_points:
                continue
            pair = _pair(sentence, at)
            done |= {t.figure.span for t in pair}
            yield from _judge(story, sentence, pair)


def _pair(sentence: tuple[Told, ...], at: int) -> list[Told]:
    """A change and the other one beside it: 增加20万元, 增长5%."""
    first = sentence[at]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is not None and _is_base(following) and at + 2 < len(sentence):
        following = sentence[at + 2]  # 增长3%，较上年的12亿元增加0.36亿元
    if (
        following is not None
        and following.figure.role in _CHANGE
        and following.figure.exact
        and following.figure.is_rate != first.figure.is_rate
        and following.figure.sign == first.figure.sign
        and following.figure.clause - first.figure.clause <= 1
        and "同比" not in following.words
        and not following.figure.is_points
    ):
        return [first, following]
    return [first]


def _judge(story: Story, sentence: tuple[Told, ...], pair: list[Told]) -> Iterator[Judgement]:
    rate = next((t for t in pair if t.figure.is_rate), None)
    difference = next((t for t in pair if not t.figure.is_rate), None)
    reading = pair[0].passage.reading
    start = reading.layout.clause_starts[pair[0].figure.clause]
    if _NOT_ONE.search(reading.folded[start : pair[-1].figure.span[1]]):
        return
    if not any(t.figure.value for t in pair):
        return  # 增加0万元，增长0%: nothing has changed, from whatever there was
    kind = difference.figure.kind if difference else None
    bases = [t for t in _near(sentence, pair) if _is_base(t)]
    values = [
        t for t in _before(story, pair)
        if t not in bases and not _NOT_VALUE.search(t.words) and (kind is None or t.figure.kind == kind)
    ]  # fmt: skip
    bases = [
        t for t in bases
        if (kind is None or t.figure.kind == kind) and not _of_the_whole(t, pair[0])
    ]  # fmt: skip
    if not bases and (difference is None or rate is None or not values):
        return
    tries = [
        _Change(v, b, difference, rate)
        for v, b in product([*values, None], [*bases, None])
        if (v is None or b is None or v.figure.kind == b.figure.kind)
        and sum(t is not None for t in (v, b, difference, rate)) > 2
    ]
    if not tries:
        return
    full = next((t for t in tries if len(t.all()) == len(_PARTS) and _exact_enough(t)), None)
    if full is not None and not any(_agrees(t) for t in tries if len(t.all()) == len(_PARTS)):
        thirds = [t for t in tries if len(t.all()) < len(_PARTS) and _agrees(t)]
        if any(set(t.all()) <= set(full.all()) for t in thirds) and _slip(full):
            yield _judgement(full, holds=False)
            return
    good = next((t for t in tries if _fits({x: x.figure.interval for x in t.all()}, t)), None)
    if good is not None:
        yield _judgement(good, holds=True)
        return
    likely = next((t for t in tries if _slip(t)), None)
    if likely is not None:
        yield _judgement(likely, holds=False)


def _of_the_whole(base: Told, change: Told) -> bool:
    """Tell whether 其中 stands between: last year's whole is no base of a part's growth."""
    return "其中" in change.passage.reading.folded[base.figure.span[1] : change.figure.span[0]]


def _agrees(change: _Change) -> bool:
    return _fits({told: told.figure.interval for told in change.all()}, change)


def _exact_enough(change: _Change) -> bool:
    """Tell whether a slip in one of four figures, three of which agree, is no chance."""
    return all(significant(t.figure.number) >= 3 for t in change.all() if not t.figure.is_rate)


def _is_base(told: Told) -> bool:
    """Tell whether a figure is last year's by its own words."""
    if _BROUGHT_FORWARD.search(told.words) and not _THAN.search(told.words):
        return False
    return bool(_LAST.search(told.words) and (
        _THAN.search(told.words) or re.search(r"上年|去年|上一年|同期", told.words)
        or told.figure.depth or _year_before(told)
    ))  # fmt: skip


def _year_before(told: Told) -> bool:
    """Tell whether the words name an earlier year than the rest of the paragraph."""
    years = [int(y) for y in re.findall(r"(?:19|20)\d\d", told.words)]
    all_years = [int(y) for y in re.findall(r"(?:19|20)\d\d(?= *年)", told.passage.reading.folded)]
    return bool(years and all_years) and years[-1] == max(all_years) - 1


def _near(sentence: tuple[Told, ...], pair: list[Told]) -> list[Told]:
    """The stated figures around a change: its sentence before it, and what follows in brackets or as 上年为."""
    found = [t for t in sentence if t not in pair and t.stated]
    first, last = pair[0], pair[-1]
    before = [t for t in found if t.figure.span < first.figure.span]
    behind = [
        t
        for t in found
        if t.figure.span > last.figure.span and t.figure.clause - last.figure.clause <= 1
    ]
    between = [t for t in found if first.figure.span < t.figure.span < last.figure.span]
    return [*between, *reversed(before), *behind[:1]]


def _before(story: Story, pair: list[Told]) -> list[Told]:
    """What can have grown: the two nearest amounts before, in the sentence or in the one before it."""
    first = pair[0]
    found: list[Told] = []
    for told in story.before(first, reach=0):
        if first.figure.sentence - told.figure.sentence > 1:
            break
        if told.figure.sentence != first.figure.sentence and not _goes_on(first):
            break
        if told.stated and not _is_base(told):
            found.append(told)
    return found[:4]


def _goes_on(first: Told) -> bool:
    reading = first.passage.reading
    start, _ = reading.layout.sentence_span(first.figure.sentence)
    return re.match(r"(?:与|较|比|同比|同)", reading.folded[start:]) is not None


@dataclass(frozen=True, slots=True)
class _Relation:
    """One equation of a change: its stated side, what it is computed from, and the true values."""

    stated: Told
    new: str
    old: str
    true: Interval | None
    exact: Decimal
    line: str


def _relations(at: dict[Told, Interval], change: _Change) -> Iterator[_Relation]:
    """All equations between the figures of a change, with the intervals in ``at``."""
    value, base, difference, rate = change.value, change.base, change.difference, change.rate
    sign = Decimal(next(t.figure.sign for t in (difference, rate) if t))
    if value and base and difference:
        true = at[value].minus(at[base]).scaled(sign)
        high, low = (value, base) if sign > 0 else (base, value)
        yield _Relation(
            difference, value.figure.text, base.figure.text, true,
            high.figure.value - low.figure.value, f"{high.figure.text}－{low.figure.text}",
        )  # fmt: skip
    if rate is None:
        return
    if difference and base:
        yield _share(rate, at[difference], at[base], f"增减{difference.figure.text}",
                     base.figure.text, difference.figure.value, base.figure.value,
                     f"{difference.figure.text}÷{base.figure.text}")  # fmt: skip
    if difference and value:
        old = at[value].minus(at[difference].scaled(sign))
        mark = "－" if sign > 0 else "＋"
        yield _share(rate, at[difference], old, value.figure.text, f"增减{difference.figure.text}",
                     difference.figure.value, value.figure.value - difference.figure.value * sign,
                     f"{difference.figure.text}÷（{value.figure.text}{mark}{difference.figure.text}）")  # fmt: skip
    if value and base:
        high, low = (value, base) if sign > 0 else (base, value)
        yield _share(rate, at[high].minus(at[low]), at[base], value.figure.text, base.figure.text,
                     high.figure.value - low.figure.value, base.figure.value,
                     f"（{high.figure.text}－{low.figure.text}）÷{base.figure.text}")  # fmt: skip


def _share(
    rate: Told,
    above: Interval,
    below: Interval,
    new: str,
    old: str,
    a: Decimal,
    b: Decimal,
    line: str,
) -> _Relation:
    ratio = above.over(below)
    exact = quotient(a * 100, b) if b else Decimal(0)
    return _Relation(
        rate, new, old, None if ratio is None else ratio.times(_HUNDRED), exact, f"{line}×100%"
    )


def _holds(relation: _Relation, at: dict[Told, Interval]) -> bool:
    if relation.true is None:
        return False
    stated = at[relation.stated]
    figure = relation.stated.figure
    if figure.is_rate and figure.decimals:  # cut off instead of rounded
        half = (stated.high - stated.low) / 2
        stated = Interval(stated.low, stated.high + half)
    return relation.true.meets(stated)


def _fits(at: dict[Told, Interval], change: _Change) -> bool:
    """Tell whether the figures of a change can all be true together."""
    return all(_holds(relation, at) for relation in _relations(at, change))


def _slip(change: _Change) -> bool:
    """Tell whether one slip of the hand in one figure would set the others right."""
    at = {told: told.figure.interval for told in change.all()}
    for told in change.all():
        figure = told.figure
        half = figure.interval.high - figure.value
        for middle in slip_values(figure):
            if _fits({**at, told: Interval(middle - half, middle + half)}, change):
                return True
    return False


def _judgement(change: _Change, *, holds: bool) -> Judgement:
    at = {told: told.figure.interval for told in change.all()}
    relations = list(_relations(at, change))
    shown = relations[0] if holds else next(r for r in relations if not _holds(r, at))
    stated = shown.stated.figure
    expected = printed(shown.exact, stated.unit, stated.decimals)
    rest = tuple(t.cited for t in change.all() if t is not shown.stated)
    return Judgement(
        "growth",
        holds,
        (shown.stated.cited, *rest),
        expected=expected,
        actual=stated.text,
        arithmetic=f"{shown.line}＝{expected}",
        sureness=Sureness.LIKELY,
        details={"new": shown.new, "old": shown.old},
    )
