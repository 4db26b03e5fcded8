"""Columns that two others divide, though no head prints the formula: 户均面积 = 建筑面积 ÷ 户数, 单位投资 = 投资 ÷ 面积."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.columns.ratio_relations import is_rate
from govdocs.finding import Level
from govdocs.model.interval import Interval, quotient, rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY, PERCENT
from govdocs.prose.words.near_miss import slips_of
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_EACH = re.compile(
    r"[户人亩头台套件所村校床次项里车站镇乡企店班生师公日月年季]均(?!衡|等)|平均|每|单位(?!名称|数|个数|类|性质)|单产|造价|单方|强度|密度|负担|/|倍数|(?<![同环占])比$"
)
_PER = re.compile(r"[/每]")
_NO_PART = re.compile(r"序号|编号|年份|年度|标准|期限|工期|名次|排名")
_PARTS = 10
"""Of a wider table only the columns nearest are tried."""
_LEAST_ROWS = 3
_RIVALS = 2
_LEAST_DIGITS = 6
_POWERS = tuple(Decimal(1).scaleb(power) for power in (0, 4, -4, 3, -3, 2, -2, 1, -1, 8, -8))


@dataclass(frozen=True, slots=True)
class Division:
    """``result`` is ``part`` over ``whole``, times ``scale`` for the units that the heads count in."""

    result: int
    part: int
    whole: int
    scale: Decimal

    @property
    def columns(self) -> tuple[int, int, int]:
        """The three columns, the result first."""
        return (self.result, self.part, self.whole)


def quotient_columns(region: Region, taken: frozenset[int]) -> Iterator[Judged]:
    """Judge the columns of averages that most rows divide alike; those ``taken`` another relation explains."""
    amounts = [
        c for c in region.numeric
        if not is_rate(region, c) and not _NO_PART.search(region.columns[c].name)
    ]  # fmt: skip
    for column in amounts:
        if column not in taken and _EACH.search(region.columns[column].name):
            divisions = _divisions(region, column, [c for c in amounts if c != column])
            for row in region.rows if divisions else ():
                if any(_fits(region, row, other) for other in divisions[1:]):
                    continue
                yield from _judged(region, row, divisions[0])


def _divisions(region: Region, column: int, others: list[int]) -> list[Division]:
    """The division that most rows keep, nearest columns first; none where many explain the rows as well.

    Of two (by 人数, or by 应发报酬 of 1万元 each) a row must break both.
    """
    near = sorted(others, key=lambda c: abs(c - column))[:_PARTS]
    found: list[tuple[int, Division]] = []
    for part, whole in permutations(sorted(near), 2):
        one = _scaled(region, column, part, whole)
        if one is None:
            continue
        kept = [fit for row in region.rows if (fit := _fits(region, row, one)) is not None]
        good, bad = sum(kept), len(kept) - sum(kept)
        if good >= max(_LEAST_ROWS - bool(bad), 2) and good >= 2 * bad and _digits(region, one):
            found.append((good - bad, one))
    if not found:
        return []
    most = max(score for score, _ in found)
    best = [one for score, one in found if score == most]
    best.sort(
        key=lambda one: (
            _is_money(region, one.whole),
            abs(one.part - column) + abs(one.whole - column),
        )
    )
    return best if len(best) <= _RIVALS else []


def _is_money(region: Region, column: int) -> bool:
    unit = region.columns[column].unit
    return unit is not None and unit.kind == MONEY


def _scaled(region: Region, column: int, part: int, whole: int) -> Division | None:
    """The division in the units of its columns, found by the rows: the power of ten that two rows share."""
    powers: dict[Decimal, int] = {}
    for row in region.rows[:_PARTS]:
        line = _line(region, row, Division(column, part, whole, Decimal(1)))
        if line is None:
            continue
        result, above, below = line
        value = quotient(above.number, below.number)
        power = next(
            (p for p in _POWERS if abs(value * p / result.number - 1) < Decimal("0.06")), None
        )
        if power is not None:
            powers[power] = powers.get(power, 0) + 1
    scale = max(powers, key=lambda p: powers[p], default=None)
    if scale is None or powers[scale] < 2:
        return None
    known = [region.columns[c].unit for c in (column, part, whole)]
    if all(unit is not None for unit in known) and not _PER.search(region.columns[column].name):
        result_unit, above_unit, below_unit = (unit for unit in known if unit is not None)
        if result_unit.kind == above_unit.kind != PERCENT:
            counted = below_unit.factor if below_unit.kind != MONEY else Decimal(1)
            stated = above_unit.factor / (result_unit.factor * counted)
            if stated != scale:
                return None
    return Division(column, part, whole, scale)


def _line(region: Region, row: Row, one: Division) -> tuple[Quantity, Quantity, Quantity] | None:
    if row.kind not in {RowKind.ITEM, RowKind.TOTAL, RowKind.SUBTOTAL}:
        return None
    figures = [region.figure(row.index, c) for c in one.columns]
    cells = [region.cell(row.index, c) for c in one.columns]
    if any(c is None or c.row != row.index or c.row_span > 1 for c in cells):
        return None
    known = [f for f in figures if f is not None and is_exact(f) and f.number > 0]
    return (known[0], known[1], known[2]) if len(known) == len(one.columns) else None


def _fits(region: Region, row: Row, one: Division) -> bool | None:
    line = _line(region, row, one)
    return None if line is None else _holds(*line, one.scale)


def _holds(result: Quantity, above: Quantity, below: Quantity, scale: Decimal) -> bool:
    true = _range(above).over(_range(below))
    if true is None:
        return False
    true = true.scaled(scale)
    exact = quotient(above.number, below.number) * scale
    return true.meets(result.interval) or Interval.truncated(
        result.number, result.decimals
    ).meets(Interval.exact(exact))  # fmt: skip


def _range(figure: Quantity) -> Interval:
    """A whole number is taken as a count: exact."""
    return figure.interval if figure.decimals else Interval.exact(figure.number)


def _digits(region: Region, one: Division) -> bool:
    """Tell whether the rows that keep a division have digits enough to rule out chance."""
    seen: set[tuple[Decimal, ...]] = set()
    digits = 0
    for row in region.rows:
        line = _line(region, row, one)
        if line is None or not _holds(*line, one.scale):
            continue
        key = tuple(figure.number for figure in line)
        if key in seen or line[2].number == 1 or line[0].number == line[1].number:
            continue
        seen.add(key)
        digits += len(f"{line[0].number:f}".replace(".", "").strip("0"))
    return digits >= _LEAST_DIGITS


def _judged(region: Region, row: Row, one: Division) -> Iterator[Judged]:
    line = _line(region, row, one)
    if line is None:
        return
    held = cell_held(*(region.cell(row.index, c) for c in one.columns))
    if _holds(*line, one.scale):
        yield Judged(True, (), held)
        return
    if not _one_slip(line, one.scale):
        return
    result, above, below = line
    value = rounded(quotient(above.number, below.number) * one.scale, result.decimals)
    times = "" if one.scale == 1 else f"×{one.scale.normalize():f}"
    yield Judged(
        False, tuple(cell_spot(region, row, c) for c in one.columns), held, "",
        {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
         "column": region.columns[one.result].last},
        expected=plain(value), actual=plain(result.number),
        arithmetic=f"{plain(above.number)}÷{plain(below.number)}{times}＝{plain(value)}",
        level=Level.WARNING,
    )  # fmt: skip


def _one_slip(line: tuple[Quantity, Quantity, Quantity], scale: Decimal) -> bool:
    """Tell whether one digit of one of the three figures makes the row as the others are."""
    true = _range(line[1]).over(_range(line[2]))
    if true is None:
        return False
    room = true.scaled(scale)
    half = line[0].interval.high - line[0].number
    if any(room.low - half <= slip <= room.high + half for slip in slips_of(line[0].number)):
        return True
    part, whole = (_range(figure) for figure in line[1:])
    result = line[0].interval
    dividends = Interval(result.low * whole.low / scale, result.high * whole.high / scale)
    if any(dividends.low <= slip <= dividends.high for slip in slips_of(line[1].number)):
        return True
    if result.low <= 0:
        return False
    divisors = Interval(part.low * scale / result.high, part.high * scale / result.low)
    return any(divisors.low <= slip <= divisors.high for slip in slips_of(line[2].number))
