"""Sets a property in ``w:rPr`` or ``w:pPr`` at the place that the schema wants it."""

from __future__ import annotations

from lxml import etree

from govdocs.layout.formatting.names import Element, w

RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    "oMath", "rPrChange",
)  # fmt: skip
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
SECTION_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
    "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
)  # fmt: skip
BORDER_ORDER = ("top", "left", "bottom", "right", "between", "bar")


def run_properties(run: Element) -> Element:
    """Return the run's ``w:rPr``, made where there is none."""
    return _first(run, "rPr")


def paragraph_properties(paragraph: Element) -> Element:
    """Return the paragraph's ``w:pPr``, made where there is none."""
    return _first(paragraph, "pPr")


def _first(parent: Element, name: str) -> Element:
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0, found)
    return found


def child(parent: Element, name: str, order: tuple[str, ...]) -> Element:
    """Return the child called ``name``, made in schema order where there is none."""
    found = parent.find(w(name))
    if found is not None:
        return found
    made = etree.Element(w(name))
    later = {w(other) for other in order[order.index(name) + 1 :]}
    at = next((i for i, node in enumerate(parent) if node.tag in later), len(parent))
    parent.insert(at, made)
    return made


def put(element: Element, **values: str) -> None:
    """Set ``w:`` attributes."""
    for name, value in values.items():
        element.set(w(name), value)


def drop(element: Element, *names: str) -> None:
    """Remove ``w:`` attributes that are there."""
    for name in names:
        if w(name) in element.attrib:
            del element.attrib[w(name)]
