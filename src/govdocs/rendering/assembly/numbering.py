"""Numbered lists of a joined part, under numbers that the whole does not use yet."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from govdocs.rendering.assembly.document import CONTENT_TYPES, OFFICE, WordFile
from govdocs.rendering.docx.names import VAL, W, w


def join_numbering(base: WordFile, part: WordFile) -> None:
    """Bring the lists of ``part`` into ``base``; lists of different parts never count on."""
    there = part.related_root("numbering")
    if there is None:
        return
    here = base.related_root("numbering")
    if here is None:
        here = etree.Element(w("numbering"), nsmap=W)
        name = base.add_part("word/numbering.xml", b"", CONTENT_TYPES["numbering"])
        base.roots[name] = here
        base.relate(base.main, f"{OFFICE}/numbering", name)
    abstract = _shifted(here, there, "abstractNum", "abstractNumId")
    numbers = _shifted(here, there, "num", "numId")
    for node in there.iterchildren(w("abstractNum"), w("num")):
        copy = deepcopy(node)
        if node.tag == w("num"):
            copy.set(w("numId"), numbers[str(node.get(w("numId")))])
            for link in copy.iterchildren(w("abstractNumId")):
                link.set(VAL, abstract.get(str(link.get(VAL)), str(link.get(VAL))))
            here.append(copy)
        else:
            copy.set(w("abstractNumId"), abstract[str(node.get(w("abstractNumId")))])
            # Equal nsid makes Word take two lists for one and count on.
            for nsid in copy.findall(w("nsid")):
                copy.remove(nsid)
            here.insert(len(here.findall(w("abstractNum"))), copy)
    for root in [part.root(name) for name in part.stories()] + _style_roots(part):
        for use in root.iter(w("numId")):
            use.set(VAL, numbers.get(str(use.get(VAL)), str(use.get(VAL))))


def _shifted(here: etree._Element, there: etree._Element, tag: str, key: str) -> dict[str, str]:
    used = [int(str(node.get(w(key)))) for node in here.iterchildren(w(tag))]
    first = max(used, default=0) + 1
    return {
        str(node.get(w(key))): str(first + at) for at, node in enumerate(there.iterchildren(w(tag)))
    }


def _style_roots(part: WordFile) -> list[etree._Element]:
    styles = part.related_root("styles")
    return [] if styles is None else [styles]
