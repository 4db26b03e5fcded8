"""Which columns can be added up, and which rows make up a total row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT, POINT
from govdocs.reading import Cell
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_blank, is_exact

_NOT_ADDED = re.compile(
    r"率|比例|比重|占比|增幅|增速|同比|单价|均价|平均|人均|户均|标准(?!分)|序号|编号|年份|排名|名次|指数|系数|满意度|程度|单位成本|时间|日期|期限|次序|等级|指标值|完成值|业绩值|目标值|实际值"
)
_PARTIAL = re.compile(r"前[一二三四五六七八九十\d]+|部分|节选|主要|重点企业|典型|抽查|样本|如下等")
_GAP = re.compile(r"…+|\.{3,}|略")


@dataclass(frozen=True, slots=True)
class Parts:
    """One reading of which rows a total is made of; ``name`` tells the readings apart."""

    name: str
    rows: tuple[Row, ...]


def adds_up(region: Region, column: int) -> bool:
    """Tell whether the figures of a column can be added: no rates, prices, ranks or targets."""
    head = region.columns[column]
    if _NOT_ADDED.search(head.last) or (
        head.unit is not None and head.unit.kind in {PERCENT, POINT}
    ):
        return False
    kinds = {f.kind for row in region.rows if (f := region.figure(row.index, column)) and f.kind}
    return len(kinds) <= 1 and not kinds & {PERCENT, POINT}


def is_whole_list(region: Region) -> bool:
    """Tell whether the table claims to list all: no 前十, 部分, no row of dots."""
    words = region.table.title + "".join(c.name for c in region.columns)
    return not _PARTIAL.search(words) and not any(_GAP.fullmatch(row.label) for row in region.rows)


def parts_of_total(region: Region, total: Row) -> Iterator[Parts]:
    """The readings of a total row's parts, from the most to the least usual."""
    rows = region.rows
    at = rows.index(total)
    others = [row for row in rows if row is not total]
    items = [row for row in others if row.kind is RowKind.ITEM]
    subtotals = [row for row in others if row.kind is RowKind.SUBTOTAL]
    if total.kind is RowKind.SUBTOTAL:
        yield from _of_subtotal(rows, at)
        return
    totals = [row for row in others if row.kind is RowKind.TOTAL]
    above, below = _until_total(rows, at, -1), _until_total(rows, at, 1)
    if below and below[0].kind is RowKind.AMONG:
        below = []  # 其中 right under a total: its sources, told by the rule on sources
    for near in (above, below):
        chosen = [row for row in near if row.kind is RowKind.ITEM]
        if len(chosen) > 1:
            yield Parts("flat", tuple(chosen))
        smaller = [row for row in near if row.kind is RowKind.SUBTOTAL]
        if len(smaller) > 1:
            yield Parts("subtotals", tuple(smaller))
        for level in (1, 2, 3):
            top = [row for row in near if row.level == level]
            if len(top) > 1 and len(top) < len([r for r in near if r.kind is RowKind.ITEM]):
                yield Parts(f"level{level}", tuple(top))
                break
    if totals and len(items) > 1:
        yield Parts("all", tuple(items))
    if len(subtotals) > 1 and not totals:
        yield Parts("all subtotals", tuple(subtotals))
    if len(totals) > 1:
        yield Parts("totals", tuple(totals))


def _until_total(rows: Sequence[Row], at: int, step: int) -> list[Row]:
    found: list[Row] = []
    at += step
    while 0 <= at < len(rows) and rows[at].kind is not RowKind.TOTAL:
        found.append(rows[at])
        at += step
    return found[::-1] if step < 0 else found


def _of_subtotal(rows: Sequence[Row], at: int) -> Iterator[Parts]:
    above: list[Row] = []
    for row in reversed(rows[:at]):
        if row.kind in {RowKind.SUBTOTAL, RowKind.TOTAL}:
            break
        if row.kind is RowKind.ITEM:
            above.insert(0, row)
    below: list[Row] = []
    for row in rows[at + 1 :]:
        if row.kind in {RowKind.SUBTOTAL, RowKind.TOTAL}:
            break
        if row.kind is RowKind.ITEM:
            below.append(row)
    if above:
        yield Parts("above", tuple(above))
    if below:
        yield Parts("below", tuple(below))


@dataclass(frozen=True, slots=True)
class Added:
    """The sum of some cells: exact number, interval, the cells, how many are blank or unreadable."""

    value: Decimal
    interval: Interval
    cells: tuple[Cell, ...]
    figures: tuple[Quantity, ...]
    blank: int
    unreadable: int


def added(region: Region, rows: Sequence[Row], column: int) -> Added:
    """Add the cells of ``rows`` in ``column``, a cell merged over rows once."""
    cells: list[Cell] = []
    figures: list[Quantity] = []
    blank = unreadable = 0
    seen: set[int] = set()
    for row in rows:
        cell = region.cell(row.index, column)
        if cell is None or is_blank(cell.text):
            blank += 1
            continue
        if id(cell) in seen:
            continue
        seen.add(id(cell))
        figure = region.figure(row.index, column)
        if figure is None or not is_exact(figure):
            unreadable += 1
            continue
        cells.append(cell)
        figures.append(figure)
    value = sum((figure.number for figure in figures), Decimal(0))
    return Added(
        value,
        Interval.total(_exactly(f) for f in figures),
        tuple(cells),
        tuple(figures),
        blank,
        unreadable,
    )


def _exactly(figure: Quantity) -> Interval:
    return (
        Interval.exact(figure.number)
        if figure.decimals == 0 and figure.number < 1000
        else figure.interval
    )


def meets(total: Quantity, parts: Added) -> bool:
    """Tell whether parts as printed can add up to the total as printed.

    Figures printed with equal decimals that are not rounded from finer ones add up exactly; a
    total may be off by half a last digit for each part.
    """
    if parts.value == total.number:
        return True
    finest = max((f.decimals for f in parts.figures), default=0)
    if total.decimals < finest:
        return total.interval.meets(Interval.exact(parts.value)) or total.interval.meets(
            parts.interval
        )
    return (
        total.decimals > 0
        and len(parts.figures) > 2
        and abs(total.number - parts.value) <= len(parts.figures) * Decimal(1).scaleb(-finest) / 2
    )


def plain(number: Decimal) -> str:
    """Print a number without trailing zeros and exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plus(figures: Sequence[Quantity], most: int = 12) -> str:
    """Write a sum as a person would: 3＋5＋2, a long one shortened in the middle."""
    texts = [plain(figure.number) for figure in figures]
    if len(texts) > most:
        texts = [*texts[: most - 2], "……", texts[-1]]
    return "＋".join(texts)
