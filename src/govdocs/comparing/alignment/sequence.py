"""Which unit of one document is which of the other: equal, edited, moved, gone or added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from govdocs.comparing.alignment.likeness import likeness
from govdocs.comparing.alignment.units import Unit

ALIKE = 0.5
"""From here on two units at the same spot are one unit, edited."""
ALIKE_ALONE = 0.25
"""Enough where exactly one unit stands between two that are equal in both."""
ALIKE_ELSEWHERE = 0.8
"""Needed to call a unit of another spot the same one, moved and edited."""
SHORT = 30
SHORTEST_MOVED = 6
MOST_TRIED = 90_000
"""Pairs of one stretch that are weighed; a longer stretch without equal units is another text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units that are the same; ``moved`` where the order of the documents differs there."""

    former: Unit
    latter: Unit
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """All units of two documents: paired, only in the first (``gone``), only in the second."""

    former: tuple[Unit, ...]
    latter: tuple[Unit, ...]
    pairs: tuple[Pair, ...]
    gone: tuple[Unit, ...]
    added: tuple[Unit, ...]

    @property
    def share(self) -> float:
        """How much of both documents is paired, from 0 to 1, by the number of filled units."""
        paired = sum(2 for pair in self.pairs if pair.former.key and pair.latter.key)
        left = sum(1 for unit in (*self.gone, *self.added) if unit.key)
        return paired / (paired + left) if paired else 0.0


def align(former: Sequence[Unit], latter: Sequence[Unit]) -> Alignment:
    """Pair the units of two documents; each unit stands in one pair at most."""
    matcher = SequenceMatcher(
        lambda key: not key, [u.key for u in former], [u.key for u in latter], autojunk=False
    )
    pairs: list[Pair] = []
    gone: list[Unit] = []
    added: list[Unit] = []
    for tag, start, stop, begin, end in matcher.get_opcodes():
        if tag == "equal":
            pairs += [
                Pair(a, b) for a, b in zip(former[start:stop], latter[begin:end], strict=True)
            ]
            continue
        found = _edited(former[start:stop], latter[begin:end])
        pairs += [Pair(former[start + a], latter[begin + b]) for a, b in found]
        old, new = {a for a, _ in found}, {b for _, b in found}
        gone += [unit for at, unit in enumerate(former[start:stop]) if at not in old]
        added += [unit for at, unit in enumerate(latter[begin:end]) if at not in new]
    moved = _moved(gone, added)
    taken = {id(unit) for pair in moved for unit in (pair.former, pair.latter)}
    return Alignment(
        tuple(former),
        tuple(latter),
        (*pairs, *moved),
        tuple(unit for unit in gone if id(unit) not in taken),
        tuple(unit for unit in added if id(unit) not in taken),
    )


def _edited(former: Sequence[Unit], latter: Sequence[Unit]) -> list[tuple[int, int]]:
    """The pairs in order whose likenesses add up to the most."""
    rows, columns = len(former), len(latter)
    if not rows or not columns or rows * columns > MOST_TRIED:
        return []
    if rows == columns == 1:
        return [(0, 0)] if _same_spot(former[0], latter[0]) else []
    weights = [[_weight(a, b) for b in latter] for a in former]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            together = weights[a][b] + best[a + 1][b + 1] if weights[a][b] else 0.0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    found: list[tuple[int, int]] = []
    a = b = 0
    while a < rows and b < columns:
        if weights[a][b] and best[a][b] == weights[a][b] + best[a + 1][b + 1]:
            found.append((a, b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return found


def _same_spot(former: Unit, latter: Unit) -> bool:
    if (former.table is None) != (latter.table is None):
        return False
    short = len(former.key) <= SHORT and len(latter.key) <= SHORT and former.table is None
    return (
        short
        or not former.key
        or likeness(former.key, latter.key) >= ALIKE_ALONE
        or _named_alike(former, latter)
    )


def _weight(former: Unit, latter: Unit) -> float:
    if (former.table is None) != (latter.table is None) or bool(former.key) != bool(latter.key):
        return 0.0
    if not former.key:
        return 0.1  # blank rows are alike, and worth less than any words
    weight = likeness(former.key, latter.key)
    if former.table is not None and _named_alike(former, latter):
        weight = max(weight, 0.9)
    return weight if weight >= ALIKE else 0.0


def _named_alike(former: Unit, latter: Unit) -> bool:
    """Rows whose longest words are equal are one row, whatever its figures say."""
    one, other = _name(former), _name(latter)
    return bool(one) and one == other


def _name(unit: Unit) -> str:
    names = ["".join(slot.text.split()) for slot in unit.slots if slot.own]
    words = [name for name in names if len(name) >= 4 and not any(c.isdigit() for c in name)]
    return words[0] if words else ""


def _moved(gone: Sequence[Unit], added: Sequence[Unit]) -> list[Pair]:
    found: list[Pair] = []
    free = [unit for unit in added if len(unit.key) >= SHORTEST_MOVED]
    waiting = [unit for unit in gone if len(unit.key) >= SHORTEST_MOVED]
    by_key: dict[str, list[Unit]] = {}
    for unit in free:
        by_key.setdefault(unit.key, []).append(unit)
    left: list[Unit] = []
    for unit in waiting:
        same = by_key.get(unit.key)
        if same:
            found.append(Pair(unit, same.pop(0), moved=True))
        else:
            left.append(unit)
    rest = [unit for units in by_key.values() for unit in units]
    if len(left) * len(rest) > MOST_TRIED:
        return found
    for unit in left:
        alike = [(likeness(unit.key, other.key), at) for at, other in enumerate(rest)
                 if (unit.table is None) == (other.table is None)]  # fmt: skip
        weight, at = max(alike, default=(0.0, -1))
        if weight >= ALIKE_ELSEWHERE:
            found.append(Pair(unit, rest.pop(at), moved=True))
    return found
