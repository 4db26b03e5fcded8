"""Lines, boxes and pictures of a drawing, as far as a red rule or a text box needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.layout.formatting.names import COMPATIBILITY, DRAWING, Element, number, w

EMU_PER_MM = 36000
EMU_PER_POINT = 12700
_LINES = ("line", "straightConnector1")
_VML = "{urn:schemas-microsoft-com:vml}"
_COLOURS = {"red": "FF0000", "black": "000000"}
_POINTS = re.compile(r"^(-?[\d.]+)(pt|mm|cm|in)?$")
_IN_POINTS = {None: 1.0, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawing: ``width`` and ``height`` in mm, ``weight`` of its line in pt; None is unknown.

    ``colour`` is RRGGBB; ``kind`` is line, box or picture.
    """

    kind: str
    width: float | None
    height: float | None
    colour: str | None = None
    weight: float | None = None


def shown(element: Element) -> Iterator[Element]:
    """Yield the drawings and pictures of a run, leaving out what is kept for older programs."""
    for child in element:
        if child.tag == f"{{{COMPATIBILITY}}}AlternateContent":
            choice = child.find(f"{{{COMPATIBILITY}}}Choice")
            kept = choice if choice is not None else child.find(f"{{{COMPATIBILITY}}}Fallback")
            if kept is not None:
                yield from shown(kept)
        elif child.tag in (w("drawing"), w("pict"), w("object")):
            yield child


def shapes_of(drawing: Element) -> list[Shape]:
    """Read what one ``w:drawing`` or ``w:pict`` draws."""
    if drawing.tag == w("drawing"):
        return _drawn(drawing)
    found = []
    for node in drawing.iter(f"{_VML}line"):
        start, end = _pair(node.get("from")), _pair(node.get("to"))
        width = None if start is None or end is None else abs(end[0] - start[0]) / 72 * 25.4
        height = None if start is None or end is None else abs(end[1] - start[1]) / 72 * 25.4
        raw = str(node.get("strokecolor", "")).split(" ")[0].lower()
        colour = _COLOURS.get(raw, raw.removeprefix("#").upper() or None)
        if colour is not None and len(colour) == 3:
            colour = "".join(c * 2 for c in colour)
        found.append(Shape("line", width, height, colour, _points(node.get("strokeweight"))))
    return found


def _drawn(drawing: Element) -> list[Shape]:
    extent = drawing.find(".//{*}extent")
    geometry = drawing.find(f".//{{{DRAWING}}}prstGeom")
    form = "" if geometry is None else str(geometry.get("prst", ""))
    line = drawing.find(f".//{{{DRAWING}}}ln")
    colour = None if line is None else line.find(f".//{{{DRAWING}}}srgbClr")
    picture = drawing.find(f".//{{{DRAWING}}}blip") is not None
    return [
        Shape(
            "line" if form in _LINES else "picture" if picture else "box",
            _emu(extent, "cx", EMU_PER_MM),
            _emu(extent, "cy", EMU_PER_MM),
            None if colour is None else str(colour.get("val", "")).upper(),
            _emu(line, "w", EMU_PER_POINT),
        )
    ]


def _emu(node: Element | None, name: str, unit: int) -> float | None:
    value = None if node is None else number(str(node.get(name, "")))
    return None if value is None else value / unit


def _pair(text: str | None) -> tuple[float, float] | None:
    parts = [_points(part) for part in (text or "").split(",")]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return None
    return parts[0], parts[1]


def _points(text: str | None) -> float | None:
    found = _POINTS.match((text or "").strip())
    return None if found is None else (number(found[1]) or 0.0) * _IN_POINTS[found[2]]
