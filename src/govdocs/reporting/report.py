"""What is reported: one target that was checked, and what the checks said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from govdocs.errors import Problem
from govdocs.finding import CheckResult, Level

if TYPE_CHECKING:
    from govdocs.checks.document.rule import DocumentRule
    from govdocs.checks.rule import Rule
    from govdocs.layout import LayoutRule

Rules: TypeAlias = "Mapping[str, Rule] | Mapping[str, DocumentRule] | Mapping[str, LayoutRule]"
"""The rules by code; a finding whose rule is not among them is still reported."""

LEVELS: tuple[Level, ...] = (Level.ERROR, Level.WARNING, Level.NOTE)
"""The order in which levels are printed."""

LEVEL_KEYS: Mapping[Level, str] = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.NOTE: "note",
}
"""The level as JSON, SARIF and HTML classes write it."""


@dataclass(frozen=True, slots=True)
class Report:
    """One checked target (the file as the user named it) and its result.

    ``remarks`` name what of a finished document was not read, or read in one of two ways.
    """

    target: str
    result: CheckResult
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings stand open at each level, are accepted, and how many rules broke.

    A finding counts once; the rows beneath it share its root and are not counted again.
    """

    errors: int = 0
    warnings: int = 0
    notes: int = 0
    accepted: int = 0
    faults: int = 0

    @property
    def open(self) -> int:
        """All that nobody has answered for."""
        return self.errors + self.warnings + self.notes

    def at(self, level: Level) -> int:
        """How many stand open at ``level``."""
        return {Level.ERROR: self.errors, Level.WARNING: self.warnings, Level.NOTE: self.notes}[
            level
        ]


def counts(results: Sequence[CheckResult]) -> Counts:
    """Count the findings of one or more results."""
    found = [finding for result in results for finding in result.findings]
    at = {
        level: sum(1 for f in found if f.level is level and f.accepted is None) for level in LEVELS
    }
    return Counts(
        errors=at[Level.ERROR],
        warnings=at[Level.WARNING],
        notes=at[Level.NOTE],
        accepted=sum(1 for f in found if f.accepted is not None),
        faults=sum(len(result.faults) for result in results),
    )


def exit_code(*results: CheckResult) -> int:
    """Return 3 where a rule broke, 1 where an error-level finding stands open, else 0.

    A broken rule outweighs findings: what it would have found is unknown.
    """
    total = counts(results)
    if total.faults:
        return 3
    return 1 if total.errors else 0
