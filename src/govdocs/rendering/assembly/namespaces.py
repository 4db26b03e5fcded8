"""Namespaces of a joined part: declared at the top, and the ignorable ones still ignorable."""

from __future__ import annotations

from typing import cast

from lxml import etree

from govdocs.rendering.assembly.document import WordFile

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def join_namespaces(base: WordFile, part: WordFile) -> None:
    """Declare on the document's root what the root of ``part`` declares.

    ``mc:Ignorable`` names prefixes of the root: without this a Word that does not know an
    extension inside ``part`` would call the file unreadable.
    """
    here, there = base.root(base.main), part.root(part.main)
    taken = set(here.nsmap.values())
    new: dict[str | None, str] = {
        prefix: address
        for prefix, address in there.nsmap.items()
        if prefix not in here.nsmap and address not in taken
    }
    ignorable = str(here.get(_IGNORABLE, "")).split()
    more = [
        prefix
        for prefix in str(there.get(_IGNORABLE, "")).split()
        if prefix not in ignorable
        and (prefix in new or here.nsmap.get(prefix) == there.nsmap.get(prefix))
    ]
    if not new and not more:
        return
    declared: dict[str | None, str] = {**here.nsmap}
    declared.update(new)
    # lxml's stubs know no prefix None, lxml itself does.
    attributes = {str(name): str(value) for name, value in here.attrib.items()}
    root = etree.Element(here.tag, attributes, nsmap=cast("dict[str, str]", declared))
    for node in list(here):
        root.append(node)
    if ignorable or more:
        root.set(_IGNORABLE, " ".join([*ignorable, *more]))
    base.roots[base.main] = root
