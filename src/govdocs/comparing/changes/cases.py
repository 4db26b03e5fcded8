"""Two cases, field by field: rows are matched by their names, texts by likeness."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from govdocs.checks.spots import shown
from govdocs.comparing.against.expected import is_prose
from govdocs.comparing.alignment.likeness import likeness
from govdocs.comparing.changes.change import Change, Group, by_how_much, in_order
from govdocs.comparing.naming import name_of
from govdocs.model.any_case import AnyCase
from govdocs.model.fields import Model
from govdocs.model.quantity import Quantity
from govdocs.place import Path, Place, PlaceIndex
from govdocs.tags.text import FilledText

ALIKE = 0.5
PROSE = 40
"""A text of so many characters is told word by word."""
_KEYS = ("name", "form", "heading", "rule")
_UNSEEN = frozenset({"settings", "accepted", "templates", "rollup", "form"})
_COPIED = frozenset({
    "reported_name", "reported_target", "declared_name", "implementing_unit", "listed_title", "planned",
    "signatures", "mark", "year_line",
})  # fmt: skip
"""Fields that repeat another one where they are left out; the other one tells the change."""


@dataclass(frozen=True, slots=True)
class Side:
    """One case to compare: with its derived values, their paths, its places and its filled prose."""

    case: AnyCase
    derived: frozenset[Path]
    places: PlaceIndex
    prose: dict[Path, FilledText]


def case_changes(
    former: Side, latter: Side, *, only: Callable[[Path], bool] | None = None
) -> tuple[Change, ...]:
    """Return every change from ``former`` to ``latter``, figures first.

    ``only`` tells of a path of ``latter`` whether anything is known there at all; what it denies
    is not compared.
    """
    walk = _Walk(former, latter, only or (lambda _path: True))
    walk.group(former.case, latter.case, (), ())
    return in_order(walk.changes)


class _Walk:
    def __init__(self, former: Side, latter: Side, known: Callable[[Path], bool]) -> None:
        self.former, self.latter, self.known = former, latter, known
        self.changes: list[Change] = []

    def group(self, one: Model, other: Model, old: Path, new: Path) -> None:
        for name in type(one).model_fields:
            if name not in _UNSEEN or old:
                self.value(
                    getattr(one, name), getattr(other, name, None), (*old, name), (*new, name)
                )

    def value(self, one: Any, other: Any, old: Path, new: Path) -> None:
        if not self.known(new):
            return
        copied = old[-1] in _COPIED and old in self.former.derived and new in self.latter.derived
        if copied:
            return
        if isinstance(one, Model) and isinstance(other, Model):
            self.group(one, other, old, new)
        elif isinstance(one, Model) or isinstance(other, Model):
            self._half(one, other, old, new)
        elif isinstance(one, tuple) or isinstance(other, tuple):
            self.rows(one or (), other or (), old, new)
        else:
            self._leaf(one, other, old, new)

    def _half(self, one: Any, other: Any, old: Path, new: Path) -> None:
        """A group that only one side has: each of its values is a change against a blank."""
        there = one if isinstance(one, Model) else other
        for name in type(there).model_fields:
            self.value(
                getattr(one, name, None), getattr(other, name, None), (*old, name), (*new, name)
            )

    def rows(self, one: Sequence[Any], other: Sequence[Any], old: Path, new: Path) -> None:
        pairs, gone, added = _matched([_key(r) for r in one], [_key(r) for r in other])
        for a, b in pairs:
            here = (*old, a), (*new, b)
            if isinstance(one[a], Model) and isinstance(other[b], Model):
                self.group(one[a], other[b], *here)
            else:
                self._leaf(one[a], other[b], *here)
        for a in gone:
            self._row(_key(one[a]), "", (*old, a), self.former)
        for b in added:
            self._row("", _key(other[b]), (*new, b), self.latter)

    def _row(self, former: str, latter: str, path: Path, side: Side) -> None:
        place = side.places.find(path)
        old = side is self.former
        self.changes.append(
            Change(Group.ROW, name_of(side.case, path[:-1]), former, latter, path=path,
                   former_place=place if old else None, latter_place=None if old else place)
        )  # fmt: skip

    def _leaf(self, one: Any, other: Any, old: Path, new: Path) -> None:
        before, after = self._printed(one, old, self.former), self._printed(other, new, self.latter)
        if before == after or (one == other and isinstance(one, str)):
            return
        computed = old in self.former.derived and new in self.latter.derived
        change = Change(
            Group.WORD, name_of(self.latter.case, new) or name_of(self.former.case, old), before,
            after, path=old, former_place=self._place(self.former, old),
            latter_place=self._place(self.latter, new), computed=computed,
        )  # fmt: skip
        if isinstance(one, Quantity) or isinstance(other, Quantity):
            change = replace(change, group=Group.FIGURE)
            if isinstance(one, Quantity) and isinstance(other, Quantity):
                difference, percent = by_how_much(one, other)
                change = replace(change, difference=difference, percent=percent)
        elif isinstance(one or other, int) and not isinstance(one or other, bool):
            change = replace(change, group=Group.WORD)
        elif isinstance(one or other, str) and not isinstance(one or other, date):
            long = is_prose(new) or max(len(before), len(after)) >= PROSE
            change = replace(change, group=Group.PROSE if long else Group.WORD)
        self.changes.append(change)

    def _printed(self, value: Any, path: Path, side: Side) -> str:
        filled = side.prose.get(path)
        return filled.text if filled is not None else shown(value)

    def _place(self, side: Side, path: Path) -> Place | None:
        return side.places.find(path)


def _key(row: Any) -> str:
    for name in _KEYS:
        value = getattr(row, name, None)
        if isinstance(value, str):
            return value
    return row if isinstance(row, str) else shown(row)


def _matched(
    former: Sequence[str], latter: Sequence[str]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pair rows by equal names anywhere, then by likeness between equal ones."""
    pairs: list[tuple[int, int]] = []
    free: dict[str, list[int]] = {}
    for b, key in enumerate(latter):
        free.setdefault(key, []).append(b)
    for a, key in enumerate(former):
        if free.get(key):
            pairs.append((a, free[key].pop(0)))
    old, new = {a for a, _ in pairs}, {b for _, b in pairs}
    matcher = SequenceMatcher(None, former, latter, autojunk=False)
    for tag, start, stop, begin, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for a in range(start, stop):
            alike = [
                (likeness(former[a], latter[b]), -b) for b in range(begin, end) if b not in new
            ]
            weight, b = max(alike, default=(0.0, 0))
            if a not in old and weight >= ALIKE:
                pairs.append((a, -b))
                old.add(a)
                new.add(-b)
    gone = [a for a in range(len(former)) if a not in old]
    added = [b for b in range(len(latter)) if b not in new]
    return sorted(pairs), gone, added
