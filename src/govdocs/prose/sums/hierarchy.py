"""What is part of what, as the paper itself says (A占B的x%): the part is never above the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.facts.ledger import measure_key
from govdocs.prose.figure import Role
from govdocs.prose.judgement import Judgement
from govdocs.prose.lists import sentence_figures
from govdocs.prose.part_within import part_within
from govdocs.prose.passage import Passage
from govdocs.prose.words.binding import is_measure, measure_of

_PART_OF = re.compile(
    r"(?P<part>[一-龥“”]{4,20}?)占(?!比|地|用)(?P<whole>[一-龥]{4,20}?)(?:的(?:比例|比重)|的|比例|比重|达到|达|为|到)* *(?=\d)"
)

_STATED = frozenset({Role.PLAIN, Role.TOTAL, Role.TARGET})
_DONE = re.compile(r"实际|完成|已")


def hierarchy_of(passages: Sequence[Passage]) -> frozenset[tuple[str, str]]:
    """Pairs (part, whole) of measures that some sentence of the paper relates by 占."""
    pairs: set[tuple[str, str]] = set()
    for passage in passages:
        for match in _PART_OF.finditer(passage.reading.folded):
            part, whole = measure_of(match["part"])[1], measure_of(match["whole"])[1]
            if is_measure(part) and is_measure(whole) and part != whole:
                pairs.add((part, whole))
    return frozenset(pairs)


def parts_within(passage: Passage, pairs: frozenset[tuple[str, str]]) -> Iterator[Judgement]:
    """Judge every sentence that states a part and its whole of one time, one subject and one kind."""
    if not pairs:
        return
    for figures in sentence_figures(passage.reading):
        named = [f for f in figures if f.measure and f.exact and f.unit and not f.is_rate]
        for part in named:
            for whole in named:
                if (measure_key(part), measure_key(whole)) not in pairs or part is whole:
                    continue
                if part.kind != whole.kind or part.period != whole.period:
                    continue
                if part.subject != whole.subject or not {part.role, whole.role} <= _STATED:
                    continue
                if (
                    part.role is Role.PLAIN
                    and whole.role is Role.TARGET
                    and _DONE.search(passage.reading.folded[whole.span[1] : part.span[0]])
                ):
                    continue
                yield part_within(passage, part, whole)
