"""What a rule looks at: the case as stated, the case with derived values, forms, prose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from govdocs.forms.form_set import FormSet
from govdocs.model.case import Case
from govdocs.place import Path, PlaceIndex
from govdocs.tags.context import CaseContext
from govdocs.tags.text import FilledText

T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """One case under check; rules read it and change nothing."""

    case: Case
    forms: FormSet
    places: PlaceIndex = field(default_factory=PlaceIndex)

    @cached_property
    def context(self) -> CaseContext:
        """The case as templates see it; raises TemplateError where its prose cannot be filled."""
        return CaseContext(self.case, self.forms)

    @property
    def full(self) -> Case:
        """The case with all derived values filled in."""
        return self.context.case

    @property
    def derived(self) -> frozenset[Path]:
        """The paths that the case left out and the program computed."""
        return self.context.derived

    @property
    def prose(self) -> dict[Path, FilledText]:
        """Texts with tags, filled, by path; texts without tags are not among them."""
        return self.context.prose

    def once(self, make: Callable[[Subject], T]) -> T:
        """Return ``make(self)``, computed at the first call: for what several rules look up."""
        kept = self._made
        if make not in kept:
            kept[make] = make(self)
        made: T = kept[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Subject], Any], Any]:
        return {}
