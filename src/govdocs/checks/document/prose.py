"""F501–F516 over the prose of a finished document: the same judgements as over a case's prose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentRule, Judge
from govdocs.checks.document.spots import cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.prose import changes as prose_changes
from govdocs.checks.prose import counts as prose_counts
from govdocs.checks.prose import repeated as prose_repeated
from govdocs.checks.prose import shares as prose_shares
from govdocs.checks.prose import sums as prose_sums
from govdocs.checks.prose import wording as prose_wording
from govdocs.checks.rule import Rule
from govdocs.finding import Level, Spot
from govdocs.prose.counts.counts import counts
from govdocs.prose.counts.sequences import sequences
from govdocs.prose.facts.echoes import echoes
from govdocs.prose.facts.in_other_unit import in_other_units
from govdocs.prose.facts.near_same import near_same
from govdocs.prose.facts.rates_again import rates_again
from govdocs.prose.facts.referred import referred
from govdocs.prose.facts.same import same_measures
from govdocs.prose.facts.stocks import stocks
from govdocs.prose.facts.told_again import told_again
from govdocs.prose.facts.word_for_word import word_for_word
from govdocs.prose.judgement import Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.products.averages import averages
from govdocs.prose.products.averages_of_earlier import averages_of_earlier
from govdocs.prose.products.each import each_times
from govdocs.prose.products.equations import equations
from govdocs.prose.products.exchanged import exchanged
from govdocs.prose.products.products import products
from govdocs.prose.products.reckoned_products import reckoned_products
from govdocs.prose.rates.comparisons import comparisons
from govdocs.prose.rates.gaps import gaps
from govdocs.prose.rates.growth import growths
from govdocs.prose.rates.limits import limits
from govdocs.prose.rates.mixed_units import mixed_units
from govdocs.prose.rates.rates import rates
from govdocs.prose.rates.rates_of_earlier import rates_of_earlier
from govdocs.prose.rates.ratios import ratios, remainders
from govdocs.prose.rates.shares import shares
from govdocs.prose.rates.shares_of_earlier import shares_of_earlier
from govdocs.prose.rates.year_changes import year_changes
from govdocs.prose.rates.year_series import year_series
from govdocs.prose.reckoning import is_explained
from govdocs.prose.sums.additions import additions
from govdocs.prose.sums.adjusted import adjusted, pooled
from govdocs.prose.sums.balances import balances
from govdocs.prose.sums.complements import complements
from govdocs.prose.sums.hierarchy import hierarchy_of, parts_within
from govdocs.prose.sums.leftover import leftovers
from govdocs.prose.sums.limits_by_name import limits_by_name
from govdocs.prose.sums.paragraph_lists import paragraph_lists
from govdocs.prose.sums.parallel_lists import parallel_lists
from govdocs.prose.sums.spent_and_left import left_of_spent_and_rate, rates_of_spent_and_left
from govdocs.prose.sums.sums import sums
from govdocs.prose.wording.date_order import dates
from govdocs.prose.wording.slips import slips

_LEVELS = {Sureness.PROVEN: Level.ERROR, Sureness.LIKELY: Level.WARNING, Sureness.HINT: Level.NOTE}
Judgements = Iterable[Judgement]


def _each(
    judge: Callable[[Passage], Judgements],
) -> Callable[[DocumentSubject], Iterator[Judgement]]:
    def all_passages(subject: DocumentSubject) -> Iterator[Judgement]:
        for passage in subject.passages:
            yield from judge(passage)

    return all_passages


def _sums(subject: DocumentSubject) -> Iterator[Judgement]:
    for passage in subject.passages:
        yield from (judgement for judgement in sums(passage) if judgement.name != "part")
    yield from adjusted(subject.story)
    yield from additions(subject.story)
    yield from pooled(subject.story)
    yield from parallel_lists(subject.story)
    yield from complements(subject.story)
    yield from paragraph_lists(subject.story)


def _products(subject: DocumentSubject) -> Iterator[Judgement]:
    for passage in subject.passages:
        yield from each_times(passage)
        yield from exchanged(passage)
        yield from equations(passage)
    yield from products(subject.story)
    yield from reckoned_products(subject.story)


def _unless_explained(
    find: Callable[[DocumentSubject], Judgements],
) -> Callable[[DocumentSubject], Iterator[Judgement]]:
    """The judgements of ``find``; a figure that another reading near it explains is not wrong."""

    def judge(subject: DocumentSubject) -> Iterator[Judgement]:
        for judgement in find(subject):
            explained = not judgement.holds and is_explained(subject.story, judgement.cited[0])
            yield replace(judgement, holds=True) if explained else judgement

    return judge


def _changes(subject: DocumentSubject) -> Iterator[Judgement]:
    """Growth between bases that some reading must not explain, and growth whose base is named."""
    yield from _unless_explained(_growths)(subject)
    yield from year_changes(subject.story)


def _growths(subject: DocumentSubject) -> Iterator[Judgement]:
    for passage in subject.passages:
        yield from growths(passage, subject.ledger, subject.year)
        yield from gaps(passage)
        yield from year_series(passage)


def _shares(subject: DocumentSubject) -> Iterator[Judgement]:
    for passage in subject.passages:
        yield from shares(passage, subject.ledger, subject.year)
        yield from rates(passage)
        yield from ratios(passage, subject.amounts)
        yield from averages(passage)
    yield from rates_of_earlier(subject.story, subject.amounts)
    yield from averages_of_earlier(subject.story)
    yield from shares_of_earlier(subject.story, subject.amounts)
    yield from rates_of_spent_and_left(subject.story)


def _same(subject: DocumentSubject) -> Iterator[Judgement]:
    yield from same_measures(subject.ledger)
    yield from near_same(subject.story, subject.amounts)
    yield from referred(subject.story, subject.amounts)
    yield from stocks(subject.story, subject.amounts)
    yield from told_again(subject.story, subject.amounts)
    yield from _unless_explained(_taken_up)(subject)
    yield from word_for_word(subject.story, subject.amounts)
    for passage in subject.passages:
        yield from in_other_units(passage)


def _taken_up(subject: DocumentSubject) -> Iterator[Judgement]:
    yield from echoes(subject.story, subject.amounts)
    yield from rates_again(subject.story, subject.amounts)


def _leftovers(subject: DocumentSubject) -> Iterator[Judgement]:
    yield from leftovers(subject.passages)
    for passage in subject.passages:
        yield from remainders(passage, subject.amounts)
    yield from balances(subject.story, subject.amounts)
    yield from left_of_spent_and_rate(subject.story)


def _parts(subject: DocumentSubject) -> Iterator[Judgement]:
    pairs = hierarchy_of(subject.passages)
    for passage in subject.passages:
        yield from (judgement for judgement in sums(passage) if judgement.name == "part")
        yield from parts_within(passage, pairs)
        yield from limits(passage)
    yield from limits_by_name(subject.story)


def judged(judgement: Judgement) -> Judged:
    """Make of a judgement over prose what the engine of finished documents counts and reports."""
    held = cited_held(*(cited for cited in judgement.cited if cited.figure is not None))
    if judgement.holds:
        return Judged(True, (), held)
    spots: list[Spot] = []
    seen: set[object] = set()
    for cited in judgement.cited:
        spot = cited_spot(cited)
        if (spot.path, spot.span) not in seen:
            seen.add((spot.path, spot.span))
            spots.append(spot)
    first = judgement.cited[0]
    start, end = spots[0].span or (0, 0)
    sentence = first.passage.text[start:end].strip()
    details = {
        "label": first.passage.label, "shown": first.text,
        "sentence": sentence if len(sentence) <= 80 else f"{sentence[:78]}……",
        **judgement.details,
    }  # fmt: skip
    return Judged(
        False, tuple(spots), held, judgement.name, details, judgement.expected, judgement.actual,
        judgement.arithmetic, level=_LEVELS[judgement.sureness],
    )  # fmt: skip


def _judge(find: Callable[[DocumentSubject], Judgements]) -> Judge:
    def judge(subject: DocumentSubject) -> Iterator[Judged]:
        for judgement in find(subject):
            yield judged(judgement)

    return judge


_JUDGES: dict[str, Callable[[DocumentSubject], Judgements]] = {
    "F501": _sums,
    "F502": _products,
    "F503": _changes,
    "F504": _unless_explained(_shares),
    "F505": _parts,
    "F506": _each(counts),
    "F507": _same,
    "F508": _leftovers,
    "F509": _each(mixed_units),
    "F510": _each(comparisons),
    "F514": _each(dates),
    "F515": lambda subject: sequences(subject.passages),
    "F516": _each(slips),
}


def of_case_rule(rule: Rule, judge: Judge) -> DocumentRule:
    """A rule of cases, with its words, run over finished documents by ``judge``."""
    return DocumentRule(
        rule.code,
        rule.name,
        rule.level,
        judge,
        rule.what,
        rule.why,
        rule.mend,
        rule.source,
        rule.sentences,
    )


RULES = tuple(
    of_case_rule(rule, _judge(_JUDGES[rule.code]))
    for room in (
        prose_sums,
        prose_changes,
        prose_shares,
        prose_counts,
        prose_repeated,
        prose_wording,
    )
    for rule in room.RULES
    if rule.code in _JUDGES
)
