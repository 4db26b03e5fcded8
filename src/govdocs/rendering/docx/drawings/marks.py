"""Marks in a filled part that stand for what is no text, until the part is finished."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from govdocs.rendering.docx.names import P, R, T, w, xml_parser

OPEN, CLOSE = "\ue0d0", "\ue0d1"
"""Around a mark: a letter for its kind (A anchor, N page number, D drawing) and its number."""

MARK = re.compile(f"{OPEN}([AND])(\\d+){CLOSE}")
_BOOKMARK = "_govdocs"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST_ID = 10_000


def mark(kind: str, number: int) -> str:
    """Write a mark."""
    return f"{OPEN}{kind}{number}{CLOSE}"


def finish_pages(xml: bytes) -> bytes:
    """Turn anchors into bookmarks around their paragraphs, page numbers into PAGEREF fields.

    A reader that lays pages out (LibreOffice, WPS) shows the numbers at once; Word does so when
    it updates fields, which a template's ``updateFields`` asks for at opening.
    """
    root = etree.fromstring(xml, xml_parser())
    next_id = max(
        [_FIRST_ID, *(int(b.get(w("id"), "0")) + 1 for b in root.iter(w("bookmarkStart")))]
    )
    for text in list(root.iter(T)):
        for kind, number in MARK.findall(text.text or ""):
            if kind == "A":
                text.text = (text.text or "").replace(mark("A", int(number)), "", 1)
                _bookmark(text, int(number), next_id)
                next_id += 1
            elif kind == "N":
                _page_field(text, int(number))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _bookmark(text: etree._Element, number: int, identity: int) -> None:
    paragraph = next(text.iterancestors(P))
    start = etree.Element(
        w("bookmarkStart"), {w("id"): str(identity), w("name"): f"{_BOOKMARK}{number}"}
    )
    first = next((c for c in paragraph if c.tag != w("pPr")), None)
    if first is None:
        paragraph.append(start)
    else:
        first.addprevious(start)
    etree.SubElement(paragraph, w("bookmarkEnd"), {w("id"): str(identity)})


def _page_field(text: etree._Element, number: int) -> None:
    """Replace the mark's run by a PAGEREF field in the same type; what stands around it stays."""
    run = next(text.iterancestors(R))
    before, _, after = (text.text or "").partition(mark("N", number))
    look = run.find(w("rPr"))

    def piece(*children: etree._Element) -> etree._Element:
        made = etree.Element(w("r"))
        if look is not None:
            made.append(deepcopy(look))
        for child in children:
            made.append(child)
        return made

    def words(tag: str, said: str) -> etree._Element:
        node = etree.Element(w(tag), {_SPACE: "preserve"})
        node.text = said
        return node

    def step(kind: str) -> etree._Element:
        return etree.Element(w("fldChar"), {w("fldCharType"): kind})

    pieces = [piece(words("t", before))] if before else []
    pieces += [
        piece(step("begin")),
        piece(words("instrText", f" PAGEREF {_BOOKMARK}{number} \\h ")),
        piece(step("separate")),
        piece(words("t", "1")),
        piece(step("end")),
    ]
    text.text = after
    for made in pieces:
        run.addprevious(made)
    if not after and len(run) == (1 if look is None else 2):
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
