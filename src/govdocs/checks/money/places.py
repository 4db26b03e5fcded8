"""The amounts of a case by path, and what they are to each other."""

from __future__ import annotations

from decimal import Decimal

from govdocs.checks.arithmetic import sum_of
from govdocs.evaluation.printed import trimmed
from govdocs.model.case import Case
from govdocs.model.quantity import Quantity
from govdocs.place import Path

ISSUED: Path = ("fund", "issued")
CENTRAL_1: Path = ("budget", "central")
CENTRAL_2: Path = ("execution", "central", "budget")


def amount_at(case: Case, path: Path) -> Quantity | None:
    """Return the amount at ``path``; None for a blank and where its row is left out."""
    row = getattr(case, str(path[0]))
    for step in path[1:]:
        row = getattr(row, str(step)) if row is not None else None
    return row if isinstance(row, Quantity) else None


def gap_details(case: Case, stated: Quantity, computed: Decimal) -> dict[str, str]:
    """The details ``difference`` and ``unit`` of a sentence about two amounts."""
    return {"difference": trimmed(abs(stated.number - computed)), "unit": case.money_unit}


def is_other_scope(case: Case, given: list[Quantity]) -> bool:
    """A list may divide all the money, not the central grant alone; then it makes that total."""
    totals: list[Path] = [("budget", "total"), ("execution", "total", "budget")]
    wholes = [amount_at(case, path) for path in totals]
    parts = [amount_at(case, p) for p in (CENTRAL_2, ("execution", "local", "budget"))]
    wholes_of_parts = [p for p in parts if p is not None]
    sums = [sum_of(wholes_of_parts)] if len(wholes_of_parts) > 1 else []
    return sum_of(given) in [*(w.number for w in wholes if w is not None), *sums]
