"""The bytes of a YAML file as text, or a word about why they are none."""

from __future__ import annotations

import codecs
import re

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace, LinePlace

LARGEST = 8 * 1024 * 1024
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def text_of(data: bytes, file: str) -> str:
    """Return the text of a YAML file; InputError where it is not UTF-8 text."""
    if len(data) > LARGEST:
        size = f"{len(data) / 1024 / 1024:.0f}"
        raise _error("intake.too_large", file, size=size, limit=f"{LARGEST // 1024 // 1024}")
    if data.startswith(_OFFICE):
        raise _error("intake.not_text", file)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        encoding = _guess(data)
        if not encoding:
            raise _error("intake.not_utf8", file, line) from None
        raise _error("intake.other_encoding", file, line, encoding=encoding) from None
    if "\x00" in text and (encoding := _guess(data)):
        raise _error("intake.other_encoding", file, encoding=encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise _error("intake.empty_file", file)
    problems = [
        Problem(
            "intake.control_character_in_file",
            _at(file, text, found.start()),
            {"code": f"U+{ord(found[0]):04X}"},
        )
        for found in _REFUSED.finditer(text)
    ]
    if problems:
        raise InputError(problems[:20])
    return text


def _guess(data: bytes) -> str:
    if data.startswith(_UTF16):
        return "UTF-16"
    sample = data[:4096]
    # Keys are ASCII: in UTF-16 every second byte of them is zero.
    if sample.count(b"\x00") * 4 > len(sample):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"


def _at(file: str, text: str, index: int) -> LinePlace:
    start = text.rfind("\n", 0, index) + 1
    return LinePlace(file, text.count("\n", 0, index) + 1, index - start + 1)


def _error(code: str, file: str, line: int | None = None, **details: str) -> InputError:
    place = FilePlace(file) if line is None else LinePlace(file, line)
    return InputError([Problem(code, place, details)])
