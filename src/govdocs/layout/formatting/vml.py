"""The drawing language of old programs: lines, boxes and pictures as far as a letter needs them."""

from __future__ import annotations

import re

from govdocs.layout.formatting.names import Element, number

VML = "{urn:schemas-microsoft-com:vml}"
_COLOURS = {"red": "FF0000", "black": "000000"}
_LENGTH = re.compile(r"^(-?[\d.]+)(pt|mm|cm|in|px)?$")
_IN_POINTS = {None: 1.0, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75}
_LINE_TYPES = ("_t20", "_t32")
"""How the types of straight lines end: line, and connector."""


def in_points(text: str | None) -> float | None:
    """Read a length such as ``10.5pt`` or ``3cm`` in points; None where it is none."""
    found = _LENGTH.match((text or "").strip())
    return None if found is None else (number(found[1]) or 0.0) * _IN_POINTS[found[2]]


def pair(text: str | None) -> tuple[float, float] | None:
    """Read two lengths parted by a comma in points."""
    parts = [in_points(part) for part in (text or "").split(",")]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return None
    return parts[0], parts[1]


def styled(node: Element) -> dict[str, str]:
    """Read the ``style`` of a shape by its names."""
    pieces = str(node.get("style", "")).split(";")
    return {
        name.strip(): value.strip() for name, _, value in (p.partition(":") for p in pieces) if name
    }


def colour_of(node: Element) -> str | None:
    """Return the colour of a shape's line as RRGGBB where it states one."""
    raw = str(node.get("strokecolor", "")).split(" ")[0].lower()
    colour = _COLOURS.get(raw, raw.removeprefix("#").upper() or None)
    if colour is not None and len(colour) == 3:
        return "".join(c * 2 for c in colour)
    return colour


def is_straight(node: Element) -> bool:
    """Tell whether a ``v:shape`` is a straight line by its type."""
    return node.tag == f"{VML}shape" and str(node.get("type", "")).endswith(_LINE_TYPES)


def is_picture(node: Element) -> bool:
    """Tell whether a shape shows an image."""
    return node.find(f"{VML}imagedata") is not None
