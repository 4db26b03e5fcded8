"""Which column of one table is which of the other, told by what stands in their rows."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.comparing.alignment.sequence import Pair
from govdocs.comparing.alignment.units import plain

MOST_COLUMNS = 120
SAME_PLACE = 0.01
"""What an equal column number is worth: it decides where the cells say nothing."""


def column_map(pairs: Sequence[Pair]) -> dict[int, int]:
    """Pair the columns of two tables from their paired rows; a column without partner is left out."""
    former = sorted({slot.column for pair in pairs for slot in pair.former.slots})
    latter = sorted({slot.column for pair in pairs for slot in pair.latter.slots})
    if len(former) > MOST_COLUMNS or len(latter) > MOST_COLUMNS:
        return {column: column for column in former if column in set(latter)}
    weights: dict[tuple[int, int], float] = {
        (column, column): SAME_PLACE for column in former if column in set(latter)
    }
    for pair in pairs:
        by_text: dict[str, list[int]] = {}
        for slot in pair.latter.slots:
            if slot.text.strip():
                by_text.setdefault(plain(slot.text), []).append(slot.column)
        for slot in pair.former.slots:
            for column in by_text.get(plain(slot.text), ()) if slot.text.strip() else ():
                key = (slot.column, column)
                weights[key] = weights.get(key, 0.0) + 1
    return _in_order(former, latter, weights)


def _in_order(
    former: list[int], latter: list[int], weights: dict[tuple[int, int], float]
) -> dict[int, int]:
    rows, columns = len(former), len(latter)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            weight = weights.get((former[a], latter[b]), 0.0)
            together = weight + best[a + 1][b + 1] if weight else 0.0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    found: dict[int, int] = {}
    a = b = 0
    while a < rows and b < columns:
        weight = weights.get((former[a], latter[b]), 0.0)
        if weight and best[a][b] == weight + best[a + 1][b + 1]:
            found[former[a]] = latter[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return found
