"""Parts of a workbook outside the rows, with slots for what follows the rows.

An element whose cells are all gone (an empty loop) is left out; a container that is left empty
goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol
from xml.sax.saxutils import escape

from lxml import etree

from govdocs.rendering.xlsx.addresses import Box
from govdocs.rendering.xlsx.filled_workbook import FilledWorkbook
from govdocs.rendering.xlsx.gone import Gone

_MARK = re.compile("\ue010([0-9]+)\ue011")


class Slot(Protocol):
    """Something that is written anew for each filling; raises Gone where nothing is left."""

    def write(self, filled: FilledWorkbook) -> str:
        """The XML in its place, escaped."""
        ...


@dataclass(slots=True)
class Slots:
    """Hands out marks that stand in a parsed part for slots until it is cut."""

    held: list[Slot]

    def mark(self, slot: Slot) -> str:
        """A mark for a slot, to be put into an attribute or text."""
        self.held.append(slot)
        return f"\ue010{len(self.held) - 1}\ue011"

    def cut(self, xml: str) -> Pieces:
        """Cut serialised XML at its marks."""
        parts = _MARK.split(xml)
        return Pieces(
            tuple(self.held[int(part)] if at % 2 else part for at, part in enumerate(parts))
        )


@dataclass(frozen=True, slots=True)
class Pieces:
    """XML cut at its slots."""

    parts: tuple[str | Slot, ...]

    def write(self, filled: FilledWorkbook) -> str:
        """Put it together; raises Gone where a slot's cells are gone."""
        return "".join(part if isinstance(part, str) else part.write(filled) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Element:
    """An element that is left out when its cells are gone."""

    inside: Pieces

    def write(self, filled: FilledWorkbook) -> str:
        """The element, or nothing."""
        try:
            return self.inside.write(filled)
        except Gone:
            return ""


@dataclass(frozen=True, slots=True)
class Container:
    """A list such as dataValidations; its ``count`` is that of the elements still there."""

    name: str
    attributes: str
    counted: bool
    children: tuple[Element, ...]

    def write(self, filled: FilledWorkbook) -> str:
        """The list, or nothing where it is empty."""
        written = [text for child in self.children if (text := child.write(filled))]
        if not written:
            return ""
        count = f' count="{len(written)}"' if self.counted else ""
        return f"<{self.name}{self.attributes}{count}>{''.join(written)}</{self.name}>"


@dataclass(frozen=True, slots=True)
class Cells:
    """A list of cells (``sqref``); with ``one`` the single rectangle that covers all copies."""

    sheet: str
    boxes: tuple[Box, ...]
    one: bool = False

    def write(self, filled: FilledWorkbook) -> str:
        """The cells in the filled sheet."""
        rows = filled.maps[self.sheet]
        found: list[Box] = []
        for box in self.boxes:
            if self.one:
                cover = rows.cover(box)
                found += [cover] if cover else []
            else:
                found += rows.boxes(box)
        if not found:
            raise Gone
        return " ".join(map(str, found))


@dataclass(frozen=True, slots=True)
class Corner:
    """A cell of the window (the first one shown, the one selected), which is always there."""

    sheet: str
    box: Box

    def write(self, filled: FilledWorkbook) -> str:
        """The cell in the filled sheet, or the next one below."""
        top = filled.maps[self.sheet].lead(self.box.top)
        return str(Box(top, self.box.left, top, self.box.left))


@dataclass(frozen=True, slots=True)
class Written:
    """Whatever a function of the filled workbook gives."""

    how: Callable[[FilledWorkbook], str]

    def write(self, filled: FilledWorkbook) -> str:
        """The function's text."""
        return self.how(filled)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula outside the cells (a name, a condition, a list); ``origin`` is the row it looks from."""

    sheet: str
    text: str
    origin: int = 0
    where: str = ""

    def write(self, filled: FilledWorkbook) -> str:
        """The formula in the filled workbook."""
        return escape(filled.outer_formula(self.sheet, self.text, self.origin, self.where))


def namespaced_xml(element: etree._Element, known: Iterable[str]) -> str:
    """Serialise an element without the declarations that its part's root makes already."""
    tail, element.tail = element.tail, None
    xml = etree.tostring(element, encoding="unicode")
    element.tail = tail
    for declaration in known:
        xml = xml.replace(declaration, "", 1)
    return xml


def declarations(root: etree._Element) -> list[str]:
    """The namespace declarations of a part's root as they are written."""
    return [
        f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"'
        for prefix, uri in root.nsmap.items()
    ]
