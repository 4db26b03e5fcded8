"""Where each printed value stands in the filled file, so that a finding can be shown at its spot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from govdocs.place import Path
from govdocs.rendering.docx.names import P, T, w, xml_parser
from govdocs.rendering.docx.printing import TRACE_CLOSE, TRACE_MIDDLE, TRACE_OPEN
from govdocs.tags.values import Value

_MARK = re.compile(f"{TRACE_OPEN}(\\d+){TRACE_MIDDLE}|{TRACE_CLOSE}")
_ONE_CHARACTER = frozenset({w("tab"), w("ptab"), w("br"), w("cr"), w("noBreakHyphen")})


@dataclass(frozen=True, slots=True)
class Trace:
    """The spot of one printed value.

    ``part`` is the member's name (``word/document.xml``); ``paragraph`` counts all ``w:p`` of
    the part from 0 in document order, those in cells and text boxes included. ``start`` and
    ``end`` count characters of the paragraph's text from 0, a tab or a break being one, the
    text of text boxes anchored in it left out. A blank value has an empty range.
    """

    path: Path
    part: str
    paragraph: int
    start: int
    end: int


def read_traces(
    xml: bytes, part: str, printed: Sequence[Value], moved: Mapping[int, int]
) -> tuple[bytes, list[Trace]]:
    """Return the part without its trace marks, and the spot of every value in order of printing.

    ``moved`` leads from a value whose cell was merged into another to the one that stands there.
    A value printed where there is no run (a field code, a property) has no spot.
    """
    spots: dict[int, tuple[int, int, int]] = {}
    root = etree.fromstring(xml, xml_parser())
    for ordinal, paragraph in enumerate(root.iter(P)):
        _read_paragraph(paragraph, ordinal, spots)
    traces = []
    for number, value in enumerate(printed):
        spot = spots.get(number) or spots.get(moved.get(number, -1))
        if spot is not None:
            traces.append(Trace(value.path, part, *spot))
    return _MARK.sub("", xml.decode()).encode(), traces


def _read_paragraph(
    paragraph: etree._Element, ordinal: int, spots: dict[int, tuple[int, int, int]]
) -> None:
    at = 0
    open_number, open_at = -1, 0
    for element in paragraph.iter(T, *_ONE_CHARACTER):
        if next(element.iterancestors(P), None) is not paragraph:
            continue
        if element.tag != T:
            parent = element.getparent()  # the definition of a tab stop is no character
            at += parent is not None and parent.tag == w("r")
            continue
        text = element.text or ""
        last = 0
        for mark in _MARK.finditer(text):
            at += mark.start() - last
            last = mark.end()
            if mark[1] is not None:
                open_number, open_at = int(mark[1]), at
            elif open_number >= 0:
                spots[open_number] = (ordinal, open_at, at)
                open_number = -1
        at += len(text) - last
