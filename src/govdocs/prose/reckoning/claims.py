"""What sentences claim by their build: lists that are whole, totals of what was named, things left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from govdocs.prose.explained import Amounts
from govdocs.prose.reckoning.changed_by import changed_by
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.rests import rests
from govdocs.prose.reckoning.shared_out import shared_out
from govdocs.prose.reckoning.summed_up import summed_up
from govdocs.prose.reckoning.two_sides import two_sides
from govdocs.prose.reckoning.whole_lists import whole_lists
from govdocs.prose.told import Story


def claims(story: Story, amounts: Amounts) -> Iterator[Sequence[Hypothesis]]:
    """Each claim as the readings that it allows: one of them holds, or a figure of one is wrong."""
    yield from chain(
        whole_lists(story, amounts),
        summed_up(story),
        rests(story),
        two_sides(story),
        changed_by(story),
        shared_out(story),
    )
