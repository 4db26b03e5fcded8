"""Paragraph properties (pPr) at one level, and how levels are laid over each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from govdocs.layout.formatting.names import Element, attribute, number, switched, tag, w

ParagraphProperties: TypeAlias = Mapping[str, str]
"""What a level states, by names such as ``firstLine``, ``line``, ``jc``, ``border.bottom.size``."""

_INDENTS = {
    "left": "left", "start": "left", "right": "right", "end": "right",
    "leftChars": "leftChars", "startChars": "leftChars",
    "rightChars": "rightChars", "endChars": "rightChars",
    "firstLine": "firstLine", "firstLineChars": "firstLineChars",
    "hanging": "hanging", "hangingChars": "hangingChars",
}  # fmt: skip
_SPACING = ("before", "after", "beforeLines", "afterLines", "line")
_SWITCHES = ("snapToGrid", "pageBreakBefore", "widowControl", "keepNext",
             "contextualSpacing")  # fmt: skip
_FIRST = ("firstLine", "firstLineChars")
_HANGING = ("hanging", "hangingChars")


def paragraph_level(properties: Element | None) -> dict[str, str]:
    """Return what one ``w:pPr`` states."""
    stated: dict[str, str] = {}
    if properties is None:
        return stated
    # One walk over the children: tables of reports have ten thousand paragraphs.
    for child in properties:
        name = tag(child)
        if name == "ind":
            for key, value in _numbers(child):
                if key in _INDENTS:
                    stated[_INDENTS[key]] = value
        elif name == "spacing":
            _spacing(child, stated)
        elif name == "jc":
            alignment = attribute(child, "val")
            if alignment is not None:
                stated["jc"] = {"start": "left", "end": "right"}.get(alignment, alignment)
        elif name in _SWITCHES:
            stated[name] = "1" if switched(child) else "0"
        elif name == "pBdr":
            for side in ("top", "bottom"):
                stated |= _border(child.find(w(side)), side)
        elif name == "numPr":
            stated["number"] = attribute(child.find(w("numId")), "val") or "0"
            stated["level"] = attribute(child.find(w("ilvl")), "val") or "0"
        elif name == "framePr":
            stated["frame"] = "1"
            stated |= {
                f"frame.{str(key).rpartition('}')[2]}": str(at) for key, at in child.attrib.items()
            }
    return stated


def _numbers(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the ``w:`` attributes that are numbers, by their plain names."""
    for name, value in element.attrib.items():
        if number(str(value).strip()) is not None:
            yield str(name).rpartition("}")[2], str(value).strip()


def _spacing(element: Element, stated: dict[str, str]) -> None:
    stated |= {key: value for key, value in _numbers(element) if key in _SPACING}
    if "line" in stated:
        stated["lineRule"] = attribute(element, "lineRule") or "auto"
    for name in ("beforeAutospacing", "afterAutospacing"):
        if attribute(element, name) in ("1", "true", "on"):
            stated[name] = "1"


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
