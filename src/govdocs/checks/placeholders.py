"""Words that fill a cell without saying anything, and words that say 不适用."""

from __future__ import annotations

import re
import unicodedata

from govdocs.model.quantity import Quantity

_FILLERS = frozenset(
    [
        "无",
        "没有",
        "/",
        "\\",
        "-",
        "--",
        "—",
        "——",
        "–",
        "*",
        "**",
        "×",
        "x",
        "xx",
        "xxx",
        "...",
        "……",
        "待定",
        "待填",
        "待补",
        "待补充",
        "略",
        "同上",
        "暂无",
        "见上",
        "未填",
        "空",
        ".",
        "。",
        "?",
        "？",
    ]
)
_NOT_APPLICABLE = frozenset(["不适用", "/", "—", "——", "-", "--", "不涉及", "无此项", "不考核"])
_OFFERED = re.compile(r"(?:请|此处|在此)?填写|待(?:填|补|定)|x{2,}", re.IGNORECASE)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()


_PLAIN_FILLERS = frozenset(map(_plain, _FILLERS))
_PLAIN_NOT_APPLICABLE = frozenset(map(_plain, _NOT_APPLICABLE))


def is_filler(cell: Quantity | str | None) -> bool:
    """Tell whether a cell says nothing: blank, or a word such as 无, /, *, 待定."""
    if cell is None:
        return True
    if isinstance(cell, Quantity):
        return False
    text = _plain(cell)
    return not text or text in _PLAIN_FILLERS


def is_not_applicable(cell: Quantity | str | None) -> bool:
    """Tell whether a cell says that the row does not apply (不适用, /, —)."""
    return isinstance(cell, str) and _plain(cell) in _PLAIN_NOT_APPLICABLE


def is_placeholder(cell: Quantity | str | None) -> bool:
    """Tell whether a cell still holds what stands for a value to come, not a value."""
    if not isinstance(cell, str) or is_not_applicable(cell):
        return False
    text = _plain(cell)
    return bool(text) and (text in _PLAIN_FILLERS or bool(_OFFERED.fullmatch(text)))
