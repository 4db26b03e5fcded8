"""Which member of a Word package is what: the body, styles, numbering, notes, headers."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from govdocs.errors import InputError, Problem
from govdocs.opening import OfficePackage
from govdocs.place import FilePlace
from govdocs.reading.word.names import tree_of


@dataclass(frozen=True, slots=True)
class Parts:
    """The members by what they are; empty where the package has none."""

    body: str
    styles: str
    numbering: str
    notes: tuple[str, ...]
    headers: tuple[str, ...]
    footers: tuple[str, ...]


def parts_of(package: OfficePackage) -> Parts:
    """Find the parts by their relations; InputError ``opening.damaged`` without a body."""
    body = next(iter(_targets(package, "").get("officeDocument", ())), "")
    if body not in package:
        details = {"member": body or "officeDocument"}
        raise InputError([Problem("opening.damaged", FilePlace(package.name), details)])
    found = _targets(package, body)

    def first(kind: str) -> str:
        return next((member for member in found.get(kind, ()) if member in package), "")

    def every(kind: str) -> tuple[str, ...]:
        return tuple(member for member in found.get(kind, ()) if member in package)

    return Parts(
        body,
        first("styles"),
        first("numbering"),
        (*every("footnotes"), *every("endnotes")),
        every("header"),
        every("footer"),
    )


def _targets(package: OfficePackage, part: str) -> dict[str, list[str]]:
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, list[str]] = {}
    if rels not in package:
        return found
    for relation in tree_of(package, rels).iter("{*}Relationship"):
        if relation.get("TargetMode") == "External":
            continue
        target = str(relation.get("Target", ""))
        member = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found.setdefault(posixpath.basename(str(relation.get("Type", ""))), []).append(member)
    return found
