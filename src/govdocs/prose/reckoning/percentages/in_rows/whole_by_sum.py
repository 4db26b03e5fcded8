"""The whole of a percentage that its other parts make up: 13440万元，…，未拨付560万元 of 1.4亿元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.reach import before, is_amount, kin
from govdocs.prose.told import Story, Told

_REACH = 2
_MOST_PARTS = 12
_PLAYS_NO_PART = frozenset({Role.GROWTH, Role.EACH})


def whole_by_sum(story: Story, target: Told, part: Told) -> Told | None:
    """The nearest amount told before that the part makes up with what is told beside it.

    Beside it: the next amount of its kind behind the percentage, all those that follow in the
    sentence, or the whole row of the sentence. None where no such sum was told.
    """
    rows = list(_rows(story, target, part))
    if not rows:
        return None
    wholes = [
        t for t in before(story, target, _REACH)
        if kin(t.figure, part.figure) and t.figure.value > part.figure.value
        and not _has_own_percentage(story, t)
    ]  # fmt: skip
    for row in rows:
        for whole in wholes:
            if whole not in row and _makes(whole, row):
                return whole
    return None


def _has_own_percentage(story: Story, one: Told) -> bool:
    """Tell whether a share follows an amount, or a percentage in brackets: it is a part of something."""
    paragraph = story.told[one.number]
    at = paragraph.index(one) + 1
    if at == len(paragraph) or not paragraph[at].figure.is_rate:
        return False
    figure = paragraph[at].figure
    return figure.role is Role.SHARE or figure.depth > one.figure.depth


def _makes(whole: Told, row: list[Told]) -> bool:
    """Tell whether the row adds up to the whole as printed, within its last digit."""
    total = sum((t.figure.value for t in row), Decimal(0))
    return abs(total - whole.figure.value) <= (
        whole.figure.ulp / 2 if whole.figure.unit != row[0].figure.unit else Decimal(0)
    )


def _rows(story: Story, target: Told, part: Told) -> Iterator[list[Told]]:
    paragraph = story.told[target.number]
    alike = [
        t for t in paragraph
        if is_amount(t) and kin(t.figure, part.figure) and t.figure.role not in _PLAYS_NO_PART
    ]  # fmt: skip
    behind = [
        t for t in alike
        if t.figure.span > target.figure.span and t.figure.sentence - target.figure.sentence <= 1
    ]  # fmt: skip
    own = [t for t in alike if t.figure.sentence == target.figure.sentence]
    if part not in own or len(own) > _MOST_PARTS:
        own = [part]
    if len(own) > 1:
        yield own
    for first in range(1, own.index(part) + 1):
        # 支出17940万元，其中甲…、乙…: what stands first may be the whole itself.
        if len(own) - first > 1:
            yield own[first:]
    if behind:
        yield [part, behind[0]]
