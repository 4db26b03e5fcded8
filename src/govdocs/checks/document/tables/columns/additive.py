"""Which columns can be added up, and which rows make up a total row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from govdocs.model.interval import Interval
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY, PERCENT, POINT
from govdocs.reading import Cell
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_blank, is_exact

_NOT_ADDED = re.compile(
    r"率|比例|比重|占比|增幅|增速|同比(?!.{0,4}额)|单价|均价|平均|[人户亩头台套件所村校床次日月年项里生师车店企公]均(?!衡|等)|[亩单]产(?!值|业|品)|[生师床医护性投]{2}比|密度|强度|浓度|年龄|每.{1,4}(?:投资|成本|造价|费用|支出|收入|产值|产量)|单位(?:造价|投资|面积)|(?<!高)标准(?!分|化|厂房)|序号|编号|年份|排名|名次|指数|系数|满意度|程度|进度$|单位成本|时间|日期|期限|次序|等级|完成(?:年初|年度|全年|当年|调整后?)的?预算$|指标值|完成值|业绩值|目标值|实际值"
)
_PARTIAL = re.compile(r"前[一二三四五六七八九十\d]+|部分|节选|主要|重点企业|典型|抽查|样本|如下等")
_BONUS = re.compile(r"加分|附加分")
_GAP = re.compile(r"…+|\.{3,}|略")


@dataclass(frozen=True, slots=True)
class Parts:
    """One reading of which rows a total is made of; ``name`` tells the readings apart."""

    name: str
    rows: tuple[Row, ...]
    whole: bool = False
    """These rows make up the whole by themselves, whatever other rows do."""


def adds_up(region: Region, column: int) -> bool:
    """Tell whether the figures of a column can be added: no rates, prices, ranks or targets."""
    head = region.columns[column]
    if _NOT_ADDED.search(head.last) or (
        head.unit is not None and head.unit.kind in {PERCENT, POINT}
    ):
        return False
    rows = [row for row in region.rows if row.kind is not RowKind.RATE]
    kinds = {f.kind for row in rows if (f := region.figure(row.index, column)) and f.kind}
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
    running = _running(rows, at)
    if running:
        yield Parts("running", running)
        return
    totals = [row for row in others if row.kind is RowKind.TOTAL]
    above, below = _until_total(rows, at, -1), _until_total(rows, at, 1)
    if below and below[0].kind is RowKind.AMONG:
        below = []  # 其中 right under a total: its sources, told by the rule on sources
    groups = groups_alike(region, total, others)
    if groups:
        yield from (Parts(f"group{n}", group, whole=True) for n, group in enumerate(groups))
        return
    for near in (above, below):
        side = "" if near is above else " below"
        cuts = _cuts(near)
        if cuts:
            yield from (Parts(f"cut{n}{side}", cut, whole=True) for n, cut in enumerate(cuts))
            continue
        beneath = _beneath_among(region, near)
        filled = _filled(region, near)
        chosen = [row for row in filled if row.kind is RowKind.ITEM and row not in beneath]
        levels = sorted({row.level for row in chosen})
        ordered = len(levels) > 1 and levels[0] > 0
        if len(chosen) > 1 and not ordered:
            yield Parts(f"flat{side}", tuple(chosen))
            given = tuple(row for row in chosen if not _BONUS.search(row.label))
            if 1 < len(given) < len(chosen):
                yield Parts(f"without extra points{side}", given)
        smaller = [row for row in near if row.kind is RowKind.SUBTOTAL]
        if len(smaller) > 1:
            yield Parts(f"subtotals{side}", tuple(smaller))
        for level in levels:
            top = [row for row in filled if row.level == level]
            if level and (ordered or len(top) > 1) and len(top) < len(chosen):
                yield Parts(f"level{level}{side}", tuple(top))
                break
    beneath = _beneath_among(region, rows)
    items = [row for row in items if row not in beneath]
    if _cuts(rows):
        return
    if totals and len(items) > 1:
        yield Parts("all", tuple(items))
    if len(subtotals) > 1 and not totals:
        yield Parts("all subtotals", tuple(subtotals))
    if len(totals) > 1:
        yield Parts("totals", tuple(totals))


def _cuts(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """The groups of rows under headings that divide the whole anew (按收入性质分：, 按支出性质分：)."""
    found: list[list[Row]] = []
    for row in rows:
        if re.search(r"^按.{1,12}分(?:类)?[:：]?$", row.label):
            found.append([])
        elif found and row.kind is RowKind.ITEM:
            found[-1].append(row)
    return [tuple(cut) for cut in found if len(cut) > 1]


def groups_alike(region: Region, total: Row, rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """The rows by the merged cell left of their names (性别: 男, 女; 年龄: …), where these groups make
    the same sum: each of them is the whole."""
    groups: dict[int, list[Row]] = {}
    if len(region.names) < 2:
        return []
    for row in rows:
        cell = region.cell(row.index, region.names[0])
        if row.kind is not RowKind.ITEM or cell is None or cell.row_span < 2:
            return []
        groups.setdefault(id(cell), []).append(row)
    if len(groups) < 2 or any(len(group) < 2 for group in groups.values()):
        return []
    for column in (c for c in region.numeric if adds_up(region, c)):
        sums = [added(region, group, column) for group in groups.values()]
        values = [s.value for s in sums]
        most = max(values, key=values.count)
        figure = region.figure(total.index, column)
        if figure is None or any(s.blank or s.unreadable for s in sums) or most < ALIKE_ABOVE:
            continue
        nearer = abs(figure.number - most) < abs(figure.number - sum(values))
        if nearer and values.count(most) >= max(2, len(values) - 1):
            return [tuple(group) for group in groups.values()]
    return []


ALIKE_ABOVE = 20
"""Groups of smaller sums may be alike by chance."""


def _filled(region: Region, rows: Sequence[Row]) -> list[Row]:
    """The rows, headings without any figure left out; where only some headings are blank, the rows
    under these count as much as the headings with figures."""
    columns = [c for c in region.numeric if adds_up(region, c)]
    found: list[Row] = []
    blank = 0
    for row in rows:
        if row.level and row.level <= blank:
            blank = 0
        if any(region.figure(row.index, c) is not None for c in columns):
            raised = blank and row.level > blank
            found.append(
                replace(row, level=blank) if raised and _is_next(rows, row, blank) else row
            )
        elif row.level and row.kind is RowKind.ITEM:
            blank = row.level
    return found


def _is_next(rows: Sequence[Row], row: Row, blank: int) -> bool:
    """Tell whether a row is right under the blank heading of level ``blank``, not deeper."""
    under: list[int] = []
    for other in reversed(rows[: rows.index(row) + 1]):
        if 0 < other.level <= blank:
            break
        under.append(other.level)
    return row.level == min((level for level in under if level), default=row.level)


def _beneath_among(region: Region, rows: Sequence[Row]) -> set[Row]:
    """The unmarked rows that go on with a 其中 above them: without a number among numbered rows, or
    because together they make up the row that 其中 follows."""
    found: set[Row] = set()
    numbered = any(row.level for row in rows if row.kind is RowKind.ITEM)
    for at, row in enumerate(rows):
        if row.kind is not RowKind.AMONG or not at or rows[at - 1].kind is not RowKind.ITEM:
            continue
        under: list[Row] = []
        for later in rows[at + 1 :]:
            if later.kind is not RowKind.ITEM or later.level:
                break
            under.append(later)
        if numbered and rows[at - 1].level:
            found |= set(under)
            continue
        for count in range(1, len(under) + 1):
            if _make_up(region, rows[at - 1], [row, *under[:count]]):
                found |= set(under[:count])
                break
    return found


def _make_up(region: Region, parent: Row, parts: Sequence[Row]) -> bool:
    """Tell whether rows add up to a parent in some column, more than one of them above zero."""
    for column in region.numeric:
        total = region.figure(parent.index, column)
        if total is None or not adds_up(region, column):
            continue
        sum_ = added(region, parts, column)
        if sum(f.number != 0 for f in sum_.figures) > 1 and sum_.value == total.number:
            return True
    return False


_CARRIED = re.compile(r"结转|结余|收支差额|弥补|上解|下级|调入|调出|债务|转移性")


def _running(rows: Sequence[Row], at: int) -> tuple[Row, ...]:
    """总计 beneath 本年收入合计 and what was carried over: the total above it and the rows between.

    Rows between that bear the names of rows above that total divide what was carried over.
    """
    between: list[Row] = []
    for place in range(at - 1, -1, -1):
        row = rows[place]
        if row.kind is RowKind.TOTAL:
            known = {_unnumbered(r.label) for r in rows[:place]}
            items = [r for r in between if r.kind is RowKind.ITEM and r.label not in known]
            items = [r for r in items if r.label]
            carried = items and all(_CARRIED.search(r.label) for r in items)
            return (row, *reversed(items)) if carried else ()
        between.append(row)
    return ()


def _unnumbered(label: str) -> str:
    return re.sub(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?", "", label)


def likely(region: Region, readings: Sequence[Parts]) -> Parts | None:
    """The reading that the layout alone makes certain; None where rows could be taken in two ways.

    Totals stand beneath their rows unless the first row of the table is one.
    """
    kinds = [row.kind for row in region.rows]
    if any(
        kind is RowKind.AMONG and after is RowKind.ITEM and not row.level
        for (kind, after), row in zip(pairwise(kinds), region.rows[1:], strict=True)
    ) and not _beneath_among(region, region.rows):
        return None  # nobody can tell where 其中 ends
    sums = {RowKind.TOTAL, RowKind.SUBTOTAL}
    on_top = bool(region.rows) and region.rows[0].kind in sums
    side = [p for p in readings if p.name.endswith(" below") == on_top] or list(readings)
    if len(side) > 1 and side[0].name == "subtotals":
        return None
    near = [p for p in side if p.name not in {"all", "totals", "all subtotals"}] or side
    return near[0] if len({tuple(id(r) for r in parts.rows) for parts in near}) == 1 else None


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
        yield Parts("rows", tuple(above))
    if below:
        yield Parts("rows below", tuple(below))


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


def meets(total: Quantity, parts: Added, *, points: bool = False) -> bool:
    """Tell whether parts as printed can add up to the total as printed.

    Figures printed with equal decimals that are not rounded from finer ones add up exactly; a
    total may be off by what the rounding of so many parts can make. ``points`` are given, not
    measured: with one decimal or none they leave no room.
    """
    if parts.value == total.number:
        return True
    finest = max((f.decimals for f in parts.figures), default=0)
    if total.decimals < finest:
        return total.interval.meets(Interval.exact(parts.value)) or total.interval.meets(
            parts.interval
        )
    if total.decimals < (2 if points else 1) or len(parts.figures) < 3:
        return False
    if total.unit is not None and total.kind == MONEY and total.unit.factor == 1:
        return False  # amounts in 元 and 分 are not rounded
    return abs(total.number - parts.value) <= slack(len(parts.figures), finest)


def may_be_rounded(total: Quantity, parts: Added) -> bool:
    """Tell whether one last digit of difference between whole 万元 or 亿元 can come from rounding."""
    coarse = total.kind == MONEY and total.unit is not None and total.unit.factor > 1
    whole = all(f.decimals == 0 for f in (total, *parts.figures))
    return coarse and whole and len(parts.figures) > 2 and abs(total.number - parts.value) == 1


def slack(count: int, decimals: int) -> Decimal:
    """How far a total may be off its ``count`` rounded parts: half a last digit each, three
    standard deviations of so many roundings at most."""
    most = min(Decimal(count) / 2, 3 * (Decimal(count) / 12).sqrt())
    return most * Decimal(1).scaleb(-decimals)


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
