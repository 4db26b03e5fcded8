"""Sentences of a report with their places: prose and remarks, as figures are looked for in them."""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.place import Place

MONEY = r"(?:亿元|万元|千元|元)"
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph or remark; ``headings`` are the headings above it, the lowest last."""

    text: str
    place: Place | None
    headings: tuple[str, ...] = ()

    def under(self, *words: str) -> bool:
        """Tell whether a heading above holds one of the words."""
        return any(word in heading for heading in self.headings for word in words)
