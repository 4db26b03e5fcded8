"""A paragraph with its place in a paper: what the rules over prose look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govdocs.place import Path
from govdocs.prose.reading import TextReading, read_text

if TYPE_CHECKING:  # only filled texts have values in them
    from govdocs.tags.values import Value


@dataclass(frozen=True, eq=False)
class Passage:
    """One paragraph of a paper.

    ``path`` and ``label`` say where it stands (a finished document has its own paths);
    ``sources`` are the stretches that tags printed, as (start, end, value), empty where all was
    typed; ``headings`` are the headings above it, the highest first; ``below`` is the number of
    subsections that follow right after it.
    """

    text: str
    path: Path
    label: str
    sources: tuple[tuple[int, int, Value], ...] = ()
    headings: tuple[str, ...] = ()
    below: int = 0

    @cached_property
    def reading(self) -> TextReading:
        """The paragraph's sentences and figures, read once however many paragraphs there are."""
        return read_text(self.text)

    def source_of(self, span: tuple[int, int]) -> Value | None:
        """The value that a tag printed within ``span``; None for a typed figure."""
        for start, end, value in self.sources:
            if start < span[1] and span[0] < end:
                return value
        return None
