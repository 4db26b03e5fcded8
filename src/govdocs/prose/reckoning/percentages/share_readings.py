"""Readings of a share: 占26%, 占总额的26%, 5200万元（26%）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.nearness import Rough, some_share
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import before, has_own_share, is_amount, kin, stands_alone
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

_REACH = 3
LEAST_SIBLINGS = 2
_FAR = 12


def share_readings(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
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
    called = best_called(label, wholes)
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


def best_called(label: str, told: list[Told]) -> Told | None:
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


def bracket_readings(story: Story, target: Told, sentence: list[Told]) -> Iterator[Hypothesis]:
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
