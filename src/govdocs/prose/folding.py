"""Full-width digits, letters and signs as half-width ones, each in its place."""

from __future__ import annotations

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


def fold(text: str) -> str:
    """Return ``text`` with full-width digits, letters and signs half-width; positions do not move."""
    return text.translate(_TABLE)


def squeeze(text: str) -> str:
    """Return ``text`` without any white space; positions move."""
    return "".join(text.split())
