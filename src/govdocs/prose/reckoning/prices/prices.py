"""All that prices claim: what is paid by them, and what lists of them make in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.prices.added import added
from govdocs.prose.reckoning.prices.by_ratio import by_ratio
from govdocs.prose.reckoning.prices.converted import converted
from govdocs.prose.reckoning.prices.in_order import in_order
from govdocs.prose.reckoning.prices.interest import interest
from govdocs.prose.reckoning.prices.paid import paid
from govdocs.prose.told import Story


def prices(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every claim of a price as the readings that it allows."""
    yield from paid(story)
    yield from in_order(story)
    yield from converted(story)
    yield from interest(story)
    yield from by_ratio(story)
    yield from added(story)
