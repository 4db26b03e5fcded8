"""The gate: what was written is opened again and compared before anybody gets it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape as xml_unescape
from xml.parsers import expat

from govdocs.errors import Problem, ProgramFault
from govdocs.opening import RawMember
from govdocs.place import CellPlace, FilePlace, Place, dotted
from govdocs.rendering.xlsx.gate_sheet import check_sheet
from govdocs.rendering.xlsx.shared_text import unescape
from govdocs.tags.values import Value

_BRACES = re.compile(r"[{｛][{｛%％]|[}｝%％][}｝]")
_TEXT = re.compile(r">([^<]+)<")
_FIGURE = re.compile(r"[-0-9.,E+]+\Z")
_SHEET_NAME = re.compile(r'<sheet [^>]*?name="([^"]*)"')
_LOST_NAME = re.compile(r"<definedName [^>]*>[^<]*#REF![^<]*<")


@dataclass(frozen=True, slots=True)
class Promise:
    """What a filled file must hold.

    ``rows`` gives for each sheet's member its present name, the row numbers that were laid out
    and how many formulas the template gave them; ``unchanged`` are the members copied as they
    were; ``styles`` and ``strings`` count the entries that cells may point to.
    """

    name: str
    rows: Mapping[str, tuple[str, list[int], int]]
    unchanged: Mapping[str, RawMember]
    workbook: str
    styles: int
    strings: int
    printed: tuple[Value, ...]


def check_filled(data: bytes, promise: Promise) -> None:
    """Open a filled workbook again and hold it against what was to be written.

    Raises ProgramFault with every broken promise: ``xlsx.gate.damaged``, ``.changed_member``,
    ``.not_well_formed``, ``.leftover_tag``, ``.missing_value``, ``.row_count``, ``.row_order``,
    ``.cell_order``, ``.outside_dimension``, ``.style_index``, ``.string_index``,
    ``.formula_without_value``, ``.formula_count``, ``.merges_overlap``, ``.lost_reference``.
    """
    file = FilePlace(promise.name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise ProgramFault([Problem("xlsx.gate.damaged", file)]) from None
    problems: list[Problem] = []
    texts: set[str] = set()
    with archive:
        problems += _unchanged(data, archive, promise)
        for member in archive.namelist():
            if member in promise.unchanged:
                continue
            try:
                content = archive.read(member)
                text = content.decode()
                if member.endswith((".xml", ".rels")):
                    _well_formed(text)
            except (expat.ExpatError, zipfile.BadZipFile, UnicodeDecodeError) as error:
                details = {"member": member, "message": str(error)}
                problems.append(Problem("xlsx.gate.not_well_formed", file, details))
                continue
            if member in promise.rows:
                name, rows, formulas = promise.rows[member]
                place = CellPlace(promise.name, name)
                problems += check_sheet(
                    text, place, rows, formulas, promise.styles, promise.strings
                )
            texts.update(_TEXT.findall(text))
            if member == promise.workbook:
                texts.update(_SHEET_NAME.findall(text))
                if lost := _LOST_NAME.search(text):
                    problems.append(Problem("xlsx.gate.lost_reference", file, {"formula": lost[0]}))
    problems += _texts(texts, promise.printed, file)
    if problems:
        raise ProgramFault(problems)


def _well_formed(text: str) -> None:
    """Raise ExpatError where the text is no XML, or a prefix of it is not declared.

    Prefixes are not looked up within the cells: that doubles the time, and they come over from
    a template in which they were.
    """
    expat.ParserCreate().Parse(text, True)
    start, end = text.find("<sheetData>"), text.find("</sheetData>")
    around = text[: start + 11] + text[end:] if 0 <= start < end else text
    expat.ParserCreate(namespace_separator=" ").Parse(around, True)


def _unchanged(data: bytes, archive: zipfile.ZipFile, promise: Promise) -> Iterator[Problem]:
    entries = {entry.filename: entry for entry in archive.infolist()}
    for name, raw in promise.unchanged.items():
        entry = entries.get(name)
        start = 0 if entry is None else entry.header_offset + 30 + len(name.encode())
        if entry is None or raw.crc != entry.CRC or data[start : start + len(raw.data)] != raw.data:
            yield Problem("xlsx.gate.changed_member", FilePlace(promise.name), {"member": name})


def _texts(known: set[str], printed: tuple[Value, ...], place: Place) -> Iterator[Problem]:
    """No tag is left, and every printed value stands somewhere in the file."""
    whole = "\0".join(known)
    left = _BRACES.search(whole) if any(brace in whole for brace in "{}｛｝") else None
    # A value may hold braces of its own; the template may not.
    if left is not None and not any(_BRACES.search(value.text) for value in printed):
        shown = whole[max(0, left.start() - 12) : left.end() + 20].replace("\0", " ")
        yield Problem("xlsx.gate.leftover_tag", place, {"text": shown})
    sought = {value.text for value in printed} - known
    if not sought - {""}:
        return
    missing = {value.text: value for value in printed if value.text in sought and value.text}
    plain = unescape(xml_unescape(whole))
    plain_known = set(plain.split("\0"))
    # Part of a longer text may be a value, but 1.5 is no part of the figure 1.51.
    plain = "\0".join(text for text in plain_known if not _FIGURE.match(text))
    for text, value in missing.items():
        wanted = text.replace("\r\n", "\n").replace("\r", "\n")
        if wanted in plain_known or any(form in known for form in _number_forms(value)):
            continue
        if wanted not in plain:
            details = {"text": text[:60], "field": dotted(value.path)}
            yield Problem("xlsx.gate.missing_value", place, details, value.path)


def _number_forms(value: Value) -> Iterator[str]:
    """How a value's figure or date may stand in a cell instead of its text."""
    if value.number is not None:
        yield format(value.number, "f")
        yield format(value.number.scaleb(-2), "f")
    if value.day is not None:
        serial = (value.day - date(1899, 12, 30)).days
        yield str(serial)
        yield str(serial - 1462)
