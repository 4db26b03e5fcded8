"""Sections of a joined part: a new side, its own page, and page numbers that run on."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from govdocs.rendering.assembly.document import CONTENT_TYPES, OFFICE, WordFile
from govdocs.rendering.assembly.schema_order import put_in_order
from govdocs.rendering.docx.names import VAL, W, w

_R_ID = f"{{{OFFICE}}}id"
_KINDS = ("default", "even", "first")


def last_section(file: WordFile) -> etree._Element:
    """Return the properties of a document's last section, which stand at the body's end."""
    found = file.body.find(w("sectPr"))
    if found is None:
        found = etree.SubElement(file.body, w("sectPr"))
    return found


def first_section(file: WordFile) -> etree._Element:
    """Return the properties of a document's first section."""
    found = file.body.find(f".//{w('sectPr')}")
    return last_section(file) if found is None else found


def continues(base: WordFile, part: WordFile) -> bool:
    """Tell whether ``part`` goes on where ``base`` ends, on the same side.

    It does if it is one section of kind 'continuous' (as the imprint is) on the same page.
    """
    mine = first_section(part)
    kind = mine.find(w("type"))
    alone = mine is last_section(part)
    same_page = _page(mine) == _page(last_section(base))
    return kind is not None and kind.get(VAL) == "continuous" and alone and same_page


def _page(section: etree._Element) -> tuple[str, ...]:
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    wanted = [(size, ("w", "h")), (margin, ("top", "right", "bottom", "left"))]
    return tuple(
        str(node.get(w(n))) if node is not None else "" for node, names in wanted for n in names
    )


def close_last_section(base: WordFile) -> None:
    """Move the last section's properties into a paragraph, so that another section can follow.

    The paragraph is one of its own, a twentieth of a point high: the last one of a template is
    often a tag that goes away when the template is filled.
    """
    section = last_section(base)
    base.body.remove(section)
    paragraph = etree.SubElement(base.body, w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(properties, w("snapToGrid"), {VAL: "0"})
    etree.SubElement(
        properties,
        w("spacing"),
        {w("before"): "0", w("after"): "0", w("line"): "1", w("lineRule"): "exact"},
    )
    properties.append(section)


def fit_first_section(base: WordFile, part: WordFile) -> None:
    """Make the first section of ``part`` start a side and not inherit what is not its own.

    Page numbers run on (7.5). A part without footers takes those of the letter; a part without
    headers shows none.
    """
    mine = first_section(part)
    kind = mine.find(w("type"))
    if kind is not None and kind.get(VAL) == "continuous":
        kind.set(VAL, "nextPage")
    for number in part.body.iter(w("pgNumType")):
        number.attrib.pop(w("start"), "")
    if not _references(mine, "footerReference"):
        for kind_of, reference in _references(first_section(base), "footerReference").items():
            if kind_of != "first":
                mine.insert(0, deepcopy(reference))
    if not _references(mine, "headerReference") and any(
        relation.kind == "header" for relation in base.relations.get(base.main, ())
    ):
        blank = _blank_header(base)
        for kind_of in ("even", "default"):
            mine.insert(0, etree.Element(w("headerReference"), {w("type"): kind_of, _R_ID: blank}))


def turn_on_even_sides(base: WordFile, part: WordFile) -> None:
    """Let the whole tell even from odd sides if either does, and keep the look of the other.

    A document that does not tell them apart shows its default header and footer on even sides.
    """
    flags = [_tells_even(file) for file in (base, part)]
    if flags[0] == flags[1]:
        return
    plain = part if flags[0] else base
    for section in plain.body.iter(w("sectPr")):
        for tag in ("headerReference", "footerReference"):
            found = _references(section, tag)
            if "even" in found:
                section.remove(found["even"])
            if "default" in found:
                even = deepcopy(found["default"])
                even.set(w("type"), "even")
                found["default"].addnext(even)
    if not flags[0]:
        settings = base.related_root("settings")
        if settings is not None:
            _set_even(settings)


def _tells_even(file: WordFile) -> bool:
    settings = file.related_root("settings")
    flag = None if settings is None else settings.find(w("evenAndOddHeaders"))
    return flag is not None and flag.get(VAL, "1") not in {"0", "false", "off"}


def _set_even(settings: etree._Element) -> None:
    for flag in settings.findall(w("evenAndOddHeaders")):
        settings.remove(flag)
    settings.append(etree.Element(w("evenAndOddHeaders")))
    put_in_order(settings, "settings")


def _references(section: etree._Element, tag: str) -> dict[str, etree._Element]:
    return {str(node.get(w("type"))): node for node in section.iterchildren(w(tag))}


def _blank_header(base: WordFile) -> str:
    name = "word/header_blank.xml"
    if name not in base.raw:
        root = etree.Element(w("hdr"), nsmap=W)
        etree.SubElement(root, w("p"))
        base.add_part(name, b"", CONTENT_TYPES["header"])
        base.roots[name] = root
    return base.relate(base.main, f"{OFFICE}/header", name)
