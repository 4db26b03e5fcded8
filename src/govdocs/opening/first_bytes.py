"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
)


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def refusal(data: bytes) -> tuple[str, dict[str, str]] | None:
    """Return the problem code and details for what cannot be an Office package; None if it may be one.

    The compound format holds an encrypted .docx, an old .doc or .wps, and an old .xls alike;
    the names in its directory (UTF-16) tell them apart.
    """
    if not data:
        return "opening.empty", {}
    if data.startswith(_ZIP):
        return None
    if data.startswith(_COMPOUND):
        if _wide("EncryptedPackage") in data or _wide("EncryptionInfo") in data:
            return "opening.encrypted", {}
        if _wide("WordDocument") in data:
            return "opening.old_format", {"format": ".doc / .wps", "target": ".docx"}
        if _wide("Workbook") in data or _wide("Book") in data:
            return "opening.old_format", {"format": ".xls / .et", "target": ".xlsx"}
        return "opening.old_format", {"format": ".doc / .wps / .xls", "target": ".docx / .xlsx"}
    for start, what in _OTHERS:
        if data.startswith(start):
            return "opening.other_format", {"format": what}
    head = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"mime-version:")):
        return "opening.other_format", {"format": "HTML"}
    if head.startswith(b"<?xml"):
        return "opening.other_format", {"format": "XML"}
    return "opening.no_package", {}
