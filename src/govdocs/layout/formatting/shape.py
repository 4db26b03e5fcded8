"""Lines, boxes and pictures of a drawing, as far as a red rule or a text box needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.gongwen.units import mm
from govdocs.layout.formatting.anchor import EMU_PER_MM, Anchor, anchor_of, anchor_of_old
from govdocs.layout.formatting.names import COMPATIBILITY, DRAWING, Element, number, w
from govdocs.layout.formatting.vml import (
    VML,
    colour_of,
    in_points,
    is_picture,
    is_straight,
    pair,
    styled,
)

EMU_PER_POINT = 12700
_LINES = ("line", "straightConnector1")
_OLD_SHAPES = tuple(f"{VML}{name}" for name in ("line", "shape", "rect", "roundrect"))


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawing: ``width`` and ``height`` in mm, ``weight`` of its line in pt; None is unknown.

    ``colour`` is RRGGBB; ``kind`` is line, box or picture; ``anchor`` says where it floats, None
    for one that stands in line like a character.
    """

    kind: str
    width: float | None
    height: float | None
    colour: str | None = None
    weight: float | None = None
    anchor: Anchor | None = None


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
    """Read what one ``w:drawing`` or ``w:pict`` draws, not what its text boxes hold."""
    if drawing.tag == w("drawing"):
        return _drawn(drawing)
    return [
        _old(node)
        for node in drawing.iter(*_OLD_SHAPES)
        if next(node.iterancestors(w("txbxContent"), drawing.tag)).tag == drawing.tag
    ]


def box_of(content: Element, drawing: Element, found: list[Shape]) -> Shape | None:
    """Return the shape that holds a ``w:txbxContent`` of ``drawing``, whose shapes are ``found``."""
    if drawing.tag == w("drawing"):
        return found[0] if found else None
    holder = next(content.iterancestors(*_OLD_SHAPES), None)
    return None if holder is None else _old(holder)


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
            anchor_of(drawing),
        )
    ]


def _old(node: Element) -> Shape:
    weight, style = in_points(node.get("strokeweight")), styled(node)
    if node.tag == f"{VML}line":
        start, end = pair(node.get("from")), pair(node.get("to"))
        across = down = None
        if start is not None and end is not None:
            across, down = mm(abs(end[0] - start[0])), mm(abs(end[1] - start[1]))
        return Shape("line", across, down, colour_of(node), weight, anchor_of_old(style))
    width, height = in_points(style.get("width")), in_points(style.get("height"))
    kind = "line" if is_straight(node) else "picture" if is_picture(node) else "box"
    return Shape(
        kind, None if width is None else mm(width), None if height is None else mm(height),
        colour_of(node), weight, anchor_of_old(style),
    )  # fmt: skip


def _emu(node: Element | None, name: str, unit: int) -> float | None:
    value = None if node is None else number(str(node.get(name, "")))
    return None if value is None else value / unit
