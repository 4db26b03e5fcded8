"""WordprocessingML names, spelled once, and which parts of a Word file may hold tags."""

from __future__ import annotations

from lxml import etree

from govdocs.opening import OfficePackage

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """Return a WordprocessingML name as lxml spells it."""
    return f"{{{_MAIN}}}{name}"


W = {"w": _MAIN}
P, R, T, TBL, TR, TC, TC_PR = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc"), w("tcPr")
VAL = w("val")

BODY = "正文"
TEXT_BOX = "文本框"
PROPERTIES = "文档属性"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {
    f"{_WORD}document.main+xml": BODY,
    f"{_WORD}template.main+xml": BODY,
    f"{_WORD}header+xml": "页眉",
    f"{_WORD}footer+xml": "页脚",
    f"{_WORD}footnotes+xml": "脚注",
    f"{_WORD}endnotes+xml": "尾注",
    f"{_WORD}comments+xml": "批注",
    "application/vnd.openxmlformats-package.core-properties+xml": PROPERTIES,
    "application/vnd.openxmlformats-officedocument.extended-properties+xml": PROPERTIES,
    "application/vnd.openxmlformats-officedocument.custom-properties+xml": PROPERTIES,
}


def part_kinds(package: OfficePackage) -> dict[str, str]:
    """Return the parts that may hold tags with what Word calls them; the body comes first."""
    types = content_types(package)
    found = {name: _KINDS[types[name]] for name in package.names if types.get(name) in _KINDS}
    return dict(sorted(found.items(), key=lambda item: item[1] != BODY))


def content_types(package: OfficePackage) -> dict[str, str]:
    """Return the content type of every member; a member that has none is left out."""
    root = etree.fromstring(package.read("[Content_Types].xml"), xml_parser())
    defaults = {
        str(node.get("Extension", "")).lower(): str(node.get("ContentType", ""))
        for node in root.iter("{*}Default")
    }
    overrides = {
        str(node.get("PartName", "")).lstrip("/"): str(node.get("ContentType", ""))
        for node in root.iter("{*}Override")
    }
    types = {}
    for name in package.names:
        kind = overrides.get(name) or defaults.get(name.rpartition(".")[2].lower())
        if kind:
            types[name] = kind
    return types


def xml_parser() -> etree.XMLParser:
    """A parser that fetches nothing and lets no entity in."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
