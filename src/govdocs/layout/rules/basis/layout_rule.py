"""A rule of layout: its clause, how binding it is, its page and its function, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from govdocs.finding import Finding, Level
from govdocs.gongwen.measure import Strength
from govdocs.layout.elements.element import Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.section import Section
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import Remedy

STANDARD = "GB/T 9704-2012《党政机关公文格式》"
_WHY = {
    Strength.MUST: "标准对此有明确要求，印发或报送后难以更正。",
    Strength.USUAL: "标准写的是“一般”：通常照此办理，另有规定或确有需要的可以不同，所以只作提示。",
    Strength.MAY: "标准只是推荐，各单位可以有自己的做法，所以只作提示。",
}


@dataclass(frozen=True, slots=True)
class Deviation:
    """One place that does not keep a clause.

    ``paragraphs`` are where it stands; for a page, ``section`` is. ``variant`` chooses the
    sentence. ``level`` is lower than the rule's where the file alone cannot prove it.
    """

    label: str
    expected: str
    actual: str
    paragraphs: tuple[Paragraph, ...] = ()
    section: Section | None = None
    variant: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    level: Level | None = None
    remedies: tuple[Remedy, ...] = ()


Check: TypeAlias = Callable[[Letter, HouseStyle], Iterator[Deviation]]


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """One requirement of a clause. Its shape is that of a rule of the checks, as reports read it.

    ``check`` yields deviations and is silent where the file leaves it open. ``sentences`` maps a
    variant to a Chinese sentence with label, expected, actual and details in braces.
    """

    code: str
    name: str
    clause: str
    strength: Strength
    check: Check
    what: str
    mend: str
    sentences: Mapping[str, str]
    forms: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    example: None = None

    @property
    def level(self) -> Level:
        """Only what the standard demands can be wrong; the rest is a note."""
        return Level.ERROR if self.strength is Strength.MUST else Level.NOTE

    @property
    def why(self) -> str:
        """Say how binding the clause is."""
        return _WHY[self.strength]

    @property
    def source(self) -> str:
        """Name the clause and its strength."""
        return f"{STANDARD}第{self.clause}条（{self.strength.value}）"

    def sentence(self, finding: Finding) -> str:
        """Say in Chinese what ``finding`` is, and in how many places."""
        words = {**finding.details, "expected": finding.expected, "actual": finding.actual}
        return self.sentences[finding.variant].format_map(words) + finding.details.get("where", "")

    def hint(self, finding: Finding) -> str:  # noqa: ARG002 - the shape of a rule
        """Return nothing: what would be right stands in the sentence."""
        return ""
