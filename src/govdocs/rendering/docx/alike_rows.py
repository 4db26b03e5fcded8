"""Rows that are alike but for their text need reading only once.

A table of 10,000 rows from one loop has a handful of different rows. Taking the text away
shows which; what Word's rules ask of a row depends on its markup and on the row above it, so a
part with each such pair left in once breaks a rule exactly if the whole part does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from govdocs.rendering.docx.names import xml_parser

LARGE = 500_000
"""Bytes above which looking for rows that are alike pays."""

_TEXT = re.compile(rb">([^<]+)")
_ROOT = re.compile(rb"<([A-Za-z][\w.-]*:?[\w.-]*)(?: [^<>]*)?>")
_BAD_TEXT = re.compile(
    "&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)|]]>"
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)
_NUMBERED = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_END = b"</w:tr>"


@dataclass(frozen=True, slots=True)
class ShortPart:
    """A part without the rows that repeat: markup alone in ``content``, all of the text in ``text``."""

    content: bytes
    text: str
    rows: int


def shorten(content: bytes) -> ShortPart | None:
    """Return the part shortened, or None where it is not sure that nothing would be missed.

    Goes row by row, so that a part is never in memory twice.
    """
    start = content.find(b"?>") + 2 if content.startswith(b"<?xml") else 0
    if content.find(b"<!", start) >= 0 or content.find(b"<?", start) >= 0:
        return None  # inside comments and the like, < and > mean nothing
    root = _ROOT.search(content, start)
    if root is None:
        return None
    texts: list[bytes] = []
    kept = _EachPairOnce(root)
    at = root.start()
    rows = 0
    while (end := content.find(_END, at)) >= 0:
        kept.add(_markup(content[at:end], texts))
        at = end + len(_END)
        rows += 1
    kept.add(_markup(content[at:], texts), last=True)
    try:
        text = b"".join(texts).decode()
    except UnicodeDecodeError:
        return None
    if _BAD_TEXT.search(text):
        return None
    return ShortPart(_END.join(kept.rows), _plain(text), rows)


def _markup(row: bytes, texts: list[bytes]) -> bytes:
    """Return the markup of a stretch; its text goes to ``texts``."""
    pieces = _TEXT.split(row)
    texts += pieces[1::2]
    return b">".join(pieces[0::2])


class _EachPairOnce:
    """Keeps the rows of which each follows the one before it for the first time."""

    def __init__(self, root: re.Match[bytes]) -> None:
        self.rows: list[bytes] = []
        self._root = root
        self._whole: dict[bytes, bool] = {}
        self._seen: set[tuple[bytes, bytes]] = set()
        self._before = b""

    def add(self, row: bytes, *, last: bool = False) -> None:
        """Add what stands between two ends of rows, or after the last."""
        pair = (self._before, row)
        if not last and pair in self._seen and self._whole[row]:
            self._before = row
            return
        self._seen.add(pair)
        if row not in self._whole:
            self._whole[row] = _is_whole_row(row, self._root)
        if self.rows and self.rows[-1] != self._before:
            self.rows.append(self._before)
        self.rows.append(row)
        self._before = row


def _is_whole_row(row: bytes, root: re.Match[bytes]) -> bool:
    """Tell whether a stretch up to a row's end is exactly one row, without a table inside."""
    if not row.startswith((b"<w:tr>", b"<w:tr ")) or b"<w:tbl" in row or b"</w:tbl" in row:
        return False
    try:
        etree.fromstring(root[0] + row + _END + b"</" + root[1] + b">", xml_parser())
    except etree.XMLSyntaxError:
        return False
    return True


def _plain(text: str) -> str:
    text = _NUMBERED.sub(lambda n: chr(int(n[1], 16) if n[1] else int(n[2])), text)
    for name, character in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ):
        text = text.replace(name, character)
    return text
