"""Where in a filled Word file a value of the case stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from govdocs.finding import Spot
from govdocs.place import Path
from govdocs.tags.text import FilledText

_ATTACHMENT = re.compile(r"附件\s?(\d{1,2})?")


class Trace(Protocol):
    """The spot of one printed value; ``govdocs.rendering.docx.Trace`` says how it counts."""

    @property
    def path(self) -> Path:
        """The value in the case."""

    @property
    def part(self) -> str:
        """The member of the file, such as ``word/document.xml``."""

    @property
    def paragraph(self) -> int:
        """The paragraph's number in the part, from 0."""

    @property
    def start(self) -> int:
        """The first character's number in the paragraph, from 0."""

    @property
    def end(self) -> int:
        """The number after the last character."""


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A stretch of one paragraph of the document's body."""

    paragraph: int
    start: int
    end: int


class Anchors:
    """The stretches of one filled file by the path of the value that they print.

    A value may be printed several times. ``prose`` are the filled texts of the case: a figure
    that only a sentence prints is found inside that sentence.
    """

    def __init__(
        self, traces: Sequence[Trace], body: str, prose: Mapping[Path, FilledText]
    ) -> None:
        self._printed: dict[Path, list[Anchor]] = {}
        for trace in traces:
            if trace.part == body:
                anchor = Anchor(trace.paragraph, trace.start, trace.end)
                self._printed.setdefault(trace.path, []).append(anchor)
        for path, text in prose.items():
            self._add_figures(path, text)
        self._bounds = self._attachment_bounds()

    def _add_figures(self, path: Path, text: FilledText) -> None:
        places = self._printed.get(path, [])
        at = 0
        for segment in text.segments:
            size = len(segment.text)
            if segment.source is not None and segment.source.path != path:
                found = self._printed.setdefault(segment.source.path, [])
                found.extend(Anchor(p.paragraph, p.start + at, p.start + at + size) for p in places)
            at += size

    def _attachment_bounds(self) -> dict[int, int]:
        """The paragraph where each attachment of the case begins, by its number from 0: its title."""
        return {
            at: anchors[-1].paragraph
            for path, anchors in self._printed.items()
            if len(path) == 3 and path[0] == "attachments" and path[2] == "title"
            if isinstance(at := path[1], int) and anchors
        }

    def find(self, spot: Spot) -> Anchor | None:
        """Return where ``spot`` is printed; None where the file does not print it.

        Of a group (a row of a table) it is the first value of the group that is printed.
        """
        found = self._printed.get(spot.path, [])
        if not found:
            size = len(spot.path)
            inside = [
                anchor
                for path, anchors in self._printed.items()
                if path[:size] == spot.path
                for anchor in anchors
            ]
            return self._in_its_paper(sorted(inside), spot)
        anchor = self._in_its_paper(found, spot)
        if anchor is None or spot.span is None:
            return anchor
        start, end = spot.span
        length = anchor.end - anchor.start
        if not 0 <= start <= end <= length:
            return anchor
        return Anchor(anchor.paragraph, anchor.start + start, anchor.start + end)

    def _in_its_paper(self, found: Sequence[Anchor], spot: Spot) -> Anchor | None:
        """Choose the printing in the attachment that the label names, else the first."""
        named = _ATTACHMENT.match(spot.label)
        first = None if named is None else self._bounds.get(int(named[1] or 1) - 1)
        if first is not None:
            last = min((bound for bound in self._bounds.values() if bound > first), default=None)
            for anchor in found:
                if anchor.paragraph >= first and (last is None or anchor.paragraph < last):
                    return anchor
        return found[0] if found else None

    def title(self) -> Anchor | None:
        """Return where the paper's title is printed, or None."""
        found = self._printed.get(("letter", "title"))
        if found:
            return found[0]
        begun = min(self._bounds.values(), default=None)
        for anchors in self._printed.values():
            for anchor in anchors:
                if anchor.paragraph == begun:
                    return anchor
        return None
