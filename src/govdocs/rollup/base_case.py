"""The case that a roll-up starts from: the fund, the targets, the letter; its figures come later."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from govdocs.forms.form_set import FormSet
from govdocs.model.case import Case
from govdocs.place import PlaceIndex
from govdocs.rollup.definition import FormDefinition, definition_of


@dataclass(frozen=True, slots=True)
class BaseCase:
    """A case, the forms that it is filed on, the place of its values, what its units are asked."""

    case: Case
    forms: FormSet
    places: PlaceIndex
    definition: FormDefinition


def load_base(file: Path) -> BaseCase:
    """Load the case to roll up; InputError with every problem of the file."""
    from govdocs.forms.catalogue import form_set_of
    from govdocs.intake import load_case

    loaded = load_case(file)
    return base_of(loaded.case, form_set_of(loaded.case), loaded.places)


def base_of(case: Case, forms: FormSet, places: PlaceIndex | None = None) -> BaseCase:
    """Return ``case`` as the start of a roll-up."""
    bands = tuple(band.name for band in forms.qualitative_bands)
    return BaseCase(
        case, forms, places or PlaceIndex(), definition_of(case, forms.id, forms.notes, bands)
    )
