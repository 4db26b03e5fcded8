"""Cell styles: what a style prints, and copies of it with more decimals or with wrapped lines."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from govdocs.rendering.xlsx.formulas.number_text import decimals, is_percent
from govdocs.rendering.xlsx.names import M, parse

_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);(#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0",
    49: "@", 50: 'yyyy"年"m"月"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@dataclass(frozen=True, slots=True)
class Style:
    """What the engine needs to know of a cell style.

    ``general`` says that Excel chooses how a number looks, ``places`` are the decimals of a
    simple number format (None for others), ``percent`` that one hundredth is shown as 1%,
    ``date`` that a number is shown as a date, ``text`` that all typed here is text; ``size`` is
    the font's, in points.
    """

    pattern: str = "General"
    wrap: bool = False
    size: float = 11.0
    general: bool = field(init=False)
    places: int | None = field(init=False)
    percent: bool = field(init=False)
    date: bool = field(init=False)
    text: bool = field(init=False)

    def __post_init__(self) -> None:
        general = self.pattern.lower() == "general"
        letters = _QUOTED.sub("", self.pattern).lower()
        for name, value in (
            ("general", general),
            ("places", decimals(self.pattern)),
            ("percent", is_percent(self.pattern)),
            ("date", not general and re.search(r"[yd]", letters) is not None),
            ("text", self.pattern == "@"),
        ):
            object.__setattr__(self, name, value)


@dataclass(frozen=True, slots=True)
class Variant:
    """A copy of a style: with this number format (empty: as it is), with lines wrapped or as they are."""

    of: int
    pattern: str
    wrap: bool


@dataclass(slots=True)
class StyleBook:
    """The styles of a template and the copies that filling asks for.

    ``begin`` gives a fresh book that shares what was known at compile time, so that a filling
    never depends on the fillings before it.
    """

    root: etree._Element
    styles: list[Style]
    default_size: float
    variants: dict[Variant, int] = field(default_factory=dict)
    changed: bool = False

    def begin(self) -> StyleBook:
        """A book for one filling."""
        return StyleBook(self.root, self.styles, self.default_size, dict(self.variants))

    def style(self, index: int) -> Style:
        """The style of a cell's ``s``; the default one where there is none such."""
        return self.styles[index] if index < len(self.styles) else Style()

    def variant(self, of: int, pattern: str = "", *, wrap: bool = False) -> int:
        """The index of a copy of style ``of``; made where it is not there yet."""
        key = Variant(of, pattern, wrap)
        found = self.variants.get(key)
        if found is None:
            found = self.variants[key] = len(self.styles) + len(self.variants)
            self.changed = True
        return found

    def serialized(self) -> bytes:
        """The styles part with the copies in it."""
        root = deepcopy(self.root)
        cells = root.find(f"{M}cellXfs")
        assert cells is not None
        formats = {
            element.get("formatCode", ""): int(element.get("numFmtId", "0"))
            for element in root.iterfind(f"{M}numFmts/{M}numFmt")
        }
        formats = {**{code: number for number, code in reversed(_BUILT_IN.items())}, **formats}
        for key in self.variants:
            copy = deepcopy(cells[key.of]) if key.of < len(self.styles) else deepcopy(cells[0])
            if key.pattern:
                copy.set("numFmtId", str(self._format(root, formats, key.pattern)))
                copy.set("applyNumberFormat", "1")
            if key.wrap:
                alignment = copy.find(f"{M}alignment")
                if alignment is None:
                    alignment = etree.Element(f"{M}alignment")
                    copy.insert(0, alignment)
                alignment.set("wrapText", "1")
                copy.set("applyAlignment", "1")
            cells.append(copy)
        cells.set("count", str(len(cells)))
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    @staticmethod
    def _format(root: etree._Element, formats: dict[str, int], pattern: str) -> int:
        known = formats.get(pattern)
        if known is not None:
            return known
        listing = root.find(f"{M}numFmts")
        if listing is None:
            listing = etree.Element(f"{M}numFmts")
            root.insert(0, listing)
        number = max([163, *formats.values()]) + 1
        etree.SubElement(listing, f"{M}numFmt", numFmtId=str(number), formatCode=pattern)
        listing.set("count", str(len(listing)))
        formats[pattern] = number
        return number


def read_styles(content: bytes) -> StyleBook:
    """Read the styles part."""
    root = parse(content)
    fonts: list[float] = []
    for font in root.iterfind(f"{M}fonts/{M}font"):
        points = font.find(f"{M}sz")
        fonts.append(11.0 if points is None else float(points.get("val", "11")))
    patterns = dict(_BUILT_IN)
    for element in root.iterfind(f"{M}numFmts/{M}numFmt"):
        patterns[int(element.get("numFmtId", "0"))] = element.get("formatCode", "General")
    styles = []
    cells = root.find(f"{M}cellXfs")
    if cells is None:
        cells = etree.SubElement(root, f"{M}cellXfs")
        etree.SubElement(cells, f"{M}xf")
    for xf in cells:
        alignment = xf.find(f"{M}alignment")
        wrap = alignment is not None and alignment.get("wrapText") in {"1", "true"}
        number = int(xf.get("fontId", "0"))
        size = fonts[number] if number < len(fonts) else 11.0
        styles.append(Style(patterns.get(int(xf.get("numFmtId", "0")), "General"), wrap, size))
    return StyleBook(root, styles, fonts[0] if fonts else 11.0)
