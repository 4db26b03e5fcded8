"""The gate: what was written is opened again and compared before anybody gets it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from lxml import etree

from govdocs.errors import Problem, ProgramFault
from govdocs.opening import OfficePackage
from govdocs.place import FilePlace, WordPlace, dotted
from govdocs.rendering.docx.names import PROPERTIES, content_types, xml_parser
from govdocs.rendering.docx.packing import Packer
from govdocs.rendering.docx.parts import FilledPart
from govdocs.rendering.docx.structure import (
    PartText,
    equal_ids,
    read_part,
    relations_known,
    relations_used,
)
from govdocs.tags.values import Value

_BRACES = re.compile("[{｛][{｛%％#＃]|[}｝%％#＃][}｝]|[\ue0f0-\ue0ff]")
_WHITE = re.compile(r"[\r\n\t]")
_NOTHING = re.compile(r"(?<![A-Za-z])(?:None|nan|NaN)(?![A-Za-z])")


class Original(Protocol):
    """What the gate must know of the template that was filled."""

    @property
    def name(self) -> str:
        """What messages call the template."""

    @property
    def package(self) -> OfficePackage:
        """The template's own members."""

    @property
    def packer(self) -> Packer:
        """Which members are written anew."""


def check_filled(compiled: Original, data: bytes, filled: Sequence[FilledPart]) -> None:
    """Open a filled file again and hold it against its template and the values printed.

    Raises ProgramFault with every promise that is broken: ``docx.gate.changed_member`` (a member
    that should have gone over unchanged), ``.not_well_formed``, ``.leftover_tag``, ``.nothing``
    (a bare None or nan), ``.missing_value``, ``.row_count``, and the rules of ``structure``.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise ProgramFault([Problem("docx.gate.damaged", FilePlace(compiled.name))]) from None
    with archive:
        problems = list(_members(compiled, data, archive))
        for done in filled:
            problems += _part(compiled, done, archive)
    if problems:
        raise ProgramFault(problems)


def _members(compiled: Original, data: bytes, archive: zipfile.ZipFile) -> Iterator[Problem]:
    """Compare the list of members, and the unchanged ones byte by byte."""
    entries = {entry.filename: entry for entry in archive.infolist()}
    changing = set(compiled.packer.changing)
    for name in {*entries, *compiled.package.names}:
        entry = entries.get(name)
        if entry is None or name not in compiled.package:
            yield Problem("docx.gate.changed_member", FilePlace(compiled.name), {"member": name})
        elif name not in changing:
            raw = compiled.package.raw(name)
            start = entry.header_offset + 30 + len(name.encode())
            if raw.crc != entry.CRC or data[start : start + len(raw.data)] != raw.data:
                yield Problem(
                    "docx.gate.changed_member", FilePlace(compiled.name), {"member": name}
                )


def _part(compiled: Original, done: FilledPart, archive: zipfile.ZipFile) -> list[Problem]:
    part = done.part
    place = WordPlace(compiled.name, part.kind)
    try:
        content = archive.read(part.name)
        found = read_part(content, compiled.name, part.kind)
    except (etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        return [Problem("docx.gate.not_well_formed", place, {"message": str(error)})]
    problems = [*found.problems, *equal_ids(content, compiled.name, part.kind)]
    for relation in relations_used(found.content) - _known_relations(compiled.package, part.name):
        problems.append(Problem("docx.gate.relation", place, {"id": relation}))
    problems += _text(found, done, place)
    if part.kind != PROPERTIES:
        expected = part.rows.expected(done.looped)
        if found.rows != expected and (part.rows.exact or found.rows < expected):
            problems.append(
                Problem(
                    "docx.gate.row_count",
                    place,
                    {"expected": str(expected), "actual": str(found.rows)},
                )
            )
    return [*problems, *_missing(found.text, done.printed, place)]


def _text(found: PartText, done: FilledPart, place: WordPlace) -> Iterator[Problem]:
    left = _BRACES.search(found.text)
    if left is not None:
        yield Problem("docx.gate.leftover_tag", place, {"text": _around(found.text, left)})
    nothing = _NOTHING.search(found.text)
    # An office may write the word None itself: then it stands in the template or in a value.
    if (
        nothing is not None
        and not _NOTHING.search(done.part.source)
        and not any(_NOTHING.search(value.text) for value in done.printed)
    ):
        yield Problem("docx.gate.nothing", place, {"text": _around(found.text, nothing)})


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(found.start() - 12, 0) : found.end() + 20]


def _missing(text: str, printed: Iterable[Value], place: WordPlace) -> Iterator[Problem]:
    """Look for each value after the one before it, so that all together are found in one pass.

    A value with the merge tag may have lost its cell to an equal one above; it must stand
    somewhere.
    """
    at = 0
    if "\n" in text or "\t" in text:
        text = _WHITE.sub("", text)
    merged: set[str] = set()
    for value in printed:
        wanted = value.text
        if not wanted:
            continue
        if "\n" in wanted or "\t" in wanted or "\r" in wanted:
            wanted = _WHITE.sub("", wanted)
        if value.merge:
            if wanted in merged:
                continue
            merged.add(wanted)
        found = text.find(wanted, at)
        if found < 0:
            yield Problem(
                "docx.gate.missing_value",
                place,
                {"text": wanted[:60], "name": dotted(value.path)},
                value.path,
            )
        else:
            at = found + len(wanted)


def _known_relations(package: OfficePackage, part: str) -> set[str]:
    folder, name = posixpath.split(part)
    return _relations(package, f"{folder}/_rels/{name}.rels")


@lru_cache(maxsize=256)
def _relations(package: OfficePackage, name: str) -> set[str]:
    return relations_known(package.read(name) if name in package else None)


def package_problems(package: OfficePackage) -> list[Problem]:
    """Return what is wrong with a package as a whole: targets and content types that are not there."""
    place = FilePlace(package.name)
    types = content_types(package)
    problems = [
        Problem("docx.gate.content_type", place, {"member": name})
        for name in package.names
        if name not in types and name != "[Content_Types].xml"
    ]
    for name in package.names:
        if name.endswith(".rels"):
            base = posixpath.dirname(posixpath.dirname(name))
            for relation in etree.fromstring(package.read(name), xml_parser()):
                target = str(relation.get("Target", ""))
                if relation.get("TargetMode") == "External" or target.startswith("#"):
                    continue
                member = posixpath.normpath(posixpath.join("/", base, target)).lstrip("/")
                if member not in package:
                    problems.append(Problem("docx.gate.relation", place, {"id": target}))
    return problems
