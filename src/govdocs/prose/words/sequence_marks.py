"""The marks that number the points of an enumeration: 一是, （1）, ①."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_CHINESE = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
_MARK = re.compile(
    rf"(?:(?<=[。；，：:;,\s])|^|(?<=为)|(?<=存在)|(?<=有效执行))(?P<is>[{_CHINESE}]|十[一二三四五])是(?!否|不是)"
    rf"|(?:(?<=[。；：:;\s])|^)[（(](?P<arabic>\d{{1,2}})[)）]"
    rf"|(?P<circle>[{_CIRCLED}])",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its style, its number, and where it stands."""

    style: str
    number: int
    start: int
    end: int
    text: str


@lru_cache(maxsize=4096)
def sequence_marks(folded: str) -> tuple[Mark, ...]:
    """All marks of a text in order."""
    marks: list[Mark] = []
    for match in _MARK.finditer(folded):
        style = match.lastgroup or ""
        piece = match[style]
        if style == "is":
            number = (
                10 + _CHINESE.index(piece[1]) + 1 if len(piece) == 2 else _CHINESE.index(piece) + 1
            )
        elif style == "arabic":
            number = int(piece)
        else:
            number = _CIRCLED.index(piece) + 1
        marks.append(Mark(style, number, match.start(), match.end(), match[0]))
    return tuple(marks)
