"""The definition of a handed-out form: what every unit is asked, and the version that names it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from govdocs.model.case import Case
from govdocs.model.indicator import Direction, Filed, Indicator, Kind
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT, unit_of
from govdocs.rollup.naming import folded

SCHEME = "govdocs-unit-form-1"
"""The layout of the hidden signature; a form of another scheme is another form."""


@dataclass(frozen=True, slots=True)
class AskedIndicator:
    """One indicator of the form. ``unit`` is empty for a bare number; ``kind`` None where unknown.

    ``number`` counts from 1 over the form's rows; ``index`` is the row in the case.
    """

    number: int
    index: int
    level1: str
    level2: str
    name: str
    target: str
    unit: str
    kind: Kind | None
    direction: Direction | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the others: 二级指标 and name, folded."""
        return folded(self.level2), folded(self.name)

    @property
    def in_percent(self) -> bool:
        """Whether a share is asked for."""
        return bool(self.unit) and unit_of(self.unit).kind == PERCENT


@dataclass(frozen=True)
class FormDefinition:
    """All that a form asks and prints, but for the unit's own name and targets."""

    form: str
    year: int
    money_unit: str
    fund: str
    ministry: str
    line_department: str
    indicators: tuple[AskedIndicator, ...]
    goals: str = ""
    notes: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()

    @cached_property
    def version(self) -> str:
        """Twelve hex digits that change with anything that is asked.

        Kinds and notes do not count: they say how to add up and explain, not what to fill in.
        """
        asked = [(i.level1, i.level2, i.name, i.target, i.unit) for i in self.indicators]
        head = [SCHEME, self.form, self.year, self.money_unit, self.fund]
        text = json.dumps([head, asked], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @cached_property
    def by_key(self) -> dict[tuple[str, str], AskedIndicator]:
        """The indicators by 二级指标 and name."""
        return {indicator.key: indicator for indicator in self.indicators}

    def with_kinds(self, kinds: dict[int, Kind]) -> FormDefinition:
        """The same definition with kinds filled in by indicator number, in percent where shares."""
        return replace(
            self,
            indicators=tuple(replace(i, kind=kinds.get(i.number, i.kind)) for i in self.indicators),
        )

    def as_data(self) -> dict[str, Any]:
        """Plain data for the hidden sheet."""
        return asdict(self)


def definition_of(
    case: Case, form: str, notes: tuple[str, ...] = (), bands: tuple[str, ...] = ()
) -> FormDefinition:
    """Return what a form made from ``case`` asks; ``form`` is the id of its form set."""
    rows = [(i, row) for i, row in enumerate(case.indicators) if row.filed is not Filed.DECLARATION]
    asked = tuple(_asked(n, i, row) for n, (i, row) in enumerate(rows, 1))
    goals = "\n".join(f"目标{n}：{goal}" for n, goal in enumerate(case.goals, 1))
    return FormDefinition(
        form,
        case.year,
        case.money_unit,
        case.fund.name,
        case.fund.ministry,
        case.fund.line_department,
        asked,
        case.goal_statement.planned or goals,
        case.explanation.notes or notes,
        bands,
    )


def definition_from(data: dict[str, Any]) -> FormDefinition:
    """Return the definition that ``as_data`` wrote; KeyError, TypeError or ValueError if it is none."""
    rows = []
    for row in data["indicators"]:
        kind, direction = row["kind"], row["direction"]
        rows.append(
            AskedIndicator(
                **{
                    **row,
                    "kind": Kind(kind) if kind else None,
                    "direction": Direction(direction) if direction else None,
                }
            )
        )
    fixed = {
        **data,
        "indicators": tuple(rows),
        "notes": tuple(data["notes"]),
        "bands": tuple(data["bands"]),
    }
    return FormDefinition(**fixed)


def _asked(number: int, index: int, row: Indicator) -> AskedIndicator:
    return AskedIndicator(
        number,
        index,
        row.level1,
        row.level2,
        row.name,
        _text(row.target),
        unit_asked(row),
        row.kind,
        row.direction,
    )


def unit_asked(row: Indicator) -> str:
    """The unit in which a unit fills in its value: the row's, the target's, % for shares."""
    if row.unit:
        return row.unit
    if isinstance(row.target, Quantity):
        return row.target.unit_symbol
    if row.kind is Kind.QUALITATIVE or (row.kind is None and isinstance(row.target, str)):
        return "%"
    return ""


def _text(cell: Quantity | str | None) -> str:
    return cell.text if isinstance(cell, Quantity) else cell or ""
