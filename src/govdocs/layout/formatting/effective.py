"""The formatting that applies to a paragraph and a run: all levels laid over each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from govdocs.layout.formatting import paragraph_properties, run_properties
from govdocs.layout.formatting.names import Element, attribute, w
from govdocs.layout.formatting.numbering import Numbering, read_numbering
from govdocs.layout.formatting.parts import Parts
from govdocs.layout.formatting.styles import Styles, read_styles

_Key: TypeAlias = tuple[str | None, str | None]


@dataclass(slots=True)
class Effective:
    """Resolves defaults, table style, style, list and direct formatting, the nearest winning.

    What styles give is kept by style and table style, for a report has thousands of cells.
    """

    styles: Styles
    numbering: Numbering
    _paragraphs: dict[_Key, dict[str, str]] = field(default_factory=dict)
    _runs: dict[_Key, dict[str, str]] = field(default_factory=dict)

    def paragraph(
        self,
        properties: Element | None,
        style: str | None,
        table_style: str | None,
        *,
        numbered: bool = True,
    ) -> tuple[dict[str, str], str]:
        """Return the effective paragraph properties and the automatic number, which counts on."""
        over = paragraph_properties.laid_over
        direct = paragraph_properties.paragraph_level(properties)
        base = self._base_paragraph(style, table_style)
        merged = over(base, direct)
        identity = merged.get("number", "0")
        if identity == "0" or not numbered:
            return merged, ""
        level = merged.get("level", "0")
        brought = self.numbering.properties(identity, level)
        of_style = self.styles.paragraph(style)
        # A list named by the style lies under it, one named in the text lies over it.
        order = (brought, of_style) if "number" not in direct else (of_style, brought)
        merged = base
        for properties_of_level in (*order, direct):
            merged = over(merged, properties_of_level)
        return merged, self.numbering.next_label(identity, level)

    def _base_paragraph(self, style: str | None, table_style: str | None) -> dict[str, str]:
        key = (style, table_style)
        if key not in self._paragraphs:
            over = paragraph_properties.laid_over
            base = dict(self.styles.default_paragraph)
            if table_style is not None:
                base = over(base, self.styles.paragraph(table_style, "table"))
            self._paragraphs[key] = over(base, self.styles.paragraph(style))
        return self._paragraphs[key]

    def base_run(self, style: str | None, table_style: str | None) -> dict[str, str]:
        """Return the character properties that a paragraph's style gives all of its runs."""
        key = (style, table_style)
        if key not in self._runs:
            over = run_properties.laid_over
            base = dict(self.styles.default_run)
            if table_style is not None:
                base = over(base, self.styles.run(table_style, "table"))
            self._runs[key] = over(base, self.styles.run(style))
        return self._runs[key]

    def run(self, base: dict[str, str], properties: Element | None) -> dict[str, str]:
        """Lay a run's own ``w:rPr``, and the character style that it names, over ``base``."""
        if properties is None:
            return base
        style = attribute(properties.find(w("rStyle")), "val")
        if style is not None:
            base = run_properties.laid_over(base, self.styles.run(style, "character"))
        return run_properties.laid_over(
            base, run_properties.run_level(properties, self.styles.theme)
        )


def read_effective(parts: Parts) -> Effective:
    """Read theme, styles and numbering of a file."""
    theme = run_properties.theme_fonts(parts.of_kind("theme"))
    styles = read_styles(parts.of_kind("styles"), theme)
    return Effective(styles, read_numbering(parts.of_kind("numbering")))
