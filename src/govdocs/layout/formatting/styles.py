"""Styles: what a style states with all that it is based on."""

from __future__ import annotations

from dataclasses import dataclass, field

from govdocs.layout.formatting import paragraph_properties, run_properties
from govdocs.layout.formatting.names import Element, attribute, w
from govdocs.layout.formatting.run_properties import ThemeFonts

_DEEPEST = 40
"""A chain of styles longer than this is a loop or nonsense."""


@dataclass(slots=True)
class Styles:
    """The styles of a file; an unknown style states nothing."""

    theme: ThemeFonts
    nodes: dict[str, Element] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    default_paragraph: dict[str, str] = field(default_factory=dict)
    default_run: dict[str, str] = field(default_factory=dict)
    _paragraphs: dict[str, dict[str, str]] = field(default_factory=dict)
    _runs: dict[str, dict[str, str]] = field(default_factory=dict)

    def paragraph(self, style: str | None, kind: str = "paragraph") -> dict[str, str]:
        """Return the paragraph properties of a style (the kind's default where None)."""
        key = self._known(style, kind)
        if key not in self._paragraphs:
            merged: dict[str, str] = {}
            for node in self._chain(key):
                level = paragraph_properties.paragraph_level(node.find(w("pPr")))
                merged = paragraph_properties.laid_over(merged, level)
            self._paragraphs[key] = merged
        return self._paragraphs[key]

    def run(self, style: str | None, kind: str = "paragraph") -> dict[str, str]:
        """Return the character properties of a style (the kind's default where None)."""
        key = self._known(style, kind)
        if key not in self._runs:
            merged: dict[str, str] = {}
            for node in self._chain(key):
                level = run_properties.run_level(node.find(w("rPr")), self.theme)
                merged = run_properties.laid_over(merged, level)
            self._runs[key] = merged
        return self._runs[key]

    def table_borders(self, style: str | None) -> Element | None:
        """Return the ``w:tblBorders`` of a table style, its own or the nearest it is based on."""
        for node in reversed(self._chain(self._known(style, "table"))):
            borders = node.find(f"{w('tblPr')}/{w('tblBorders')}")
            if borders is not None:
                return borders
        return None

    def _known(self, style: str | None, kind: str) -> str:
        return style if style in self.nodes else self.defaults.get(kind, "")

    def _chain(self, style: str) -> list[Element]:
        chain: list[Element] = []
        at: str | None = style
        while at and at in self.nodes and len(chain) < _DEEPEST:
            node = self.nodes[at]
            if any(node is seen for seen in chain):
                break
            chain.append(node)
            at = attribute(node.find(w("basedOn")), "val")
        return chain[::-1]


def read_styles(root: Element | None, theme: ThemeFonts) -> Styles:
    """Read the styles part; without one, nothing is stated anywhere."""
    styles = Styles(theme)
    if root is None:
        return styles
    for node in root.iterfind(w("style")):
        identity = attribute(node, "styleId")
        if identity is None:
            continue
        styles.nodes.setdefault(identity, node)
        if attribute(node, "default") in ("1", "true", "on"):
            styles.defaults.setdefault(attribute(node, "type") or "", identity)
    defaults = root.find(w("docDefaults"))
    if defaults is not None:
        paragraph = defaults.find(f"{w('pPrDefault')}/{w('pPr')}")
        run = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
        styles.default_paragraph = paragraph_properties.paragraph_level(paragraph)
        styles.default_run = run_properties.run_level(run, theme)
    return styles
