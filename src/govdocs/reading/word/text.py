"""The text of one paragraph: tracked changes as if accepted, hidden text left out, places kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from govdocs.reading.paper import Spread
from govdocs.reading.word.names import P, R, T, is_on, w

_BREAKS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_GONE = frozenset({w("del"), w("moveFrom")})
_AROUND = frozenset(
    w(name)
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
    )
)
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TRACKED = frozenset({w("ins"), w("del"), w("moveFrom"), w("moveTo")})


@dataclass(slots=True)
class Seen:
    """What was met while reading that the reader of the report should know; counts."""

    changes: int = 0
    hidden: int = 0
    equations: int = 0
    pictures: int = 0
    cut_tables: int = 0
    odd_merges: int = 0


def text_of(
    paragraph: etree._Element, seen: Seen, *, style_hidden: bool = False
) -> tuple[str, tuple[Spread, ...]]:
    """Return the text and, where something of the file's text was left out, where the rest stands.

    Characters count as in the comments that are put into a copy: a tab or break is one, text of
    text boxes none.
    """
    text, at = "", 0
    spread: list[Spread] = []
    complete = True
    for piece, size, visible in _pieces(paragraph, seen, True, style_hidden):
        if visible:
            if not complete:
                spread.append(Spread(len(text), at))
                complete = True
            text += piece
        elif size:
            complete = False
        at += size
    return text, tuple(spread)


def _pieces(
    around: etree._Element, seen: Seen, visible: bool, hidden: bool
) -> Iterator[tuple[str, int, bool]]:
    for child in around:
        tag = child.tag
        if tag == R:
            shown = visible and not _is_hidden(child, seen, hidden)
            for part in child:
                if part.tag == T:
                    words = part.text or ""
                    yield words, len(words), shown
                elif part.tag in _BREAKS:
                    yield _BREAKS[part.tag], 1, shown
                elif part.tag in {w("drawing"), w("pict")} and not any(True for _ in part.iter(P)):
                    seen.pictures += 1
        elif tag in _GONE:
            seen.changes += 1
            yield from _pieces(child, seen, False, hidden)
        elif tag in _AROUND:
            seen.changes += tag in _TRACKED
            yield from _pieces(child, seen, visible, hidden)
        elif isinstance(tag, str) and tag.startswith(_MATHS):
            seen.equations += 1


def _is_hidden(run: etree._Element, seen: Seen, by_style: bool) -> bool:
    properties = run.find(w("rPr"))
    if properties is None:
        hidden = by_style
    else:
        own = properties.find(w("vanish"))
        hidden = is_on(own) if own is not None else by_style
    if hidden and any((t.text or "").strip() for t in run.iter(T)):
        seen.hidden += 1
        return True
    return False
