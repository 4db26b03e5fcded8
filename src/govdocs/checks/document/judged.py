"""A statement of a finished document that was held against another one or against arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from govdocs.finding import Level, Spot
from govdocs.place import Path

Held: TypeAlias = tuple[Path, tuple[int, int] | None]
"""A figure that was looked at: its paragraph and stretch, or its cell."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement and whether it holds.

    ``held`` are the figures that it rests on, for the count of what was checked. The other
    fields are those of the finding that is made where it does not hold; ``level`` None means the
    rule's own.
    """

    holds: bool
    spots: tuple[Spot, ...]
    held: tuple[Held, ...] = ()
    variant: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    expected: str = ""
    actual: str = ""
    arithmetic: str = ""
    hint: str = ""
    level: Level | None = None
