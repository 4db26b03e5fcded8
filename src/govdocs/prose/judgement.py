"""A statement of the prose that was held against arithmetic or against another statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from govdocs.model.interval import rounded
from govdocs.model.units import Unit
from govdocs.prose.figure import ProseFigure
from govdocs.prose.passage import Passage


class Sureness(Enum):
    """How certain the binding behind a judgement is."""

    PROVEN = "必错"
    LIKELY = "疑似"
    HINT = "提示"


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure, or a stretch without one, in its passage."""

    passage: Passage
    span: tuple[int, int]
    figure: ProseFigure | None = None

    @staticmethod
    def of(passage: Passage, figure: ProseFigure) -> Cited:
        """Cite a figure."""
        return Cited(passage, figure.span, figure)

    @property
    def text(self) -> str:
        """The stretch as printed."""
        return self.passage.text[self.span[0] : self.span[1]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One statement, whether it holds, and what it is about.

    ``name`` tells the kind of statement; ``cited`` begins with what a finding points at.
    ``expected``, ``actual`` and ``arithmetic`` are printed figures; ``details`` fills the sentence.
    """

    name: str
    holds: bool
    cited: tuple[Cited, ...]
    expected: str = ""
    actual: str = ""
    arithmetic: str = ""
    sureness: Sureness = Sureness.PROVEN
    details: Mapping[str, str] = field(default_factory=dict)


def printed(value: Decimal, unit: Unit | None, decimals: int) -> str:
    """Print a value in base units with ``unit``: 5600000 in 万元 is 560万元."""
    number = value / unit.factor if unit else value
    return f"{rounded(number, decimals):f}{unit.symbol if unit else ''}"


def bare(figure: ProseFigure) -> str:
    """The number of a figure as printed, without thousands separators and unit."""
    return f"{figure.number:f}"
