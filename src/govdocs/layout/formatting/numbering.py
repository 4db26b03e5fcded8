"""Automatic numbers: the label that Word prints before a paragraph, and the indent it brings."""

from __future__ import annotations

from dataclasses import dataclass, field

from govdocs.layout.formatting.names import Element, attribute, number, w
from govdocs.layout.formatting.paragraph_properties import paragraph_level

_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
            "taiwaneseCounting", "taiwaneseCountingThousand")  # fmt: skip
_FIGURES = "〇一二三四五六七八九"


@dataclass(slots=True)
class Numbering:
    """The lists of a file: level definitions by list and level, and a counter for each."""

    levels: dict[tuple[str, str], Element] = field(default_factory=dict)
    counters: dict[tuple[str, str], int] = field(default_factory=dict)

    def properties(self, numbered: str, level: str) -> dict[str, str]:
        """Return the paragraph properties that a list level brings."""
        node = self.levels.get((numbered, level))
        return {} if node is None else paragraph_level(node.find(w("pPr")))

    def next_label(self, numbered: str, level: str) -> str:
        """Count on and return the label (``一、``); empty for bullets and unknown lists."""
        node = self.levels.get((numbered, level))
        if node is None:
            return ""
        start = number(attribute(node.find(w("start")), "val"))
        count = self.counters.get((numbered, level), int(start or 1) - 1) + 1
        self.counters[numbered, level] = count
        for other, deeper in list(self.counters):
            if other == numbered and deeper > level:
                del self.counters[other, deeper]
        return self._label(node, numbered, count)

    def _label(self, node: Element, numbered: str, count: int) -> str:
        pattern = attribute(node.find(w("lvlText")), "val") or ""
        if attribute(node.find(w("numFmt")), "val") == "bullet":
            return ""
        own = int(number(attribute(node, "ilvl")) or 0)
        for at in range(own + 1):
            shown = self.levels.get((numbered, str(at)))
            value = count if at == own else self.counters.get((numbered, str(at)), 1)
            form = "" if shown is None else attribute(shown.find(w("numFmt")), "val") or ""
            pattern = pattern.replace(f"%{at + 1}", _written(value, form))
        return pattern


def _written(value: int, form: str) -> str:
    if form not in _CHINESE or not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_FIGURES[tens]}十")
    return head + (_FIGURES[ones] if ones else "")


def read_numbering(root: Element | None) -> Numbering:
    """Read the numbering part; without one there are no lists."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {attribute(n, "abstractNumId"): n for n in root.iterfind(w("abstractNum"))}
    for node in root.iterfind(w("num")):
        identity = attribute(node, "numId") or ""
        base = abstract.get(attribute(node.find(w("abstractNumId")), "val"))
        levels = [] if base is None else base.findall(w("lvl"))
        levels += [
            x for x in (o.find(w("lvl")) for o in node.iterfind(w("lvlOverride"))) if x is not None
        ]
        for level in levels:
            numbering.levels[identity, attribute(level, "ilvl") or "0"] = level
    return numbering
