"""Packs a Word file anew with some of its parts replaced, the others byte for byte as they were."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from govdocs.layout.formatting.names import Element
from govdocs.opening import OfficePackage

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def packed(package: OfficePackage, changed: Mapping[str, bytes]) -> bytes:
    """Return the package as a file; equal input gives equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in package.names:
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, changed.get(name) or package.read(name))
    return out.getvalue()


def serialised(root: Element) -> bytes:
    """Write a part as Word does."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
