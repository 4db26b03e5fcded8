"""Cutting runs so that a stretch of a paragraph's text is made of whole runs.

Characters count as in the traces of the Word engine: a tab or a break is one, the text of text
boxes anchored in the paragraph is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from lxml import etree

_P, _R, _T = qn("w:p"), qn("w:r"), qn("w:t")
_RUN_PROPERTIES = qn("w:rPr")
_ONE_CHARACTER = frozenset(
    qn(name) for name in ("w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen")
)
_TEXT_BOX = qn("w:txbxContent")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def paragraphs_of(body: etree._Element) -> list[CT_P]:
    """Return all paragraphs of a part in document order, those in cells and text boxes included."""
    return list(body.iter(_P))  # type: ignore[arg-type]


def outside_text_boxes(paragraph: CT_P) -> tuple[CT_P, bool]:
    """Return the paragraph itself, or the one that holds its text box; and whether it moved.

    Word shows no comments inside text boxes.
    """
    box = None
    for ancestor in paragraph.iterancestors():
        if ancestor.tag == _TEXT_BOX:
            box = ancestor
    if box is None:
        return paragraph, False
    return next(box.iterancestors(_P)), True  # type: ignore[return-value]


def runs_between(paragraph: CT_P, start: int, end: int) -> list[CT_R]:
    """Return the runs that hold exactly the characters from ``start`` to ``end``.

    Runs that reach over an edge are cut in two, each keeping its look. An empty stretch gives
    one new empty run at that point; so does a stretch beyond the text.
    """
    _cut(paragraph, start)
    _cut(paragraph, end)
    found: list[CT_R] = []
    for run, at, size in list(_runs(paragraph)):
        if size and start <= at and at + size <= end:
            found.append(run)
    return found or [_empty_run(paragraph, start)]


def _runs(paragraph: CT_P) -> Iterator[tuple[CT_R, int, int]]:
    """Yield each run of the paragraph with its first character's number and its length."""
    at = 0
    for run in paragraph.iter(_R):
        if next(run.iterancestors(_P)) is not paragraph:
            continue
        size = sum(_length(child) for child in run)
        yield run, at, size  # type: ignore[misc]
        at += size


def _length(child: etree._Element) -> int:
    if child.tag == _T:
        return len(child.text or "")
    return int(child.tag in _ONE_CHARACTER)


def _cut(paragraph: CT_P, position: int) -> None:
    """Make ``position`` the edge of a run."""
    for run, at, size in list(_runs(paragraph)):
        if at < position < at + size:
            _cut_run(run, position - at)
            return


def _cut_run(run: CT_R, position: int) -> None:
    rest = deepcopy(run)
    for child in list(rest):
        if child.tag != _RUN_PROPERTIES:
            rest.remove(child)
    at = 0
    for child in list(run):
        if child.tag == _RUN_PROPERTIES:
            continue
        size = _length(child)
        if at >= position:
            rest.append(child)
        elif at + size > position:
            text = child.text or ""
            after = deepcopy(child)
            child.text, after.text = text[: position - at], text[position - at :]
            for half in (child, after):
                half.set(_SPACE, "preserve")
            rest.append(after)
        at += size
    run.addnext(rest)


def _empty_run(paragraph: CT_P, position: int) -> CT_R:
    new = cast(CT_R, OxmlElement("w:r"))
    before = [run for run, at, size in _runs(paragraph) if size and at + size <= position]
    if before:
        before[-1].addnext(new)
        return new
    first = next((run for run, _, _ in _runs(paragraph)), None)
    if first is not None:
        first.addprevious(new)
    else:
        paragraph.append(new)
    return new
