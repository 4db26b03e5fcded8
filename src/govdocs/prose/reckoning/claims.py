"""What sentences claim by their build: lists that are whole, totals of what was named, things left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from govdocs.prose.explained import Amounts
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.movements.by_steps import by_steps
from govdocs.prose.reckoning.movements.running_stocks import running_stocks
from govdocs.prose.reckoning.per_unit.means import means
from govdocs.prose.reckoning.per_unit.of_years import of_years
from govdocs.prose.reckoning.per_unit.priced_apart import priced_apart
from govdocs.prose.reckoning.per_unit.shared_out import shared_out
from govdocs.prose.reckoning.per_unit.unit_prices import unit_prices
from govdocs.prose.reckoning.percentages.bases.done_and_undone import rates_beside_undone
from govdocs.prose.reckoning.percentages.bases.short_of_goal import short_of_goal
from govdocs.prose.reckoning.prices.prices import prices
from govdocs.prose.reckoning.remainders.account_balances import account_balances
from govdocs.prose.reckoning.remainders.changed_by import changed_by
from govdocs.prose.reckoning.remainders.moved import moved
from govdocs.prose.reckoning.remainders.rests import rests
from govdocs.prose.reckoning.remainders.rests_by_rate import rests_by_rate
from govdocs.prose.reckoning.remainders.stated_gaps import stated_gaps
from govdocs.prose.reckoning.remainders.two_sides import two_sides
from govdocs.prose.reckoning.remainders.undone import undone
from govdocs.prose.reckoning.statistics.statistics import statistics
from govdocs.prose.reckoning.told_apart.told_apart import told_apart
from govdocs.prose.reckoning.wholes.far_totals import far_totals
from govdocs.prose.reckoning.wholes.grades import grades
from govdocs.prose.reckoning.wholes.kinds_apart import kinds_apart
from govdocs.prose.reckoning.wholes.owners_pooled import owners_pooled
from govdocs.prose.reckoning.wholes.summed_up import summed_up
from govdocs.prose.reckoning.wholes.whole_lists import whole_lists
from govdocs.prose.told import Story


def claims(story: Story, amounts: Amounts) -> Iterator[Sequence[Hypothesis]]:
    """Each claim as the readings that it allows: one of them holds, or a figure of one is wrong."""
    yield from chain(
        whole_lists(story, amounts),
        summed_up(story),
        rests(story),
        rests_by_rate(story),
        two_sides(story),
        changed_by(story),
        shared_out(story),
        account_balances(story),
        far_totals(story, amounts),
        grades(story),
        means(story),
        of_years(story),
        moved(story),
        undone(story),
        unit_prices(story),
        prices(story),
        stated_gaps(story),
        priced_apart(story),
        kinds_apart(story),
        owners_pooled(story),
        statistics(story),
        told_apart(story),
        by_steps(story),
        running_stocks(story),
        rates_beside_undone(story),
        short_of_goal(story),
    )
