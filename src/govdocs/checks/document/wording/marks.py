"""F331–F333 over a finished document: brackets in pairs, no doubled marks, no stray spaces; F623."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.prose import of_case_rule
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.letter import punctuation
from govdocs.checks.letter.bracket_pairs import PAIRS, bracket_flaws
from govdocs.checks.letter.punctuation import AROUND
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.wording.confused import confused
from govdocs.prose.words.folding import fold

_DOUBLED = re.compile(
    r"[，、；：]{2,}|(?<!。)。{2}(?!。)|[，、；：][。！？]|。[，、；：]|(?<!目)的的(?!确)"
)


_QUOTED = re.compile(r"“[^“”]{1,80}”")
_NEAR = 12
"""So many paragraphs further on a bracket may close: a cell or sentence torn into lines."""


def brackets(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the brackets of every passage.

    A quotation mark may run on over paragraphs and is left alone, and so is what is quoted from
    elsewhere: words between quotation marks, and a cell whose words another place quotes. A
    bracket that a paragraph close by closes belongs to a text torn into lines.
    """
    flaws = [
        (at, variant, place)
        for at, passage in enumerate(subject.passages)
        for variant, place in bracket_flaws(passage.text)
        if passage.text[place] not in "“”‘’"
        and not (variant != "mixed" and passage.text[place] in "[]")
    ]
    quotations = tuple(quoted_texts(subject)) if flaws else ()
    torn = _closed_elsewhere(subject, flaws)
    for number, (at, variant, place) in enumerate(flaws):
        passage = subject.passages[at]
        if number in torn or _is_quoted(passage.text, (place, place + 1)):
            continue
        if any(passage.text.strip() in words for words in quotations):
            continue
        level = Level.NOTE if variant == "mixed" else Level.WARNING
        yield _flaw(passage, (place, place + 1), variant, level)


def quoted_texts(subject: DocumentSubject) -> Iterator[str]:
    """What stands between quotation marks anywhere in the document, other than names and terms."""
    for passage in subject.passages:
        for match in _QUOTED.finditer(passage.text):
            if next(bracket_flaws(match[0][1:-1]), None) is not None:
                yield match[0][1:-1]


def _is_quoted(text: str, span: tuple[int, int]) -> bool:
    return any(m.start() < span[0] and span[1] < m.end() for m in _QUOTED.finditer(text))


def _closed_elsewhere(
    subject: DocumentSubject, flaws: Sequence[tuple[int, str, int]]
) -> frozenset[int]:
    """Flaws that answer one another: opened in one paragraph, closed in one not far below."""
    open_now: list[tuple[int, int, str]] = []
    found: set[int] = set()
    for number, (at, variant, place) in enumerate(flaws):
        mark = subject.passages[at].text[place]
        if variant == "unclosed":
            open_now.append((number, at, mark))
        elif variant == "unopened":
            fitting = [
                one for one in open_now
                if 0 < at - one[1] <= _NEAR and fold(PAIRS[one[2]]) == fold(mark)
            ]  # fmt: skip
            if fitting:
                open_now.remove(fitting[-1])
                found |= {number, fitting[-1][0]}
    return frozenset(found)


def doubled(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge marks that follow one another where one belongs, quoted words left alone."""
    for passage in subject.passages:
        for match in _DOUBLED.finditer(passage.text):
            if not _is_quoted(passage.text, match.span()):
                yield _flaw(passage, match.span(), "", Level.NOTE)


_IN_BRACKET = re.compile(
    r"[（(](?P<space>[ \u3000]{1,2})(?=[\d一-龥][^（）()\n]{1,20}[^\s（）()][）)])"
)
_MOST_SPACES = 3
"""More of them in one document are its manner, or a copy from a page."""


def stray_spaces(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge a space right behind an opening bracket where the closing one stands close."""
    found = [
        (passage, match)
        for passage in subject.passages
        for match in _IN_BRACKET.finditer(passage.text)
        if not re.search(
            r"年 |盖章|签[字名]|公章", match[0] + passage.text[match.end() : match.end() + 20]
        )
    ]
    if len(found) <= _MOST_SPACES:
        for passage, match in found:
            yield _flaw(passage, match.span("space"), "", Level.NOTE)


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


_JUDGES = {"F331": brackets, "F332": doubled, "F333": stray_spaces}
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
