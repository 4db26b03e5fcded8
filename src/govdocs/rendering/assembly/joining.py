"""Joins Word templates into one before any of them is compiled.

Not docxcompose: it keeps the first document's headers, footers and styles for all (its issues
67, 82, 85), and a filing needs each template's own page and its own look.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from govdocs.rendering.assembly.document import WordFile, open_word_file
from govdocs.rendering.assembly.identities import keep_apart
from govdocs.rendering.assembly.namespaces import join_namespaces
from govdocs.rendering.assembly.notes import join_notes
from govdocs.rendering.assembly.numbering import join_numbering
from govdocs.rendering.assembly.relations import carry_relations
from govdocs.rendering.assembly.sections import (
    close_last_section,
    continues,
    fit_first_section,
    turn_on_even_sides,
)
from govdocs.rendering.assembly.styles import join_styles
from govdocs.rendering.docx.names import w


def assemble_docx(parts: Sequence[bytes]) -> bytes:
    """Join Word templates, tags and all, into one in the order given.

    Each part starts a new side in its own section with its own page, headers and footers;
    page numbers run on. A part whose only section is of kind 'continuous' on the page of the
    one before (the imprint) goes on where that one ends. Styles of the same name that look
    different both stay. Settings and properties are the first part's. Equal parts give equal
    bytes. Raises InputError ``opening.*`` for a part that is no sound .docx.
    """
    if not parts:
        raise ValueError("nothing to join")
    base, *others = [open_word_file(data, f"模板{at}.docx") for at, data in enumerate(parts, 1)]
    for part in others:
        _join(base, part)
    return base.to_bytes()


def _join(base: WordFile, part: WordFile) -> None:
    goes_on = continues(base, part)
    turn_on_even_sides(base, part)
    keep_apart(base, part)
    join_numbering(base, part)
    join_styles(base, part)
    join_notes(base, part)
    join_fonts(base, part)
    if goes_on:
        section = part.body.find(w("sectPr"))
        assert section is not None
        part.body.remove(section)
    carry_relations(base, base.main, part, part.main)
    join_namespaces(base, part)
    if goes_on:
        last = base.body.find(w("sectPr"))
        assert last is not None
        for node in list(part.body):
            last.addprevious(node)
        return
    fit_first_section(base, part)
    close_last_section(base)
    for node in list(part.body):
        base.body.append(node)


def join_fonts(base: WordFile, part: WordFile) -> None:
    """Add the fonts that only ``part`` describes; a font file inside it stays behind."""
    here, there = base.related_root("fontTable"), part.related_root("fontTable")
    if here is None or there is None:
        return
    known = {str(font.get(w("name"))) for font in here.iterchildren(w("font"))}
    for font in there.iterchildren(w("font")):
        if str(font.get(w("name"))) in known:
            continue
        copy: etree._Element = deepcopy(font)
        for child in list(copy):
            if str(child.tag).startswith(w("embed")):
                copy.remove(child)
        here.append(copy)
