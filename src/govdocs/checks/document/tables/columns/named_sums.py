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
_NOT = re.compile(r"(?P<before>[一-龥]*?)(?:未|不|没有|尚未|待|正在)(?P<rest>[一-龥]{1,6})")
_DONE = re.compile(r"^(?:已经?|完全)|(?:的|数|额)$")
_COUNTED = re.compile(
    r"(?:总|合计|任务|计划|应|问题|项目|抽查|抽检|检查|核查|样本|样品)[一-龥]{0,6}|[一-龥]{1,6}[总个户人份批项]?数"
)
_INCOME = re.compile(r"(?:本年|当年|本期|全年|基金)?(?:总)?收入(?:小计|合计|总额|数)?")
_SPENDING = re.compile(r"(?:本年|当年|本期|全年|基金)?(?:总)?支出(?:小计|合计|总额|数)?")
_LEFT = re.compile(r"(?:本年|当年|当期|本期|收支|年度)?(?:收支)?(?:结余|差额|结余额)")
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


def named_two(
    region: Region, columns: list[int]
) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """The column of a sum or rest, what is added, what is taken away, where the heads of three columns say so.

    已完成 and 未完成 make up the column before them; 收入 less 支出 is what the year left.
    """
    yield from _done_or_not(region, columns)
    groups: dict[tuple[str, ...], dict[str, int]] = {}
    for column in columns:
        groups.setdefault(region.columns[column].heading[:-1], {})[region.columns[column].last] = (
            column
        )
    for names in groups.values():
        found = [
            [c for name, c in names.items() if p.fullmatch(name)]
            for p in (_LEFT, _INCOME, _SPENDING)
        ]
        if all(len(one) == 1 for one in found):
            left, income, spending = (one[0] for one in found)
            if income < spending < left:
                yield left, (income,), (spending,)


def _done_or_not(
    region: Region, columns: list[int]
) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    for at in range(1, len(columns) - 1):
        whole, done, rest = (columns[at + n] for n in (-1, 0, 1))
        names = [_DONE.sub("", region.columns[c].last) for c in (done, rest)]
        for yes, no in (names, names[::-1]):
            match = _NOT.fullmatch(no)
            if match is None or not yes.endswith(match["rest"]) or _NOT.fullmatch(yes):
                continue
            if _COUNTED.fullmatch(region.columns[whole].last):
                yield whole, (done, rest), ()
