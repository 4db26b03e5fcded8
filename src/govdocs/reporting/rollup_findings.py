"""The roll-up's findings as rules of the reports: name, sentences, advice."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.rule import Example, Rule
from govdocs.checks.subject import Subject
from govdocs.finding import Finding
from govdocs.reporting.sentences.rollup import FINDINGS
from govdocs.rollup.plausibility.codes import LEVELS

_NO_EXAMPLE = Example("", "")


def rollup_rules() -> dict[str, Rule]:
    """Return a rule for each finding of a roll-up; its check looks at cases and finds nothing.

    The roll-up itself yields these findings: one case alone does not hold the units' forms.
    """
    return {
        code: Rule(
            code=code,
            name=name,
            level=LEVELS[code],
            check=_nothing,
            what=name,
            why="",
            mend=mend,
            source="财预〔2018〕29号附件2注1、注3",
            example=_NO_EXAMPLE,
            sentences=sentences,
        )
        for code, (name, sentences, mend) in FINDINGS.items()
    }


def _nothing(_subject: Subject) -> Iterator[Finding]:
    return iter(())
