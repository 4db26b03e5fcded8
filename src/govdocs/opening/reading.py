"""Opens Office files from outside, and refuses what would harm before anything is parsed."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.parsers import expat

from govdocs.errors import InputError, Problem
from govdocs.opening.dangers import ALL_DANGERS, Danger, find_dangers
from govdocs.opening.first_bytes import refusal
from govdocs.opening.package import DEFLATED, STORED, OfficePackage, RawMember, inflate
from govdocs.place import FilePlace

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be: bytes in all on disk and inflated, members, and inflation of one.

    Honest files stay far below: 10,000 table rows are some 20 MiB of XML and inflate 60-fold.
    The ratio is asked only of members above ``ratio_from`` bytes, since small ones do no harm.
    """

    file: int = 128 * _MIB
    total: int = 256 * _MIB
    entries: int = 5_000
    ratio: int = 200
    ratio_from: int = 4 * _MIB


_MAIN_TYPES = {
    "docx": (
        b"wordprocessingml.document.main+xml",
        b"wordprocessingml.template.main+xml",
        b"ms-word.document.macroEnabled",
        b"ms-word.template.macroEnabled",
    ),
    "xlsx": (
        b"spreadsheetml.sheet.main+xml",
        b"spreadsheetml.template.main+xml",
        b"ms-excel.sheet.macroEnabled",
        b"ms-excel.template.macroEnabled",
        b"ms-excel.addin.macroEnabled",
    ),
}
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def open_office_package(
    source: Path | bytes,
    kind: Literal["docx", "xlsx"],
    *,
    name: str = "",
    refuse: frozenset[Danger] = ALL_DANGERS,
    limits: Limits | None = None,
) -> OfficePackage:
    """Open a .docx or .xlsx from outside; InputError with every problem that speaks against it.

    ``name`` is what messages call the file; left out, the path's last part. ``refuse`` says
    which dangers (macros, links to elsewhere, embedded objects) are an error; the others are
    left as problems in ``OfficePackage.dangers``. The problems' codes are ``opening.*``.
    """
    name = name or (source.name if isinstance(source, Path) else "")
    limits = limits or Limits()
    data = _bytes_of(source, name, limits) if isinstance(source, Path) else source
    refused = refusal(data)
    if refused:
        raise _error(name, *refused)
    members = _members(data, name, limits)
    xml = _xml(members, name)
    _of_kind(kind, name, members, xml)
    tolerated: list[Problem] = []
    fatal: list[Problem] = []
    for danger, problem in find_dangers(name, members, xml):
        (fatal if danger in refuse else tolerated).append(problem)
    if fatal:
        raise InputError(_distinct(fatal))
    return OfficePackage(kind, name, members, tuple(_distinct(tolerated)))


def _bytes_of(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise _error(name, "opening.directory", {})
        size = path.stat().st_size
        if size > limits.file:
            raise _error(name, "opening.too_large", _megabytes(size, limits.file))
        return path.read_bytes()
    except FileNotFoundError:
        raise _error(name, "opening.missing", {"path": str(path)}) from None
    except PermissionError:
        raise _error(name, "opening.no_permission", {"path": str(path)}) from None
    except OSError as error:
        raise _error(name, "opening.unreadable", {"reason": error.strerror or ""}) from None


def _members(data: bytes, name: str, limits: Limits) -> dict[str, RawMember]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OverflowError):
        raise _error(name, "opening.damaged", {"member": "zip"}) from None
    entries = archive.infolist()
    problems = [*_sizes(entries, name, limits), *_names(entries, name)]
    if problems:
        raise InputError(problems)
    members: dict[str, RawMember] = {}
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.flag_bits & 0x1:
            raise _error(name, "opening.encrypted", {})
        if entry.compress_type not in (STORED, DEFLATED):
            raise _error(name, "opening.damaged", {"member": entry.filename})
        start = _content_start(data, entry.header_offset)
        # Members that overlap inflate the same bytes many times: the trick of a better bomb.
        if start is None or entry.header_offset < end:
            raise _error(name, "opening.damaged", {"member": entry.filename})
        end = start + entry.compress_size
        if end > len(data):
            raise _error(name, "opening.damaged", {"member": entry.filename})
        if not entry.is_dir():
            members[entry.filename] = RawMember(
                entry.filename, entry.compress_type, entry.CRC, entry.file_size, data[start:end]
            )
    return {entry.filename: members[entry.filename] for entry in entries if not entry.is_dir()}


