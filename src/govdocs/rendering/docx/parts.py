"""The parts of a Word file that hold tags: compiled, faulty, and filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template, nodes

from govdocs.rendering.docx.marking import Tag
from govdocs.rendering.docx.printing import word_environment
from govdocs.rendering.docx.row_counts import RowPlan
from govdocs.tags.drawn import BarChart, Picture
from govdocs.tags.values import Value


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """One part that holds tags: its template, and what its tags will need after filling.

    ``tags[lines[n]]`` is the tag on line n of the template's source; ``kind`` is what Word
    calls the part (正文, 页眉, …).
    """

    name: str
    kind: str
    source: str
    template: Template
    tags: tuple[Tag, ...]
    lines: Mapping[int, int]
    rows: RowPlan
    merges: bool
    conditional: bool
    changes_columns: bool

    @property
    def tree(self) -> nodes.Template:
        """The source's syntax tree, for those who read a template; parsed anew each time."""
        return word_environment().parse(self.source)

    def tag_at(self, line: int) -> Tag | None:
        """Return the tag on a line of the source; Jinja names it or the line before."""
        number = self.lines.get(line)
        return None if number is None else self.tags[number]


@dataclass(frozen=True, slots=True)
class FaultyPart:
    """One part that does not compile: the tree of its sound tags, tag n on line n + 1."""

    tree: nodes.Template
    tags: tuple[Tag, ...]

    def tag_at(self, line: int) -> Tag | None:
        """Return the tag on a line of the tree's source."""
        return self.tags[line - 1]


@dataclass(frozen=True, slots=True)
class FilledPart:
    """One filled part: its content, the values printed in order, and the rows its loops went through."""

    part: CompiledPart
    content: bytes
    printed: tuple[Value, ...]
    looped: Mapping[int, int]
    drawn: tuple[Picture | BarChart, ...] = ()
