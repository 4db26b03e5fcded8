"""Where sentences and clauses begin and end, and how deep in brackets a character stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

_MARK = re.compile(r"[。！？!?\n]|[，；：;:]|(?<!\d),|,(?!\d{3})")
_END = frozenset("。！？!?\n")
_BRACKET = re.compile(r"[（(【）)】]")
_OPENING = frozenset("（(【")


@dataclass(frozen=True, slots=True)
class Layout:
    """The sentences and clauses of one text, as starts in order; brackets as (position, depth)."""

    text: str
    sentence_starts: tuple[int, ...]
    clause_starts: tuple[int, ...]
    brackets: tuple[tuple[int, int], ...]
    sentence_spans: tuple[tuple[int, int], ...] = ()
    """Start and end of each sentence, its closing mark included, white space left out."""

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds ``position``."""
        return bisect_right(self.sentence_starts, position) - 1

    def clause_at(self, position: int) -> int:
        """The number of the clause that holds ``position``."""
        return bisect_right(self.clause_starts, position) - 1

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Start and end of a sentence, its closing mark included, white space left out."""
        return self.sentence_spans[number]

    def depth_at(self, position: int) -> int:
        """How many brackets are open at ``position``."""
        at = bisect_right(self.brackets, (position, 1 << 30)) - 1
        return self.brackets[at][1] if at >= 0 else 0


def lay_out(text: str) -> Layout:
    """Find the sentences, clauses and brackets of a text; a mark inside brackets or 《》 ends no sentence."""
    brackets: list[tuple[int, int]] = []
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = depth + 1 if match[0] in _OPENING else max(0, depth - 1)
        brackets.append((match.start(), depth))
    sentences, clauses = [0], [0]
    layout = Layout(text, (), (), tuple(brackets))
    for match in _MARK.finditer(text):
        clauses.append(match.end())
        if match[0] in _END and (match[0] == "\n" or layout.depth_at(match.start()) == 0):
            sentences.append(match.end())
    if sentences[-1] >= len(text) > 0:
        sentences.pop()
    spans = tuple(_trimmed(text, *ends) for ends in pairwise((*sentences, len(text))))
    return Layout(text, tuple(sentences), tuple(clauses), tuple(brackets), spans)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
