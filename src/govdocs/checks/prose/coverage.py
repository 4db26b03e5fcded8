"""How many figures stand in the prose, how many tags print, how many were held against something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from govdocs.checks.prose.against_case import named_judgements
from govdocs.checks.prose.changes import comparison_judgements, growth_judgements
from govdocs.checks.prose.counts import count_judgements
from govdocs.checks.prose.findings import passages, sentence_spot
from govdocs.checks.prose.indicator_counts import count_judgements as indicator_judgements
from govdocs.checks.prose.repeated import leftover_judgements, same_judgements, unit_judgements
from govdocs.checks.prose.shares import part_judgements, share_judgements
from govdocs.checks.prose.sums import each_judgements, sum_judgements
from govdocs.checks.subject import Subject
from govdocs.finding import Coverage, Finding
from govdocs.model.kinds import FILING
from govdocs.place import Path
from govdocs.prose.figure import Sort
from govdocs.prose.judgement import Cited, Judgement

_PROSE_ONLY = frozenset({"facts", "year"})
"""What stands in no table: a tag prints it without holding it against anything."""


def prose_coverage(subject: Subject, findings: Iterable[Finding] = ()) -> Coverage:
    """Count the figures of a filing's prose; nothing for a case of another kind.

    What ``findings`` point at counts as checked too.
    """
    if subject.kind != FILING:
        return Coverage()
    held = {
        (cited.passage.path, cited.span)
        for judgement in _filing_judgements(subject)
        for cited in judgement.cited
    }
    told = {(s.path, s.span) for f in findings for s in f.spots if s.span is not None}
    return covered(subject, held, told)


Held = tuple[Path, tuple[int, int]]
"""The path of a paragraph and the span of a figure in it."""


def covered(
    subject: Subject, held: Collection[Held], told: Collection[Held | tuple[Path, None]] = ()
) -> Coverage:
    """Count the figures of the prose; dates, document numbers and ordinals are no figures.

    Checked is a figure that a relation of the prose or a value of the case was held against
    (``held``), whose sentence a finding points at (``told``), or that a tag prints from a table
    of the case.
    """
    figures = from_tags = checked = 0
    unchecked = []
    for passage in passages(subject):
        for figure in passage.reading.figures:
            if figure.sort not in {Sort.MEASURE, Sort.RANGE, Sort.RATIO}:
                continue
            figures += 1
            source = passage.source_of(figure.span)
            from_tags += source is not None
            spot = sentence_spot(Cited.of(passage, figure))
            by_table = source is not None and source.path[:1] and source.path[0] not in _PROSE_ONLY
            related = source is not None and _related(subject, source.path)
            if (
                by_table
                or related
                or (passage.path, figure.span) in held
                or (spot.path, spot.span) in told
            ):
                checked += 1
            else:
                unchecked.append(spot)
    return Coverage(figures, from_tags, checked, tuple(unchecked))


def _related(subject: Subject, path: Path) -> bool:
    """Tell whether a fact states what it can be held against: a whole, a share, last year's figure."""
    if len(path) < 2 or path[0] != "facts" or not isinstance(path[1], int):
        return False
    facts = subject.derived_case.facts
    fact = facts[path[1]]
    if path[2:] == ("growth",):
        return fact.previous is not None
    wholes = {other.part_of for other in facts}
    return bool(
        fact.part_of or fact.share or (fact.previous and fact.growth) or fact.name in wholes
    )


def relations(subject: Subject) -> Iterator[Judgement]:
    """What figures of the prose say of each other, true or not, in a case of any kind."""
    for judgements in (
        sum_judgements, each_judgements, growth_judgements, share_judgements, part_judgements,
        count_judgements, same_judgements, leftover_judgements, unit_judgements, comparison_judgements,
    ):  # fmt: skip
        yield from judgements(subject)


def _filing_judgements(subject: Subject) -> Iterator[Judgement]:
    yield from relations(subject)
    for judgement, _ in named_judgements(subject):
        yield judgement
    for judgement, _ in indicator_judgements(subject):
        yield judgement


COVERAGE = prose_coverage
