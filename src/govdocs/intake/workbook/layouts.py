"""Which sheets the workbook of each kind of case has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from govdocs.intake.nearest import folded
from govdocs.intake.workbook.evaluation_layout import EVALUATION_SHEETS, REFERENCES
from govdocs.intake.workbook.layout import SHEETS, SheetLayout
from govdocs.model.case import Case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.fields import Model

_LAYOUTS: Mapping[type[Model], tuple[SheetLayout, ...]] = {
    Case: SHEETS,
    EvaluationCase: EVALUATION_SHEETS,
}


def layouts_of(model: type[Model]) -> tuple[SheetLayout, ...]:
    """Return the sheets that a workbook of ``model`` always has, in their order."""
    return _LAYOUTS[model]


def references_of(model: type[Model]) -> Mapping[str, tuple[str, str]]:
    """Return the fields, by dotted path, that name a row of another sheet: sheet and heading."""
    return REFERENCES if model is EvaluationCase else {}


def model_of_sheets(names: Iterable[str]) -> type[Model] | None:
    """Return the kind of case that has most of these sheets to itself; None where none has more."""
    own = {
        model: {folded(layout.name) for layout in layouts} for model, layouts in _LAYOUTS.items()
    }
    given = {folded(name) for name in names}
    common = set.intersection(*own.values())
    votes = {model: len((own[model] - common) & given) for model in _LAYOUTS}
    best = max(votes.values())
    chosen = [model for model, count in votes.items() if count == best]
    return chosen[0] if len(chosen) == 1 else None
