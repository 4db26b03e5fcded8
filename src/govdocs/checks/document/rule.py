"""A rule over a finished document: code, name, level, page and function in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from govdocs.checks.document.judged import Held, Judged
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Finding, Level

Judge = Callable[[DocumentSubject], Iterator[Judged]]
JudgeOfRest = Callable[[DocumentSubject, AbstractSet[Held]], Iterator[Judged]]
"""Asked after all other rules, with the figures that these looked at."""


@dataclass(frozen=True, slots=True)
class DocumentExample:
    """Two small documents for the rule's page, run as tests: ``wrong`` is found, ``right`` is not.

    A line is a paragraph; lines that begin with ``|`` are the rows of a table.
    """

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """One check of a finished document.

    ``judge`` is a pure function: it yields every statement that it could bind, true or not, and
    nothing where it could not. The other fields are those of ``govdocs.checks.rule.Rule``.
    """

    code: str
    name: str
    level: Level
    judge: Judge
    what: str
    why: str
    mend: str
    source: str
    sentences: Mapping[str, str]
    example: DocumentExample | None = None
    second_look: bool = False
    """Its findings are left out where another rule already names one of their figures."""
    judge_rest: JudgeOfRest | None = None
    """Where given, the rule is asked so, last of all, about what the others held against nothing."""

    def sentence(self, finding: Finding) -> str:
        """Say in Chinese what ``finding`` is."""
        return self._filled(self.sentences[finding.variant], finding)

    def hint(self, finding: Finding) -> str:
        """Say what would be right or how the slip came about; empty where nothing is known."""
        return self._filled(self.sentences[finding.hint], finding) if finding.hint else ""

    @staticmethod
    def _filled(sentence: str, finding: Finding) -> str:
        return sentence.format_map({
            **finding.details, "expected": finding.expected, "actual": finding.actual,
            "arithmetic": finding.arithmetic,
        })  # fmt: skip
