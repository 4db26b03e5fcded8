"""The names of the issuing organs over the date, also side by side in a table."""

from __future__ import annotations

from govdocs.layout.elements import patterns
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph

LONGEST_NAME = 40


def is_organ(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is nothing but the name of an organ."""
    text = paragraph.plain
    return len(text) <= LONGEST_NAME and bool(patterns.ORGAN.search(text))


def organ_above(flow: list[Paragraph], at: int) -> bool:
    """Tell whether the next printed paragraph over ``at`` names an organ."""
    above = next((p for p in reversed(flow[:at]) if not p.blank), None)
    return above is not None and is_organ(above)


def signs(letter: Letter, paragraph: Paragraph) -> bool:
    """Tell whether the table that holds a paragraph has nothing but organs and dates."""
    table = letter.file.table_of(paragraph)
    if table is None:
        return False
    printed = [p for p in letter.file.paragraphs[table.start : table.end] if not p.blank]
    organs = [p for p in printed if is_organ(p)]
    return bool(organs) and all(p in organs or patterns.DATE.match(p.plain) for p in printed)


def recognise_signatures(letter: Letter, start: int, date: int) -> int:
    """Find the organs named right above the date; return where they begin in the flow."""
    flow = letter.file.paragraphs
    found: list[Paragraph] = []
    at = date - 1
    own = flow[date].table
    while at >= start:
        paragraph = flow[at]
        if paragraph.blank:
            if found and found[0].table is None:
                break
            at -= 1
            continue
        if paragraph.table is not None:
            if not signs(letter, paragraph) or (
                found and paragraph.table not in (own, found[0].table)
            ):
                break
            if is_organ(paragraph):
                found.insert(0, paragraph)
            at -= 1
            continue
        text = paragraph.plain
        if not is_organ(paragraph) or (found and found[0].table is not None):
            break
        if patterns.ATTACHMENT_ITEM.match(text) or patterns.ATTACHMENTS.match(text):
            break
        found.insert(0, paragraph)
        at -= 1
    if found:
        letter.found[Element.SIGNATURE] = found
        return at + 1
    return date
