"""Parts beside the sheets: the workbook with its names, tables, comments, drawings, properties."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from govdocs.rendering.xlsx.addresses import read_box, split_cell
from govdocs.rendering.xlsx.cell_writing import attribute
from govdocs.rendering.xlsx.filled_workbook import FilledWorkbook
from govdocs.rendering.xlsx.names import M, local
from govdocs.rendering.xlsx.slots import (
    Cells,
    Container,
    Element,
    Formula,
    Pieces,
    Slot,
    Slots,
    Written,
    declarations,
    namespaced_xml,
)

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BEFORE_CALCULATION = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames",
)  # fmt: skip
_VML_ROW = re.compile(r"(<\w+:Row>\s*)([0-9]+)(\s*</\w+:Row>)")
_VML_ANCHOR = re.compile(r"(<\w+:Anchor>)([^<]*)(</\w+:Anchor>)")


def cut_workbook(root: etree._Element, sheets: tuple[str, ...]) -> Pieces:
    """The workbook part: sheet names, defined names, and Excel asked to compute on opening."""
    slots = Slots([])
    known = declarations(root)
    for element in root.iter(f"{M}sheet"):
        name = element.get("name", "")
        if name in sheets:
            element.set("name", slots.mark(_sheet_name(name)))
    names = root.find(f"{M}definedNames")
    if names is not None:
        children = []
        for entry in names:
            scope = entry.get("localSheetId")
            sheet = sheets[0]
            if scope is not None and int(scope) < len(sheets):
                sheet = sheets[int(scope)]
            inner = Slots([])
            if entry.text:
                entry.text = inner.mark(Formula(sheet, entry.text, 0, entry.get("name", "")))
            children.append(Element(inner.cut(namespaced_xml(entry, known))))
        container = Container("definedNames", "", False, tuple(children))
        index = root.index(names)
        root.remove(names)
        previous = root[index - 1]
        previous.tail = (previous.tail or "") + slots.mark(container)
    calculation = root.find(f"{M}calcPr")
    if calculation is None:
        calculation = etree.Element(f"{M}calcPr")
        places = [at for at, child in enumerate(root) if local(child) in _BEFORE_CALCULATION]
        previous = root[places[-1]]
        # ``addnext`` would carry the tail, where the names' mark stands, behind the new element.
        tail, previous.tail = previous.tail, None
        previous.addnext(calculation)
        previous.tail = tail
    calculation.set("fullCalcOnLoad", "1")
    return slots.cut(_HEAD + etree.tostring(root, encoding="unicode"))


def _sheet_name(name: str) -> Written:
    return Written(lambda filled: attribute(filled.names[name]))


def cut_table(root: etree._Element, sheet: str) -> Pieces:
    """A table (ListObject): its range and filter follow the rows."""
    slots = Slots([])
    for element in root.iter():
        if local(element) in {"table", "autoFilter", "sortState", "sortCondition"} and element.get(
            "ref"
        ):
            box = read_box(element.get("ref", ""))
            element.set("ref", slots.mark(Cells(sheet, (box,), one=True)))
    return slots.cut(_HEAD + etree.tostring(root, encoding="unicode"))


def cut_comments(root: etree._Element, sheet: str) -> Pieces:
    """Comments, old and threaded: each moves with its cell."""
    slots = Slots([])
    for element in root.iter():
        if local(element) in {"comment", "threadedComment"} and element.get("ref"):
            element.set("ref", slots.mark(Cells(sheet, (read_box(element.get("ref", "")),))))
    return slots.cut(_HEAD + etree.tostring(root, encoding="unicode"))


def comment_rows(root: etree._Element) -> list[tuple[int, str]]:
    """The rows and cells of a part's comments."""
    return [
        (split_cell(element.get("ref", "A1"))[0], element.get("ref", "A1"))
        for element in root.iter() if local(element) in {"comment", "threadedComment"}
    ]  # fmt: skip


def cut_vml(text: str, sheet: str) -> Pieces:
    """The boxes of old comments; Excel's VML is not always XML, so its text is cut as it stands."""
    slots = Slots([])

    def row(found: re.Match[str]) -> str:
        return found[1] + slots.mark(_moved(sheet, int(found[2]))) + found[3]

    def anchor(found: re.Match[str]) -> str:
        numbers = found[2].split(",")
        if len(numbers) != 8:
            return found[0]
        for at in (2, 6):
            numbers[at] = slots.mark(_moved(sheet, int(numbers[at].strip())))
        return found[1] + ",".join(numbers) + found[3]

    return slots.cut(_VML_ANCHOR.sub(anchor, _VML_ROW.sub(row, text)))


def _moved(sheet: str, row: int) -> Written:
    """A row counted from 0, as drawings count."""
    return Written(lambda filled: str(filled.maps[sheet].lead(row + 1) - 1))


def cut_drawing(root: etree._Element, sheet: str) -> Pieces:
    """Pictures and charts: their corners move with their rows."""
    slots = Slots([])
    for element in root.iter():
        corner = element.getparent()
        if local(element) != "row" or corner is None or not element.text:
            continue
        if local(corner) in {"from", "to"}:
            element.text = slots.mark(_moved(sheet, int(element.text)))
    return slots.cut(_HEAD + etree.tostring(root, encoding="unicode"))


def cut_chart(root: etree._Element, sheet: str) -> Pieces:
    """A chart: the ranges of its series follow the rows."""
    slots = Slots([])
    for element in root.iter():
        if local(element) == "f" and element.text:
            element.text = slots.mark(Formula(sheet, element.text))
    return slots.cut(_HEAD + etree.tostring(root, encoding="unicode"))


def cut_texts(root: etree._Element, text_slot: Callable[[str], Slot | None]) -> Pieces | None:
    """Document properties: every text with tags gets a slot; None where there is none."""
    slots = Slots([])
    for element in root.iter():
        if isinstance(element.tag, str) and element.text:
            slot = text_slot(element.text)
            if slot is not None:
                element.text = slots.mark(slot)
    if not slots.held:
        return None
    return slots.cut(_HEAD + etree.tostring(root, encoding="unicode"))


def text_of(number: int) -> Written:
    """The slot of a filled text outside cells."""

    def text(filled: FilledWorkbook) -> str:
        return filled.texts[number]

    return Written(text)
