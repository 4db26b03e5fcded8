"""The parts of a workbook: which member is which sheet, and what hangs on each."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from govdocs.errors import Problem, TemplateError
from govdocs.opening import OfficePackage
from govdocs.place import FilePlace
from govdocs.rendering.xlsx.names import PACKAGE, M, R, parse


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet: its name in the template, its member, and the members it points to by kind."""

    name: str
    member: str
    attached: tuple[tuple[str, str], ...]

    def members(self, kind: str) -> list[str]:
        """The members of a kind (``comments``, ``vmlDrawing``, ``table``, ``drawing``)."""
        return [member for found, member in self.attached if found == kind]


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """Where the parts of a workbook lie, and the parsed workbook part."""

    member: str
    root: etree._Element
    sheets: tuple[SheetPart, ...]
    styles: str
    strings: str | None
    calc_chain: str | None


def relations(package: OfficePackage, member: str) -> dict[str, tuple[str, str]]:
    """The relations of a member by id: (kind, target member); links to elsewhere are left out."""
    folder, _, name = member.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in package:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for relation in parse(package.read(rels)).iter(f"{{{PACKAGE}}}Relationship"):
        if relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        path = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(f"{folder}/{target}")
        )
        found[relation.get("Id", "")] = (
            relation.get("Type", "").rpartition("/")[2],
            path.lstrip("/"),
        )
    return found


def read_parts(package: OfficePackage) -> WorkbookParts:
    """Find the parts of a workbook; TemplateError where it has no sheet or a part is missing."""
    workbook = next(
        (member for kind, member in relations(package, "").values() if kind == "officeDocument"), ""
    )
    if workbook not in package:
        raise _broken(package, workbook or "xl/workbook.xml")
    root = parse(package.read(workbook))
    related = relations(package, workbook)
    sheets = []
    for sheet in root.iter(f"{M}sheet"):
        kind, member = related.get(sheet.get(f"{R}id", ""), ("", ""))
        if kind != "worksheet":
            continue  # chart and dialogue sheets hold no cells
        if member not in package:
            raise _broken(package, member or sheet.get("name", ""))
        attached = tuple(sorted(relations(package, member).values()))
        sheets.append(SheetPart(sheet.get("name", ""), member, attached))
    if not sheets:
        raise _broken(package, workbook)
    kinds = {kind: member for kind, member in related.values() if member in package}
    if "styles" not in kinds:
        raise _broken(package, "xl/styles.xml")
    return WorkbookParts(
        workbook, root, tuple(sheets),
        kinds["styles"], kinds.get("sharedStrings"), kinds.get("calcChain"),
    )  # fmt: skip


def _broken(package: OfficePackage, member: str) -> TemplateError:
    return TemplateError(
        [Problem("xlsx.part_missing", FilePlace(package.name), {"member": member})]
    )
