"""Fills the tags of all texts of a case, and remembers which stretch came from which value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from govdocs.errors import Problem, TemplateError
from govdocs.place import Path
from govdocs.tags.text import FilledText, fill_text, has_tags
from govdocs.tags.values import Node, Record, Rows, Value


def fill_prose(
    base: Mapping[str, Node], visible: Mapping[str, Node], prose: dict[Path, FilledText]
) -> dict[str, Node]:
    """Return ``base`` with every text filled from ``visible``; filled texts go into ``prose``.

    Raises TemplateError with the problems of all texts. A text that stands in two views is
    filled once; what is wrong with a derived text is told where it was stated.
    """
    problems: list[Problem] = []
    derived: list[Problem] = []

    def filled(node: Node) -> Node:
        if isinstance(node, Value):
            if not has_tags(node.text):
                return node
            known = prose.get(node.path)
            if known is None:
                try:
                    known = fill_text(node.text, visible, node.path)
                except TemplateError as error:
                    told = derived if node.derived else problems
                    told.extend(p for p in error.problems if p not in told)
                    return node
                prose[node.path] = known
            return replace(node, text=known.text)
        if isinstance(node, Rows):
            return Rows([filled(row) for row in node], node.path, node.names())
        return Record({name: filled(child) for name, child in node.items()}, node.path)

    done = {name: filled(node) for name, node in base.items()}
    if problems or derived:
        raise TemplateError(problems or derived)
    return done
