"""Word-level difference of two texts: numbers and Latin words whole, Chinese by the character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[A-Za-z]+|\S")


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its stretch of the text; white space belongs to none."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch that differs: ``former`` and ``latter`` are spans of the texts, empty for none."""

    former: tuple[int, int]
    latter: tuple[int, int]


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Two texts word by word: ``partner`` leads from a token of the first to its equal of the second."""

    former: tuple[Token, ...]
    latter: tuple[Token, ...]
    partner: dict[int, int]
    edits: tuple[Edit, ...]


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text into words."""
    return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text))


def word_diff(former: str, latter: str) -> WordDiff:
    """Lay two texts beside each other; white space counts nothing."""
    old, new = tokens_of(former), tokens_of(latter)
    matcher = SequenceMatcher(None, [t.text for t in old], [t.text for t in new], autojunk=False)
    partner: dict[int, int] = {}
    edits: list[Edit] = []
    for tag, start, stop, begin, end in matcher.get_opcodes():
        if tag == "equal":
            partner.update(zip(range(start, stop), range(begin, end), strict=True))
        else:
            edits.append(Edit(_span(old, start, stop), _span(new, begin, end)))
    return WordDiff(old, new, partner, tuple(edits))


def _span(tokens: tuple[Token, ...], start: int, stop: int) -> tuple[int, int]:
    if start < stop:
        return tokens[start].start, tokens[stop - 1].end
    at = tokens[start - 1].end if start else 0
    return at, at
