"""The size of a PNG or JPEG picture in pixels, read from its first bytes."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})


def picture_size(content: bytes) -> tuple[str, int, int] | None:
    """Return the file ending (png, jpeg), width and height; None for what is no such picture."""
    if content.startswith(_PNG) and len(content) >= 24 and content[12:16] == b"IHDR":
        width, height = struct.unpack(">II", content[16:24])
        return ("png", width, height) if width and height else None
    if content.startswith(_JPEG):
        return _jpeg(content)
    return None


def _jpeg(content: bytes) -> tuple[str, int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        kind, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if kind in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return ("jpeg", width, height) if width and height else None
        at += 2 + length
    return None
