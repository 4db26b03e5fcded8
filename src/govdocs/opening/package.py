"""A Word or Excel file as its members: read when asked for, or handed on as they are compressed."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace

STORED = 0
DEFLATED = 8


@dataclass(frozen=True, slots=True)
class RawMember:
    """One member as it lies in the file: still compressed, with what a new file needs to say of it.

    ``method`` is 0 (stored) or 8 (deflated); ``crc`` and ``size`` are those of the content.
    """

    name: str
    method: int
    crc: int
    size: int
    data: bytes


class OfficePackage:
    """The members of a guarded .docx or .xlsx.

    ``kind`` is ``docx`` or ``xlsx``; ``name`` is the file's name for messages; ``names`` are the
    members in the file's own order, folders left out; ``dangers`` are the problems that were
    found and, by the caller's wish, not refused.
    """

    __slots__ = ("_members", "dangers", "kind", "name", "names")

    def __init__(
        self,
        kind: str,
        name: str,
        members: Mapping[str, RawMember],
        dangers: tuple[Problem, ...] = (),
    ) -> None:
        self.kind = kind
        self.name = name
        self._members = dict(members)
        self.names: tuple[str, ...] = tuple(self._members)
        self.dangers = dangers

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def raw(self, name: str) -> RawMember:
        """Return the member still compressed; KeyError if there is none of that name."""
        return self._members[name]

    def read(self, name: str) -> bytes:
        """Return the member's content; KeyError if there is none, InputError if it is damaged.

        Never inflates more than the size that the file states, whatever the data would give.
        """
        member = self._members[name]
        content = inflate(member)
        if content is None:
            raise InputError([Problem("opening.damaged", FilePlace(self.name), {"member": name})])
        return content


def inflate(member: RawMember) -> bytes | None:
    """Return the content of a member, or None where it is not what the file says it is."""
    if member.method == STORED:
        content = member.data
    else:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = stream.decompress(member.data, member.size + 1)
        except zlib.error:
            return None
    if len(content) != member.size or zlib.crc32(content) != member.crc:
        return None
    return content
