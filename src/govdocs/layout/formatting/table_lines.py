"""The horizontal lines of a table, its width and whether it floats, as far as the file states them."""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.gongwen.units import mm
from govdocs.layout.formatting.names import Element, attribute, number, w

_NONE = ("none", "nil")


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line that is drawn over the row ``at`` (the number of rows for the lowest line).

    ``weight`` is in points, None where it is not stated; ``colour`` is RRGGBB or AUTO.
    """

    at: int
    colour: str
    weight: float | None


def horizontal_lines(
    table: Element, rows: list[list[Element]], style: Element | None
) -> list[TableLine]:
    """Return the lines from top to bottom; a boundary without any line is left out.

    ``rows`` are the cells of each row; ``style`` is the ``w:tblBorders`` of the table's style.
    A cell's own line beats the table's, the table's its style's.
    """
    own = table.find(f"{w('tblPr')}/{w('tblBorders')}")
    found = []
    for at in range(len(rows) + 1):
        general = {0: "top", len(rows): "bottom"}.get(at, "insideH")
        drawn = _of_cells(rows, at)
        if drawn is None:
            drawn = _border(own, general)
        if drawn is None:
            drawn = _border(style, general)
        if drawn is not None and attribute(drawn, "val") not in _NONE:
            size = number(attribute(drawn, "sz"))
            colour = (attribute(drawn, "color") or "auto").upper()
            found.append(TableLine(at, colour, None if size is None else size / 8))
    return found


def _border(borders: Element | None, side: str) -> Element | None:
    return None if borders is None else borders.find(w(side))


def _of_cells(rows: list[list[Element]], at: int) -> Element | None:
    """Return the line that the cells on both sides of a boundary state; a drawn one goes first."""
    stated = []
    for index, side in ((at - 1, "bottom"), (at, "top")):
        if 0 <= index < len(rows):
            for cell in rows[index]:
                border = _border(cell.find(f"{w('tcPr')}/{w('tcBorders')}"), side)
                if border is not None:
                    stated.append(border)
    drawn = [border for border in stated if attribute(border, "val") not in _NONE]
    return next(iter([*drawn, *stated]), None)


def stated_width(table: Element) -> float | None:
    """Return the table's width in mm where it is stated as a length, else None."""
    node = table.find(f"{w('tblPr')}/{w('tblW')}")
    width = number(attribute(node, "w"))
    if width and attribute(node, "type") == "dxa":
        return mm(width / 20)
    return None


def floats(table: Element) -> dict[str, str]:
    """Return where a floating table is placed, by the names of ``w:tblpPr``; empty for one in line."""
    node = table.find(f"{w('tblPr')}/{w('tblpPr')}")
    if node is None:
        return {}
    return {"floating": "1"} | {str(k).rpartition("}")[2]: str(v) for k, v in node.attrib.items()}
