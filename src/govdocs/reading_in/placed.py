"""Values found in papers, on their way into a case: a tree of texts that know their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from govdocs.place import Path, Place


@dataclass(frozen=True, slots=True)
class Placed:
    """One value as it stands in a paper; ``place`` is None for what follows from its layout.

    ``note`` says what else a reader of the case should know: how the value was inferred;
    ``proposal`` is the same text with tags for the figures in it that are a field's own.
    """

    text: str
    place: Place | None = None
    note: str = ""
    proposal: str = ""


PlacedTree: TypeAlias = "Placed | dict[str, PlacedTree] | list[PlacedTree]"


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something of a paper that has no field in the case, and why (a word of the reader's own)."""

    text: str
    place: Place | None
    why: str = ""


@dataclass(slots=True)
class Gathered:
    """What one or more papers gave: ``tree`` by the case's fields, ``taken`` the places read."""

    tree: dict[str, PlacedTree] = field(default_factory=dict)
    taken: set[Place] = field(default_factory=set)
    left: list[Leftover] = field(default_factory=list)

    def put(self, path: Path, value: Placed) -> None:
        """Put a value of a named field in its group; a second, different one is left over."""
        if value.place is not None:
            self.taken.add(value.place)
        if not value.text.strip():
            return
        group: dict[str, PlacedTree] = self.tree
        for step in path[:-1]:
            inner = group.setdefault(str(step), {})
            assert isinstance(inner, dict)
            group = inner
        last = str(path[-1])
        known = group.get(last)
        if known is None:
            group[last] = value
        elif isinstance(known, Placed) and _plain(known.text) != _plain(value.text):
            self.left.append(Leftover(value.text, value.place, f"与前面读到的“{known.text}”不同"))


def plain_tree(tree: PlacedTree) -> Any:
    """The tree as dicts, lists and texts, as validation takes it."""
    if isinstance(tree, Placed):
        return tree.text
    if isinstance(tree, dict):
        return {key: plain_tree(inner) for key, inner in tree.items()}
    return [plain_tree(inner) for inner in tree]


def places_of(tree: PlacedTree, path: Path = ()) -> dict[Path, Place]:
    """The place of every value of the tree, by its path."""
    if isinstance(tree, Placed):
        return {} if tree.place is None else {path: tree.place}
    found: dict[Path, Place] = {}
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, child in inner:
        found |= places_of(child, (*path, step))
    return found


def _plain(text: str) -> str:
    return "".join(text.split())
