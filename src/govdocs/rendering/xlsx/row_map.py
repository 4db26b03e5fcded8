"""Which rows of the filled sheet came from which row of the template."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from govdocs.rendering.xlsx.addresses import LAST_ROW, Box

Turns = tuple[int, ...]
"""The turns of loops in which a row stands, outermost first; each turn has its own number."""


@dataclass(frozen=True, slots=True)
class RowMap:
    """The rows of one filled sheet by the template row they were made from.

    ``chains`` names for each template row the loops around it, outermost first; ``copies`` its
    rows in the filled sheet, ascending; ``extents`` the first and last filled row of a turn.
    Rows below the template's last row move by ``shift``. ``markers`` are the rows of
    ``{%tr … %}`` tags, which have no copies.
    """

    last: int
    shift: int
    chains: Mapping[int, tuple[int, ...]]
    copies: Mapping[int, Sequence[int]]
    extents: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    markers: frozenset[int] = frozenset()
    _known: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)

    def rows(self, row: int, near: Turns = (), chain: tuple[int, ...] = ()) -> Sequence[int]:
        """The copies of ``row``; seen from within a loop, only those of the same turn.

        ``near`` and ``chain`` are the turns and loops of the looking row.
        """
        if row > self.last:
            moved = row + self.shift
            return (moved,) if moved <= LAST_ROW else ()
        copies = self.copies.get(row, ())
        if not near or not copies:
            return copies
        turn = None
        for own, other, at in zip(chain, self.chains.get(row, ()), near, strict=False):
            if own != other:
                break
            turn = at
        if turn is None:
            return copies
        first, end = self.extents[turn]
        return copies[bisect_left(copies, first) : bisect_left(copies, end + 1)]

    def span(
        self, top: int, bottom: int, near: Turns = (), chain: tuple[int, ...] = ()
    ) -> tuple[int, int] | None:
        """The filled rows from the first copy of ``top`` to the last of ``bottom``.

        Rows that are gone (marker rows, empty loops, conditions) clip the span inward; None
        where nothing of it is left.
        """
        first: int | None = None
        for row in range(top, min(bottom, self.last + 1) + 1):
            copies = self.rows(row, near, chain)
            if copies and (first is None or copies[0] < first):
                first = copies[0]
                if not self.chains.get(row):
                    break
        if first is None:
            return None
        if bottom > self.last:
            return first, min(bottom + self.shift, LAST_ROW) if bottom < LAST_ROW else LAST_ROW
        last = first
        for row in range(bottom, top - 1, -1):
            copies = self.rows(row, near, chain)
            if copies:
                last = max(last, copies[-1])
                if not self.chains.get(row):
                    break
        return first, last

    def segments(
        self, top: int, bottom: int, near: Turns = (), chain: tuple[int, ...] = ()
    ) -> list[tuple[int, int]]:
        """The filled rows that came from ``top`` to ``bottom`` alone, as runs of neighbours.

        A loop over two template rows of which the range holds one gives one run a turn.
        """
        if near:
            return self._segments(top, bottom, near, chain)
        known = self._known.get((top, bottom))
        if known is None:
            known = self._known[top, bottom] = self._segments(top, bottom, (), ())
        return known

    def _segments(
        self, top: int, bottom: int, near: Turns, chain: tuple[int, ...]
    ) -> list[tuple[int, int]]:
        span = self.span(top, bottom, near, chain)
        if span is None:
            return []
        inner = min(bottom, self.last)
        if all(not self.chains.get(row) for row in range(top, inner + 1)):
            return [span]
        filled: list[int] = []
        for row in range(top, inner + 1):
            filled.extend(self.rows(row, near, chain))
        if not filled:
            return [span]
        filled.sort()
        runs: list[tuple[int, int]] = []
        start = before = filled[0]
        for row in filled[1:]:
            if row != before + 1:
                runs.append((start, before))
                start = row
            before = row
        runs.append((start, before if bottom <= self.last else max(before, span[1])))
        return runs

    def boxes(self, box: Box) -> list[Box]:
        """What becomes of a rectangle that somebody else (a validation, a name) holds."""
        return [
            Box(first, box.left, last, box.right)
            for first, last in self.segments(box.top, box.bottom)
        ]

    def cover(self, box: Box) -> Box | None:
        """The one rectangle that covers all copies (a print area, a filter); None where all are gone."""
        span = self.span(box.top, box.bottom)
        return None if span is None else Box(span[0], box.left, span[1], box.right)

    def lead(self, row: int) -> int:
        """The first filled row that ``row`` or anything below it became (a frozen pane's corner)."""
        for at in range(row, self.last + 1):
            copies = self.copies.get(at, ())
            if copies:
                return copies[0]
        return max(1, max(row, self.last + 1) + self.shift)
