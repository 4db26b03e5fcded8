"""F634: growth and change told row by row where the rows are years, and shares of one row that make up the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.columns.ratio_relations import fits, is_rate, true_rate
from govdocs.checks.document.tables.rows.rate_rows import rate_rows
from govdocs.finding import Level
from govdocs.model.interval import Interval, rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT, POINT
from govdocs.reading.tables import Region, Row
from govdocs.reading.tables.figures import is_exact

_GROWTH = re.compile(r"增长|增幅|增速|同比|增减|比上年|较上年")
_CHANGE = re.compile(
    r"(?:[比较](?:上|去)一?年度?|同比|逐年)(?:增减?|减少?|变动|净增)|^(?:年)?(?:增减|增加|减少|变动|净增)[额数量值]"
)
_GROWN = re.compile(
    r"(?P<of>[一-龥]{2,6}?)(?:额|数)?(?:[比较][上去]一?年|同比|增长|增幅|增速|增减)"
)
"""What a head says has grown: 预算 of 预算比上年增长."""
_YEAR = re.compile(r"(20\d{2})年?度?(?:决算数?|实际|预算数?)?")
_NOT_PARTS = re.compile(r"率|增|减|同比|环比|满意度|覆盖|进度|目标|完成")
LEAST_DIGITS = 3
Line: TypeAlias = tuple[Quantity, Quantity, Quantity]


def rows_of_years(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge growth columns of tables with a row a year, and rows of shares that make 100%."""
    for region in subject.regions:
        rates = [c for c in region.numeric if is_rate(region, c)]
        rows = _by_year(region)
        if len(rows) > 2:
            growths = [c for c in rates if _GROWTH.search(region.columns[c].full)]
            sound = {c for c in growths if _is_sound(region, c, rows)}
            for rate in growths:
                yield from _series(region, rate, rows, proven=len(sound - {rate}))
            for change in region.numeric:
                if change not in rates and _CHANGE.search(region.columns[change].name):
                    yield from _changes(region, change, rows)
        if rates:
            yield from _whole(region, rates)
        yield from rate_rows(region)


def _by_year(region: Region) -> list[Row]:
    """The rows in the order of their years; empty where they are not years that follow one another."""
    found: list[tuple[int, Row]] = []
    for row in region.rows:
        cells = (region.cell(row.index, c) for c in range(min(2, len(region.columns))))
        match = next((m for c in cells if c is not None and (m := _YEAR.fullmatch(c.plain))), None)
        if match is not None:
            found.append((int(match[1]), row))
    found.sort(key=lambda pair: pair[0])
    steps = all(later[0] == first[0] + 1 for first, later in pairwise(found))
    return [row for _, row in found] if steps else []


def _is_sound(region: Region, rate: int, rows: list[Row]) -> bool:
    """Tell whether a growth column is that of the column beside it in every row."""
    part = _neighbour(region, rate)
    lines = (
        []
        if part is None
        else [one for pair in pairwise(rows) if (one := _line(region, pair, rate, part))]
    )
    return len(lines) > 1 and all(map(_grows, lines))


