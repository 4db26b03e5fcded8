"""Which figures a figure may follow from: those told around it, the nearest first."""

from __future__ import annotations

from govdocs.prose.figure import ProseFigure, Role
from govdocs.prose.told import Story, Told

_PEOPLE = frozenset({"人", "名", "位", "人次"})


def is_amount(told: Told) -> bool:
    """Tell whether a figure is an amount or a count that others can be reckoned from."""
    return told.is_amount


def kin(first: ProseFigure, second: ProseFigure) -> bool:
    """Tell whether two figures can be added, subtracted or divided by each other."""
    if first.kind == second.kind:
        return True
    return {first.kind, second.kind} <= _PEOPLE


def before(story: Story, one: Told, paragraphs: int) -> list[Told]:
    """The amounts told before ``one`` in its paragraph and in some paragraphs above, the nearest first."""
    return [told for told in story.before(one, paragraphs) if told.is_amount]


def sentence_of(story: Story, one: Told) -> list[Told]:
    """All measures of the sentence that ``one`` stands in, in order."""
    return list(story.sentence_of(one))


def stands_alone(one: Told) -> bool:
    """Tell whether a figure plays no part in another reading: neither a share nor a difference."""
    return one.figure.role in {Role.PLAIN, Role.TOTAL, Role.PART, Role.TARGET}


def has_own_share(story: Story, one: Told) -> bool:
    """Tell whether a share follows right behind an amount: it is a part, and no whole of others."""
    paragraph = story.told[one.number]
    at = paragraph.index(one) + 1
    return at < len(paragraph) and paragraph[at].figure.role is Role.SHARE
