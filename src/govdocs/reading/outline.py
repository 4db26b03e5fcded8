"""Which paragraphs are headings, and at which level, where styles do not say so."""

from __future__ import annotations

import re

_TYPED = (
    (
        1,
        re.compile(
            r"(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章)[ 、　]?)(?=\S)"
        ),
    ),
    (2, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][、.]?(?=\S)")),
    (3, re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))(?=\S)")),
    (4, re.compile(r"[（(]\d{1,2}[）)][、.]?(?=\S)")),
)
LONGEST = 50
"""A heading has one line; a longer paragraph that begins with a number is an item of text."""
_CONTENTS = re.compile(r"(?:\t|[.．…·]{3,}|[ \u3000]{4,}) *\d{1,3} *$")
_NOT_ENDING = tuple("。；;，,：:！")


def is_contents_line(text: str) -> bool:
    """Tell whether a paragraph is a line of a table of contents: a heading, a tab or dots, its page."""
    return len(text) <= LONGEST + 40 and _CONTENTS.search(text) is not None


def typed_level(text: str) -> int:
    """Return the level that a typed number gives (一、 is 1, （一） 2, 1. 3, （1） 4), else 0.

    A number before running text (1.目的。通过本次评价……) makes no heading.
    """
    words = text.strip()
    if is_contents_line(text):
        return 0
    if not words or len(words) > LONGEST or words.endswith(_NOT_ENDING) or "。" in words:
        return 0
    return next((level for level, pattern in _TYPED if pattern.match(words)), 0)


class Headings:
    """The headings above the place that reading has reached."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def enter(self, level: int, text: str) -> None:
        """Put a heading in its place; those of its level and below end."""
        self._open = [(at, words) for at, words in self._open if at < level]
        self._open.append((level, text))

    def above(self, level: int) -> tuple[str, ...]:
        """The headings above a paragraph of ``level``; those of its own level are none of them."""
        return tuple(words for at, words in self._open if not level or at < level)

    @property
    def now(self) -> tuple[str, ...]:
        """The headings that hold here, the highest first."""
        return tuple(words for _, words in self._open)
