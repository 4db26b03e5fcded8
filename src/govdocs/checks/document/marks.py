"""F331, F332 over a finished document: brackets in pairs, no doubled marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.prose import of_case_rule
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.letter import punctuation
from govdocs.checks.letter.punctuation import AROUND, bracket_flaws
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage

_DOUBLED = re.compile(
    r"[，、；：]{2,}|(?<!。)。{2}(?!。)|[，、；：][。！？]|。[，、；：]|(?<!目)的的(?!确)"
)


def brackets(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the brackets of every passage; a quotation may run on over paragraphs and is left alone."""
    for passage in subject.passages:
        flaws = [f for f in bracket_flaws(passage.text) if passage.text[f[1]] not in "“”‘’"]
        for variant, at in flaws:
            if variant != "mixed" and passage.text[at] in "[]":
                continue
            yield _flaw(
                passage, (at, at + 1), variant, Level.NOTE if variant == "mixed" else Level.WARNING
            )


def doubled(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge marks that follow one another where one belongs."""
    for passage in subject.passages:
        for match in _DOUBLED.finditer(passage.text):
            yield _flaw(passage, match.span(), "", Level.NOTE)


def _flaw(passage: Passage, at: tuple[int, int], variant: str, level: Level) -> Judged:
    start, end = at
    excerpt = passage.text[max(0, start - AROUND) : end + AROUND].replace("\n", "")
    details = {"what": passage.label, "mark": passage.text[start:end]}
    return Judged(
        False, (cited_spot(Cited(passage, at)),), (), variant, details, actual=excerpt, level=level
    )


_JUDGES = {"F331": brackets, "F332": doubled}
RULES = tuple(
    of_case_rule(rule, _JUDGES[rule.code]) for rule in punctuation.RULES if rule.code in _JUDGES
)
