"""Shared strings: their text, and the part with the tags taken out of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from copy import deepcopy

from lxml import etree

from govdocs.rendering.xlsx.names import M

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def plain_text(element: etree._Element) -> str:
    """The text of a ``si`` or ``is``: its runs joined, phonetic guides left out."""
    pieces = []
    for child in element:
        if child.tag == f"{M}t":
            pieces.append(child.text or "")
        elif child.tag == f"{M}r":
            pieces.extend(t.text or "" for t in child.iterfind(f"{M}t"))
    return unescape("".join(pieces))


def unescape(text: str) -> str:
    """Undo Excel's own escapes: ``_x000D_`` is a carriage return (ECMA-376 part 1, 22.9.2.19)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def without(root: etree._Element, emptied: Collection[int]) -> bytes:
    """Serialise the part with these entries empty, so that no tag is left in the file."""
    copy = deepcopy(root)
    for at in emptied:
        entry = copy[at]
        for child in list(entry):
            entry.remove(child)
        etree.SubElement(entry, f"{M}t")
    return etree.tostring(copy, xml_declaration=True, encoding="UTF-8", standalone=True)
