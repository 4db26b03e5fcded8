"""Paragraph properties (pPr) at one level, and how levels are laid over each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from govdocs.layout.formatting.names import Element, attribute, number, switched, w

ParagraphProperties: TypeAlias = Mapping[str, str]
"""What a level states, by names such as ``firstLine``, ``line``, ``jc``, ``border.bottom.size``."""

_INDENTS = {
    "left": "left", "start": "left", "right": "right", "end": "right",
    "leftChars": "leftChars", "startChars": "leftChars",
    "rightChars": "rightChars", "endChars": "rightChars",
    "firstLine": "firstLine", "firstLineChars": "firstLineChars",
    "hanging": "hanging", "hangingChars": "hangingChars",
}  # fmt: skip
_SPACING = ("before", "after", "beforeLines", "afterLines", "line", "lineRule")
_SWITCHES = ("snapToGrid", "pageBreakBefore", "widowControl", "keepNext")
_FIRST = ("firstLine", "firstLineChars")
_HANGING = ("hanging", "hangingChars")


def paragraph_level(properties: Element | None) -> dict[str, str]:
    """Return what one ``w:pPr`` states."""
    stated: dict[str, str] = {}
    if properties is None:
        return stated
    indents = properties.find(w("ind"))
    for name, key in _INDENTS.items():
        value = attribute(indents, name)
        if value is not None and number(value) is not None:
            stated[key] = value
    spacing = properties.find(w("spacing"))
    for name in _SPACING:
        value = attribute(spacing, name)
        if value is not None and (name == "lineRule" or number(value) is not None):
            stated[name] = value
    if "line" in stated:
        stated.setdefault("lineRule", "auto")
    for name in ("beforeAutospacing", "afterAutospacing"):
        if attribute(spacing, name) in ("1", "true", "on"):
            stated[name] = "1"
    alignment = attribute(properties.find(w("jc")), "val")
    if alignment is not None:
        stated["jc"] = {"start": "left", "end": "right"}.get(alignment, alignment)
    for name in _SWITCHES:
        state = switched(properties.find(w(name)))
        if state is not None:
            stated[name] = "1" if state else "0"
    for side in ("top", "bottom"):
        stated |= _border(properties.find(f"{w('pBdr')}/{w(side)}"), side)
    numbering = properties.find(w("numPr"))
    if numbering is not None:
        stated["number"] = attribute(numbering.find(w("numId")), "val") or "0"
        stated["level"] = attribute(numbering.find(w("ilvl")), "val") or "0"
    if properties.find(w("framePr")) is not None:
        stated["frame"] = "1"
    return stated


def _border(border: Element | None, side: str) -> dict[str, str]:
    if border is None:
        return {}
    return {
        f"border.{side}": attribute(border, "val") or "none",
        f"border.{side}.size": attribute(border, "sz") or "",
        f"border.{side}.colour": (attribute(border, "color") or "auto").upper(),
        f"border.{side}.space": attribute(border, "space") or "0",
    }


def laid_over(base: ParagraphProperties, level: ParagraphProperties) -> dict[str, str]:
    """Lay what a nearer level states over a farther one; a first-line indent ends a hanging one."""
    merged = dict(base)
    if any(name in level for name in _FIRST):
        for name in _HANGING:
            merged.pop(name, None)
    if any(name in level for name in _HANGING):
        for name in _FIRST:
            merged.pop(name, None)
    merged.update(level)
    return merged
