"""Pages of a PDF as a ruler sees them: lines of text and rules, in millimetres from the top left.

Text is measured by its em box (0.88 em above the base line, 0.12 em below): the square that a
Chinese character is cast in, the same in every font, where ink is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber

from govdocs.gongwen.units import mm

ABOVE, BELOW = 0.88, 0.12
RED = (1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Glyph:
    text: str
    left: float
    right: float
    points: float
    font: str
    colour: Any


@dataclass(frozen=True)
class Line:
    base: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def points(self) -> float:
        return self.glyphs[0].points

    @property
    def top(self) -> float:
        return self.base - mm(ABOVE * self.points)

    @property
    def bottom(self) -> float:
        return self.base + mm(BELOW * self.points)

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    def part(self, text: str) -> Line:
        at = self.text.index(text)
        return Line(self.base, self.glyphs[at : at + len(text)])

    @property
    def font(self) -> str:
        return self.glyphs[0].font


@dataclass(frozen=True)
class Rule:
    top: float
    bottom: float
    left: float
    right: float
    thickness: float
    colour: Any

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class Page:
    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    turned: tuple[Glyph, ...]
    """Glyphs that stand on their side; ``left`` and ``right`` are then top and bottom."""
    turned_left: float
    turned_right: float

    def line(self, text: str) -> Line:
        found = [line for line in self.lines if text in line.text]
        assert found, f"第{self.number}面没有“{text}”：{[line.text for line in self.lines]}"
        return found[0]

    def at(self, index: int) -> Line:
        return self.lines[index]


class Pages(Sequence[Page]):
    """The pages of a PDF; each is read when it is first asked for, since reading is slow."""

    def __init__(self, pdf: Path) -> None:
        self._pdf = pdf
        self._read: dict[int, Page] = {}
        with pdfplumber.open(pdf) as document:
            self._count = len(document.pages)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._count))]
        if not -self._count <= index < self._count:
            raise IndexError(index)
        at = index % self._count
        if at not in self._read:
            with pdfplumber.open(self._pdf, pages=[at + 1]) as document:
                self._read[at] = _page(document.pages[0], at + 1)
        return self._read[at]


def _page(page: Any, number: int) -> Page:
    height = float(page.height)
    rows: dict[float, list[Any]] = {}
    turned = []
    for char in page.chars:
        if not char["upright"]:
            turned.append(char)
            continue
        base = round(height - char["matrix"][5], 1)
        key = next((known for known in rows if abs(known - base) < 0.6), base)
        rows.setdefault(key, []).append(char)
    lines = []
    for base, chars in sorted(rows.items()):
        ordered = sorted(chars, key=lambda c: c["x0"])
        glyphs = tuple(
            Glyph(
                c["text"],
                mm(c["x0"]),
                mm(c["x1"]),
                round(float(c["size"]), 2),
                c["fontname"].partition("+")[2] or c["fontname"],
                c["non_stroking_color"],
            )
            for c in ordered
            if c["text"].strip()
        )
        if glyphs:
            lines.append(Line(mm(base), glyphs))
    drawn = {
        (
            round(mm(r["top"]), 2),
            round(mm(r["bottom"]), 2),
            round(mm(r["x0"]), 2),
            round(mm(r["x1"]), 2),
            round(mm(float(r.get("linewidth") or 0)), 3),
            tuple(r.get("stroking_color") or ()),
        )
        for r in (*page.lines, *page.rects)
    }
    on_side = tuple(
        Glyph(c["text"], mm(c["top"]), mm(c["bottom"]), 14.0, c["fontname"], None)
        for c in sorted(turned, key=lambda c: c["top"])
        if c["text"].strip()
    )
    return Page(
        number,
        mm(page.width),
        mm(height),
        tuple(lines),
        tuple(Rule(*r) for r in sorted(drawn)),
        on_side,
        mm(min((c["x0"] for c in turned), default=0)),
        mm(max((c["x1"] for c in turned), default=0)),
    )
