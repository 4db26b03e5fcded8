"""A case as it stands in a file: text only, every value with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from govdocs.errors import Problem
from govdocs.intake.shape import GroupShape, fields_of
from govdocs.model.any_case import model_of
from govdocs.model.case import Case
from govdocs.model.fields import Model
from govdocs.place import Path, Place

RawValue: TypeAlias = "str | dict[str, RawValue] | list[RawValue] | None"


@dataclass(slots=True)
class RawCase:
    """What a reader hands to validation.

    ``data`` holds dicts, lists and text; what was left blank is left out. ``places`` has the
    place of every value that stands in the file, ``keys`` that of its key or heading, and
    ``blanks`` that of every field that the file names and leaves blank. ``problems`` are the
    reader's own findings.
    """

    file: str
    data: Any
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    blanks: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def model(self) -> type[Model]:
        """The model of the kind of case that the data say they are."""
        return model_of(self.data)

    def place(self, path: Path) -> Place | None:
        """Return where ``path`` stands or would be filled in: itself, its blank, or its parent."""
        for end in range(len(path), -1, -1):
            here = path[:end]
            place = self.places.get(here) or self.blanks.get(here) or self.keys.get(here)
            if place is not None:
                return place
        return None


def open_blank_groups(
    data: Any, blanks: dict[Path, Place], model: type[Model] = Case, path: Path = ()
) -> None:
    """Give every required group that the file names but leaves blank an empty dict.

    Its required fields are then asked for one by one, each at its own line.
    """
    if not isinstance(data, dict):
        return
    for name, shape in fields_of(model).items():
        inner = (*path, name)
        if not isinstance(shape.shape, GroupShape):
            continue
        if shape.required and name not in data and inner in blanks:
            data[name] = {}
        if name in data:
            open_blank_groups(data[name], blanks, shape.shape.model, inner)
