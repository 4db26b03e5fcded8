"""Pictures, links, headers and whatever else a joined part refers to, carried over with their parts."""

from __future__ import annotations

from lxml import etree

from govdocs.rendering.assembly.document import OFFICE, WordFile

_R = f"{{{OFFICE}}}"
_STAY = frozenset(
    {
        "styles",
        "settings",
        "webSettings",
        "fontTable",
        "theme",
        "numbering",
        "footnotes",
        "endnotes",
        "comments",
        "commentsExtended",
        "commentsIds",
        "commentsExtensible",
        "people",
        "glossaryDocument",
        "customXml",
        "stylesWithEffects",
    }
)


def carry_relations(base: WordFile, owner: str, part: WordFile, source: str) -> None:
    """Give what ``source`` of ``part`` refers to a place in ``base``, as relations of ``owner``.

    The references in ``source`` are changed to the new ids.
    """
    root = part.root(source)
    used = {
        str(value)
        for node in root.iter(etree.Element)
        for name, value in node.attrib.items()
        if str(name).startswith(_R)
    }
    new_ids: dict[str, str] = {}
    for relation in part.relations.get(source, ()):
        if relation.id not in used or relation.kind in _STAY:
            continue
        target = relation.target
        if not relation.external:
            if target not in part.raw:
                continue
            target = carry_part(base, part, target)
        new_ids[relation.id] = base.relate(owner, relation.type, target, external=relation.external)
    for node in root.iter(etree.Element):
        for name, value in node.attrib.items():
            if str(name).startswith(_R) and str(value) in new_ids:
                node.set(name, new_ids[str(value)])


def carry_part(base: WordFile, part: WordFile, name: str) -> str:
    """Copy a part with all that it refers to into ``base``; return its name there.

    A part with equal content that refers to nothing is there already and is used.
    """
    content = part.raw[name]
    kind = part.content_type(name)
    inner = part.relations.get(name)
    if name in part.roots or inner:
        root = part.root(name)
        fresh = base.add_part(name, content, kind)
        if inner:
            carry_relations(base, fresh, part, name)
        base.roots[fresh] = root
        return fresh
    for other, there in base.raw.items():
        if there == content and base.content_type(other) == kind and other not in base.roots:
            return other
    return base.add_part(name, content, kind)
