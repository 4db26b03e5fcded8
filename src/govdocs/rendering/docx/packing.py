"""Writes a Word file: what did not change goes over as it was compressed, what did is deflated."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from govdocs.opening import OfficePackage, RawMember

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_DATE, _TIME = 0x21, 0  # 1980-01-01 00:00, the first moment that a zip knows
_UTF8 = 0x800
_DEFLATED = 8
_LARGE = 2 * 1024 * 1024


class Packer:
    """Packs many files that differ in a few members only; equal contents give equal bytes."""

    def __init__(self, package: OfficePackage, changing: frozenset[str]) -> None:
        fixed = [name for name in package.names if name not in changing]
        # Readers that sniff a file look for the content types first.
        fixed.sort(key=lambda name: name != "[Content_Types].xml")
        self.changing = tuple(name for name in package.names if name in changing)
        self._head = b""
        self._directory = b""
        self._count = 0
        pieces: list[bytes] = []
        size = 0
        for name in fixed:
            member = package.raw(name)
            local, central = _headers(member, size)
            pieces += [local, member.data]
            size += len(local) + len(member.data)
            self._directory += central
            self._count += 1
        self._head = b"".join(pieces)

    def pack(self, contents: Mapping[str, bytes]) -> bytes:
        """Return the file with ``contents`` for the changing members, every one of which is needed."""
        pieces = [self._head]
        size = len(self._head)
        directory = [self._directory]
        for name in self.changing:
            member = deflated(name, contents[name])
            local, central = _headers(member, size)
            pieces += [local, member.data]
            size += len(local) + len(member.data)
            directory.append(central)
        centre = b"".join(directory)
        count = self._count + len(self.changing)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(centre), size, 0)
        return b"".join([*pieces, centre, end])


def deflated(name: str, content: bytes) -> RawMember:
    """Compress a member; large ones faster, since a table's rows compress well at any level."""
    level = 3 if len(content) > _LARGE else 6
    stream = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = stream.compress(content) + stream.flush()
    return RawMember(name, _DEFLATED, zlib.crc32(content), len(content), data)


def _headers(member: RawMember, offset: int) -> tuple[bytes, bytes]:
    name = member.name.encode()
    flags = 0 if member.name.isascii() else _UTF8
    common = (
        _VERSION,
        flags,
        member.method,
        _TIME,
        _DATE,
        member.crc,
        len(member.data),
        member.size,
        len(name),
        0,
    )
    local = _LOCAL.pack(b"PK\x03\x04", *common) + name
    central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, *common, 0, 0, 0, 0, offset) + name
    return local, central
