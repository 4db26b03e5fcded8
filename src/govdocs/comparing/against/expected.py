"""The paper as the case would print it, and which value of the case stands where in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from govdocs.place import Path, Place
from govdocs.reading import FinishedDocument


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a paragraph or cell that prints a value of the case.

    ``text`` is the text of the case in which a tag printed the value, the value itself where it
    stands alone. ``others`` are values that the same stretch prints (a merged cell). ``silent``
    stretches follow from the order of the paper (一、, 附件1) and are not held against anything.
    """

    start: int
    end: int
    value: str
    path: Path
    text: Path
    others: tuple[Path, ...] = ()
    silent: bool = False

    @property
    def prose(self) -> bool:
        """Tell whether the value is running text of its own, compared word by word."""
        return self.path == self.text and is_prose(self.path)


@dataclass(frozen=True, slots=True)
class ExpectedPaper:
    """One paper of the case: what it prints, and by place the values in each paragraph or cell.

    ``computed`` are the cells of formulas that print no value of the case; they follow from others.
    """

    name: str
    document: FinishedDocument
    stretches: Mapping[Place, tuple[Stretch, ...]]
    computed: frozenset[Place] = field(default=frozenset())


def is_prose(path: Path) -> bool:
    """Tell whether the value at ``path`` is running text."""
    if path[:1] == ("letter",):
        return path[1:2] in {("opening",), ("sections",), ("closing",)}
    return path[:1] in {("goals",), ("goal_statement",)} or (
        path[:1] == ("explanation",) or path[-1:] == ("reason",)
    )
