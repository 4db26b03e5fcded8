"""Applies remedies to the parsed parts, as direct formatting, which beats every style."""

from __future__ import annotations

from govdocs.layout.fixing.properties import (
    BORDER_ORDER,
    PARAGRAPH_ORDER,
    RUN_ORDER,
    SECTION_ORDER,
    child,
    drop,
    paragraph_properties,
    put,
    run_properties,
)
from govdocs.layout.formatting.names import Element, w
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.remedy import (
    Remedy,
    SetAlignment,
    SetBorder,
    SetColour,
    SetIndent,
    SetLinePitch,
    SetPage,
    SetType,
    StartPage,
)

TWIPS_PER_MM = 1440 / 25.4


def apply(remedy: Remedy) -> bool:
    """Apply one remedy; return whether the file could take it."""
    match remedy:
        case SetType():
            for run in remedy.runs:
                _type(run_properties(run.element), remedy)
        case SetColour():
            for run in remedy.runs:
                colour = child(run_properties(run.element), "color", RUN_ORDER)
                drop(colour, "themeColor", "themeTint", "themeShade")
                put(colour, val=remedy.colour)
        case SetAlignment():
            put(_paragraph(remedy.paragraph, "jc"), val=remedy.alignment)
            _indent(SetIndent(remedy.paragraph, left=0, right=0, first=0))
        case SetIndent():
            _indent(remedy)
        case SetLinePitch():
            spacing = _paragraph(remedy.paragraph, "spacing")
            put(spacing, line=_twips(remedy.points), lineRule="exact")
        case SetPage():
            return _page(remedy)
        case SetBorder():
            _border(remedy)
        case StartPage():
            put(_paragraph(remedy.paragraph, "pageBreakBefore"), val="1")
    return True


def _paragraph(paragraph: Paragraph, name: str) -> Element:
    return child(paragraph_properties(paragraph.element), name, PARAGRAPH_ORDER)


def _twips(points: float) -> str:
    return str(round(points * 20))


def _type(properties: Element, remedy: SetType) -> None:
    if remedy.face:
        fonts = child(properties, "rFonts", RUN_ORDER)
        if remedy.latin:
            drop(fonts, "asciiTheme", "hAnsiTheme")
            put(fonts, ascii=remedy.face, hAnsi=remedy.face)
        drop(fonts, "eastAsiaTheme")
        put(fonts, eastAsia=remedy.face)
    if remedy.points is not None:
        for name in ("sz", "szCs"):
            put(child(properties, name, RUN_ORDER), val=str(round(remedy.points * 2)))


def _indent(remedy: SetIndent) -> None:
    node = _paragraph(remedy.paragraph, "ind")
    if remedy.left is not None:
        drop(node, "start", "startChars")
        # Only a stated nought ends an indent in characters that a style brings.
        put(node, left=_twips(remedy.left), leftChars="0")
    if remedy.right is not None:
        drop(node, "end", "endChars")
        put(node, right=_twips(remedy.right), rightChars="0")
    if remedy.first is not None:
        drop(node, "firstLine", "firstLineChars", "hanging", "hangingChars")
        if remedy.first < 0:
            put(node, hangingChars="0", hanging=_twips(-remedy.first))
        else:
            put(node, firstLineChars="0", firstLine=_twips(remedy.first))


def _page(remedy: SetPage) -> bool:
    element = remedy.section.element
    if element is None:
        return False
    if remedy.sheet is not None:
        width, height = (round(side * TWIPS_PER_MM) for side in remedy.sheet)
        put(child(element, "pgSz", SECTION_ORDER), w=str(width), h=str(height))
    if remedy.margins:
        node = child(element, "pgMar", SECTION_ORDER)
        for side in ("top", "bottom", "left", "right", "header", "footer", "gutter"):
            if node.get(w(side)) is None:
                put(node, **{side: str(round(remedy.section.margins[side] * TWIPS_PER_MM))})
        for side, millimetres in remedy.margins.items():
            put(node, **{side: str(round(millimetres * TWIPS_PER_MM))})
        if "left" in remedy.margins:
            put(node, gutter="0")
    return True


def _border(remedy: SetBorder) -> None:
    stated = remedy.paragraph.stated
    node = child(_paragraph(remedy.paragraph, "pBdr"), remedy.side, BORDER_ORDER)
    size = stated.get(f"border.{remedy.side}.size") or "8"
    put(
        node,
        val=stated.get(f"border.{remedy.side}", "single"),
        sz=size if remedy.points is None else str(round(remedy.points * 8)),
        space=stated.get(f"border.{remedy.side}.space", "0"),
        color=remedy.colour or stated.get(f"border.{remedy.side}.colour", "auto"),
    )