def _series(region: Region, rate: int, rows: list[Row], *, proven: int) -> Iterator[Judged]:
    """Judge a growth column; ``proven`` other columns of growth stand beside what they tell of."""
    best: tuple[int, bool, int] | None = None
    beside = _neighbour(region, rate)
    for part in (c for c in region.numeric if c != rate and not is_rate(region, c)):
        lines = [line for pair in pairwise(rows) if (line := _line(region, pair, rate, part))]
        good = [line for line in lines if _grows(line)]
        known = bool(proven) and part == beside == rate - 1 and len(lines) - len(good) < 3
        if _tells(good, len(lines), beside=part == beside) or known:
            best = max(best or (0, False, 0), (len(good), part == beside, part))
    if best is None:
        return
    part = best[2]
    for before, row in pairwise(rows):
        line = _line(region, (before, row), rate, part)
        if line is None:
            continue
        held = cell_held(
            region.cell(row.index, rate),
            region.cell(row.index, part),
            region.cell(before.index, part),
        )
        if _grows(line):
            yield Judged(True, (), held)
            continue
        true = true_rate(line[1], line[2], "growth")
        if true is None or line[0].kind not in {PERCENT, ""}:
            continue
        shown = f"{rounded(true[1], line[0].decimals):f}%"
        new, old = plain(line[1].number), plain(line[2].number)
        spots = (
            cell_spot(region, row, rate), cell_spot(region, row, part), cell_spot(region, before, part),
        )  # fmt: skip
        yield Judged(
            False, spots, held, "", {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
            "column": region.columns[rate].last}, expected=shown, actual=line[0].text,
            arithmetic=f"（{new}－{old}）÷{old}×100%＝{shown}",
        )  # fmt: skip


def _neighbour(region: Region, column: int) -> int | None:
    """The column that a growth or change speaks of: the one it names (预算比上年增长), else the nearest to its left."""
    left = [
        c
        for c in reversed(region.numeric)
        if c < column and not is_rate(region, c) and not _CHANGE.search(region.columns[c].name)
    ]
    name = _GROWN.match(region.columns[column].last)
    said = [c for c in left if name and name["of"] in region.columns[c].last]
    return said[0] if len(said) == 1 else next(iter(left), None)


def _tells(good: Sequence[Line], lines: int, *, beside: bool) -> bool:
    """Tell whether rows that fit leave no doubt: two of three, beside the column itself one of two."""
    bad = lines - len(good)
    if beside and good and len(good) >= bad:
        return sum(_printed(line[0]) for line in good) >= LEAST_DIGITS
    digits = sum(len(plain(abs(line[0].number)).replace(".", "").lstrip("0")) for line in good)
    return len(good) > 1 and digits >= LEAST_DIGITS and len(good) >= 2 * bad


def _printed(figure: Quantity) -> int:
    """How many digits a figure prints, zeros at its end with them."""
    return len(str(int(abs(figure.number).scaleb(figure.decimals)))) if figure.number else 0


def _changes(region: Region, change: int, rows: list[Row]) -> Iterator[Judged]:
    """比上年增加 is what a year has more than the year in the row before."""
    part = _neighbour(region, change)
    if part is None:
        return
    lines = {
        row.index: (before, row, line)
        for before, row in pairwise(rows)
        if (line := _line(region, (before, row), change, part)) and line[0].kind == line[1].kind
    }
    good = [line for _, _, line in lines.values() if _differs(line)]
    if not _tells(good, len(lines), beside=True):
        return
    for before, row, line in lines.values():
        held = cell_held(
            region.cell(row.index, change),
            region.cell(row.index, part),
            region.cell(before.index, part),
        )
        if _differs(line):
            yield Judged(True, (), held)
            continue
        new, old = line[1].number, line[2].number
        spots = (
            cell_spot(region, row, change), cell_spot(region, row, part), cell_spot(region, before, part),
        )  # fmt: skip
        yield Judged(
            False, spots, held, "", {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
            "column": region.columns[change].last}, expected=plain(new - old), actual=line[0].text,
            arithmetic=f"{plain(new)}－{plain(old)}＝{plain(new - old)}",
        )  # fmt: skip


def _differs(line: Line) -> bool:
    """Tell whether a change is that of two years, a last digit of rounding aside; a fall may lack its sign."""
    decimals = max(f.decimals for f in line)
    room = Decimal(1).scaleb(-decimals) if decimals else Decimal(0)
    true = line[1].number - line[2].number
    return min(abs(true - line[0].number), abs(-true - abs(line[0].number))) <= room


