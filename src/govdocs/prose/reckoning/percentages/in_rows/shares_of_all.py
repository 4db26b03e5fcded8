"""Shares that are of what all their amounts make: 一般债务98.40亿元，占政府债务的34.2%；专项债务189.30亿元，占65.8%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import first_of_all, first_of_all_shown
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.told import Story, Told

_DOUBT = 0.05
_LEAST, _MOST = 2, 10


def shares_of_all(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The amount told right before a share, by all amounts of its row; only where every other share is such a one."""
    row = _row(story, target)
    at = next((n for n, (_, share) in enumerate(row) if share is target), None)
    if at is None or not _LEAST <= len(row) <= _MOST:
        return
    readings = [_of_row(share, part, row) for part, share in row]
    if all(reading.holds() for n, reading in enumerate(readings) if n != at):
        yield readings[at]


def _row(story: Story, target: Told) -> list[tuple[Told, Told]]:
    """The amounts with their shares of the sentence that the target stands in."""
    own = [t for t in story.told[target.number] if t.figure.sentence == target.figure.sentence]
    pairs = [
        (a, b) for a, b in pairwise(own)
        if is_amount(a) and _is_share(a, b) and b.figure.clause - a.figure.clause <= 1
    ]  # fmt: skip
    mine = next((a for a, b in pairs if b is target), None)
    return [] if mine is None else [(a, b) for a, b in pairs if kin(a.figure, mine.figure)]


def _is_share(amount: Told, rate: Told) -> bool:
    if not rate.figure.is_rate or not rate.figure.exact:
        return False
    bracketed = rate.figure.depth > amount.figure.depth and not re.search(r"[一-龥]", rate.words)
    return rate.figure.role is Role.SHARE or bracketed


def _of_row(share: Told, part: Told, row: Sequence[tuple[Told, Told]]) -> Hypothesis:
    others = [a for a, _ in row if a is not part]
    return Hypothesis(share, (part, *others), first_of_all, _DOUBT, first_of_all_shown)
