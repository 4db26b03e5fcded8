"""What a rule looks at: the case as stated, the case with derived values, forms, prose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from govdocs.forms.form_set import FormSet
from govdocs.model.any_case import AnyCase, kind_of
from govdocs.model.case import Case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.place import Path, PlaceIndex
from govdocs.tags.context import CaseContext
from govdocs.tags.evaluation.context import EvaluationContext
from govdocs.tags.text import FilledText

T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """One case under check; rules read it and change nothing.

    ``case`` and ``full`` are for rules of filings, ``report`` for rules of evaluation reports:
    a rule is asked only about the kinds that it is made for. ``stated`` and ``derived_case`` are
    the same whatever the kind.
    """

    stated: AnyCase
    forms: FormSet
    places: PlaceIndex = field(default_factory=PlaceIndex)

    @property
    def kind(self) -> str:
        """The kind of the case as files name it."""
        return kind_of(self.stated)

    @property
    def year(self) -> int:
        """The year of the money."""
        return self.stated.year

    @property
    def case(self) -> Case:
        """The filing as stated."""
        assert isinstance(self.stated, Case), "a rule of filings met another kind of case"
        return self.stated

    @cached_property
    def context(self) -> CaseContext | EvaluationContext:
        """The case as templates see it; raises TemplateError where its prose cannot be filled."""
        if isinstance(self.stated, EvaluationCase):
            return EvaluationContext(self.stated, self.forms)
        return CaseContext(self.stated, self.forms)

    @property
    def derived_case(self) -> AnyCase:
        """The case of any kind with all derived values filled in."""
        return self.context.case

    @property
    def full(self) -> Case:
        """The filing with all derived values filled in."""
        full = self.context.case
        assert isinstance(full, Case), "a rule of filings met another kind of case"
        return full

    @property
    def report(self) -> EvaluationCase:
        """The evaluation as stated."""
        assert isinstance(self.stated, EvaluationCase), "a rule of reports met another kind of case"
        return self.stated

    @property
    def full_report(self) -> EvaluationCase:
        """The evaluation with all derived values filled in."""
        full = self.context.case
        assert isinstance(full, EvaluationCase), "a rule of reports met another kind of case"
        return full

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
