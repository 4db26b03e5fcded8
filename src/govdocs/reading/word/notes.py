"""Where the body refers to its foot- and endnotes: comments on a note stand there."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from govdocs.reading.word.names import P, R, T, nearest, w

_REFERENCES = {w("footnoteReference"): w("footnote"), w("endnoteReference"): w("endnote")}
_ONE_CHARACTER = frozenset(w(name) for name in ("tab", "ptab", "br", "cr", "noBreakHyphen"))
NoteKey = tuple[object, str | None]


def note_references(
    body: etree._Element | None, order: Mapping[etree._Element, int]
) -> dict[NoteKey, tuple[int, int]]:
    """The paragraph and character of each reference, by the tag and number of its note.

    ``order`` numbers the paragraphs of the body; characters count as for comments: those of all
    runs of the paragraph, a tab or break being one.
    """
    found: dict[NoteKey, tuple[int, int]] = {}
    for reference in () if body is None else body.iter(*_REFERENCES):
        paragraph = nearest(reference, P)
        if paragraph is None or paragraph not in order:
            continue
        key = (_REFERENCES[str(reference.tag)], reference.get(w("id")))
        found.setdefault(key, (order[paragraph], _characters_before(reference, paragraph)))
    return found


def _characters_before(reference: etree._Element, paragraph: etree._Element) -> int:
    at = 0
    for run in paragraph.iter(R):
        if nearest(run, P) is not paragraph:
            continue
        for child in run:
            if child is reference:
                return at
            if child.tag == T:
                at += len(child.text or "")
            elif child.tag in _ONE_CHARACTER:
                at += 1
    return at
