"""What an Office file may carry besides text: macros, links to elsewhere, embedded objects."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from lxml import etree

from govdocs.errors import Problem
from govdocs.place import FilePlace


class Danger(Enum):
    """A kind of content that runs or fetches something when the file is opened."""

    MACROS = "macros"
    EXTERNAL_LINKS = "external_link"
    OLE = "embedded_object"


ALL_DANGERS = frozenset(Danger)
"""What a template may not carry; reading a finished document may allow some and report them."""

_MACRO_MEMBER = re.compile(
    r"(^|/)(vbaProject\.bin|vbaData\.xml)$|\.(docm|dotm|xlsm|xltm|xlam)$"
    r"|(^|/)macrosheets/",
    re.IGNORECASE,
)
_MACRO_TYPE = re.compile(rb"macroEnabled|vbaProject|ms-excel\.(?:intl)?macrosheet", re.IGNORECASE)
_LINK_MEMBER = re.compile(r"^xl/(externalLinks/|connections\.xml$|queryTables/)", re.IGNORECASE)
_OLE_MEMBER = re.compile(r"(^|/)(embeddings/[^/]+\.(bin|vsd|doc|xls|ppt)|activeX/)", re.IGNORECASE)
_OLE_RELATION = ("/oleObject", "/control", "/activeXControlBinary", "/aFChunk")
_HARMLESS_EXTERNAL = ("/hyperlink",)
_FETCHING_FIELD = re.compile(r"\b(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|LINK)\b\s", re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def find_dangers(
    file: str, names: Iterable[str], xml: Mapping[str, bytes]
) -> Iterator[tuple[Danger, Problem]]:
    """Yield every danger of a package once a place; ``xml`` holds the content of the XML members."""
    for name in names:
        if _MACRO_MEMBER.search(name):
            yield _found(Danger.MACROS, file, name)
        if _LINK_MEMBER.search(name):
            yield _found(Danger.EXTERNAL_LINKS, file, name)
        if _OLE_MEMBER.search(name):
            yield _found(Danger.OLE, file, name)
    if _MACRO_TYPE.search(xml.get("[Content_Types].xml", b"")):
        yield _found(Danger.MACROS, file, "[Content_Types].xml")
    for name, content in xml.items():
        if name.endswith(".rels"):
            yield from _relations(file, name, content)
        elif name.startswith("word/") and (b"instrText" in content or b"fldSimple" in content):
            field = _fetching_field(content)
            if field:
                yield _found(Danger.EXTERNAL_LINKS, file, name, field)


def _relations(file: str, name: str, content: bytes) -> Iterator[tuple[Danger, Problem]]:
    source = posixpath.basename(name).removesuffix(".rels") or "/"
    for relation in etree.fromstring(content, _parser()).iter("{*}Relationship"):
        kind = relation.get("Type", "")
        target = relation.get("Target", "")
        if kind.endswith(_OLE_RELATION):
            yield _found(Danger.OLE, file, source, target)
        elif kind.endswith("/vbaProject"):
            yield _found(Danger.MACROS, file, source, target)
        elif relation.get("TargetMode") == "External" and not kind.endswith(_HARMLESS_EXTERNAL):
            yield _found(Danger.EXTERNAL_LINKS, file, source, target)


def _fetching_field(content: bytes) -> str:
    """Return the instruction of a field that fetches from elsewhere, or nothing."""
    root = etree.fromstring(content, _parser())
    simple = [str(field.get(f"{_W}instr", "")) for field in root.iter(f"{_W}fldSimple")]
    # A complex field's instruction may be spread over runs; joining them all hides none.
    spread = "".join(text.text or "" for text in root.iter(f"{_W}instrText"))
    for instruction in [*simple, spread]:
        if _FETCHING_FIELD.search(instruction + " "):
            return instruction.strip()[:120]
    return ""


def _found(danger: Danger, file: str, member: str, target: str = "") -> tuple[Danger, Problem]:
    details = {"member": member, "target": target or member}
    return danger, Problem(f"opening.{danger.value}", FilePlace(file), details)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
