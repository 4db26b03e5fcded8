"""Shares of the amount that the clause before names as this kind: 要求整改的121个问题，已整改107个，占此类问题的88.43%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.told import Story

_OF_THESE = re.compile(
    r"^[，、（]?占(?:此类|该类|此项|该项|这类|同类|本类|此批|该批)[^，。；\d]{0,8}$"
)


def of_this_kind(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every such share with the two amounts of one unit that stand right before it."""
    for sentence in story.sentences():
        for whole, part, share in zip(sentence, sentence[1:], sentence[2:], strict=False):
            if (
                share.figure.is_rate and _OF_THESE.match(share.words)
                and is_amount(whole) and is_amount(part)
                and whole.figure.unit == part.figure.unit
                and share.figure.clause - whole.figure.clause <= 2
            ):  # fmt: skip
                yield [ratio_of(share, part, whole, 0.05)]
