"""All readings of a percentage by bases that the build of its sentence or of the paper tells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from govdocs.prose.explained import Amounts
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bases.changed_between import changed_between
from govdocs.prose.reckoning.percentages.bases.compared import compared
from govdocs.prose.reckoning.percentages.bases.done_and_undone import done_and_undone
from govdocs.prose.reckoning.percentages.bases.most_told import most_told
from govdocs.prose.reckoning.percentages.bases.of_its_sentence import of_its_sentence
from govdocs.prose.reckoning.percentages.bases.short_of_goal import goal_and_gap
from govdocs.prose.reckoning.percentages.bases.told_later import told_later
from govdocs.prose.reckoning.percentages.bases.two_halves import two_halves
from govdocs.prose.reckoning.percentages.bases.two_kinds import two_kinds
from govdocs.prose.told import Story, Told


def bases(story: Story, target: Told) -> Iterator[Hypothesis]:
    """Done with undone, what a change is held against, what neighbours are shares of, two halves of a whole."""
    yield from chain(
        compared(story, target),
        done_and_undone(story, target),
        of_its_sentence(story, target),
        two_halves(story, target),
        two_kinds(story, target),
        told_later(story, target),
        goal_and_gap(story, target),
    )


def of_the_paper(story: Story, amounts: Amounts, target: Told) -> Iterator[Hypothesis]:
    """By amounts that other parts of the paper, or its tables, tell: for percentages that nothing else explains."""
    yield from most_told(story, amounts, target)
    yield from changed_between(story, amounts, target)
