"""Pictures of seals: round, as large as a seal, floating where the letter is signed."""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.shape import Shape

SMALLEST, LARGEST = 28.0, 65.0
"""Sides in mm between which a picture can be that of a seal with its margin."""
_SQUARE = 1.25
_BEFORE, _AFTER = 4, 3
"""A seal hangs on a paragraph within so many of the signature and the date."""
_FROM_EDGE = ("page", "margin", "column")


@dataclass(frozen=True, slots=True)
class Seal:
    """One picture and the paragraph it hangs on."""

    shape: Shape
    paragraph: Paragraph

    def across(self, left_margin: float) -> tuple[float, float] | None:
        """Return where it begins and ends from the text area's left edge in mm; None: uncertain.

        In a table's cell programs count from the cell or from the page.
        """
        anchor, width = self.shape.anchor, self.shape.width
        if anchor is None or width is None or anchor.across.offset is None:
            return None
        inside = self.paragraph.holder != 0 or self.paragraph.cell is not None
        if anchor.across.since not in _FROM_EDGE or inside:
            return None
        begin = anchor.across.offset - (left_margin if anchor.across.since == "page" else 0.0)
        return begin, begin + width


def seals(letter: Letter) -> list[Seal]:
    """Return the seals of a signed letter in reading order."""
    signed = letter.all(Element.SIGNATURE, Element.DATE)
    if not signed or not letter.found.get(Element.DATE):
        return []
    flow = letter.file.paragraphs
    around = flow[max(signed[0].order - 1 - _BEFORE, 0) : signed[-1].order + _AFTER]
    return [Seal(s, p) for p in around for s in p.shapes if _like_seal(s)]


def floating_pictures(letter: Letter) -> list[Seal]:
    """Return the other floating pictures of the text, which nobody judges."""
    known = {id(seal.shape) for seal in seals(letter)}
    return [
        Seal(s, p)
        for p in letter.file.paragraphs
        for s in p.shapes
        if s.kind == "picture" and s.anchor is not None and id(s) not in known
    ]


def _like_seal(shape: Shape) -> bool:
    if shape.kind != "picture" or shape.anchor is None or shape.anchor.wraps:
        return False
    sides = (shape.width or 0.0, shape.height or 0.0)
    return min(sides) >= SMALLEST and max(sides) <= LARGEST and max(sides) <= _SQUARE * min(sides)
