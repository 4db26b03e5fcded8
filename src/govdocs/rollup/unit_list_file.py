"""A list of units from a YAML file or an Excel sheet, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from govdocs.errors import InputError, Problem
from govdocs.intake.nearest import nearest
from govdocs.place import CellPlace, FilePlace, Place
from govdocs.rollup.naming import folded
from govdocs.rollup.units import LEVEL_WORDS, Level, Unit, UnitList

_HEADS = {
    "name": ("单位", "单位名称", "填报单位", "name"),
    "level": ("级次", "层级", "level"),
    "parent": ("上级", "上级单位", "汇总到", "parent"),
}
_SEARCHED_ROWS = 20
_FORBIDDEN = '\\/:*?"<>|\t\n\r'


def load_unit_list(path: Path) -> UnitList:
    """Load a list (.yaml or .xlsx); InputError with every problem (``rollup.list_*``), placed.

    YAML: ``units:`` with ``name``, ``level``, ``parent`` and ``targets`` for each. Excel: a
    head row 单位名称 · 级次 · 上级单位; any further heading is an indicator's name with the
    units' own targets beneath it.
    """
    rows = list(_yaml(path) if path.suffix.lower() in (".yaml", ".yml") else _sheet(path))
    problems: list[Problem] = []
    units = [unit for row in rows if (unit := _unit(row, problems)) is not None]
    problems += _structure(units, str(path))
    if problems:
        raise InputError(problems)
    return UnitList(tuple(units))


Row = tuple[dict[str, str], dict[str, str], Place]
"""The three fixed fields, the targets, and the place of a row."""


def _yaml(path: Path) -> Iterator[Row]:
    from govdocs.intake.yaml.reader import read_yaml

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            [
                Problem(
                    "rollup.list_unreadable", FilePlace(str(path)), {"said": error.strerror or ""}
                )
            ]
        ) from None
    raw = read_yaml(data, str(path))
    if raw.problems:
        raise InputError(raw.problems)
    rows = raw.data.get("units") if isinstance(raw.data, dict) else None
    if not isinstance(rows, list):
        raise InputError([Problem("rollup.list_without_units", FilePlace(str(path)))])
    for i, row in enumerate(rows):
        place = raw.place(("units", i)) or FilePlace(str(path))
        given: dict[str, Any] = row if isinstance(row, dict) else {"name": row}
        known = {key: given.get(key) for key in _HEADS}
        targets = given.get("targets")
        yield (
            {key: value.strip() for key, value in known.items() if isinstance(value, str)},
            {
                folded(k): v
                for k, v in (targets if isinstance(targets, dict) else {}).items()
                if isinstance(v, str)
            },
            place,
        )


def _sheet(path: Path) -> Iterator[Row]:
    from govdocs.rollup.taking_in.book import open_book

    book = open_book(path, path.name)
    for sheet in book.visible_sheets():
        for number in range(1, min(sheet.height, _SEARCHED_ROWS) + 1):
            heads = _heads(sheet.texts(number))
            if heads is not None:
                yield from _rows(sheet, number, heads, str(path))
                return
    raise InputError([Problem("rollup.list_without_head", FilePlace(str(path)))])


def _heads(texts: Mapping[int, str]) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for column, text in texts.items():
        for key, words in _HEADS.items():
            if folded(text) in words:
                found.setdefault(key, column)
    return found if {"name", "level"} <= set(found) else None


def _rows(sheet: Any, head: int, heads: dict[str, int], file: str) -> Iterator[Row]:
    titles = {c: folded(t) for c, t in sheet.texts(head).items() if c not in heads.values() and t}
    for number in range(head + 1, sheet.height + 1):
        texts = sheet.texts(number)
        if not any(texts.values()):
            continue
        yield (
            {key: texts[column] for key, column in heads.items() if texts.get(column)},
            {title: texts[c] for c, title in titles.items() if texts.get(c)},
            CellPlace(file, sheet.name, f"A{number}"),
        )


def _unit(row: Row, problems: list[Problem]) -> Unit | None:
    given, targets, place = row
    name, word = given.get("name", ""), given.get("level", "")
    level = LEVEL_WORDS.get(word.strip().lower())
    if not name:
        problems.append(Problem("rollup.list_no_name", place))
        return None
    if any(letter in _FORBIDDEN for letter in name) or len(name) > 60 or name.startswith("."):
        problems.append(Problem("rollup.list_bad_name", place, {"name": name}))
        return None
    if level is None:
        problems.append(
            Problem(
                "rollup.list_bad_level",
                place,
                {"name": name, "given": word, "known": "、".join(Level)},
            )
        )
        return None
    return Unit(name, level, given.get("parent") or None, targets, place)


def _structure(units: list[Unit], file: str) -> Iterator[Problem]:
    if not units:
        yield Problem("rollup.list_empty", FilePlace(file))
        return
    first: dict[str, Unit] = {}
    for unit in units:
        if unit.name in first:
            yield Problem("rollup.list_name_twice", unit.place, {"name": unit.name})
        first.setdefault(unit.name, unit)
    tops = [unit for unit in units if unit.parent is None]
    if len(tops) != 1:
        named = "、".join(unit.name for unit in tops[:5])
        code = "rollup.list_several_tops" if tops else "rollup.list_no_top"
        yield Problem(code, tops[1].place if tops else FilePlace(file), {"names": named})
    for unit in units:
        if unit.parent is None:
            continue
        above = first.get(unit.parent)
        details = {"name": unit.name, "parent": unit.parent}
        if above is None:
            near = nearest(unit.parent, first)
            yield Problem("rollup.list_unknown_parent", unit.place, {**details, "nearest": near})
        elif above.level.height <= unit.level.height:
            # Strictly rising levels also rule out circles.
            yield Problem(
                "rollup.list_parent_not_above",
                unit.place,
                {**details, "level": unit.level, "parent_level": above.level},
            )
