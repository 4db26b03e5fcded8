"""Styles of a joined part: equal ones become one, others of the same name keep their look."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from govdocs.rendering.assembly.document import WordFile
from govdocs.rendering.assembly.schema_order import put_in_order
from govdocs.rendering.docx.names import VAL, W, w

STYLE_USES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_LINKS = (w("basedOn"), w("next"), w("link"))
_IDENTITY = {w("name"), w("aliases"), w("rsid"), *_LINKS}


def join_styles(base: WordFile, part: WordFile) -> None:
    """Bring the styles of ``part`` into ``base``, and let the text of ``part`` name them.

    A style whose name and whole look (its own and what it is based on) are in ``base`` already
    is used as it stands; one with the same name and another look comes in as ``name（2）``.
    Text without a style keeps the look of its own document's default style.
    """
    here, there = base.related_root("styles"), part.related_root("styles")
    if there is None or here is None:
        return
    if _defaults(here) != _defaults(there):
        for root in (here, there):
            _bake_defaults(root)
    new_ids = _bring_in(here, there)
    for name in part.stories():
        _rename(part.root(name), new_ids, _default_ids(there), _default_ids(here))
    numbering = part.related_root("numbering")
    if numbering is not None:
        _rename(numbering, new_ids, {}, {})
        for link in numbering.iter(w("styleLink"), w("numStyleLink")):
            link.set(VAL, new_ids.get(str(link.get(VAL)), str(link.get(VAL))))


def _styles(root: etree._Element) -> dict[str, etree._Element]:
    return {str(style.get(w("styleId"))): style for style in root.iterchildren(w("style"))}


def _name(style: etree._Element) -> str:
    node = style.find(w("name"))
    return str(node.get(VAL)) if node is not None else str(style.get(w("styleId")))


def _default_ids(root: etree._Element) -> dict[str, str]:
    """The default style of each type, by type."""
    return {
        str(style.get(w("type"))): identity
        for identity, style in _styles(root).items()
        if style.get(w("default")) in {"1", "true", "on"}
    }


def _look(style: etree._Element, styles: dict[str, etree._Element], depth: int = 0) -> str:
    """All that a style says of its text, with what it is based on, independent of ids."""
    own = "".join(
        etree.tostring(child, method="c14n").decode()
        for child in style
        if child.tag not in _IDENTITY
    )
    based = style.find(w("basedOn"))
    above = styles.get(str(based.get(VAL))) if based is not None else None
    if above is None or depth > len(styles):
        return own
    return f"{own}<{_name(above)}:{_look(above, styles, depth + 1)}>"


def _bring_in(here: etree._Element, there: etree._Element) -> dict[str, str]:
    known, coming = _styles(here), _styles(there)
    by_name = {(str(s.get(w("type"))), _name(s).lower()): i for i, s in known.items()}
    new_ids: dict[str, str] = {}
    added: list[etree._Element] = []
    for identity, style in coming.items():
        key = (str(style.get(w("type"))), _name(style).lower())
        same = by_name.get(key)
        if same is not None and _look(known[same], known) == _look(style, coming):
            new_ids[identity] = same
            continue
        copy = deepcopy(style)
        copy.attrib.pop(w("default"), "")
        if same is not None:
            _set_name(copy, _free(_name(style), {name for _, name in by_name}))
            # Word knows a built-in style by its name; a second one is a style of the office.
            copy.set(w("customStyle"), "1")
        fresh = identity
        taken = set(known) | set(new_ids.values())
        at = 1
        while fresh in taken:
            at += 1
            fresh = f"{identity}x{at}"
        copy.set(w("styleId"), fresh)
        new_ids[identity] = fresh
        by_name[key[0], _name(copy).lower()] = fresh
        added.append(copy)
    for copy in added:
        for link in copy.iterchildren(*_LINKS):
            link.set(VAL, new_ids.get(str(link.get(VAL)), str(link.get(VAL))))
        here.append(copy)
    return new_ids


def _set_name(style: etree._Element, name: str) -> None:
    node = style.find(w("name"))
    if node is None:
        node = etree.Element(w("name"))
        style.insert(0, node)
    node.set(VAL, name)
    for aliases in style.findall(w("aliases")):
        style.remove(aliases)


def _free(name: str, taken: set[str]) -> str:
    at = 2
    while f"{name}（{at}）".lower() in taken:
        at += 1
    return f"{name}（{at}）"


def _rename(
    root: etree._Element,
    new_ids: dict[str, str],
    old_defaults: dict[str, str],
    new_defaults: dict[str, str],
) -> None:
    for use in root.iter(*STYLE_USES):
        use.set(VAL, new_ids.get(str(use.get(VAL)), str(use.get(VAL))))
    for tag, holder, kind, use_tag in (
        (w("p"), w("pPr"), "paragraph", w("pStyle")),
        (w("tbl"), w("tblPr"), "table", w("tblStyle")),
    ):
        wanted = new_ids.get(old_defaults.get(kind, ""))
        if wanted is None or wanted == new_defaults.get(kind):
            continue
        for node in root.iter(tag):
            properties = node.find(holder)
            if properties is None:
                properties = etree.Element(holder)
                node.insert(0, properties)
            if properties.find(use_tag) is None:
                properties.insert(0, etree.Element(use_tag, {VAL: wanted}))


def _defaults(root: etree._Element) -> str:
    node = root.find(w("docDefaults"))
    return "" if node is None else etree.tostring(node, method="c14n").decode().strip()


def _bake_defaults(root: etree._Element) -> None:
    """Write a document's defaults into its root paragraph styles, and leave no defaults.

    Two documents with different defaults then stand under one set of (no) defaults.
    """
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        return
    for style in _styles(root).values():
        if style.get(w("type")) != "paragraph" or style.find(w("basedOn")) is not None:
            continue
        for holder, source in (("pPr", "pPrDefault/w:pPr"), ("rPr", "rPrDefault/w:rPr")):
            given = defaults.find(f"w:{source}", W)
            if given is None:
                continue
            own = style.find(w(holder))
            merged = deepcopy(given)
            for node in own if own is not None else ():
                _put(merged, deepcopy(node))
            if own is not None:
                style.replace(own, merged)
            else:
                before = style.find(w("rPr")) if holder == "pPr" else None
                before = style.find(w("tblPr")) if before is None else before
                at = len(style) if before is None else style.index(before)
                style.insert(at, merged)
            put_in_order(merged, holder)
    root.remove(defaults)


def _put(properties: etree._Element, node: etree._Element) -> None:
    present = properties.find(str(node.tag))
    if present is None:
        properties.append(node)
        return
    for attribute, value in present.attrib.items():
        if attribute not in node.attrib:
            node.set(attribute, value)
    properties.replace(present, node)
