"""Ids that must be unique in a Word file: drawings, bookmarks, content controls, paragraphs."""

from __future__ import annotations

from lxml import etree

from govdocs.rendering.assembly.document import WordFile
from govdocs.rendering.docx.names import w

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def keep_apart(base: WordFile, part: WordFile) -> None:
    """Give everything in ``part`` that has an id or a bookmark's name one that ``base`` has not."""
    here = [base.root(name) for name in base.stories()]
    there = [part.root(name) for name in part.stories()]
    for tag, key in ((_DRAWING, "id"), (w("bookmarkStart"), w("id"))):
        used = _numbers(here, tag, key)
        shift = max(used, default=-1) + 1
        ends = [w("bookmarkEnd")] if tag == w("bookmarkStart") else []
        for root in there:
            for node in root.iter(tag, *ends):
                node.set(key, str(int(str(node.get(key, "0"))) + shift))
    _rename_bookmarks(here, there)
    for root in there:
        for node in root.iter(etree.Element):
            for name in ("paraId", "textId"):
                node.attrib.pop(f"{_W14}{name}", "")
        for properties in root.iter(w("sdtPr")):
            for identity in properties.findall(w("id")):
                properties.remove(identity)


def _numbers(roots: list[etree._Element], tag: str, key: str) -> list[int]:
    return [int(str(node.get(key, "0"))) for root in roots for node in root.iter(tag)]


def _rename_bookmarks(here: list[etree._Element], there: list[etree._Element]) -> None:
    def names(roots: list[etree._Element]) -> set[str]:
        return {str(n.get(w("name"))) for root in roots for n in root.iter(w("bookmarkStart"))}

    taken, mine = names(here), names(there)
    new: dict[str, str] = {}
    for name in sorted(taken & mine):
        at = 2
        while (fresh := f"{name[:36]}_{at}") in taken | mine | set(new.values()):
            at += 1
        new[name] = fresh
    if not new:
        return
    for root in there:
        for node in root.iter(w("bookmarkStart"), w("hyperlink")):
            for key in (w("name"), w("anchor")):
                if node.get(key) in new:
                    node.set(key, new[str(node.get(key))])
        for code in root.iter(w("instrText")):
            code.text = " ".join(new.get(word, word) for word in (code.text or "").split(" "))
        for field in root.iter(w("fldSimple")):
            instruction = str(field.get(w("instr"), ""))
            field.set(w("instr"), " ".join(new.get(word, word) for word in instruction.split(" ")))
