"""补贴标准 where a table states them: periods, rates, caps."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

from govdocs.reading import Cell
from govdocs.reading_in.evaluation.listed_tables import ListedTable
from govdocs.reading_in.placed import Gathered, Placed, PlacedTree

_SPAN = re.compile(
    r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?(?:至|到|[-—－~～])(?:(?P<y2>\d{4})年)?(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?"
)
_RATE = re.compile(r"(?:每美元)?(?:补贴|贴息)?(?P<rate>\d+(?:\.\d+)?)(?:元(?:/美元)?)?")
_CAP = re.compile(r"(?:不超过|最高)?(?P<cap>\d[\d,.]*(?:万|亿)?元)")


def read_policy(tables: Sequence[ListedTable], gathered: Gathered) -> None:
    """Fill ``policy`` from the first table of tariffs; a line that is not read whole is left over."""
    periods: dict[str, dict[str, PlacedTree]] = {}
    for listed in tables:
        if listed.kind != "policy" or periods:
            continue
        for _, cells in listed.rows():
            if not {"period", "name", "rate"} <= cells.keys():
                continue
            rate, span = (
                _RATE.fullmatch(cells["rate"].plain),
                _SPAN.fullmatch(cells["period"].plain),
            )
            if rate is None or span is None:
                continue
            tariff: dict[str, PlacedTree] = {
                "name": Placed(cells["name"].plain, cells["name"].place),
                "rate": Placed(rate["rate"], cells["rate"].place),
            }
            for key, pattern in (("increment", _RATE), ("cap", _CAP)):
                found = pattern.fullmatch(cells[key].plain) if key in cells else None
                if found is not None:
                    group = "rate" if key == "increment" else "cap"
                    tariff[key] = Placed(found[group].replace(",", ""), cells[key].place)
            period = periods.setdefault(cells["period"].plain, _period(cells["period"], span))
            tariffs = period["tariffs"]
            assert isinstance(tariffs, list)
            tariffs.append(tariff)
            gathered.taken |= {cells[key].place for key in ("period", *tariff) if key in cells}
        if periods:
            gathered.taken |= {c.place for c in listed.table.cells() if id(c) in listed.head.cells}
    if periods:
        gathered.tree["policy"] = {"periods": list(periods.values())}


def _period(cell: Cell, span: re.Match[str]) -> dict[str, PlacedTree]:
    year, month = int(span["y2"] or span["y"]), int(span["m2"])
    last = int(span["d2"]) if span["d2"] else monthrange(year, min(max(month, 1), 12))[1]
    first = f"{span['y']}-{int(span['m']):02d}-{int(span['d'] or 1):02d}"
    return {
        "name": Placed(cell.plain, cell.place),
        "first": Placed(first, cell.place),
        "last": Placed(f"{year}-{month:02d}-{last:02d}", cell.place),
        "tariffs": [],
    }
