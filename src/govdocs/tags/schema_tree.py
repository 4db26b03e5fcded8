"""The fields that a template may use, as a tree that lint and listing walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["value", "record", "rows"]


@dataclass(frozen=True, slots=True)
class FieldNode:
    """One field: its name in tags, Chinese name, kind, unit, and what stands below it.

    ``value`` is printed; ``record`` has named fields; ``rows`` is looped over, its children are
    those of one row (none where a row is a value itself), and where ``by_name`` is set a row
    can also be reached by a name that only the case knows.
    """

    name: str
    title: str
    kind: Kind
    unit: str = ""
    explain: str = ""
    by_name: bool = False
    children: Mapping[str, FieldNode] = field(default_factory=dict)

    def walk(self, prefix: str = "") -> Iterator[tuple[str, FieldNode]]:
        """Yield every field below with its dotted name; ``[]`` marks one row of a list."""
        for name, child in self.children.items():
            path = f"{prefix}.{name}" if prefix else name
            yield path, child
            yield from child.walk(f"{path}[]" if child.kind == "rows" else path)
