"""Collects values with their cells while sheets are read, and makes raw data of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govdocs.errors import Problem
from govdocs.intake.raw import RawCase
from govdocs.place import CellPlace, Path


class Filling:
    """What has been read of a workbook so far."""

    def __init__(self, file: str) -> None:
        self.raw = RawCase(file, {})
        self._values: dict[Path, Any] = {}

    def put(self, path: Path, text: str, place: CellPlace) -> None:
        """Keep a value and its cell."""
        self._values[path] = text
        self.raw.places[path] = place

    def empty(self, path: Path, value: dict[str, Any] | list[Any], place: CellPlace) -> None:
        """Keep a group or list that is there and has nothing in it."""
        self._values[path] = value
        self.raw.places[path] = place

    def blank(self, path: Path, place: CellPlace) -> None:
        """Remember the cell where a value would be filled in."""
        self.raw.blanks[path] = place

    def stands(self, path: Path, place: CellPlace) -> None:
        """Remember where a group, list or row stands, should something in it be filled."""
        self.raw.keys.setdefault(path, place)

    def say(self, code: str, place: CellPlace, path: Path | None = None, **details: str) -> None:
        """Add a problem."""
        self.raw.problems.append(Problem(code, place, details, path))

    def values(self) -> Iterator[tuple[Path, Any]]:
        """Yield what was put so far."""
        yield from self._values.items()

    def finish(self) -> RawCase:
        """Return everything that was read as raw data."""
        for path, value in self._values.items():
            self._set(path, value)
        return self.raw

    def _set(self, path: Path, value: Any) -> None:
        here: Any = self.raw.data
        for depth, step in enumerate(path[:-1]):
            fresh: Any = [] if isinstance(path[depth + 1], int) else {}
            here = self._child(here, step, fresh)
            inner = path[: depth + 1]
            if inner not in self.raw.places:
                place = self.raw.keys.get(inner) or self.raw.places[path]
                self.raw.places[inner] = place
        last = path[-1]
        if isinstance(here, list):
            here.append(value)
        else:
            here.setdefault(last, value)

    @staticmethod
    def _child(here: Any, step: str | int, fresh: Any) -> Any:
        if isinstance(step, int):
            if step == len(here):
                here.append(fresh)
            return here[step]
        return here.setdefault(step, fresh)