def _line(region: Region, pair: tuple[Row, Row], rate: int, part: int) -> Line | None:
    """The growth or change of a row, its figure and the one of the year before."""
    figures = (
        region.figure(pair[1].index, rate),
        region.figure(pair[1].index, part),
        region.figure(pair[0].index, part),
    )
    known = [f for f in figures if f is not None and is_exact(f)]
    if len(known) < 3 or known[2].number <= 0 or known[1].kind != known[2].kind:
        return None
    if known[1].kind in {PERCENT, POINT}:
        return None
    return known[0], known[1], known[2]


def _grows(line: Line) -> bool:
    if line[0].kind not in {PERCENT, ""}:
        return False
    true = true_rate(line[1], line[2], "growth")
    return true is not None and fits(line[0], true, signless=line[0].number > 0)


def _whole(region: Region, rates: list[int]) -> Iterator[Judged]:
    """Neighbouring columns of per cent that make 100% in most rows."""
    runs: list[list[int]] = []
    for rate in rates:
        if _NOT_PARTS.search(region.columns[rate].last):
            continue
        if runs and runs[-1][-1] == rate - 1:
            runs[-1].append(rate)
        else:
            runs.append([rate])
    for run in (r for r in runs if len(r) > 2):
        sums: list[tuple[Row, tuple[Quantity, ...]]] = []
        for row in region.rows:
            figures = tuple(f for c in run if (f := region.figure(row.index, c)) and is_exact(f))
            if len(figures) == len(run):
                sums.append((row, figures))
        good = [row for row, figures in sums if _is_whole(figures)]
        if len(good) < 2 or len(good) < 2 * (len(sums) - len(good)):
            continue
        for row, figures in sums:
            held = cell_held(*(region.cell(row.index, c) for c in run))
            if row in good:
                yield Judged(True, (), held)
                continue
            total = sum((f.number for f in figures), Decimal(0))
            line = "＋".join(plain(f.number) for f in figures)
            yield Judged(
                False, tuple(cell_spot(region, row, c) for c in run), held, "whole",
                {"table": region.table.name, "row": row.label or f"第{row.index + 1}行"},
                expected="100%", actual=f"{plain(total)}%", arithmetic=f"{line}＝{plain(total)}",
            )  # fmt: skip


def _is_whole(figures: tuple[Quantity, ...]) -> bool:
    if any(f.kind not in {PERCENT, ""} or f.number < 0 for f in figures):
        return False
    return Interval.total(f.interval for f in figures).meets(Interval.exact(Decimal(100)))


RULES = (
    DocumentRule(
        code="F634",
        name="逐年增长率与相邻两年的数相符，各项占比合计100%",
        level=Level.WARNING,
        judge=rows_of_years,
        what="每行一年的表，增长率等于本行比上一年一行的增长，“比上年增减”等于两年之差；表下“比上年增长”“占比”一行，按上面一行或合计行的数核对；相邻的几列百分比在三分之二以上的行合计100%的，其余的行也应合计100%（各项舍入的误差除外）。",
        why="补填新一年的数时，增长率容易沿用旧数；调查结果的百分比改了一项，整行就不再是100%。",
        mend="重算该行。",
        source="算术关系；印出的小数位决定允许的舍入范围",
        sentences={
            "": "{table}“{row}”{column}写{actual}，按上年的数应为{expected}：{arithmetic}",
            "row": "{table}“{row}”{column}写{actual}，按同列的数应为{expected}：{arithmetic}",
            "whole": "{table}“{row}”各项百分比相加是{actual}，不是100%：{arithmetic}",
        },
        example=DocumentExample(
            wrong="|年度|产量（吨）|比上年增长|\n|2019年|1200|-|\n|2020年|1320|10%|\n|2021年|1518|15%|\n|2022年|1594|6%|",
            right="|年度|产量（吨）|比上年增长|\n|2019年|1200|-|\n|2020年|1320|10%|\n|2021年|1518|15%|\n|2022年|1594|5%|",
        ),
    ),
)
