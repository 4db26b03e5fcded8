"""A rule: its code, name, level, scope, source, page and function, all in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level

Check = Callable[[Subject], Iterator[Finding]]


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

    ``sentences`` maps a finding's variant to its Chinese sentence, with the finding's details,
    expected and actual in braces. ``forms`` limits it to form sets by id, ``years`` to years of
    the money; empty means all. ``what``, ``why``, ``mend`` and ``source`` make its page.
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
    years: tuple[int, int] | None = None
    needs: frozenset[str] = field(default_factory=frozenset)

    def applies(self, subject: Subject) -> bool:
        """Tell whether the rule is made for the forms and year of the case."""
        if self.forms and subject.forms.id not in self.forms:
            return False
        return self.years is None or self.years[0] <= subject.case.year <= self.years[1]
