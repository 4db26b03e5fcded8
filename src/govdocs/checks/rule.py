"""A rule: its code, name, level, scope, source, page and function, all in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from govdocs.finding import Coverage, Finding, Level
from govdocs.model.kinds import FILING, CaseKind

if TYPE_CHECKING:  # finished documents borrow rules and need no case
    from govdocs.checks.subject import Subject

EVALUATION = CaseKind.EVALUATION.value
EVERY_KIND = frozenset({FILING, EVALUATION})
REPORTS = frozenset({EVALUATION})

Check: TypeAlias = "Callable[[Subject], Iterator[Finding]]"
CoverageReader: TypeAlias = "Callable[[Subject], Coverage]"


@dataclass(frozen=True, slots=True)
class Example:
    """A case fragment for a rule's page; run as a test: ``wrong`` is found, ``right`` is not.

    Each is a piece of a case file in YAML, laid over a small correct case.
    """

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One check.

    ``check`` is a pure function of the subject: it yields findings with this ``code`` and says
    nothing where data is missing. ``level`` is the level of its plain finding; a variant may be
    lower. ``sentences`` maps a finding's variant, and its hint, to a Chinese sentence, with the
    finding's details, ``expected``, ``actual`` and ``arithmetic`` in braces. ``forms`` limits it
    to form sets by id, ``kinds`` to kinds of case (a filing's, where it
    does not say), ``years`` to years of the money; empty means all. ``what``, ``why``,
    ``mend`` and ``source`` make its page.
    """

    code: str
    name: str
    level: Level
    check: Check
    what: str
    why: str
    mend: str
    source: str
    example: Example
    sentences: Mapping[str, str]
    forms: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset({FILING})
    years: tuple[int, int] | None = None

    def applies(self, subject: Subject) -> bool:
        """Tell whether the rule is made for the forms and year of the case."""
        if subject.kind not in self.kinds:
            return False
        if self.forms and subject.forms.id not in self.forms:
            return False
        return self.years is None or self.years[0] <= subject.year <= self.years[1]

    def sentence(self, finding: Finding) -> str:
        """Say in Chinese what ``finding`` is; the only place where its words are put together."""
        return self._filled(self.sentences[finding.variant], finding)

    def hint(self, finding: Finding) -> str:
        """Say what would be right or how the slip came about; empty where nothing is known."""
        return self._filled(self.sentences[finding.hint], finding) if finding.hint else ""

    @staticmethod
    def _filled(sentence: str, finding: Finding) -> str:
        return sentence.format_map(
            {
                **finding.details,
                "expected": finding.expected,
                "actual": finding.actual,
                "arithmetic": finding.arithmetic,
            }
        )
