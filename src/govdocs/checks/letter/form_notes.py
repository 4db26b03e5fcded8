"""F316: the notes under attachment 2 are the official text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level

CONTEXT = 4
"""So many characters are shown on either side of a difference."""


def form_notes(subject: Subject) -> Iterator[Finding]:
    """Each official note against the stated one with its number; notes of the house's own may follow."""
    stated, official = subject.case.explanation.notes, subject.forms.notes
    if stated is None:
        return
    for at, note in enumerate(official):
        if at >= len(stated):
            yield Finding(
                "F316",
                Level.WARNING,
                (spot_at(subject.case, "explanation", "notes"),),
                variant="missing",
                details={"number": str(at + 1)},
                expected=note,
            )
        elif _plain(stated[at]) != _plain(note):
            right, wrong = _difference(_plain(note), _plain(stated[at]))
            yield Finding(
                "F316",
                Level.WARNING,
                (spot_at(subject.case, "explanation", "notes", at),),
                details={"number": str(at + 1)},
                expected=right,
                actual=wrong,
            )


def _plain(text: str) -> str:
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return re.sub("[-—–−~～]+", "－", folded).removeprefix("注:").rstrip("。.")


def _difference(right: str, wrong: str) -> tuple[str, str]:
    """The stretch in which two texts differ, with a few characters around it."""
    changes = [
        (a1, a2, b1, b2)
        for tag, a1, a2, b1, b2 in SequenceMatcher(None, right, wrong, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    first, last = changes[0], changes[-1]
    return (
        right[max(0, first[0] - CONTEXT) : last[1] + CONTEXT],
        wrong[max(0, first[2] - CONTEXT) : last[3] + CONTEXT],
    )


RULES = (
    Rule(
        code="F316",
        name="表下注与官方注文一致",
        level=Level.WARNING,
        check=form_notes,
        what="附件2表下的注与表式的官方注文一致（空格、全半角、连接号不计）；另加的注不查。",
        why="注文规定了怎样填、怎样汇总，抄错一个词，含义就变了（预期指标与预算指标）。",
        mend="照官方注文更正；案卷中不填“注”即印官方注文。",
        source="财预〔2018〕29号附件自评表下的注",
        example=Example(
            wrong="explanation: {remark: 无, notes: [1.定量指标。资金使用单位填写本地区实际完成数。]}",
            right="explanation: {remark: 无}",
        ),
        sentences={
            "": "注{number}与官方注文不同：应为“{expected}”，印的是“{actual}”",
            "missing": "缺少官方注文第{number}条：{expected}",
        },
    ),
)
