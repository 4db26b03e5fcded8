"""What a check yields: data with places; the Chinese sentence is made last, in ``reporting``."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from govdocs.place import Path, Place


class Level(StrEnum):
    """How sure a finding is."""

    ERROR = "必错"
    WARNING = "疑似"
    NOTE = "提示"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that a finding is about; a contradiction has two or more.

    ``path`` is the value in the case; ``label`` names it as a reader of the paper does
    (附件2“年度资金总额”执行率); ``shown`` is what stands there, empty for a blank. ``span`` is
    the stretch of the filled text at ``path`` (a sentence of the prose), None for a whole
    cell. ``place`` is where it stands in the file; the engine fills it in.
    """

    path: Path
    label: str
    shown: str = ""
    span: tuple[int, int] | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class AcceptedBy:
    """Who answers for a finding that stays as it is, why, and since when (an ISO date)."""

    reason: str
    person: str
    date: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree.

    ``variant`` chooses among the rule's sentences, ``details`` fills it. ``expected`` and
    ``actual`` are printed figures or words; ``arithmetic`` shows the computation
    (16573.08÷17385×100%＝95.33%). ``hint`` names the rule's sentence that says how it may have
    come about and what would be right, empty for none.

    ``explains`` lists other findings that have the same root, by their rule's code and a path
    among their spots; the engine moves them ``below`` and empties it. ``accepted`` is set by the
    engine where the case answers for the finding, here and on everything below.
    """

    code: str
    level: Level
    spots: tuple[Spot, ...]
    variant: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    expected: str = ""
    actual: str = ""
    arithmetic: str = ""
    hint: str = ""
    explains: tuple[tuple[str, Path], ...] = ()
    below: tuple[Finding, ...] = ()
    accepted: AcceptedBy | None = None


@dataclass(frozen=True, slots=True)
class RuleFault:
    """A rule that broke: the program's own fault, reported beside the findings (exit code 3)."""

    code: str
    error: str

    @staticmethod
    def of(code: str, error: Exception) -> RuleFault:
        """The fault of the rule ``code``: what was raised, and in which line."""
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{PurePath(last.filename).name}:{last.lineno}"
        return RuleFault(code, f"{type(error).__name__}: {error} ({where})")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the prose checks reached: figures in the prose, those printed by tags, those checked.

    ``unchecked`` names the figures that nothing could be held against, each as a Spot.
    """

    figures: int = 0
    from_tags: int = 0
    checked: int = 0
    unchecked: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All that one run of the checks says, findings in the order of the paper."""

    findings: tuple[Finding, ...]
    faults: tuple[RuleFault, ...] = ()
    coverage: Coverage = Coverage()
