"""Sums of columns that their heads name: 上半年 and 下半年 make 全年, 上年结余 and what came make 合计."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.reading.tables import Region

_YEAR = re.compile(r"全年(?:合计|累计|数)?|年度合计")
_HALVES = (re.compile(r"上半年"), re.compile(r"下半年"))
_QUARTERS = tuple(re.compile(rf"第?[{digits}]季度?") for digits in ("一1", "二2", "三3", "四4"))
_CARRIED = re.compile(
    r"(?:上年|年初|期初|以前年度)度?(?:累计|滚存)?(?:结余|结转|余额)(?:资金|数|额)?"
)
_TOTAL = re.compile(r"合计|小计|总计|可用(?:资金|财力|额度)|可支配(?:资金|财力)|资金总量")


def named_sums(region: Region, columns: list[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The column of each sum and the columns that make it up, those of one upper head together."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for column in columns:
        groups.setdefault(region.columns[column].heading[:-1], []).append(column)
    for members in groups.values():
        yield from _of_the_year(region, members)
    yield from _carried_on(region, columns)


def _of_the_year(region: Region, members: list[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    names = {c: region.columns[c].last for c in members}
    years = [c for c, name in names.items() if _YEAR.fullmatch(name)]
    if len(years) != 1:
        return
    for wanted in (_HALVES, _QUARTERS):
        found = [[c for c, name in names.items() if one.fullmatch(name)] for one in wanted]
        if all(len(one) == 1 for one in found):
            yield years[0], tuple(one[0] for one in found)


def _carried_on(region: Region, columns: list[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """合计 right behind 上年结余 and the columns of what came since."""
    opening = [at for at, c in enumerate(columns) if _CARRIED.fullmatch(region.columns[c].last)]
    totals = [at for at, c in enumerate(columns) if _TOTAL.fullmatch(region.columns[c].last)]
    if len(opening) != 1 or not totals or totals[0] - opening[0] < 2:
        return
    yield columns[totals[0]], tuple(columns[opening[0] : totals[0]])
