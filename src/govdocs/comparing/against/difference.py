"""What a document says differently from its case, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from govdocs.place import Path, Place


class Sort(StrEnum):
    """What kind of thing is different."""

    VALUE = "value"
    """A value of the case is printed as something else."""
    ROUNDED = "rounded"
    """A figure of the case is printed in another unit or rounding; both can be one figure."""
    LOST = "lost"
    """A sentence was rewritten and no longer holds a value that it printed."""
    FIGURE = "figure"
    """A figure that the case's text holds as typed words is another one."""
    WORDS = "words"
    """Running text that was rewritten; no figure in it changed."""
    LABEL = "label"
    """Words of the form itself (a head, a note) are others."""
    ROW_GONE = "row_gone"
    ROW_ADDED = "row_added"
    TEXT_GONE = "text_gone"
    TEXT_ADDED = "text_added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    ``path`` is the value of the case, empty for what no value prints; ``others`` are further
    values that the same spot prints; ``text`` the text of the case in which a tag printed it.
    ``place`` is where it stands in the document, or would stand; ``span`` the stretch of the
    document's paragraph or cell, None for all of it. ``label`` names the row, cell or sentence
    as a reader does. ``whole`` is what the whole paragraph or cell now says.
    """

    sort: Sort
    expected: str
    actual: str
    place: Place
    path: Path = ()
    others: tuple[Path, ...] = ()
    text: Path = ()
    label: str = ""
    span: tuple[int, int] | None = None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """All differences of one document in its order, and how many values were compared.

    ``paper`` is the paper of the case that the document was held against; ``values`` counts the
    printed values of that paper, ``found`` those whose paragraph or cell was found.
    """

    paper: str
    differences: tuple[Difference, ...]
    values: int = 0
    found: int = 0
    unread: tuple[Place, ...] = field(default=())
