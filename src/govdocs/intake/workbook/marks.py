"""The mark for “there, but empty”, and how a text that looks like it is kept apart."""

from __future__ import annotations

import re

from govdocs.intake.workbook.layout import EMPTY_MARK

EMPTY = f"\ue000{EMPTY_MARK}\ue000"
"""The mark as it was read: no text of a case is so, whatever brackets it has."""

_LIKE_MARK = re.compile(r"（+空）+")


def as_cell(text: str) -> str:
    """Return what a cell holds for a text; a text that looks like the mark gets one more bracket."""
    return f"（{text}）" if _LIKE_MARK.fullmatch(text) else text


def from_cell(text: str) -> str:
    """Undo ``as_cell``; the mark itself becomes ``EMPTY``."""
    if text == EMPTY_MARK:
        return EMPTY
    return text[1:-1] if _LIKE_MARK.fullmatch(text) else text


def as_text(text: str) -> str:
    """Return what was read as a text: where no mark is meant, it is the word itself."""
    return EMPTY_MARK if text == EMPTY else text
