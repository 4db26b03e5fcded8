"""A case file opened for work: its subject, its templates, and where its problems stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.checks.subject import Subject
from govdocs.errors import GovdocsError, Problem
from govdocs.filing.template_home import TemplateHome
from govdocs.filing.workshop import Workshop, workshop_of
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import load_any_case
from govdocs.place import FilePlace, PlaceIndex


@dataclass(frozen=True, slots=True)
class CaseWork:
    """One case file and the case in it, ready to be checked and filled."""

    file: Path
    subject: Subject

    def workshop(self, own_templates: Sequence[Path] = ()) -> Workshop:
        """The templates of this case: those of the call first, then those that the case names."""
        named = self.subject.stated.templates
        of_the_case = [] if named is None else [self.file.parent / named]
        return workshop_of(TemplateHome.of([*own_templates, *of_the_case]))


@contextmanager
def case_work(file: Path) -> Iterator[CaseWork]:
    """Open the case in ``file``; every problem raised inside the block is placed in the file.

    Raises InputError as intake and forms do.
    """
    places = PlaceIndex()
    try:
        loaded = load_any_case(file)
        places = loaded.places
        yield CaseWork(file, Subject(loaded.case, form_set_of(loaded.case), places))
    except GovdocsError as error:
        raise type(error)([_placed(p, places, file) for p in error.problems]) from None


def _placed(problem: Problem, places: PlaceIndex, file: Path) -> Problem:
    """Give a problem about a value of the case the place where the value stands."""
    if problem.place is not None:
        return problem
    found = None if problem.path is None else places.find(problem.path)
    return replace(problem, place=found or FilePlace(str(file)))
