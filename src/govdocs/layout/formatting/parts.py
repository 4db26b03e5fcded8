"""The XML parts of a Word file that say how it looks, parsed once."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from govdocs.errors import InputError, Problem
from govdocs.layout.formatting.names import RELATIONS, Element, w
from govdocs.opening import OfficePackage
from govdocs.place import FilePlace

_OFFICE_DOCUMENT = "/officeDocument"


@dataclass(slots=True)
class Parts:
    """The parsed parts; ``related`` maps a relation's id of the document to a part's name.

    ``trees`` holds every part that was parsed, by its name in the package.
    """

    name: str
    document: Element
    document_name: str
    trees: dict[str, Element] = field(default_factory=dict)
    related: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, str] = field(default_factory=dict)

    def of_kind(self, kind: str) -> Element | None:
        """Return the part with a relation of ``kind`` (styles, numbering, theme, settings)."""
        return self.trees.get(self.by_kind.get(kind, ""))


def read_parts(package: OfficePackage) -> Parts:
    """Parse the document, styles, numbering, theme, settings, headers and footers of a package.

    Raises InputError ``layout.no_document`` where there is no main text.
    """
    main = _main_part(package)
    root = _parsed(package, main) if main in package else None
    if root is None or root.find(w("body")) is None:
        raise InputError([Problem("layout.no_document", FilePlace(package.name))])
    parts = Parts(package.name, root, main, {main: root})
    folder, base = posixpath.split(main)
    for identity, kind, target in _relations(package, f"{folder}/_rels/{base}.rels"):
        path = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        if target.startswith("/"):
            path = target.lstrip("/")
        last = kind.rsplit("/", 1)[-1]
        if last not in ("styles", "numbering", "theme", "settings", "header", "footer"):
            continue
        tree = parts.trees.get(path) if path in parts.trees else None
        if tree is None and path in package:
            tree = _parsed(package, path)
        if tree is None:
            continue
        parts.trees[path] = tree
        parts.related[identity] = path
        parts.by_kind.setdefault(last, path)
    return parts


def _main_part(package: OfficePackage) -> str:
    for _, kind, target in _relations(package, "_rels/.rels"):
        if kind.endswith(_OFFICE_DOCUMENT):
            return posixpath.normpath(target.lstrip("/"))
    return "word/document.xml"


def _relations(package: OfficePackage, name: str) -> list[tuple[str, str, str]]:
    root = _parsed(package, name) if name in package else None
    if root is None:
        return []
    return [
        (str(r.get("Id", "")), str(r.get("Type", "")), str(r.get("Target", "")))
        for r in root.iter("{*}Relationship")
        if r.get("TargetMode") != "External"
    ]


def _parsed(package: OfficePackage, name: str) -> Element | None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        return etree.fromstring(package.read(name), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise InputError(
            [Problem("opening.damaged", FilePlace(package.name), {"member": name})]
        ) from None


def relation_id(element: Element) -> str:
    """Return the ``r:id`` of a reference, or nothing."""
    return str(element.get(f"{{{RELATIONS}}}id", ""))
