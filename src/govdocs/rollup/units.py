"""单位名单: who reports to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from govdocs.place import Place


class Level(StrEnum):
    """级次, from the bottom. Source: note 3 of attachment 2: by project, then by region upwards."""

    PROJECT = "项目"
    COUNTY = "县"
    PREFECTURE = "市"
    PROVINCE = "省"

    @property
    def height(self) -> int:
        """0 for the lowest level."""
        return list(Level).index(self)


LEVEL_WORDS: Mapping[str, Level] = {
    "项目": Level.PROJECT,
    "project": Level.PROJECT,
    "县": Level.COUNTY,
    "县级": Level.COUNTY,
    "区县": Level.COUNTY,
    "县市区": Level.COUNTY,
    "county": Level.COUNTY,
    "市": Level.PREFECTURE,
    "市州": Level.PREFECTURE,
    "市级": Level.PREFECTURE,
    "地市": Level.PREFECTURE,
    "prefecture": Level.PREFECTURE,
    "省": Level.PROVINCE,
    "省级": Level.PROVINCE,
    "province": Level.PROVINCE,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its name, level, whom it reports to (None at the top), its own targets by indicator."""

    name: str
    level: Level
    parent: str | None = None
    targets: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = None


@dataclass(frozen=True)
class UnitList:
    """All units of a roll-up in the order of the list; names are unique, the parents a tree."""

    units: tuple[Unit, ...]
    by_name: Mapping[str, Unit] = field(init=False, repr=False)
    children: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        below: dict[str, list[str]] = {}
        for unit in self.units:
            if unit.parent is not None:
                below.setdefault(unit.parent, []).append(unit.name)
        object.__setattr__(self, "by_name", {unit.name: unit for unit in self.units})
        object.__setattr__(self, "children", {name: tuple(c) for name, c in below.items()})

    @property
    def top(self) -> Unit:
        """The one unit without a parent."""
        return next(unit for unit in self.units if unit.parent is None)

    def reports(self, name: str) -> bool:
        """Tell whether a unit fills in a form: it has no units below it."""
        return name in self.by_name and not self.children.get(name)

    def reporting(self, under: str | None = None) -> Iterator[Unit]:
        """Yield the units that fill in forms, under ``under`` (itself included) or all."""
        for unit in self.units:
            if self.reports(unit.name) and (under is None or under in self.chain(unit.name)):
                yield unit

    def chain(self, name: str) -> tuple[str, ...]:
        """The unit itself and all above it, from the bottom; empty for a stranger."""
        steps: list[str] = []
        here: str | None = name if name in self.by_name else None
        while here is not None:
            steps.append(here)
            here = self.by_name[here].parent
        return tuple(steps)

    def within(self, top: str) -> UnitList:
        """The part of the list under ``top``, which becomes its top."""
        kept = []
        for unit in self.units:
            if unit.name == top:
                kept.append(Unit(unit.name, unit.level, None, unit.targets, unit.place))
            elif top in self.chain(unit.name):
                kept.append(unit)
        return UnitList(tuple(kept))
