"""Reads a few paragraphs and judges all that they state, as the rules do."""

from __future__ import annotations

from govdocs.prose import Passage
from govdocs.prose.counts.counts import counts
from govdocs.prose.counts.sequences import sequences
from govdocs.prose.explained import amounts_of
from govdocs.prose.facts.ledger import build_ledger
from govdocs.prose.facts.near_same import near_same
from govdocs.prose.facts.same import same_measures
from govdocs.prose.judgement import Judgement
from govdocs.prose.products.averages import averages
from govdocs.prose.products.averages_of_earlier import averages_of_earlier
from govdocs.prose.products.each import each_times
from govdocs.prose.products.products import products
from govdocs.prose.rates.comparisons import comparisons
from govdocs.prose.rates.gaps import gaps
from govdocs.prose.rates.growth import growths
from govdocs.prose.rates.mixed_units import mixed_units
from govdocs.prose.rates.rates import rates
from govdocs.prose.rates.rates_of_earlier import rates_of_earlier
from govdocs.prose.rates.ratios import ratios, remainders
from govdocs.prose.rates.shares import shares
from govdocs.prose.rates.shares_of_earlier import shares_of_earlier
from govdocs.prose.rates.year_changes import year_changes
from govdocs.prose.rates.year_series import year_series
from govdocs.prose.sums.adjusted import adjusted, pooled
from govdocs.prose.sums.balances import balances
from govdocs.prose.sums.complements import complements
from govdocs.prose.sums.hierarchy import hierarchy_of, parts_within
from govdocs.prose.sums.leftover import leftovers
from govdocs.prose.sums.paragraph_lists import paragraph_lists
from govdocs.prose.sums.parallel_lists import parallel_lists
from govdocs.prose.sums.sums import sums
from govdocs.prose.told import Story
from govdocs.prose.wording.date_order import dates
from govdocs.prose.wording.slips import slips


def passages_from(*texts: str) -> list[Passage]:
    return [Passage(text, (number,), f"第{number + 1}段") for number, text in enumerate(texts)]


def judge(*texts: str, year: int | None = None) -> list[Judgement]:
    passages = passages_from(*texts)
    ledger = build_ledger(passages, year)
    pairs = hierarchy_of(passages)
    found: list[Judgement] = []
    for one in passages:
        for judgements in (
            sums(one), each_times(one), growths(one, ledger, year), shares(one, ledger, year), rates(one),
            parts_within(one, pairs), mixed_units(one), comparisons(one), counts(one), dates(one), slips(one),
        ):  # fmt: skip
            found.extend(judgements)
    found.extend(same_measures(ledger))
    found.extend(leftovers(passages))
    found.extend(sequences(passages))
    return found


def judge_paper(*texts: str, year: int | None = None) -> list[Judgement]:
    """Judge paragraphs as those of one finished document: figures of one explain those of another."""
    passages = passages_from(*texts)
    amounts, story = amounts_of(passages), Story(passages)
    found = judge(*texts, year=year)
    for one in passages:
        for judgements in (
            ratios(one, amounts), remainders(one, amounts), averages(one), gaps(one), year_series(one),
        ):  # fmt: skip
            found.extend(judgements)
    for judgements in (
        adjusted(story), pooled(story), balances(story, amounts), parallel_lists(story), rates_of_earlier(story, amounts),
        year_changes(story), near_same(story, amounts), shares_of_earlier(story, amounts),
        averages_of_earlier(story), products(story), complements(story),
        paragraph_lists(story),
    ):  # fmt: skip
        found.extend(judgements)
    return found


def wrong_in_paper(*texts: str, year: int | None = None) -> list[tuple[str, str, str]]:
    """What does not hold in one document: (kind, what stands there, what it should be)."""
    return [(j.name, j.actual, j.expected) for j in judge_paper(*texts, year=year) if not j.holds]


def held_in_paper(*texts: str, year: int | None = None) -> set[str]:
    """The kinds of statement of one document that were judged and hold."""
    return {j.name for j in judge_paper(*texts, year=year) if j.holds}


def wrong(*texts: str, year: int | None = None) -> list[tuple[str, str, str]]:
    """What does not hold: (kind, what stands there, what it should be)."""
    return [(j.name, j.actual, j.expected) for j in judge(*texts, year=year) if not j.holds]


def held(*texts: str, year: int | None = None) -> set[str]:
    """The kinds of statement that were judged and hold."""
    return {j.name for j in judge(*texts, year=year) if j.holds}
