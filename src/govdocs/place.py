"""Where a value stands: in the case's tree (a path) and in somebody's file (a place)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in the case, e.g. ``("allocations", 0, "parts", 1, "amount")``."""


def dotted(path: Path) -> str:
    """Write a path as a person reads it: ``allocations[0].parts[1].amount``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A place in a text file; line and column count from 1."""

    file: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A place in a workbook; ``cell`` is an address such as ``C7``, or empty for the whole sheet."""

    file: str
    sheet: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A place in a Word file as Word shows it; tables, rows and columns count from 1.

    ``part`` is 正文, 页眉, 页脚, 脚注, 文本框 or 文档属性. A paragraph outside tables has
    ``paragraph`` (its number among the paragraphs of the part) and no table.
    """

    file: str
    part: str = "正文"
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A whole file or folder, where nothing finer can be named."""

    file: str


Place: TypeAlias = LinePlace | CellPlace | WordPlace | FilePlace


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The place of every value of a case, by its path."""

    places: Mapping[Path, Place] = field(default_factory=dict)

    def find(self, path: Path) -> Place | None:
        """Return the place of ``path``, or of the nearest thing around it; None if nothing is known.

        A value that was left out of the file has no place of its own: its parent's is the
        place where the user would add it.
        """
        for end in range(len(path), -1, -1):
            place = self.places.get(path[:end])
            if place is not None:
                return place
        return None

    def exact(self, path: Path) -> Place | None:
        """Return the place of ``path`` itself, or None where it was left out of the file."""
        return self.places.get(path)

    def paths(self) -> Iterable[Path]:
        """All paths that stand in the file."""
        return self.places.keys()
