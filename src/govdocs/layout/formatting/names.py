"""Names of WordprocessingML, and its values read without trust: nonsense reads as absent."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_IN_MAIN = f"{{{MAIN}}}"
LARGEST = 10**7
"""Beyond any length of a sheet in twips or EMU per millimetre; larger numbers are nonsense."""


@cache
def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{MAIN}}}{name}"


def attribute(element: Element | None, name: str) -> str | None:
    """Return a ``w:`` attribute's text, or None where the element or the attribute is missing."""
    if element is None:
        return None
    value = element.get(w(name))
    return None if value is None else str(value).strip()


def number(text: str | None) -> float | None:
    """Read a number in the file's own unit; None where there is none or it makes no sense."""
    if text is None:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) <= LARGEST else None


def switched(element: Element | None) -> bool | None:
    """Read an on/off property: None where it is not stated, True where it stands without a value."""
    if element is None:
        return None
    return attribute(element, "val") not in ("0", "false", "off", "none")


def tag(element: Element) -> str:
    """Return ``w:p`` as ``p`` and nothing for comments, instructions and other vocabularies."""
    name = element.tag
    if not isinstance(name, str) or not name.startswith(_IN_MAIN):
        return ""
    return name[len(_IN_MAIN) :]
