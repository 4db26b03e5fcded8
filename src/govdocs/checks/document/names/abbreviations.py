"""F625: an abbreviation is given right behind the full name that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.judgement import Cited

_GIVEN = re.compile(
    r"(?P<before>[一-龥]{4,30})[（(](?:以下|下文|下称)(?:统?简称为?|统?称为?)?[：:，,]?[“\"](?P<short>[一-龥]{2,12})[”\"][）)]"
)
_VERB = re.compile(
    r"(?:委托|负责|组织|聘请|会同|联合|牵头|要求|印发|下达|实施|开展|承担|主管|管理|制定|批准|批复|安排)$"
)
"""What can stand behind a name only as what it does."""


def abbreviations(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every abbreviation whose full name stands before it: nothing may come between them."""
    for passage in subject.passages:
        for match in _GIVEN.finditer(passage.text):
            before, short = match["before"], match["short"]
            at = before.rfind(short)
            if at < 0:
                continue
            between = before[at + len(short) :]
            holds = not _VERB.fullmatch(between)
            cited = Cited(passage, match.span())
            yield Judged(
                holds, () if holds else (cited_spot(cited),), (), "",
                {"label": passage.label, "short": short}, expected=short, actual=between,
            )  # fmt: skip


RULES = (
    DocumentRule(
        code="F625",
        name="简称紧跟全称",
        level=Level.WARNING,
        judge=abbreviations,
        what="“（以下简称‘……’）”紧跟在它所简称的名称之后，中间没有隔着“委托”“负责”等词。",
        why="隔开以后，简称像是指后面的词，谁是谁就说不清了。",
        mend="把括号移到名称之后。",
        source="文义",
        sentences={"": "{label}的简称“{short}”没有紧跟全称，中间隔着“{actual}”"},
        example=DocumentExample(
            wrong="受云阳县财政局委托（以下简称“财政局”），评价组开展了评价。",
            right="受云阳县财政局（以下简称“财政局”）委托，评价组开展了评价。",
        ),
    ),
)
