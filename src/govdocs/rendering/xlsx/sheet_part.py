"""The worksheet part around its rows: what names cells gets slots that follow the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from govdocs.rendering.xlsx.addresses import LAST_ROW, read_box, read_boxes
from govdocs.rendering.xlsx.filled_workbook import FilledWorkbook
from govdocs.rendering.xlsx.names import AFTER_MERGES, M, local
from govdocs.rendering.xlsx.sheet_writing import dimension, rows_xml
from govdocs.rendering.xlsx.slots import (
    Cells,
    Container,
    Corner,
    Element,
    Formula,
    Pieces,
    Slot,
    Slots,
    Written,
    declarations,
    namespaced_xml,
)

CONTAINERS = {
    "dataValidations": True, "hyperlinks": False, "ignoredErrors": False,
    "protectedRanges": False, "cellWatches": False,
}  # fmt: skip
"""Lists of elements that name cells, and whether the schema gives them a count."""


@dataclass(slots=True)
class SheetPartCutter:
    """Cuts one worksheet part; ``text_slot`` makes a slot of a header's text with tags."""

    sheet: str
    root: etree._Element
    text_slot: Callable[[str, str], Slot | None]

    def cut(self) -> Pieces:
        """The part with slots for its rows and all that depends on them."""
        slots = Slots([])
        known = declarations(self.root)
        name, root = self.sheet, self.root
        height = self._default_height()
        self._view(slots)
        for element in root.findall(f"{M}mergeCells"):
            _replace(element, "")
        following = next((child for child in root if local(child) in AFTER_MERGES), None)
        merges = Written(lambda filled: filled.merge_cells(name))
        _insert_text(root, following, slots.mark(merges))
        for element in list(root):
            kind = local(element)
            if kind == "dimension":
                element.set(
                    "ref", slots.mark(Written(lambda filled: dimension(filled.sheets[name])))
                )
            elif kind == "sheetData":
                rows = Written(lambda filled: rows_xml(filled, name, height))
                _replace(element, slots.mark(rows))
            elif kind in {"conditionalFormatting", "autoFilter", "sortState"}:
                _replace(element, slots.mark(self._element(element, known)))
            elif kind in CONTAINERS:
                _replace(element, slots.mark(self._container(element, known)))
            elif kind == "rowBreaks":
                _replace(element, slots.mark(_breaks(name, element)))
            elif kind == "headerFooter":
                for text in element:
                    slot = self.text_slot(text.text or "", local(text))
                    if slot is not None:
                        text.text = slots.mark(slot)
            elif kind == "extLst":
                self._extensions(element, slots, known)
        xml = etree.tostring(root, encoding="unicode")
        return slots.cut('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml)

    def _default_height(self) -> float:
        layout = self.root.find(f"{M}sheetFormatPr")
        return float(layout.get("defaultRowHeight", "15")) if layout is not None else 15.0

    def _view(self, slots: Slots) -> None:
        for view in self.root.iterfind(f"{M}sheetViews/{M}sheetView"):
            for element in (view, *view):
                for key in ("topLeftCell", "activeCell"):
                    cell = element.get(key)
                    if cell:
                        element.set(key, slots.mark(Corner(self.sheet, read_box(cell))))
                if local(element) == "selection" and element.get("sqref"):
                    first = read_boxes(element.get("sqref", "A1"))[0]
                    element.set("sqref", slots.mark(Corner(self.sheet, first)))
                    element.attrib.pop("activeCellId", None)
                if local(element) == "pane" and element.get("state", "").startswith("frozen"):
                    split = int(float(element.get("ySplit", "0")))
                    if split:
                        element.set("ySplit", slots.mark(_frozen(self.sheet, split)))

    def _element(self, element: etree._Element, known: list[str]) -> Element:
        inner = Slots([])
        one = local(element) in {"autoFilter", "sortState"}
        origin, where = 0, ""
        for key in ("sqref", "ref", "r"):
            cells = element.get(key)
            if cells and local(element) != "brk":
                boxes = tuple(read_boxes(cells))
                origin, where = boxes[0].top, cells
                element.set(key, inner.mark(Cells(self.sheet, boxes, one=one)))
        for below in element.iter():
            kind = local(below)
            if below is not element and kind in {"sortCondition", "sortState"} and below.get("ref"):
                boxes = tuple(read_boxes(below.get("ref", "")))
                below.set("ref", inner.mark(Cells(self.sheet, boxes, one=True)))
            elif kind == "sqref" and below.text:
                boxes = tuple(read_boxes(below.text))
                origin, where = boxes[0].top, below.text
                below.text = inner.mark(Cells(self.sheet, boxes))
        for below in element.iter():
            if local(below) in {"formula", "formula1", "formula2", "f"} and below.text:
                below.text = inner.mark(Formula(self.sheet, below.text, origin, where))
            elif local(below) == "cfvo" and below.get("type") == "formula" and below.get("val"):
                below.set(
                    "val", inner.mark(Formula(self.sheet, below.get("val", ""), origin, where))
                )
        return Element(inner.cut(namespaced_xml(element, known)))

    def _container(self, element: etree._Element, known: list[str]) -> Container:
        prefix = f"{element.prefix}:" if element.prefix else ""
        attributes = "".join(
            f" {key}={quoteattr(value)}"
            for key, value in ((str(key), str(value)) for key, value in element.attrib.items())
            if key != "count" and not key.startswith("{")
        )  # fmt: skip
        children = tuple(self._element(child, known) for child in element if local(child))
        counted = CONTAINERS.get(local(element), "count" in element.attrib)
        return Container(prefix + local(element), attributes, counted, children)

    def _extensions(self, listing: etree._Element, slots: Slots, known: list[str]) -> None:
        """Validations and formats that Excel 2010 keeps in extensions, as the older ones beside them."""
        for extension in listing:
            for holder in extension:
                if local(holder) in {"conditionalFormattings", "dataValidations"}:
                    near = [*known, *declarations(extension)]
                    container = self._container(holder, near)
                    # The extension's own prefix must stay declared on the list itself.
                    declared = "".join(
                        f' xmlns:{key}="{uri}"' for key, uri in holder.nsmap.items()
                        if key and key not in self.root.nsmap and key not in extension.nsmap
                    )  # fmt: skip
                    container = Container(
                        container.name, container.attributes + declared, container.counted,
                        container.children,
                    )  # fmt: skip
                    _replace(holder, slots.mark(container))


def _replace(element: etree._Element, text: str) -> None:
    """Put text in the place of an element."""
    parent = element.getparent()
    assert parent is not None
    following = element.getnext()
    # What was put behind the element before must stay behind its successor.
    text += element.tail or ""
    parent.remove(element)
    _insert_text(parent, following, text)


def _insert_text(parent: etree._Element, before: etree._Element | None, text: str) -> None:
    previous = before.getprevious() if before is not None else (parent[-1] if len(parent) else None)
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text


def _frozen(sheet: str, split: int) -> Written:
    def rows(filled: FilledWorkbook) -> str:
        return str(filled.maps[sheet].lead(split + 1) - 1)

    return Written(rows)


def _breaks(sheet: str, element: etree._Element) -> Written:
    """Page breaks stand below their row; below a repeated row, below each of its copies."""
    held = [dict(child.attrib) for child in element if local(child) == "brk"]

    def breaks(filled: FilledWorkbook) -> str:
        found: dict[int, dict[str, str]] = {}
        for attributes in held:
            for row in filled.maps[sheet].rows(int(attributes["id"])):
                found[row] = attributes
        if not found:
            return ""
        inside = "".join(
            "<brk " + " ".join(
                f'{key}="{row if key == "id" else value}"' for key, value in attributes.items()
            ) + "/>"
            for row, attributes in sorted(found.items()) if row < LAST_ROW
        )  # fmt: skip
        manual = sum(attributes.get("man") in {"1", "true"} for attributes in found.values())
        return f'<rowBreaks count="{len(found)}" manualBreakCount="{manual}">{inside}</rowBreaks>'

    return Written(breaks)
