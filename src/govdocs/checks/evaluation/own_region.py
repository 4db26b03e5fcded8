"""Which places a report may name without being asked: its region, what holds it, what it holds."""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.checks.document.names.divisions import (
    Division,
    counties,
    provinces_and_prefectures,
    short_name,
)

_AUTONOMOUS = "自治区"


@dataclass(frozen=True, slots=True)
class OwnRegion:
    """The region of a report among the divisions of the country.

    ``around`` are full and short names of the divisions that hold it and, of a prefecture or
    province, of those that it holds; ``level`` is 县, 区 or 市 for a county, empty for a region
    that is none or not known to be one; ``in_autonomous`` tells whether 全区 may mean the province.
    """

    name: str
    around: frozenset[str]
    level: str
    in_autonomous: bool


def own_region(name: str) -> OwnRegion:
    """Look ``name`` up; it may stand behind the divisions that hold it (郴州市永兴县)."""
    known, towns = provinces_and_prefectures(), counties()
    around = {name}
    named = [full for full in known if full in name and len(full) > 2]
    county = max((town for town in towns if name.endswith(town)), key=len, default="")
    homes = towns.get(county, ())
    fitting = [pair for pair in homes if any(place and place in name for place in pair)] or homes
    for province, prefecture in fitting:
        around |= {province, prefecture}
    for full in named:
        around |= {known[full].name, known[full].province}
    if not county:
        for full in named:
            around |= _held_by(known[full])
    around |= {short_name(full) for full in around if full}
    level = name[-1] if county or name[-1:] in {"县", "区"} else ""
    autonomous = any(_AUTONOMOUS in full for full in around)
    return OwnRegion(
        name,
        frozenset(full for full in around if len(full) > 1),
        "县" if level == "旗" else level if level in {"县", "区", "市"} else "",
        autonomous,
    )


def _held_by(division: Division) -> set[str]:
    """What lies in a province or prefecture."""
    known, towns = provinces_and_prefectures(), counties()
    held = {town for town, pairs in towns.items() if any(division.name in pair for pair in pairs)}
    if division.name == division.province:
        held |= {one.name for one in known.values() if one.province == division.name}
    return held
