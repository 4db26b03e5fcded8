"""Rows of rates beneath rows of amounts: 比上年增长 over columns of years, 占比 of a row in its 合计."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.columns.ratio_relations import fits, true_rate
from govdocs.finding import Level
from govdocs.model.interval import rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_GROWTH = re.compile(r"增长|增幅|增速|增减")
_SHARE = re.compile(r"占比|比重|比例|份额|构成")
_YEAR = re.compile(r"(20\d{2})年?")
_WHOLE = re.compile(r"[一-龥]{0,4}(?:合计|总计|小计)")
_Line = tuple[int, int, tuple[Quantity, Quantity, Quantity]]


def rate_rows(region: Region) -> Iterator[Judged]:
    """Judge rows of rates against the row of amounts that most of their figures follow."""
    for row in region.rows:
        if row.kind is not RowKind.RATE:
            continue
        kind = "growth" if _GROWTH.search(row.label) else "ratio"
        if kind == "ratio" and not _SHARE.search(row.label):
            continue
        pairs = list(_years(region) if kind == "growth" else _of_whole(region))
        best: tuple[int, int, Row, list[_Line]] | None = None
        for base in region.rows:
            lines = [
                (new, old, line)
                for new, old in pairs
                if (line := _line(region, row, base, new, old))
            ]
            good = sum(_holds(line, kind) for _, _, line in lines)
            near = base.index == row.index - 1 or base.kind is RowKind.TOTAL
            if good and good >= (1 if near else 2) * (len(lines) - good):
                rank = (good, -abs(base.index - row.index))
                if base.kind is not RowKind.RATE and (best is None or rank > best[:2]):
                    best = (*rank, base, lines)
        if best is not None:
            yield from _judged(region, row, best[2], best[3], kind)


def _years(region: Region) -> Iterator[tuple[int, int]]:
    """Each column of a year with that of the year before."""
    found = {int(m[1]): c for c in region.numeric if (m := _YEAR.search(region.columns[c].name))}
    yield from ((column, found[year - 1]) for year, column in found.items() if year - 1 in found)


def _of_whole(region: Region) -> Iterator[tuple[int, int]]:
    wholes = [c for c in region.numeric if _WHOLE.fullmatch(region.columns[c].last)]
    if len(wholes) == 1:
        yield from ((column, wholes[0]) for column in region.numeric if column != wholes[0])


def _line(
    region: Region, row: Row, base: Row, new: int, old: int
) -> tuple[Quantity, Quantity, Quantity] | None:
    figures = (region.figure(row.index, new), region.figure(base.index, new), region.figure(base.index, old))  # fmt: skip
    known = [f for f in figures if f is not None and is_exact(f)]
    if len(known) < 3 or known[2].number <= 0 or known[1].kind != known[2].kind or known[1].kind == PERCENT:  # fmt: skip
        return None
    rate = Quantity(known[0].number, None, known[0].bound, known[0].text)
    return rate, known[1], known[2]


def _holds(line: tuple[Quantity, Quantity, Quantity], kind: str) -> bool:
    true = true_rate(line[1], line[2], kind)
    return true is not None and fits(
        line[0], true, signless=kind == "growth" and line[0].number > 0
    )


def _judged(region: Region, row: Row, base: Row, lines: list[_Line], kind: str) -> Iterator[Judged]:
    for new, old, line in lines:
        held = cell_held(
            *(region.cell(*at) for at in ((row.index, new), (base.index, new), (base.index, old)))
        )
        true = true_rate(line[1], line[2], kind)
        if _holds(line, kind) or true is None:
            yield Judged(True, (), held)
            continue
        shown = f"{rounded(true[1], line[0].decimals):f}%"
        a, b = plain(line[1].number), plain(line[2].number)
        worked = f"（{a}－{b}）÷{b}×100%＝{shown}" if kind == "growth" else f"{a}÷{b}×100%＝{shown}"
        yield Judged(
            False, (cell_spot(region, row, new), cell_spot(region, base, new), cell_spot(region, base, old)),
            held, "row", {"table": region.table.name, "row": row.label, "column": region.columns[new].last},
            expected=shown, actual=line[0].text, arithmetic=worked, level=Level.WARNING,
        )  # fmt: skip
