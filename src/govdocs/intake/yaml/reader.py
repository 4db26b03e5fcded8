"""A YAML case file as raw data with places."""

from __future__ import annotations

from govdocs.errors import InputError, Problem
from govdocs.intake.raw import RawCase, RawValue
from govdocs.intake.yaml.mistakes import slips, syntax_problem
from govdocs.intake.yaml.nodes import ListNode, MapNode, Node, ScalarNode, Tree
from govdocs.intake.yaml.text import text_of
from govdocs.place import LinePlace, Path

DEEPEST = 100
"""Levels that aliases may reach together; far below the interpreter's own limit."""


def read_yaml(data: bytes, file: str) -> RawCase:
    """Return what a YAML file says, all of it as text; InputError where it is no YAML mapping.

    Equal keys and tags do not stop the reading: they stand in ``RawCase.problems``.
    """
    text = text_of(data, file)
    tree = _tree(text, file)
    if tree.root is None or (isinstance(tree.root, ScalarNode) and tree.root.text is None):
        raise InputError([*tree.problems, Problem("intake.empty_file", LinePlace(file, 1))])
    raw = RawCase(file, None)
    reading = _Reading(raw)
    raw.data = reading.value(tree.root, ())
    raw.problems = [*tree.problems, *raw.problems]
    if raw.data is None:
        raw.data = {}
    if not isinstance(raw.data, dict):
        slip_problems = list(slips(text, file))
        raise InputError(
            [*raw.problems, *(slip_problems or [Problem("intake.not_a_case", tree.root.place)])]
        )
    return raw


def _tree(text: str, file: str) -> Tree:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    tree = Tree(file)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            if not tree.feed(event):
                raise InputError(tree.problems)
    # Beyond its own errors the parser lets some of Python's out on odd bytes and numbers.
    except (YAMLError, ValueError, IndexError, AttributeError, OverflowError) as error:
        found = list(slips(text, file))
        said = syntax_problem(error, text, file)
        # A slip shortly before the parser's place is its cause; the parser would only repeat it.
        line = said.place.line if isinstance(said.place, LinePlace) else 1
        explained = any(
            isinstance(slip.place, LinePlace) and line - 2 <= slip.place.line <= line
            for slip in found
        )
        raise InputError([*tree.problems, *found, *([] if explained else [said])]) from None
    return tree


class _Reading:
    """One walk from nodes to raw data."""

    def __init__(self, raw: RawCase) -> None:
        self.raw = raw

    def value(self, node: Node, path: Path) -> RawValue:
        """Return a node's data, None where nothing in it is filled."""
        if len(path) > DEEPEST:
            self.raw.problems.append(
                Problem("intake.too_deep", node.place, {"limit": str(DEEPEST)})
            )
            return None
        if isinstance(node, ScalarNode):
            (self.raw.blanks if node.text is None else self.raw.places)[path] = node.place
            return node.text
        filled = self._list(node, path) if isinstance(node, ListNode) else self._map(node, path)
        if filled or not _parts(node):
            self.raw.places[path] = self.raw.keys.get(path, node.place)
            return filled
        # Only blanks: the skeleton's lines, nothing that the user has said.
        self.raw.blanks[path] = self.raw.keys.get(path, node.place)
        return None

    def _list(self, node: ListNode, path: Path) -> RawValue:
        items: list[RawValue] = []
        for child in node.items:
            here = (*path, len(items))
            item = self.value(child, here)
            if item is not None:
                items.append(item)
            else:  # the next item takes the number; what this one left blank is not its
                for blank in [p for p in self.raw.blanks if p[: len(here)] == here]:
                    del self.raw.blanks[blank]
        return items

    def _map(self, node: MapNode, path: Path) -> RawValue:
        entries: dict[str, RawValue] = {}
        seen: dict[str, LinePlace] = {}
        for key, child in node.entries:
            name = key.text if key.text is not None else ""
            inner = (*path, name)
            if name in seen:
                self.raw.problems.append(
                    Problem(
                        "intake.equal_keys",
                        key.place,
                        {"key": name, "first": str(seen[name].line), "second": str(key.place.line)},
                        inner,
                    )
                )
                continue
            seen[name] = key.place
            self.raw.keys[inner] = key.place
            entry = self.value(child, inner)
            if entry is None:
                self.raw.blanks[inner] = key.place
            else:
                entries[name] = entry
        return entries


def _parts(node: ListNode | MapNode) -> int:
    return len(node.items) if isinstance(node, ListNode) else len(node.entries)
