"""The mark for “there, but empty”, and how a text that looks like it is kept apart."""

from __future__ import annotations

import re

from govdocs.intake.workbook.layout import EMPTY_MARK

_LIKE_MARK = re.compile(r"（+空）+")


def as_cell(text: str) -> str:
    """Return what a cell holds for a text; a text that looks like the mark gets one more bracket."""
    return f"（{text}）" if _LIKE_MARK.fullmatch(text) else text


def from_cell(text: str) -> str:
    """Undo ``as_cell``; the mark itself stays."""
    return text[1:-1] if text != EMPTY_MARK and _LIKE_MARK.fullmatch(text) else text
