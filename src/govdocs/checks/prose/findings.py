"""From judgements over prose to findings: one spot a sentence, and the values that tags print there.

Finished documents borrow the rules of this room; what only a case needs is loaded with a case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING

from govdocs.finding import Finding, Level, Spot
from govdocs.place import Path
from govdocs.prose.facts.ledger import Ledger, build_ledger
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage

if TYPE_CHECKING:
    from govdocs.checks.subject import Subject

MOST_VALUES = 4
"""A long list of parts is named by its sentence; its first values will do."""
_LEVELS = {
    Sureness.PROVEN: Level.ERROR,
    Sureness.LIKELY: Level.WARNING,
    Sureness.HINT: Level.NOTE,
}


def passages(subject: Subject) -> tuple[Passage, ...]:
    """The paragraphs of the case under check, as stated, with derived values in their tags."""
    return subject.once(_passages)


def _passages(subject: Subject) -> tuple[Passage, ...]:
    from govdocs.model.evaluation.case import EvaluationCase
    from govdocs.prose.passages import passages_of
    from govdocs.prose.report_passages import report_passages

    case = subject.derived_case
    if isinstance(case, EvaluationCase):
        return report_passages(case, subject.prose)
    return passages_of(case, subject.prose)


def targets(subject: Subject) -> tuple[Passage, ...]:
    """The paragraphs of a report that tell what was wanted; ``passages`` has none of them."""
    return subject.once(_targets)


def _targets(subject: Subject) -> tuple[Passage, ...]:
    from govdocs.model.evaluation.case import EvaluationCase
    from govdocs.prose.report_passages import target_passages

    case = subject.derived_case
    return target_passages(case, subject.prose) if isinstance(case, EvaluationCase) else ()


def ledger(subject: Subject) -> Ledger:
    """The bound figures of the case's prose; a paragraph without a year tells of the case's."""
    return subject.once(_ledger)


def _ledger(subject: Subject) -> Ledger:
    return build_ledger(passages(subject), subject.year)


def made_once(
    judge: Callable[[Subject], Iterator[Judgement]],
) -> Callable[[Subject], tuple[Judgement, ...]]:
    """Let ``judge`` run once for a subject: a rule and the coverage ask for the same judgements."""

    def listed(subject: Subject) -> tuple[Judgement, ...]:
        return tuple(judge(subject))

    @wraps(judge)
    def told(subject: Subject) -> tuple[Judgement, ...]:
        return subject.once(listed)

    return told


def sentence_spot(cited: Cited) -> Spot:
    """The sentence that holds what is cited, with the cited figure as what stands there."""
    layout = cited.passage.reading.layout
    span = layout.sentence_span(layout.sentence_at(cited.span[0]))
    return Spot(cited.passage.path, cited.passage.label, cited.text, span)


def tag_paths(cited: Iterable[Cited]) -> tuple[Path | None, ...]:
    """The value that each cited figure was printed from; None for typed text."""
    found = []
    for one in cited:
        source = one.passage.source_of(one.span)
        found.append(None if source is None else source.path)
    return tuple(found)


def finding_of(code: str, judgement: Judgement, *more: Spot, level: Level | None = None) -> Finding:
    """Make the finding of a judgement that does not hold; ``more`` are places outside the prose."""
    by_sentence: dict[object, Spot] = {}
    for cited in judgement.cited:
        spot = sentence_spot(cited)
        told = by_sentence.get((spot.path, spot.span))
        if (
            told is not None
        ):  # an acceptance binds all that the sentence states, not the first figure
            spot = replace(told, shown=f"{told.shown}、{spot.shown}")
        by_sentence[spot.path, spot.span] = spot
    spots = list(by_sentence.values())
    first = judgement.cited[0]
    sentence = spots[0].span or (0, 0)
    details = {
        "label": first.passage.label,
        "shown": first.text,
        "sentence": _short(first.passage.text[slice(*sentence)]),
        **judgement.details,
    }
    return Finding(
        code,
        level or _LEVELS[judgement.sureness],
        (*spots, *more),
        variant=judgement.name,
        details=details,
        expected=judgement.expected,
        actual=judgement.actual,
        arithmetic=judgement.arithmetic,
    )


def _short(sentence: str) -> str:
    sentence = sentence.strip()
    return sentence if len(sentence) <= 80 else f"{sentence[:78]}……"


def findings_of(code: str, judgements: Iterable[Judgement], subject: Subject) -> Iterator[Finding]:
    """The findings of all judgements that do not hold and that no table of the case shows already.

    Besides the sentences a finding names the values that tags printed there: that is where the
    figure is mended.
    """
    from govdocs.checks.spots import spot_at

    for judgement in judgements:
        if not judgement.holds and not shown_by_tables(judgement):
            paths = dict.fromkeys(path for path in tag_paths(judgement.cited) if path)
            yield finding_of(
                code,
                judgement,
                *(spot_at(subject.derived_case, *path) for path in list(paths)[:MOST_VALUES]),
            )


def shown_by_tables(judgement: Judgement) -> bool:
    """Tell whether all figures are printed from one allocation or one fact, checked where they stand."""
    if not judgement.cited or any(c.figure is None for c in judgement.cited):
        return False
    paths = tag_paths(judgement.cited)
    if any(
        path is None or len(path) < 2 or path[0] not in {"allocations", "facts"} for path in paths
    ):
        return False
    return len({path[:2] for path in paths if path is not None}) == 1
