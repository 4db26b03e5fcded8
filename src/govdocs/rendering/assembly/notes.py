"""Footnotes and endnotes of a joined part, under ids that the whole does not use yet."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from govdocs.rendering.assembly.document import CONTENT_TYPES, OFFICE, WordFile
from govdocs.rendering.assembly.relations import carry_relations
from govdocs.rendering.docx.names import W, w

_KINDS = (("footnotes", "footnote"), ("endnotes", "endnote"))
_COMMENT_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


def join_notes(base: WordFile, part: WordFile) -> None:
    """Bring the notes of ``part`` into ``base``; comments of a template's maker stay behind."""
    for plural, single in _KINDS:
        there = part.related_root(plural)
        if there is None:
            continue
        here = base.related_root(plural)
        if here is None:
            here = etree.Element(w(plural), nsmap=W)
            name = base.add_part(f"word/{plural}.xml", b"", CONTENT_TYPES[plural])
            base.roots[name] = here
            base.relate(base.main, f"{OFFICE}/{plural}", name)
            for separator in there.iterchildren(w(single)):
                if separator.get(w("type")) is not None:
                    here.append(deepcopy(separator))
        there_name, here_name = part.related(plural), base.related(plural)
        assert there_name is not None
        assert here_name is not None
        carry_relations(base, here_name, part, there_name)
        used = [int(str(note.get(w("id")))) for note in here.iterchildren(w(single))]
        fresh = max([0, *used]) + 1
        new_ids: dict[str, str] = {}
        for note in there.iterchildren(w(single)):
            if note.get(w("type")) not in {None, "normal"}:
                continue
            copy = deepcopy(note)
            new_ids[str(note.get(w("id")))] = str(fresh)
            copy.set(w("id"), str(fresh))
            here.append(copy)
            fresh += 1
        for reference in part.body.iter(w(f"{single}Reference")):
            reference.set(
                w("id"), new_ids.get(str(reference.get(w("id"))), str(reference.get(w("id"))))
            )
    for mark in list(part.body.iter(*_COMMENT_MARKS)):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
