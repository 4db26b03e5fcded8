"""F633: amounts against price times count (单价, 数量, 金额), row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.columns.quotient_columns import quotient_columns
from govdocs.checks.document.tables.columns.ratio_relations import is_rate
from govdocs.finding import Level
from govdocs.model.interval import quotient, rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_AVERAGE = re.compile(
    r"[户人亩头台套件所村校床次项里]均(?!衡)|平均每[户人亩头台套件所村校床次项张]"
)
"""An average is what its amount divided by its count makes, in the total row too."""
_PRICE = re.compile(rf"单价|标准(?!分)|均价|每.{{1,4}}(?:补助|补贴|奖补)|{_AVERAGE.pattern}")
_COUNT = re.compile(
    r"数量|床位|人数|户数|面积|个数|台数|头数|套数|座数|长度|里程|次数|件数|工程量|[人户亩](?:次)?数"
)
_AMOUNT = re.compile(
    r"金额|合计|小计|总价|资金|补助|补贴|投资|费用|支出|经费|总额|奖补|[发兑拨支][放付](?!率|比例|进度|标准|次数|时间|日期)|报酬|津贴|补偿|[应实]发|救助金"
)
_MONTHS = re.compile(r"月数|月份|期数|天数|学期")
_REPEATED = re.compile(r"月|季|学期|日|天|餐|周")
"""A price for a part of the year, which a year's amount takes so many times: 月标准 twelve times."""
_MOST_TIMES = 366
_COUNTED = frozenset({"亩", "面积", "长度", "人", "人次", "户", "重量"})
LEAST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class _Product:
    """``amount`` is ``price`` times ``count``, in the unit that ``factor`` leads to (元 to 万元).

    ``times`` is the column of months or terms that the price is paid for, None where there is none.
    """

    amount: int
    price: int
    count: int
    factor: Decimal
    times: int | None = None
    repeats: int = 1
    """How often the price is paid in the year where no column says so (月标准: 12)."""
    averaged: bool = False
    """Whether the price is what the amount makes for each, so that it was rounded."""

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of the product, the amount first."""
        return (self.amount, self.price, self.count, *(() if self.times is None else (self.times,)))


def products(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every row of tables with a price, a count and an amount that most rows keep."""
    for region in subject.regions:
        found = _found(region)
        for one in found:
            for row in region.rows:
                yield from _of_row(region, row, one)
        yield from quotient_columns(region, frozenset(one.price for one in found))


def _found(region: Region) -> list[_Product]:
    """The product that most rows keep for each amount: 一档金额 and 二档金额 have their own."""
    names = {c: region.columns[c].last for c in region.numeric if not is_rate(region, c)}
    prices = [c for c, name in names.items() if _PRICE.search(name)]
    months = [c for c, name in names.items() if _MONTHS.search(name)]
    if not prices or len(months) > 1:
        return []
    times = months[0] if months else None
    counts = [c for c, n in names.items() if c not in {*prices, *months} and _counts(region, c, n)]
    amounts = [
        c for c, n in names.items() if c not in {*prices, *counts, *months} and _AMOUNT.search(n)
    ]
    best: dict[int, tuple[int, _Product]] = {}
    for price in prices:
        for count in counts:
            for amount in amounts:
                for plainly in _scaled(region, amount, price, count):
                    averaged = _AVERAGE.search(names[price]) is not None
                    one = replace(plainly, times=times, averaged=averaged)
                    if times is None and _REPEATED.search(region.columns[price].full):
                        one = _repeated(region, one)
                    good, bad, digits = _tally(region, one)
                    if good < 2 or digits < LEAST_DIGITS or good < 2 * bad:
                        continue
                    if amount not in best or good > best[amount][0]:
                        best[amount] = (good, one)
    return [one for _, one in best.values()]


def _repeated(region: Region, one: _Product) -> _Product:
    """The product with the whole number of times that most rows share: 214人×935元×12＝2401080元."""
    often: Counter[int] = Counter()
    for row in region.rows:
        line = _line(region, row, one)
        if line is not None:
            times = quotient(line[0].number, line[1].number * line[2].number * one.factor)
            if times == int(times) and 1 <= times <= _MOST_TIMES:
                often[int(times)] += 1
    times_over, rows = max(often.items(), key=lambda item: item[1], default=(1, 0))
    return replace(one, repeats=times_over) if rows > 1 else one


def _counts(region: Region, column: int, name: str) -> bool:
    """Tell whether a column holds counts, by its name or by an area, length or persons as its unit."""
    unit = region.columns[column].unit
    return _COUNT.search(name) is not None or (unit is not None and unit.kind in _COUNTED)


