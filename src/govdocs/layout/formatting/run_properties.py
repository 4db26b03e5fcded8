"""Character properties (rPr) at one level, and how levels are laid over each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from govdocs.layout.formatting.names import DRAWING, Element, attribute, number, switched, tag

RunProperties: TypeAlias = Mapping[str, str]
"""east_asia, ascii, size (half-points), bold, colour, spacing (twips), hidden: what a level states."""

_VALUES = {"sz": "size", "spacing": "spacing"}
_STATES = {"b": "bold", "vanish": "hidden"}


@dataclass(frozen=True, slots=True)
class ThemeFonts:
    """The faces that ``minorEastAsia`` and its like stand for; empty where the theme is silent."""

    faces: Mapping[str, str]

    def face(self, reference: str | None) -> str:
        """Return the face behind a theme reference, or nothing."""
        return self.faces.get(reference or "", "")


def theme_fonts(theme: Element | None) -> ThemeFonts:
    """Read a theme's major and minor fonts; the East Asian one may stand under a script's name."""
    faces: dict[str, str] = {}
    for kind in ("major", "minor"):
        node = None if theme is None else theme.find(f".//{{{DRAWING}}}{kind}Font")
        if node is None:
            continue
        latin = node.find(f"{{{DRAWING}}}latin")
        east = node.find(f"{{{DRAWING}}}ea")
        plain = "" if latin is None else str(latin.get("typeface", ""))
        asian = "" if east is None else str(east.get("typeface", ""))
        if not asian:
            for script in node.iterfind(f"{{{DRAWING}}}font"):
                if script.get("script") == "Hans":
                    asian = str(script.get("typeface", ""))
        faces |= {
            f"{kind}EastAsia": asian,
            f"{kind}Ascii": plain,
            f"{kind}HAnsi": plain,
        }
    return ThemeFonts(faces)


def run_level(properties: Element | None, theme: ThemeFonts) -> dict[str, str]:
    """Return what one ``w:rPr`` states; theme fonts beat the names beside them."""
    stated: dict[str, str] = {}
    if properties is None:
        return stated
    for child in properties:
        name = tag(child)
        if name == "rFonts":
            for key, script in (("east_asia", "eastAsia"), ("ascii", "ascii")):
                face = theme.face(attribute(child, f"{script}Theme")) or attribute(child, script)
                if face:
                    stated[key] = face
        elif name in _VALUES:
            value = attribute(child, "val")
            if value is not None and number(value) is not None:
                stated[_VALUES[name]] = value
        elif name == "color":
            stated["colour"] = (attribute(child, "val") or "auto").upper()
        elif name in _STATES:
            stated[_STATES[name]] = "1" if switched(child) else "0"
    return stated


def laid_over(base: RunProperties, level: RunProperties) -> dict[str, str]:
    """Lay what a nearer level states over a farther one."""
    return {**base, **level}
