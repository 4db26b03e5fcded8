"""Readings of a percentage: part of a whole, done of planned, grown from a base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure, Role
from govdocs.prose.reckoning.differences import is_difference
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.nearness import Rough, some_growth, some_share
from govdocs.prose.reckoning.reach import (
    before,
    has_own_share,
    is_amount,
    kin,
    sentence_of,
    stands_alone,
)
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

_HUNDRED = Interval.exact(Decimal(100))
_RATE = re.compile(r"(?:率|度|比例|比重|占比|进度)[^，。；：]{0,8}$")
_DONE_OF = re.compile(r"(?:完成|为|是|达到?|相当于)(?P<of>[^，。；：]{0,14})的$")
_NO_FACT = re.compile(
    r"目标|不低于|不高于|不超过|不少于|≥|≤|>|<|应|要求|标准|(?<![（(])按|计划(?!.*的$)|上年|去年|同期|平均|权重|税率|利率|年化|降至|上升至|提高到|提高至|由|从"
)
_YEARS = re.compile(r"(20\d\d) *年[^，。；]{0,16}?(?:比|较)[^，。；]{0,4}?(20\d\d) *年")
_REACH = 3
LEAST_SIBLINGS = 2
_FAR = 12
NAMED_RATES = (("资产负债率", re.compile(r"负债"), re.compile(r"资产总[额计]|总资产|资产合计")),)
"""Rates whose name tells both amounts."""
_MOST_SHORT = 12
"""So many pairs may be tried for a rate in whole percents: one of them fits by chance often enough."""


def percentage_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The likeliest readings of a percentage, each with how often it is a wrong one."""
    figure = target.figure
    if _NO_FACT.search(target.words):
        return
    sentence = [t for t in sentence_of(story, target) if t.figure.span < figure.span]
    if figure.role is Role.GROWTH:
        yield from _growth(story, target, sentence)
    elif figure.role is Role.SHARE:
        yield from _share(story, target, sentence)
    elif _RATE.search(target.words) or _DONE_OF.search(target.words):
        yield from _rate(story, target, sentence)
    elif (
        not re.search(r"[一-龥]", target.words)
        and sentence
        and figure.depth > sentence[-1].figure.depth
    ):
        yield from _in_brackets(story, target, sentence)


def is_explained_percentage(story: Story, target: Told) -> bool:
    """Tell whether two amounts of one kind near a percentage give it, as share, rate or growth.

    The fewer digits it has, the fewer amounts are tried: pairs enough fit any figure by chance.
    """
    figure = target.figure
    near = before(story, target, _REACH)
    after = [t for t in sentence_of(story, target) if t.figure.span > figure.span and is_amount(t)]
    if figure.role is Role.GROWTH:
        amounts = [*near[: (2, 6, 12)[min(2, figure.decimals)]], *after[:1]]
        return any(
            some_growth(figure, [Rough.of(t.figure) for t in group]) for group in _by_kind(amounts)
        )
    if figure.decimals:
        return any(
            some_share(figure, roughs, roughs)
            for group in _by_kind([*near[:12], *after[:2]])
            if (roughs := [Rough.of(t.figure) for t in group])
        )
    pairs = [
        (part, whole)
        for at, part in enumerate(near[:8])
        for whole in near[: 8 + at]
        if part is not whole and kin(part.figure, whole.figure)
    ]
    return any(
        some_share(figure, [Rough.of(a.figure)], [Rough.of(b.figure)])
        for a, b in pairs[:_MOST_SHORT]
    )


def _by_kind(told: Sequence[Told]) -> list[list[Told]]:
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(one.figure.kind, []).append(one)
    return list(groups.values())


def quotient_percent(values: Sequence[Interval]) -> Interval | None:
    """The first value in percent of the second."""
    ratio = values[0].over(values[1]) if values[1].low > 0 else None
    return None if ratio is None else ratio.times(_HUNDRED)


def _quotient_shown(texts: Sequence[str]) -> str:
    return f"{texts[0]}÷{texts[1]}×100%"


def ratio_of(target: Told, part: Told, whole: Told, doubt: float) -> Hypothesis:
    """The reading of a percentage as part of a whole."""
    return Hypothesis(target, (part, whole), quotient_percent, doubt, _quotient_shown)


def growth_of(target: Told, now: Told, then: Told, doubt: float) -> Hypothesis:
    """The reading of a percentage as growth (or decline, by its own sign) from ``then`` to ``now``."""
    up = target.figure.sign > 0
    return Hypothesis(
        target, (now, then), lambda v: _grown(v, up=up), doubt,
        lambda t: f"（{t[0]}－{t[1]}）÷{t[1]}×100%",
    )  # fmt: skip


