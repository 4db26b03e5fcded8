"""A Word file taken apart for joining: its parts by name, their relationships, its main parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, normpath, relpath
from typing import cast

from lxml import etree

from govdocs.opening import open_office_package
from govdocs.rendering.docx.names import w, xml_parser

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_DAY = (1980, 1, 1, 0, 0, 0)

CONTENT_TYPES = {
    kind: f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    for kind in ("header", "footer", "footnotes", "endnotes", "numbering", "styles", "fontTable")
}


@dataclass(slots=True)
class Relation:
    """One relationship: its id in the owning part, its kind, and a part's name or an outside address."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: ``image``, ``header``, ``hyperlink``."""
        return self.type.rpartition("/")[2]


@dataclass(slots=True)
class WordFile:
    """A .docx in parts: ``raw`` bytes, ``roots`` of parts that were parsed, ``relations`` by owner."""

    raw: dict[str, bytes]
    types: dict[str, str]
    defaults: dict[str, str]
    main: str
    relations: dict[str, list[Relation]]
    roots: dict[str, etree._Element] = field(default_factory=dict)

    def root(self, name: str) -> etree._Element:
        """Return the part's root element; changes to it are written."""
        if name not in self.roots:
            self.roots[name] = etree.fromstring(self.raw[name], xml_parser())
        return self.roots[name]

    @property
    def body(self) -> etree._Element:
        """The body of the main document."""
        found = self.root(self.main).find(w("body"))
        assert found is not None, "the opening room lets no file in without a body"
        return found

    def related(self, kind: str) -> str | None:
        """Return the name of the main document's part of one kind (``styles``), or None."""
        for relation in self.relations.get(self.main, ()):
            if relation.kind == kind and not relation.external and relation.target in self.raw:
                return relation.target
        return None

    def related_root(self, kind: str) -> etree._Element | None:
        """Return the root of the main document's part of one kind, or None."""
        name = self.related(kind)
        return None if name is None else self.root(name)

    def content_type(self, name: str) -> str:
        """Return the content type of a part."""
        return self.types.get(name) or self.defaults.get(name.rpartition(".")[2].lower(), "")

    def add_part(self, wanted: str, content: bytes, content_type: str) -> str:
        """Add a part under ``wanted`` or, where that name is taken, a numbered one; return its name."""
        stem, dot, ending = wanted.rpartition(".")
        name, at = wanted, 1
        while name in self.raw:
            at += 1
            name = f"{stem}_{at}{dot}{ending}"
        self.raw[name] = content
        if self.defaults.get(ending.lower()) != content_type:
            self.types[name] = content_type
        return name

    def relate(self, owner: str, type_: str, target: str, *, external: bool = False) -> str:
        """Add a relationship of ``owner`` and return its id; an equal one is used again."""
        own = self.relations.setdefault(owner, [])
        for relation in own:
            if (relation.type, relation.target, relation.external) == (type_, target, external):
                return relation.id
        taken = {relation.id for relation in own}
        at = len(own) + 1
        while f"rId{at}" in taken:
            at += 1
        own.append(Relation(f"rId{at}", type_, target, external))
        return f"rId{at}"

    def stories(self) -> Iterator[str]:
        """Yield the parts that hold text: the document, headers, footers, notes."""
        yield self.main
        for relation in self.relations.get(self.main, ()):
            if (
                relation.kind in {"header", "footer", "footnotes", "endnotes"}
                and relation.target in self.raw
            ):
                yield relation.target

    def to_bytes(self) -> bytes:
        """Pack the parts; equal parts give equal bytes."""
        for name, root in self.roots.items():
            self.raw[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:

            def put(name: str, content: bytes) -> None:
                archive.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)

            put("[Content_Types].xml", self._types_xml())
            for owner, relations in sorted(self.relations.items()):
                if relations and (owner == "" or owner in self.raw):
                    put(_rels_name(owner), _relations_xml(owner, relations))
            for name in sorted(self.raw):
                put(name, self.raw[name])
        return out.getvalue()

    def _types_xml(self) -> bytes:
        root = etree.Element(f"{{{TYPES}}}Types", nsmap=_unprefixed(TYPES))
        for extension, kind in sorted(self.defaults.items()):
            etree.SubElement(root, f"{{{TYPES}}}Default", Extension=extension, ContentType=kind)
        for name, kind in sorted(self.types.items()):
            if name in self.raw:
                etree.SubElement(
                    root, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind
                )
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def open_word_file(data: bytes, name: str) -> WordFile:
    """Take a .docx apart; InputError (``opening.*``) where it is none or dangerous."""
    package = open_office_package(data, "docx", name=name)
    raw = {member: package.read(member) for member in package.names}
    types_root = etree.fromstring(raw.pop("[Content_Types].xml"), xml_parser())
    defaults = {
        str(node.get("Extension", "")).lower(): str(node.get("ContentType", ""))
        for node in types_root.iter(f"{{{TYPES}}}Default")
    }
    types = {
        str(node.get("PartName", "")).lstrip("/"): str(node.get("ContentType", ""))
        for node in types_root.iter(f"{{{TYPES}}}Override")
    }
    relations: dict[str, list[Relation]] = {}
    for rels in [member for member in raw if member.endswith(".rels")]:
        owner = _owner_of(rels)
        relations[owner] = _read_relations(raw.pop(rels), owner)
    main = next(
        (r.target for r in relations.get("", ()) if r.kind == "officeDocument"), "word/document.xml"
    )
    return WordFile(raw, types, defaults, main, relations)


def _unprefixed(address: str) -> dict[str, str]:
    # lxml's stubs know no prefix None, lxml itself does.
    return cast("dict[str, str]", {None: address})


def _owner_of(rels: str) -> str:
    folder, _, file = rels.rpartition("/")
    above = folder.removesuffix("_rels").rstrip("/")
    name = file.removesuffix(".rels")
    return f"{above}/{name}" if above and name else name


def _rels_name(owner: str) -> str:
    folder, _, file = owner.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def _read_relations(content: bytes, owner: str) -> list[Relation]:
    found = []
    for node in etree.fromstring(content, xml_parser()).iter(f"{{{PACKAGE}}}Relationship"):
        target, external = str(node.get("Target", "")), node.get("TargetMode") == "External"
        if not external:
            target = (
                target[1:]
                if target.startswith("/")
                else normpath(f"{dirname(owner)}/{target}").lstrip("/")
            )
        type_ = str(node.get("Type", "")).replace(_STRICT, OFFICE)
        found.append(Relation(str(node.get("Id", "")), type_, target, external))
    return found


def _relations_xml(owner: str, relations: list[Relation]) -> bytes:
    root = etree.Element(f"{{{PACKAGE}}}Relationships", nsmap=_unprefixed(PACKAGE))
    for relation in relations:
        target = relation.target
        if not relation.external:
            target = relpath(target, dirname(owner) or ".")
        node = etree.SubElement(
            root, f"{{{PACKAGE}}}Relationship", Id=relation.id, Type=relation.type, Target=target
        )
        if relation.external:
            node.set("TargetMode", "External")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
