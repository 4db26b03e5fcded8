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

_TEXT = re.compile(r">([^<]+)")
_ROOT = re.compile(r"<([A-Za-z][\w.-]*:?[\w.-]*)(?: [^<>]*)?>")
_BAD_TEXT = re.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)|]]>"
                       "|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBERED = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_END = "</w:tr>"


@dataclass(frozen=True, slots=True)
class ShortPart:
    """A part without the rows that repeat: markup alone in ``content``, all of the text in ``text``."""

    content: bytes
    text: str
    rows: int


def shorten(content: bytes) -> ShortPart | None:
    """Return the part shortened, or None where it is not sure that nothing would be missed."""
    try:
        xml = content.decode()
    except UnicodeDecodeError:
        return None
    if "<!" in xml or "<?" in xml[5:]:  # inside comments and the like, < and > mean nothing
        return None
    pieces = _TEXT.split(xml[xml.find("?>") + 2:].lstrip() if xml.startswith("<?") else xml)
    text = "".join(pieces[1::2])
    if _BAD_TEXT.search(text):
        return None
    rows = ">".join(pieces[0::2]).split(_END)
    root = _ROOT.search(rows[0])
    if root is None:
        return None
    kept = _each_pair_once(rows, root)
    return ShortPart(_END.join(kept).encode(), _plain(text), len(rows) - 1)


def _each_pair_once(rows: list[str], root: re.Match[str]) -> list[str]:
    kept = [rows[0]]
    whole: dict[str, bool] = {}
    seen: set[tuple[str, str]] = set()
    before = rows[0]
    for row in rows[1:]:
        pair = (before, row)
        if pair in seen and whole[row]:
            before = row
            continue
        seen.add(pair)
        if row not in whole:
            whole[row] = _is_whole_row(row, root)
        if kept[-1] is not before and kept[-1] != before:
            kept.append(before)
        kept.append(row)
        before = row
    return kept


def _is_whole_row(row: str, root: re.Match[str]) -> bool:
    """Tell whether a stretch up to a row's end is exactly one row, without a table inside."""
    if not row.startswith(("<w:tr>", "<w:tr ")) or "<w:tbl" in row or "</w:tbl" in row:
        return False
    try:
        etree.fromstring(f"{root[0]}{row}{_END}</{root[1]}>".encode(), xml_parser())
    except etree.XMLSyntaxError:
        return False
    return True


def _plain(text: str) -> str:
    text = _NUMBERED.sub(lambda n: chr(int(n[1], 16) if n[1] else int(n[2])), text)
    for name, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"),
                            ("&amp;", "&")):
        text = text.replace(name, character)
    return text
