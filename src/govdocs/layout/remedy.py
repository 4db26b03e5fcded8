"""What would set a deviation right, as data; formatting only, never a character of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from govdocs.layout.formatting.paragraph import Paragraph, Run
from govdocs.layout.formatting.section import Section


@dataclass(frozen=True, slots=True)
class SetType:
    """Set the face (empty keeps it; ``latin`` too where True) and size in points of runs."""

    runs: tuple[Run, ...]
    face: str = ""
    points: float | None = None
    latin: bool = False


@dataclass(frozen=True, slots=True)
class SetColour:
    """Set the colour (RRGGBB) of runs."""

    runs: tuple[Run, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class SetAlignment:
    """Align a paragraph: left, center, right or both; its indents go."""

    paragraph: Paragraph
    alignment: str


@dataclass(frozen=True, slots=True)
class SetIndent:
    """Set indents in points; None keeps one. ``first`` may be negative (hanging)."""

    paragraph: Paragraph
    left: float | None = None
    right: float | None = None
    first: float | None = None


@dataclass(frozen=True, slots=True)
class SetLinePitch:
    """Set an exact line pitch in points."""

    paragraph: Paragraph
    points: float


@dataclass(frozen=True, slots=True)
class SetPage:
    """Set sheet (width, height) and margins of a section in mm; None keeps the sheet."""

    section: Section
    sheet: tuple[float, float] | None
    margins: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SetBorder:
    """Set colour (RRGGBB) or weight (points) of a paragraph's border; None keeps it."""

    paragraph: Paragraph
    side: str
    colour: str | None = None
    points: float | None = None


@dataclass(frozen=True, slots=True)
class StartPage:
    """Let a paragraph begin a new page."""

    paragraph: Paragraph


Remedy: TypeAlias = (
    SetType | SetColour | SetAlignment | SetIndent | SetLinePitch | SetPage | SetBorder | StartPage
)
