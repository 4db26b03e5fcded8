"""Collects values with their cells while sheets are read, and makes raw data of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govdocs.errors import Problem
from govdocs.intake.raw import RawCase
from govdocs.intake.workbook.marks import as_text
from govdocs.place import CellPlace, Path


class Filling:
    """What has been read of a workbook so far."""

    def __init__(self, file: str) -> None:
        self.raw = RawCase(file, {})
        self._values: dict[Path, Any] = {}
        self._counts: dict[Path, int] = {}
        self._rows: dict[Path, dict[tuple[str, ...], list[Path]]] = {}

    def put(self, path: Path, text: str, place: CellPlace) -> None:
        """Keep a value and its cell."""
        self._values[path] = as_text(text)
        self.raw.places[path] = place

    def add(self, path: Path, text: str, place: CellPlace) -> None:
        """Keep a value as the next of the list at ``path``."""
        number = self._counts.get(path, 0)
        self._counts[path] = number + 1
        self.put((*path, number), text, place)

    def opened(self, rows: Path) -> None:
        """Remember that the table ``rows`` has its headings, so that its rows are known."""
        self._rows.setdefault(rows, {})

    def knows(self, rows: Path) -> bool:
        """Tell whether the rows of a table are known: its sheet is there and has its headings."""
        return rows in self._rows

    def called(self, rows: Path, name: tuple[str, ...], path: Path) -> None:
        """Remember by what names the row at ``path`` of the table ``rows``, once opened, is called."""
        if rows in self._rows:
            self._rows[rows].setdefault(name, []).append(path)

    def rows(self, rows: Path) -> Mapping[tuple[str, ...], list[Path]]:
        """Return the rows of a table that was read, by their names."""
        return self._rows.get(rows, {})

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
        told = {name: as_text(text) for name, text in details.items()}
        self.raw.problems.append(Problem(code, place, told, path))

    def has(self, path: Path) -> bool:
        """Tell whether a value was put at ``path``."""
        return path in self._values

    def text(self, path: Path) -> str:
        """Return the text that was put at ``path``, empty for none."""
        return str(self._values.get(path, ""))

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
        if isinstance(last, int):
            if last == len(here):
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
