"""F331, F332 over a finished document: brackets in pairs, no doubled marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.prose import of_case_rule
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.letter import punctuation
from govdocs.checks.letter.punctuation import AROUND, bracket_flaws
from govdocs.finding import Level
from govdocs.prose.confused import confused
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


def mistaken(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge 己 where only 已 makes sense (己支出)."""
    for passage in subject.passages:
        for span in confused(passage.text):
            yield _flaw(passage, span, "", Level.WARNING)


_JUDGES = {"F331": brackets, "F332": doubled}
RULES = (
    *(of_case_rule(rule, _JUDGES[rule.code]) for rule in punctuation.RULES if rule.code in _JUDGES),
    DocumentRule(
        code="F623",
        name="形近字没有误用",
        level=Level.WARNING,
        judge=mistaken,
        what="“已经”“已支出”“已拨付”的“已”没有误作“己”。",
        why="形近字在屏幕上不易看出，印出来就是错字。",
        mend="改为“已”。",
        source="通用规范汉字表",
        sentences={"": "{what}的“{actual}”中，“己”应为“已”"},
        example=DocumentExample(
            wrong="截至年底，己支出260万元。", right="截至年底，已支出260万元。"
        ),
    ),
)