def _share(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
    """占: the part is the one named, else the one just told; the whole the one named, else the first."""
    own = [t for t in sentence if is_amount(t)]
    subject, share, whole_words = target.words.rpartition("占")
    if not share:
        return  # 资本金比例37.5% does not say of what
    subject = plain_label(subject)
    part = None
    if len(subject) > 1:
        named = [
            t
            for t in own
            if subject in plain_label(t.named) or plain_label(t.words)[-4:] == subject
        ]
        part = named[-1] if len(named) == 1 else None
    elif own and own[-1] is sentence[-1]:
        part = own[-1]
    if part is None:
        return
    wholes = [
        t for t in before(story, target, _REACH)
        if kin(t.figure, part.figure) and t.figure.value > part.figure.value and stands_alone(t)
        and not has_own_share(story, t)
    ]  # fmt: skip
    label = plain_label(whole_words.rstrip("的"))
    called = _best_called(label, wholes)
    if called is not None:
        yield ratio_of(target, part, called, 0.1)
        return
    shared = _whole_of_siblings(story, target, part)
    if shared is not None:
        yield ratio_of(target, part, shared, 0.05)
        return
    same = [
        t
        for t in wholes
        if t.number == target.number and t.figure.sentence == target.figure.sentence
    ]
    if same and not label:
        yield ratio_of(target, part, same[-1], 0.15)


def _best_called(label: str, told: list[Told]) -> Told | None:
    """The one amount whose name has most of ``label``; None for none or where two values share the place."""
    if len(label) < 2:
        return None
    likeness = [common_stretch(label, plain_label(t.named)) for t in told]
    best = max(likeness, default=0)
    of_best = [t for t, like in zip(told, likeness, strict=True) if like == best]
    return of_best[0] if best > 1 and len({t.figure.value for t in of_best}) == 1 else None


def _is_share_of(rate: Told, amount: Told) -> bool:
    """Tell whether a percentage is the share of the amount told right before: 占26%, or （26%）."""
    figure = rate.figure
    if not figure.is_rate:
        return False
    bracketed = figure.depth > amount.figure.depth and not re.search(r"[一-龥]", rate.words)
    return figure.role is Role.SHARE or bracketed


def _whole_of_siblings(story: Story, target: Told, part: Told) -> Told | None:
    """The amount of which two other shares of the paragraph are shares; None for none or for two."""
    paragraph = story.told[target.number]
    pairs = [
        (a, b) for a, b in pairwise(paragraph)
        if _is_share_of(b, a) and b is not target and is_amount(a) and kin(a.figure, part.figure)
    ]  # fmt: skip
    if len(pairs) < LEAST_SIBLINGS:
        return None
    found: dict[Decimal, Told] = {}
    parts = [(Rough.of(a.figure), b.figure) for a, b in pairs]
    for whole in before(story, target, _FAR):
        if not kin(whole.figure, part.figure) or not stands_alone(whole):
            continue
        rough = Rough.of(whole.figure)
        if whole.figure.value > part.figure.value and all(
            some_share(rate, [own], [rough]) for own, rate in parts
        ):
            found.setdefault(whole.figure.value, whole)
    return next(iter(found.values())) if len(found) == 1 else None


def _rate(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
    """…率: what was just told by what was told before it."""
    own = [t for t in sentence if is_amount(t) and stands_alone(t)]
    for name, part_named, whole_named in NAMED_RATES:
        if name in target.words:
            near = before(story, target, 1)
            parts = [t for t in near if part_named.search(t.words)]
            wholes = [t for t in near if whole_named.search(t.words)]
            if parts and wholes and kin(parts[0].figure, wholes[0].figure):
                yield ratio_of(target, parts[0], wholes[0], 0.05)
            return
    if not own:
        return
    part = own[-1]
    done_of = _DONE_OF.search(target.words)
    if done_of is not None and (label := plain_label(done_of["of"])):
        yield from _of_named(story, target, part, label)
        return
    wholes = [t for t in own[:-1] if kin(t.figure, part.figure)]
    name = plain_label(target.words).rstrip("率度")
    named = common_stretch(name, plain_label(part.named)) > 1
    if wholes:
        whole = wholes[-1]
        adjacent = own.index(whole) == len(own) - 2 and sentence[-1] is part
        # 收回288份，满意度96.5%: a rate that is not called after what was just told may be another's.
        doubt = (0.02 if adjacent else 0.3) if named else 2.0
        if whole.figure.value >= part.figure.value:
            yield ratio_of(target, part, whole, doubt)
        elif adjacent:
            yield ratio_of(target, whole, part, 0.2)
    elif named:
        earlier = [
            t for t in before(story, target, 1)
            if kin(t.figure, part.figure) and t.figure.value > part.figure.value and stands_alone(t)
            and t.figure.span != part.figure.span
        ]  # fmt: skip
        if earlier:
            yield ratio_of(target, part, earlier[0], 0.3)


def _of_named(story: Story, target: Told, part: Told, label: str) -> Iterator[Hypothesis]:
    """完成计划的: the whole is the one amount in reach that is called so."""
    wholes = [
        t for t in before(story, target, 2)
        if t is not part and kin(t.figure, part.figure) and stands_alone(t)
    ]  # fmt: skip
    called = _best_called(label, wholes)
    if called is not None:
        yield ratio_of(target, part, called, 0.1)


def _in_brackets(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
    """5200万元（26%）: of the largest amount told before in its sentence, else in the one before."""
    part = sentence[-1]
    if not is_amount(part):
        return
    shared = _whole_of_siblings(story, target, part)
    if shared is not None:
        yield ratio_of(target, part, shared, 0.05)
        return
    wholes = [
        t for t in before(story, target, 0)
        if kin(t.figure, part.figure) and t.figure.value > part.figure.value and stands_alone(t)
        and target.figure.sentence - t.figure.sentence <= 1
    ]  # fmt: skip
    if wholes:
        yield ratio_of(target, part, max(wholes, key=lambda t: t.figure.value), 0.2)


def _growth(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
    """增长, 下降: by a change just told and the amount that changed, or from one amount to the next."""
    own = [t for t in sentence if is_amount(t)]
    years = _YEARS.search(target.words)
    if years is not None:
        yield from _between_years(story, target, int(years[1]), int(years[2]))
        return
    if not own or own[-1] is not sentence[-1]:
        return
    last = own[-1]
    if len(own) > 1 and last.figure.depth > target.figure.depth and is_difference(own[-2]):
        # 增加28名（上年400名），增长7%
        yield ratio_of(target, own[-2], last, 0.03)
        return
    rest = [t for t in own[:-1] if kin(t.figure, last.figure) and stands_alone(t)]
    if last.figure.role is Role.DIFFERENCE or is_difference(last):
        yield from _by_change(target, last, rest)
    elif rest and own[-2] is rest[-1] and stands_alone(last):
        first = rest[-1]
        up = target.figure.sign > 0
        grown = (first.figure.value < last.figure.value) == up
        then, now = (first, last) if grown else (last, first)
        yield growth_of(target, now, then, 0.1 if len(own) == 2 else 0.3)


def _by_change(target: Told, change: Told, rest: list[Told]) -> Iterator[Hypothesis]:
    """The change just told, by the amount that it changed; two amounts that differ by it are then and now."""
    sign = change.figure.sign if change.figure.role is Role.DIFFERENCE else target.figure.sign
    if len(rest) >= 2:
        a, b = rest[-2], rest[-1]
        differ = abs(a.figure.value - b.figure.value) == change.figure.value
        then = min(a, b, key=lambda t: t.figure.value * sign)
        yield Hypothesis(
            target, (change, then), quotient_percent, 0.05 if differ else 0.3, _quotient_shown
        )
    elif rest:
        yield Hypothesis(
            target, (change, rest[0]), lambda v: _from_change(v, sign), 0.1,
            lambda t: f"{t[0]}÷（{t[1]}{'－' if sign > 0 else '＋'}{t[0]}）×100%",
        )  # fmt: skip


def _between_years(story: Story, target: Told, now: int, then: int) -> Iterator[Hypothesis]:
    """2018年比2017年增长: the one amount told of each year before."""
    of: dict[int, list[Told]] = {now: [], then: []}
    for told in before(story, target, 1):
        period = told.figure.period
        if period is not None and period.year in of and stands_alone(told):
            of[period.year].append(told)
    first, second = of[now], of[then]
    if not first or not second or not kin(first[0].figure, second[0].figure):
        return
    alone = len({t.figure.value for t in first}) == 1 and len({t.figure.value for t in second}) == 1
    yield growth_of(target, first[0], second[0], 0.05 if alone else 0.5)


def _from_change(values: Sequence[Interval], sign: int) -> Interval | None:
    base = values[1].minus(values[0]) if sign > 0 else values[1].plus(values[0])
    return quotient_percent((values[0], base))


def _grown(values: Sequence[Interval], *, up: bool) -> Interval | None:
    change = values[0].minus(values[1]) if up else values[1].minus(values[0])
    return quotient_percent((change, values[1]))


def claims_a_part(told: Told) -> bool:
    """Tell whether the words before a percentage say that it is a share, a rate or growth."""
    if not is_percentage(told.figure) or _NO_FACT.search(told.words):
        return False
    return told.figure.role in {Role.SHARE, Role.GROWTH} or bool(
        _RATE.search(told.words) or _DONE_OF.search(told.words)
    )


def is_percentage(figure: ProseFigure) -> bool:
    """Tell whether a figure is a percentage that was reckoned from others."""
    return figure.is_rate and figure.exact and figure.role is not Role.TARGET