def _content_start(data: bytes, header: int) -> int | None:
    """Return where a member's content begins, after its local header; None if there is no header."""
    if data[header : header + 4] != b"PK\x03\x04" or len(data) < header + 30:
        return None
    lengths = data[header + 26 : header + 30]
    return (
        header + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    )


def _sizes(entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> list[Problem]:
    problems = []
    if len(entries) > limits.entries:
        problems.append(
            _problem(
                name,
                "opening.too_many_members",
                {"count": str(len(entries)), "limit": str(limits.entries)},
            )
        )
    total = sum(entry.file_size for entry in entries)
    if total > limits.total:
        problems.append(_problem(name, "opening.too_large", _megabytes(total, limits.total)))
    for entry in entries:
        if entry.file_size > limits.ratio_from and entry.file_size > limits.ratio * max(
            entry.compress_size, 1
        ):
            problems.append(
                _problem(
                    name,
                    "opening.zip_bomb",
                    {
                        "member": entry.filename,
                        "limit": str(limits.ratio),
                        "ratio": str(entry.file_size // max(entry.compress_size, 1)),
                    },
                )
            )
    return problems


def _names(entries: list[zipfile.ZipInfo], name: str) -> list[Problem]:
    problems = []
    seen: set[str] = set()
    for entry in entries:
        member = entry.orig_filename
        if (
            member.startswith("/")
            or "\\" in member
            or ":" in member
            or "\0" in member
            or ".." in member.split("/")
        ):
            problems.append(_problem(name, "opening.unsafe_name", {"member": member}))
        # Part names are equal without regard to case (ECMA-376 part 2, 9.1.1).
        folded = entry.filename.casefold()
        if folded in seen:
            problems.append(_problem(name, "opening.equal_names", {"member": member}))
        seen.add(folded)
    return problems


def _xml(members: dict[str, RawMember], name: str) -> dict[str, bytes]:
    """Inflate every XML member, refusing those that declare entities or are no XML."""
    contents: dict[str, bytes] = {}
    problems = []
    for member in members.values():
        content = inflate(member)
        if content is None:
            problems.append(_problem(name, "opening.damaged", {"member": member.name}))
            continue
        if not member.name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        if any(mark in content for mark in _DOCTYPES):
            problems.append(_problem(name, "opening.doctype", {"member": member.name}))
        elif member.name.lower().endswith(".vml"):
            continue  # Excel writes drawings of comments that are not quite XML.
        elif not _encoding_known(content) or not _well_formed(content):
            problems.append(_problem(name, "opening.damaged", {"member": member.name}))
        else:
            contents[member.name] = content
    if problems:
        raise InputError(problems)
    return contents


def _encoding_known(content: bytes) -> bool:
    """Tell whether the content is UTF-8 or UTF-16: in any other one a DOCTYPE could hide."""
    stated = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf"))
    return stated is None or stated[1].lower() in (b"utf-8", b"utf-16", b"us-ascii", b"ascii")


def _well_formed(content: bytes) -> bool:
    """Tell whether the content is XML with all its prefixes declared; builds no tree."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)
    except expat.ExpatError:
        return False
    return True


def _of_kind(kind: str, name: str, members: dict[str, RawMember], xml: dict[str, bytes]) -> None:
    types = xml.get("[Content_Types].xml")
    if types is None or "_rels/.rels" not in xml:
        code = "opening.other_format" if "mimetype" in members else "opening.no_package"
        raise _error(name, code, {"format": "ODF"} if "mimetype" in members else {})
    if not any(mark in types for mark in _MAIN_TYPES[kind]):
        for other, marks in _MAIN_TYPES.items():
            if any(mark in types for mark in marks):
                raise _error(name, "opening.wrong_kind", {"expected": kind, "actual": other})
        raise _error(name, "opening.no_package", {})
    if b"purl.oclc.org/ooxml" in xml["_rels/.rels"]:
        raise _error(name, "opening.strict_format", {"target": f".{kind}"})


def _distinct(problems: list[Problem]) -> list[Problem]:
    seen: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.code, problem.details.get("target", "")), problem)
    return list(seen.values())


def _megabytes(size: int, limit: int) -> dict[str, str]:
    return {"size": f"{size / _MIB:.0f}", "limit": f"{limit / _MIB:.0f}"}


def _problem(name: str, code: str, details: dict[str, str]) -> Problem:
    return Problem(code, FilePlace(name), details)


def _error(name: str, code: str, details: dict[str, str]) -> InputError:
    return InputError([_problem(name, code, details)])
