"""Which reading of a file a case is made from: as it is typed, or with its torn lines put together."""

from __future__ import annotations

from govdocs.reading import FinishedDocument

TORN = 0.2
"""From this share of joined paragraphs on a text was torn into lines by a page or by copying."""


def fitting(typed: FinishedDocument, restored: FinishedDocument) -> FinishedDocument:
    """Return the file as typed, unless its tables were typed as lines or its sentences torn.

    In a file that was made in Word a heading may look like a line that goes on; its words are to
    stand in the case as they stand on paper.
    """
    if len(restored.tables) > len(typed.tables):
        return restored
    lines = sum(1 for p in typed.paragraphs if p.text.strip())
    left = sum(1 for p in restored.paragraphs if p.text.strip())
    return restored if lines and (lines - left) / lines >= TORN else typed
