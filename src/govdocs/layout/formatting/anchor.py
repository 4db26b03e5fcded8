"""Where a drawing floats: from what its place is counted, and how far it lies from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from govdocs.gongwen.units import mm
from govdocs.layout.formatting.names import Element, number
from govdocs.layout.formatting.vml import in_points

EMU_PER_MM = 36000
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OLD_FROM = {"text": "column", "char": "character", "line": "line"}


@dataclass(frozen=True, slots=True)
class Along:
    """One direction: counted ``since`` page, margin, column, paragraph …; ``offset`` in mm or ``align``."""

    since: str
    offset: float | None = None
    align: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating drawing lies across and down; ``wraps`` where text gives way to it."""

    across: Along
    down: Along
    wraps: bool = False


def anchor_of(drawing: Element) -> Anchor | None:
    """Read the place of a ``w:drawing``; None where it stands in line."""
    node = drawing.find(f"{_DRAWN}anchor")
    if node is None:
        return None
    wraps = any(
        node.find(f"{_DRAWN}wrap{kind}") is not None
        for kind in ("Square", "Tight", "Through", "TopAndBottom")
    )
    return Anchor(
        _along(node.find(f"{_DRAWN}positionH")), _along(node.find(f"{_DRAWN}positionV")), wraps
    )


def _along(node: Element | None) -> Along:
    if node is None:
        return Along("")
    offset, align = node.find(f"{_DRAWN}posOffset"), node.find(f"{_DRAWN}align")
    value = None if offset is None else number(str(offset.text or "").strip())
    return Along(
        str(node.get("relativeFrom", "")),
        None if value is None else value / EMU_PER_MM,
        "" if align is None else str(align.text or "").strip(),
    )


def anchor_of_old(style: Mapping[str, str]) -> Anchor | None:
    """Read the place of a shape of the old drawing language from its ``style``."""
    if style.get("position") != "absolute":
        return None
    return Anchor(
        _old_along(style, "horizontal", "margin-left", "column"),
        _old_along(style, "vertical", "margin-top", "paragraph"),
    )


def _old_along(style: Mapping[str, str], name: str, offset: str, usual: str) -> Along:
    since = style.get(f"mso-position-{name}-relative", usual)
    since = usual if since == "text" else _OLD_FROM.get(since, since)
    align = style.get(f"mso-position-{name}", "")
    length = in_points(style.get(offset, style.get(offset.removeprefix("margin-"))))
    if align in ("", "absolute"):
        return Along(since, None if length is None else mm(length))
    return Along(since, None, align)
