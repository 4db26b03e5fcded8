"""Spoils one thing of a finished document, so that its measure must notice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from govdocs.rendering.docx.names import VAL, W, w

Spoil = Callable[[bytes], bytes]


def _rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def _name(one: etree._Element) -> str:
    node = one.find("w:name", W)
    return "" if node is None else str(node.get(VAL))


def style(name: str, element: str, holder: str = "pPr", **attributes: str) -> Spoil:
    """Set attributes of one property of the style called ``name``."""

    def spoil(data: bytes) -> bytes:
        def change(part: str, content: bytes) -> bytes:
            if part != "word/styles.xml":
                return content
            root = etree.fromstring(content)
            found = [one for one in root.iterfind("w:style", W) if _name(one) == name]
            assert found, f"没有样式“{name}”"
            properties = found[0].find(w(holder))
            if properties is None:
                properties = etree.SubElement(found[0], w(holder))
            node = properties.find(w(element))
            if node is None:
                node = etree.SubElement(properties, w(element))
            for key, value in attributes.items():
                node.set(w(key), value)
            return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

        return _rewritten(data, change)

    return spoil


def indent(name: str, **twips: str) -> Spoil:
    return style(name, "ind", **twips)


def pitch(name: str, twips: str) -> Spoil:
    return style(name, "spacing", line=twips, lineRule="exact")


def align(name: str, how: str) -> Spoil:
    return style(name, "jc", val=how)


def size(name: str, half_points: str) -> Spoil:
    return style(name, "sz", "rPr", val=half_points)


def font(name: str, face: str) -> Spoil:
    return style(name, "rFonts", "rPr", ascii=face, hAnsi=face, eastAsia=face, cs=face)


def margin(**twips: str) -> Spoil:
    """Change the margins of every section."""

    def spoil(data: bytes) -> bytes:
        def change(part: str, content: bytes) -> bytes:
            if part != "word/document.xml":
                return content
            root = etree.fromstring(content)
            for node in root.iter(w("pgMar")):
                for key, value in twips.items():
                    node.set(w(key), value)
            return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

        return _rewritten(data, change)

    return spoil


def replaced(pattern: str, new: str, part: str = "word/document.xml") -> Spoil:
    """Replace what a pattern finds in one part; it must be there."""

    def spoil(data: bytes) -> bytes:
        def change(name: str, content: bytes) -> bytes:
            if name != part:
                return content
            text, times = re.subn(pattern, new, content.decode())
            assert times, f"{part} 中没有 {pattern}"
            return text.encode()

        return _rewritten(data, change)

    return spoil
