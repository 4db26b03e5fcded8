"""Sections: sheet, margins, grid and footers, in the units of the trade."""

from __future__ import annotations

from dataclasses import dataclass, field

from govdocs.gongwen.units import mm
from govdocs.layout.formatting.names import Element, attribute, number, switched, w
from govdocs.layout.formatting.parts import relation_id

DEFAULT_WIDTH, DEFAULT_HEIGHT = 12240.0, 15840.0
DEFAULT_MARGIN = 1440.0
_SIDES = ("top", "bottom", "left", "right", "header", "footer", "gutter")


@dataclass(frozen=True, slots=True)
class Grid:
    """The document grid: ``kind`` as Word names it, ``line`` pitch in pt, ``character`` in pt more."""

    kind: str = "default"
    line: float | None = None
    character: float = 0.0

    @property
    def holds_lines(self) -> bool:
        """Tell whether lines of automatic height keep to the grid."""
        return self.kind in ("lines", "linesAndChars", "snapToChars") and bool(self.line)


@dataclass(frozen=True, slots=True)
class Section:
    """One section; lengths in mm. ``footers`` maps default, even and first to a part's name.

    ``headers`` likewise. ``element`` is None for a file that states none. ``first_number`` is the
    number that the section begins with anew, None where numbers go on.
    """

    index: int
    element: Element | None
    width: float
    height: float
    margins: dict[str, float]
    grid: Grid = Grid()
    footers: dict[str, str] = field(default_factory=dict)
    title_page: bool = False
    number_format: str = "decimal"
    new_page: bool = True
    headers: dict[str, str] = field(default_factory=dict)
    first_number: int | None = None

    @property
    def landscape(self) -> bool:
        """Tell whether the sheet lies."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """Width of the text area in mm."""
        return self.width - self.margins["left"] - self.margins["right"] - self.margins["gutter"]

    @property
    def text_height(self) -> float:
        """Height of the text area in mm."""
        return self.height - abs(self.margins["top"]) - abs(self.margins["bottom"])


def read_section(
    element: Element | None, index: int, before: Section | None, related: dict[str, str]
) -> Section:
    """Read a ``w:sectPr``; a footer that it does not state is that of the section before."""
    size = None if element is None else element.find(w("pgSz"))
    margin = None if element is None else element.find(w("pgMar"))
    sides = {}
    for side in _SIDES:
        value = number(attribute(margin, side))
        usual = (
            0.0 if side == "gutter" else DEFAULT_MARGIN / (2 if side in ("header", "footer") else 1)
        )
        sides[side] = mm((usual if value is None else value) / 20)
    footers = _margin_parts(element, "footerReference", before.footers if before else {}, related)
    headers = _margin_parts(element, "headerReference", before.headers if before else {}, related)
    kind = attribute(None if element is None else element.find(w("type")), "val")
    numbering = None if element is None else element.find(w("pgNumType"))
    return Section(
        index=index,
        element=element,
        width=mm((number(attribute(size, "w")) or DEFAULT_WIDTH) / 20),
        height=mm((number(attribute(size, "h")) or DEFAULT_HEIGHT) / 20),
        margins=sides,
        grid=_grid(None if element is None else element.find(w("docGrid"))),
        footers=footers,
        title_page=bool(switched(None if element is None else element.find(w("titlePg")))),
        number_format=attribute(numbering, "fmt") or "decimal",
        new_page=kind not in ("continuous", "nextColumn"),
        headers=headers,
        first_number=_whole(attribute(numbering, "start")),
    )


def _margin_parts(
    element: Element | None, name: str, before: dict[str, str], related: dict[str, str]
) -> dict[str, str]:
    parts = dict(before)
    if element is not None:
        for reference in element.iterfind(w(name)):
            part = related.get(relation_id(reference))
            if part is not None:
                parts[attribute(reference, "type") or "default"] = part
    return parts


def _whole(text: str | None) -> int | None:
    value = number(text)
    return None if value is None else int(value)


def _grid(node: Element | None) -> Grid:
    if node is None:
        return Grid()
    line = number(attribute(node, "linePitch"))
    space = number(attribute(node, "charSpace")) or 0.0
    # charSpace counts 1/4096 of a point.
    return Grid(attribute(node, "type") or "default", line / 20 if line else None, space / 4096)
