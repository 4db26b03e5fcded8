"""What the score tables of a paper agree on, by the names that sentences call it: weight, score and total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from govdocs.checks.document.spots import cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Spot


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """What the tables agree on for one indicator."""

    name: str
    weight: Decimal
    score: Decimal
    spot: Spot


def points_of(subject: DocumentSubject) -> dict[str, Points]:
    """The indicators on whose weight and score all tables agree, by name."""
    found: dict[str, Points] = {}
    for name, indicator in subject.indicators.items():
        weights = {s.number for s in indicator.weights}
        scores = {s.number for s in indicator.scores}
        if len(name) > 1 and len(weights) == 1 and len(scores) == 1 and min(weights) > 0:
            best = next((s for s in indicator.scores if not s.added), indicator.scores[0])
            found[name] = Points(name, weights.pop(), scores.pop(), best.spot)
    return found


def totals_of(subject: DocumentSubject) -> dict[Decimal, Spot]:
    """The totals of the tables that give 100 points in all, with the cell of each."""
    found: dict[Decimal, Spot] = {}
    for table in subject.score_tables:
        for row in table.totals[-1:]:
            score = table.number(row.index, table.score)
            if table.number(row.index, table.weight) == Decimal(100) and score is not None:
                found[score] = cell_spot(table.region, row, table.score)
    return found


def names_in(words: str, points: dict[str, Points]) -> list[tuple[int, str]]:
    """Where indicators are named, a name within a longer one left out."""
    return [(match.start(), match[0]) for match in _any_of(tuple(points)).finditer(words)]


@lru_cache(maxsize=8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