def _scaled(region: Region, amount: int, price: int, count: int) -> Iterator[_Product]:
    """The product in the units that the heads state; by 1 and 10,000 where one states none."""
    of_amount, of_price, of_count = (region.columns[c].unit for c in (amount, price, count))
    if of_amount is not None and of_price is not None and of_amount.kind == of_price.kind == MONEY:
        scale = of_price.factor / of_amount.factor
        times = 1 if of_count is None else of_count.factor
        yield _Product(amount, price, count, scale * times)
        if times != 1:  # （千米） may be the measure of the price as well
            yield _Product(amount, price, count, scale)
        return
    yield _Product(amount, price, count, Decimal(1))
    yield _Product(amount, price, count, Decimal("0.0001"))


def _line(region: Region, row: Row, one: _Product) -> tuple[Quantity, ...] | None:
    averaged = _AVERAGE.search(region.columns[one.price].last) is not None
    if row.kind is not RowKind.ITEM and not (averaged and row.kind is RowKind.TOTAL):
        return None
    figures = [region.figure(row.index, c) for c in one.columns]
    cells = [region.cell(row.index, c) for c in one.columns]
    if any(c is None or c.row != row.index or c.row_span > 1 for c in cells):
        return None
    known = [f for f in figures if f is not None and is_exact(f) and f.number > 0]
    return tuple(known) if len(known) == len(one.columns) else None


def _holds(line: tuple[Quantity, ...], one: _Product) -> bool:
    amount, price, count = line[:3]
    factor = one.factor * one.repeats
    factor *= 1 if one.times is None else line[3].number
    value = price.number * count.number * factor
    low = price.interval.low * count.number * factor
    high = price.interval.high * count.number * factor
    room = amount.interval
    loose = (
        one.averaged or price.decimals > 0 or price.number < 10
    )  # a price that was itself divided
    return room.low <= value <= room.high or (loose and low <= room.high and room.low <= high)


def _tally(region: Region, one: _Product) -> tuple[int, int, int]:
    good = bad = digits = 0
    for row in region.rows:
        line = _line(region, row, one)
        if line is None:
            continue
        if not _holds(line, one):
            bad += 1
        elif line[2].number != 1:
            good += 1
            digits += len(f"{line[0].number:f}".replace(".", "").strip("0"))
            digits += len(f"{line[2].number:f}".replace(".", "").strip("0"))
    return good, bad, digits


def _of_row(region: Region, row: Row, one: _Product) -> Iterator[Judged]:
    line = _line(region, row, one)
    if line is None:
        return
    columns = one.columns
    held = cell_held(*(region.cell(row.index, c) for c in columns))
    if _holds(line, one):
        yield Judged(True, (), held)
        return
    amount, price, count = line[:3]
    times = Decimal(one.repeats) if one.times is None else line[3].number
    value = rounded(price.number * count.number * times * one.factor, max(amount.decimals, 2))
    scale = "" if one.factor == 1 else f"{price.unit_symbol or ''}"
    more = "" if one.times is None and times == 1 else f"×{plain(times)}"
    shown = f"{plain(price.number)}{scale}×{plain(count.number)}{more}＝{plain(value)}{amount.unit_symbol if scale else ''}"
    yield Judged(
        False, tuple(cell_spot(region, row, c) for c in columns), held, "",
        {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
         "column": region.columns[one.amount].last},
        expected=plain(value), actual=plain(amount.number), arithmetic=shown,
    )  # fmt: skip


RULES = (
    DocumentRule(
        code="F633",
        name="金额等于单价乘数量",
        level=Level.WARNING,
        judge=products,
        what="表中同有单价（补助标准）、数量（人数、户数、面积）和金额三列，而至少两行、三分之二以上的行合于“单价×数量＝金额”的，其余的行也应相合；亩均、人均一类的平均数，合计行也应等于金额除以数量；有月数、期数一列的，一并相乘；月标准一类的单价，按多数行共有的次数（如12个月）相乘。户均面积、单位投资一类的列，多数行都合于同表某两列相除的，其余的行只差一位数字就合的，提示核对。",
        why="数量核减后金额没有重算，是补助发放表和采购清单里常见的错。",
        mend="核对该行单价、数量，重算金额。",
        source="算术关系",
        sentences={
            "": "{table}“{row}”{column}写{actual}，按同一行的数应为{expected}：{arithmetic}"
        },
        example=DocumentExample(
            wrong="|设备|数量（台）|单价（元）|金额（元）|\n|水泵|12|3500|42000|\n|电机|8|6200|49600|\n|阀门|45|280|12060|\n|闸机|3|18600|55800|",
            right="|设备|数量（台）|单价（元）|金额（元）|\n|水泵|12|3500|42000|\n|电机|8|6200|49600|\n|阀门|45|280|12600|\n|闸机|3|18600|55800|",
        ),
    ),
)
