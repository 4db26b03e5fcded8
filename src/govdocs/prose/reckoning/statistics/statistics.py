"""What the formulas of statistical papers claim, each as the readings that it allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.statistics.averages_by_name import averages_by_name
from govdocs.prose.reckoning.statistics.compositions import compositions
from govdocs.prose.reckoning.statistics.industries import industry_shares
from govdocs.prose.reckoning.statistics.mixed_counts import mixed_counts
from govdocs.prose.reckoning.statistics.months_covered import months_covered
from govdocs.prose.reckoning.statistics.natural_growth import population_rates
from govdocs.prose.reckoning.statistics.points_between import points_between
from govdocs.prose.reckoning.statistics.schedules import schedules
from govdocs.prose.reckoning.statistics.shared_products import shared_products
from govdocs.prose.reckoning.statistics.two_sided_ratios import two_sided_ratios
from govdocs.prose.reckoning.statistics.whole_shares import whole_shares
from govdocs.prose.told import Story


def statistics(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Structures, population rates, points between two rates, points before or behind a schedule, averages by name."""
    yield from chain(
        compositions(story),
        population_rates(story),
        points_between(story),
        schedules(story),
        industry_shares(story),
        whole_shares(story),
        averages_by_name(story),
        months_covered(story),
        two_sided_ratios(story),
        shared_products(story),
        mixed_counts(story),
    )
