"""All words of a case as printed: filled prose, names, goals, notes, with their paths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.checks.subject import Subject
from govdocs.model.fields import Model
from govdocs.model.letter import Section
from govdocs.model.quantity import Quantity
from govdocs.place import Path

UNPRINTED = frozenset(
    {
        "form",
        "region",
        "money_unit",
        "templates",
        "settings",
        "accepted",
        "filed",
        "direction",
        "kind",
        "course",
    }
)
PERSONS = frozenset({"signers", "contact", "person", "phone"})
"""Names of persons are spaced by custom (张 三)."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One text of the case as it is printed; ``is_prose`` tells sentences from names and cells."""

    path: Path
    text: str
    is_prose: bool


def printed_texts(subject: Subject) -> tuple[PrintedText, ...]:
    """Every text that somebody wrote in the case, in no particular order; tags are filled."""
    return subject.once(_printed_texts)


def _printed_texts(subject: Subject) -> tuple[PrintedText, ...]:
    return tuple(
        printed
        for name in type(subject.stated).model_fields
        if name not in UNPRINTED
        for printed in _texts(subject, getattr(subject.stated, name), (name,))
    )


def _texts(subject: Subject, value: object, path: Path) -> Iterator[PrintedText]:
    if isinstance(value, str):
        filled = subject.prose.get(path)
        prose = path[0] in {"goals", "goal_statement", "explanation"} or "paragraphs" in path
        prose = prose or path[:2] in {("letter", "opening"), ("letter", "closing")}
        yield PrintedText(path, filled.text if filled else value, prose)
    elif isinstance(value, Model) and not isinstance(value, Quantity):
        for name in type(value).model_fields:
            if name not in UNPRINTED and name not in PERSONS:
                yield from _texts(subject, getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _texts(subject, item, (*path, at))


def sections_of(subject: Subject) -> Iterator[tuple[Path, Section, int]]:
    """All sections of the letter with path and level, in order."""
    letter = subject.case.letter
    if letter is not None:
        yield from _sections(letter.sections, ("letter", "sections"), 1)


def _sections(
    sections: tuple[Section, ...], path: Path, level: int
) -> Iterator[tuple[Path, Section, int]]:
    for at, section in enumerate(sections):
        own = (*path, at)
        yield own, section, level
        yield from _sections(section.sections, (*own, "sections"), level + 1)
