"""All claims of figures that stand apart from what they follow from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.told_apart.all_arrived import all_arrived
from govdocs.prose.reckoning.told_apart.changes_summed import changes_summed
from govdocs.prose.reckoning.told_apart.funds_left import funds_left
from govdocs.prose.reckoning.told_apart.items_summed import items_summed
from govdocs.prose.reckoning.told_apart.kinds_counted import kinds_counted
from govdocs.prose.reckoning.told_apart.named_sides import named_sides
from govdocs.prose.reckoning.told_apart.of_this_kind import of_this_kind
from govdocs.prose.reckoning.told_apart.of_which_before import of_which_before
from govdocs.prose.reckoning.told_apart.one_each import one_each
from govdocs.prose.reckoning.told_apart.paragraphs_summed import paragraphs_summed
from govdocs.prose.reckoning.told_apart.rests_again import rests_again
from govdocs.prose.reckoning.told_apart.scopes_summed import scopes_summed
from govdocs.prose.reckoning.told_apart.standard_wholes import standard_wholes
from govdocs.prose.told import Story


def told_apart(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Each claim as the readings that it allows."""
    yield from chain(
        items_summed(story),
        all_arrived(story),
        changes_summed(story),
        named_sides(story),
        scopes_summed(story),
        paragraphs_summed(story),
        standard_wholes(story),
        rests_again(story),
        funds_left(story),
        kinds_counted(story),
        of_this_kind(story),
        one_each(story),
        of_which_before(story),
    )
