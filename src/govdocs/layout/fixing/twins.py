"""Text boxes that a file keeps twice, once for old programs: both copies are mended alike."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from govdocs.layout.formatting.names import COMPATIBILITY, Element, w
from govdocs.layout.formatting.word_file import WordFile


@dataclass(frozen=True, slots=True)
class Twins:
    """The words of one box as new programs show them, and their copy for old ones."""

    shown: Element
    kept: Element


def twins_of(file: WordFile) -> list[Twins]:
    """Return the boxes whose two copies are the same, innermost last."""
    return [
        twins
        for root in file.parts.trees.values()
        for both in root.iter(f"{{{COMPATIBILITY}}}AlternateContent")
        for twins in _pairs(both)
        if _words(twins.shown) == _words(twins.kept)
    ]


def mend_alike(found: list[Twins]) -> None:
    """Give each copy what was changed in the box that is shown."""
    for twins in found:
        if _words(twins.shown) != _words(twins.kept):
            twins.kept[:] = [deepcopy(node) for node in twins.shown]


def _pairs(both: Element) -> Iterator[Twins]:
    choice = both.find(f"{{{COMPATIBILITY}}}Choice")
    fallback = both.find(f"{{{COMPATIBILITY}}}Fallback")
    if choice is None or fallback is None:
        return
    shown, kept = (list(side.iter(w("txbxContent"))) for side in (choice, fallback))
    if len(shown) == len(kept):
        yield from (Twins(a, b) for a, b in zip(shown, kept, strict=True))


def _words(box: Element) -> bytes:
    """Return a box as written, whatever names its surroundings declare."""
    written = etree.tostring(box, method="c14n", exclusive=True, with_tail=False)
    assert isinstance(written, bytes)
    return written
