"""F645: columns that run on from row to row: 累计 adds up, 上年结余 is what the year before left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import adds_up, plain, plus, slack
from govdocs.checks.document.tables.columns.linear import is_full_money
from govdocs.checks.document.tables.columns.ratio_relations import is_rate
from govdocs.finding import Level
from govdocs.model.quantity import Quantity
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_RUNNING = re.compile(r"累计|累积|逐[年季月]相加")
_PERIOD = re.compile(
    r"(?:(?:19|20)\d{2}年?度?|第?[一二三四1234]季度?|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第?[一二三四五六七八九十\d]+[期批次周旬年月])"
)
_OPENING = re.compile(
    r"(?:上年|上期|上月|上季|年初|期初|月初|季初)度?末?(?:累计|滚存)?(?:结余|结转|余额|结存)"
)
_CLOSING = re.compile(
    r"^(?:年末|期末|月末|季末|本年|本期|当年|本月)?(?:累计|滚存)?(?:结余|结转|余额|结存)"
)
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """A row's figure, what it should be, and the cells by row and column that make it so."""

    row: Row
    column: int
    figure: Quantity
    value: Decimal
    parts: tuple[tuple[Row, int, Quantity], ...]

    @property
    def holds(self) -> bool:
        """Tell whether the figures as printed can be right."""
        difference = abs(self.figure.number - self.value)
        decimals = max(f.decimals for f in (self.figure, *(f for _, _, f in self.parts)))
        if not difference or not decimals or is_full_money(self.figure):
            return not difference
        return difference <= max(slack(len(self.parts), decimals), Decimal(1).scaleb(-decimals))


def running_columns(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge 累计 columns and opening balances of tables whose rows are periods."""
    for region in subject.regions:
        rows = _periods(region)
        if len(rows) < LEAST_ROWS:
            continue
        for column in region.numeric:
            name = region.columns[column].last
            if is_rate(region, column):
                continue
            if _RUNNING.search(name) and not _OPENING.search(name):
                yield from _judged(region, _sums(region, rows, column), "")
            elif _OPENING.search(name):
                yield from _judged(region, _openings(region, rows, column), "opening")


def _periods(region: Region) -> list[Row]:
    """The rows of periods one after the other; empty where other items stand among them."""
    items = [row for row in region.rows if row.kind is RowKind.ITEM]
    names = [next((c.plain for c in row.labels), "") or _first(region, row) for row in items]
    return items if all(_PERIOD.fullmatch(name) for name in names) else []


def _first(region: Region, row: Row) -> str:
    cell = region.cell(row.index, 0)
    return "" if cell is None else cell.plain


def _sums(region: Region, rows: list[Row], column: int) -> list[_Step]:
    """The running sum of the column that most rows keep: from the first row on, or row by row."""
    best: list[_Step] = []
    for part in region.numeric:
        if (
            part == column
            or not adds_up(region, part)
            or _RUNNING.search(region.columns[part].last)
        ):
            continue
        lines = [(row, a, b) for row in rows if (a := _exact(region, row, column)) and (b := _exact(region, row, part))]  # fmt: skip
        if len(lines) < LEAST_ROWS or len(lines) < len(rows):
            continue
        if len({f.unit_symbol for _, a, b in lines for f in (a, b)}) > 1:
            continue
        sums = list(accumulate(b.number for _, _, b in lines))
        whole = [
            _Step(row, column, a, sums[at], tuple((r, part, b) for r, _, b in lines[: at + 1]))
            for at, (row, a, _) in enumerate(lines)
        ]
        steps = [
            _Step(
                row, column, a, before.number + b.number, ((last, column, before), (row, part, b))
            )
            for (last, before, _), (row, a, b) in pairwise(lines)
        ]
        for found in (whole, steps):
            good = sum(s.holds for s in found)
            beyond = sum(s.holds for s in found if s.row is not rows[0])
            sure = beyond and good > 1 and good >= 2 * (len(found) - good)
            if sure and good - len(found) > (
                sum(s.holds for s in best) - len(best) if best else -len(rows)
            ):
                best = found
    return best


def _openings(region: Region, rows: list[Row], column: int) -> list[_Step]:
    """What each period began with against what the one in the row before left."""
    closing = [c for c in region.numeric if _CLOSING.search(region.columns[c].last)]
    if len(closing) != 1 or closing[0] == column:
        return []
    found: list[_Step] = []
    for last, row in pairwise(rows):
        left, begun = _exact(region, last, closing[0]), _exact(region, row, column)
        if left is not None and begun is not None and left.unit_symbol == begun.unit_symbol:
            found.append(_Step(row, column, begun, left.number, ((last, closing[0], left),)))
    good = [s for s in found if s.holds and len(plain(abs(s.value)).replace(".", "")) > 1]
    return found if good and len(good) >= len(found) - len(good) else []


def _exact(region: Region, row: Row, column: int) -> Quantity | None:
    figure, cell = region.figure(row.index, column), region.cell(row.index, column)
    plain_cell = cell is not None and cell.row == row.index and cell.row_span == 1
    return figure if figure is not None and plain_cell and is_exact(figure) else None


def _judged(region: Region, steps: list[_Step], variant: str) -> Iterator[Judged]:
    for step in steps:
        cells = [(step.row, step.column), *((row, column) for row, column, _ in step.parts)]
        held = cell_held(*(region.cell(row.index, column) for row, column in cells))
        if step.holds:
            yield Judged(True, (), held)
            continue
        line = plus([figure for _, _, figure in step.parts])
        shown = plain(step.figure.number)
        yield Judged(
            False, tuple(cell_spot(region, row, column) for row, column in cells), held, variant,
            {"table": region.table.name, "row": _first(region, step.row),
             "column": region.columns[step.column].last, "before": _first(region, step.parts[0][0])},
            expected=plain(step.value), actual=shown,
            arithmetic=f"{line}＝{plain(step.value)}≠{shown}" if len(step.parts) > 1 else f"{plain(step.value)}≠{shown}",
        )  # fmt: skip


RULES = (
    DocumentRule(
        code="F645",
        name="累计列逐行累加，期初余额等于上期期末",
        level=Level.WARNING,
        judge=running_columns,
        what="每行一年、一季、一月或一期的表，“累计”列等于某一列自首行加到本行之和（三分之二以上的行相合才检查其余的行）；“上年结余”“期初余额”等于上一行的期末结余。",
        why="改了其中一期，后面各期的累计、结余没有跟着改。",
        mend="从改动的一行起重算累计、结余。",
        source="算术关系；印出的小数位决定允许的舍入范围",
        sentences={
            "": "{table}“{row}”{column}写{actual}，逐行累加是{expected}：{arithmetic}",
            "opening": "{table}“{row}”{column}写{actual}，“{before}”期末是{expected}",
        },
        example=DocumentExample(
            wrong="|季度|当季支出（万元）|累计支出（万元）|\n|一季度|126|126|\n|二季度|158|284|\n|三季度|143|472|\n|四季度|181|608|",
            right="|季度|当季支出（万元）|累计支出（万元）|\n|一季度|126|126|\n|二季度|158|284|\n|三季度|143|427|\n|四季度|181|608|",
        ),
    ),
)
