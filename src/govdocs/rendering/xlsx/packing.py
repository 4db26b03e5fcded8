"""Writes the zip of an Excel file: fixed times, and unchanged members as they were compressed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from govdocs.opening import RawMember

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")

_DAY = (0 << 9) | (1 << 5) | 1
"""1980-01-01, the first day that a zip can name: the same input gives the same bytes."""

_UTF8 = 0x800
_VERSION = 20


def deflate(name: str, content: bytes, level: int = 6) -> RawMember:
    """Compress the content of a member; ``level`` is zlib's, 1 fast to 9 small."""
    stream = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = stream.compress(content) + stream.flush()
    return RawMember(name, zlib.DEFLATED, zlib.crc32(content), len(content), data)


def pack(members: Iterable[RawMember]) -> bytes:
    """Write the members one after the other as a zip, in the order given."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for member in members:
        name = member.name.encode("utf-8")
        flags = 0 if member.name.isascii() else _UTF8
        sizes = (member.crc, len(member.data), member.size)
        local = _LOCAL.pack(
            0x04034B50, _VERSION, flags, member.method, 0, _DAY, *sizes, len(name), 0
        )
        directory.append(
            _CENTRAL.pack(
                0x02014B50, _VERSION, _VERSION, flags, member.method, 0, _DAY, *sizes,
                len(name), 0, 0, 0, 0, 0, offset,
            )
            + name
        )  # fmt: skip
        parts += (local, name, member.data)
        offset += len(local) + len(name) + len(member.data)
        count += 1
    listing = b"".join(directory)
    end = _END.pack(0x06054B50, 0, 0, count, count, len(listing), offset, 0)
    return b"".join([*parts, listing, end])
