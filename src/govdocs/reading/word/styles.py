"""Paragraph styles: what outline level and what numbering each gives its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from govdocs.reading.word.names import value, w, whole

_HEADING = re.compile(r"(?:heading|标题) ?(\d)$", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """Level from 1, 0 for body text; the numbering as (numId, level), None for none."""

    level: int = 0
    numbering: tuple[str, int] | None = None
    hidden: bool = False


def styles_of(root: etree._Element | None) -> tuple[dict[str, Style], str]:
    """Return the paragraph styles by id, inherited settings resolved, and the default one's id."""
    if root is None:
        return {}, ""
    raw = {
        str(style.get(w("styleId"))): style
        for style in root.iter(w("style"))
        if style.get(w("type")) == "paragraph"
    }
    default = next((name for name, style in raw.items() if style.get(w("default")) == "1"), "")
    return {name: _resolved(name, raw) for name in raw}, default


def _resolved(name: str, raw: dict[str, etree._Element]) -> Style:
    level: int | None = None
    numbering: tuple[str, int] | None = None
    hidden: bool | None = None
    seen: set[str] = set()
    while name in raw and name not in seen:
        seen.add(name)
        style = raw[name]
        outline = style.find(f"{w('pPr')}/{w('outlineLvl')}")
        named = _HEADING.match(value(style.find(w("name"))))
        if level is None and outline is not None:
            number = whole(value(outline), _BODY_LEVEL)
            level = number + 1 if number < _BODY_LEVEL else 0
        elif level is None and named is not None:
            level = int(named[1])
        number_id = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if numbering is None and number_id is not None:
            depth = style.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
            numbering = (value(number_id), whole(value(depth)))
        vanish = style.find(f"{w('rPr')}/{w('vanish')}")
        if hidden is None and vanish is not None:
            hidden = value(vanish, "1") not in {"0", "false"}
        name = value(style.find(w("basedOn")))
    return Style(level or 0, numbering, hidden or False)
