"""Brackets and quotation marks that do not come in pairs, found in any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

PAIRS = {"（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕", "《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』"}  # fmt: skip
_CLOSERS = {close: open_ for open_, close in PAIRS.items()}
_ROUND = {"（", "("}
_MARKS = re.compile("[" + re.escape("".join({*PAIRS, *_CLOSERS})) + "]")
_LIST_MARK = re.compile(
    r"(?:^|[\s；;。，,：:])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2}|[ivx]{1,4})$"
)


def bracket_flaws(text: str) -> Iterator[tuple[str, int]]:
    """Yield ``mixed``, ``unclosed`` or ``unopened`` with the place of each flaw in ``text``."""
    open_marks: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if mark in PAIRS:
            open_marks.append((mark, at))
            continue
        wanted = _CLOSERS[mark]
        if open_marks and open_marks[-1][0] == wanted:
            open_marks.pop()
        elif open_marks and {open_marks[-1][0], wanted} == _ROUND:
            open_marks.pop()
            yield "mixed", at
        elif any(mark_ == wanted for mark_, _ in open_marks):
            while open_marks[-1][0] != wanted:
                yield "unclosed", open_marks.pop()[1]
            open_marks.pop()
        elif not (mark in ")）" and _LIST_MARK.search(text[:at])):
            yield "unopened", at
    for _, at in open_marks:
        yield "unclosed", at
