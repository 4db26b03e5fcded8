"""Full-width digits, letters and signs as half-width ones, each in its place."""

from __future__ import annotations

import re

_KEPT = "，；：！？（）＂＇"
"""Punctuation that separates clauses in Chinese text and stays as it is."""

_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT} | {
    ord("\u3000"): " ",
    ord("\u00a0"): " ",
    ord("\t"): " ",
    ord("％"): "%",
    ord("﹪"): "%",
    ord("—"): "-",
    ord("–"): "-",
    ord("−"): "-",
    ord("〜"): "~",
}


_HALF = re.compile(r"[,;:()!?]")
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
_CLAUSE_MARKS = str.maketrans(";()!?", "；（）！？")


def fold(text: str) -> str:
    """Return ``text`` with full-width digits, letters and signs half-width; positions do not move.

    Marks that part clauses and brackets come out full-width, however they were typed.
    """
    folded = text.translate(_TABLE)
    if not _HALF.search(folded):
        return folded
    folded = _COMMA.sub("，", folded)
    return _COLON.sub("：", folded).translate(_CLAUSE_MARKS)


def squeeze(text: str) -> str:
    """Return ``text`` without any white space; positions move."""
    return "".join(text.split())
