"""Readings of a multiple: 收益86400万元，本息48000万元，覆盖倍数1.8倍."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.nearness import Rough
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told

_OF = re.compile(r"倍[数率](?:约?为|达到?|是|：| )*$|的$")
_OTHER = re.compile(r"(?:增长|提高|扩大|放大|上升|增加)[^，。；]*$|不低于|不少于|要求|目标|应")
_COVERED = re.compile(r"本息[^，。；\d]{0,6}覆盖")
_EARNED = re.compile(r"收益[^，。；\d]{0,4}$")
_OWED = re.compile(r"本息[^，。；\d]{0,6}$")
_DOUBT = 0.02


def is_multiple(told: Told) -> bool:
    """Tell whether a figure says how many times one amount is another."""
    return (
        told.figure.kind == "倍"
        and told.figure.exact
        and _OF.search(told.words) is not None
        and _OTHER.search(told.words) is None
    )


def multiple_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The two amounts of one kind told before it in its sentence, outside brackets, the first by the second."""
    own = [
        t for t in sentence_of(story, target)
        if t.figure.span < target.figure.span and is_amount(t)
        and (stands_alone(t) or t.figure.role is Role.EACH)
        and t.figure.depth <= target.figure.depth
    ]  # fmt: skip
    bracketed = _in_brackets(story, target)
    if bracketed is not None and own and kin(own[-1].figure, bracketed.figure):
        yield Hypothesis(target, (own[-1], bracketed), _quotient, _DOUBT, "÷".join)
    elif len(own) == 2 and kin(own[0].figure, own[1].figure) and own[0].figure.kind != "倍":
        yield Hypothesis(target, (own[0], own[1]), _quotient, _DOUBT, "÷".join)
    elif _COVERED.search(target.words):
        yield from _covered(own, target)


def _covered(own: Sequence[Told], target: Told) -> Iterator[Hypothesis]:
    """本息合计6.08亿元；净收益7.904亿元，本息覆盖倍数1.30倍: the only gain of its sentence by the only debt service."""
    earned = [t for t in own if _EARNED.search(t.words)]
    owed = [t for t in own if _OWED.search(t.words)]
    if len(earned) == len(owed) == 1 and kin(earned[0].figure, owed[0].figure):
        yield Hypothesis(target, (earned[0], owed[0]), _quotient, _DOUBT, "÷".join)


def _in_brackets(story: Story, target: Told) -> Told | None:
    """为上年（104.6亿元）的2.74倍: the one amount of the bracket that 的 stands behind."""
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    last = sentence[at - 1] if at else None
    if (
        last is None
        or not target.words.startswith("）的")
        or last.figure.depth <= target.figure.depth
    ):
        return None
    return last if is_amount(last) and stands_alone(last) else None


def is_explained_multiple(story: Story, target: Told) -> bool:
    """Tell whether any two amounts near a multiple give it."""
    near = [t for t in before(story, target, 1) if t.figure.kind != "倍"][:8]
    half = float(target.figure.ulp)
    return any(
        kin(a.figure, b.figure)
        and Rough.of(b.figure).value > 0
        and abs(Rough.of(a.figure).value / Rough.of(b.figure).value - float(target.figure.value))
        < half
        for a in near
        for b in near
        if a is not b
    )


def _quotient(values: Sequence[Interval]) -> Interval | None:
    return values[0].over(values[1]) if values[1].low > 0 else None
