"""YAML text as a tree in which every scalar is the text that stands there.

The tree is built from the parser's events by a loop of our own: no constructor runs, no tag
is obeyed, and neither depth nor aliases can make it grow beyond bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from govdocs.errors import Problem
from govdocs.place import LinePlace

DEEPEST = 60
MOST_ALIASES = 50
MOST_NODES = 200_000
BLANKS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that say: left blank."""


@dataclass(slots=True)
class ScalarNode:
    """One value; ``text`` is None for a blank one."""

    text: str | None
    place: LinePlace


@dataclass(slots=True)
class ListNode:
    """A list."""

    place: LinePlace
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class MapNode:
    """A mapping with its keys in order, equal ones included."""

    place: LinePlace
    entries: list[tuple[ScalarNode, Node]] = field(default_factory=list)


Node: TypeAlias = ScalarNode | ListNode | MapNode


class Tree:
    """The root of a file and what is wrong with its build; ``root`` is None for no content."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[tuple[ListNode | MapNode, str | None]] = []
        self._key: list[ScalarNode | None] = []
        self._anchors: dict[str, Node] = {}
        self._aliases = 0
        self._documents = 0
        self._nodes = 0

    def feed(self, event: Any) -> bool:
        """Take one event; False where reading on is pointless."""
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            return self._document(event)
        if kind == "AliasEvent":
            return self._alias(event)
        if kind == "ScalarEvent":
            self._tag(event)
            blank = event.style is None and event.value in BLANKS
            return self._add(
                ScalarNode(None if blank else event.value, self._place(event)), event.anchor
            )
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            return self._start(event, MapNode if kind[0] == "M" else ListNode)
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            node, anchor = self._open.pop()
            self._key.pop()
            if anchor:
                # Known only now: an alias within its own anchor would have no end.
                self._anchors[anchor] = node
        return True

    def _told_here(self, code: str, place: LinePlace) -> bool:
        last = self.problems[-1] if self.problems else None
        return (
            last is not None
            and last.code == code
            and isinstance(last.place, LinePlace)
            and last.place.line == place.line
        )

    def _place(self, event: Any) -> LinePlace:
        mark = event.start_mark
        return LinePlace(self.file, mark.line + 1, mark.column + 1)

    def _say(self, code: str, event: Any, **details: str) -> None:
        self.problems.append(Problem(code, self._place(event), details))

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._say("intake.several_documents", event)
            return False
        return True

    def _tag(self, event: Any) -> None:
        if event.tag is not None:
            self._say("intake.yaml_tag", event, tag=str(event.tag))

    def _start(self, event: Any, kind: type[MapNode | ListNode]) -> bool:
        self._tag(event)
        if len(self._open) >= DEEPEST:
            self._say("intake.too_deep", event, limit=str(DEEPEST))
            return False
        node = kind(self._place(event))
        if not self._add(node, None):
            return False
        self._open.append((node, event.anchor))
        self._key.append(None)
        return True

    def _alias(self, event: Any) -> bool:
        self._aliases += 1
        if self._aliases > MOST_ALIASES:
            self._say("intake.too_many_aliases", event, limit=str(MOST_ALIASES))
            return False
        node = self._anchors.get(event.anchor)
        if node is None:
            self._say("intake.unknown_alias", event, name=str(event.anchor))
            return self._add(ScalarNode(None, self._place(event)), None)
        self._nodes += size(node)
        return self._add(node, None)

    def _add(self, node: Node, anchor: str | None) -> bool:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self.problems.append(
                Problem("intake.too_many_values", node.place, {"limit": str(MOST_NODES)})
            )
            return False
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return True
        parent = self._open[-1][0]
        if isinstance(parent, ListNode):
            parent.items.append(node)
        elif (key := self._key[-1]) is not None:
            parent.entries.append((key, node))
            self._key[-1] = None
        elif isinstance(node, ScalarNode):
            self._key[-1] = node
        else:
            # {{ fund.name }} without quotes is a mapping in a mapping to YAML.
            code = "intake.key_not_text"
            if isinstance(node, MapNode):
                code = "intake.tag_without_quotes"
            if not self._told_here(code, node.place):
                self.problems.append(Problem(code, node.place))
            self._key[-1] = ScalarNode("", node.place)
        return True


def size(node: Node) -> int:
    """Count the nodes under ``node``, itself included; aliases count each time."""
    return sum(1 for _ in _walk(node))


def _walk(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        here = waiting.pop()
        yield here
        if isinstance(here, ListNode):
            waiting += here.items
        elif isinstance(here, MapNode):
            waiting += [value for _, value in here.entries]
