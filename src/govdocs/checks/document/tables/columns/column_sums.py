"""F601: 合计 and 小计 rows against the rows that they add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import erf, prod, sqrt

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import (
    Added,
    Parts,
    added,
    adds_up,
    is_whole_list,
    likely,
    may_be_rounded,
    meets,
    parts_of_total,
    plain,
    plus,
)
from govdocs.checks.document.tables.concepts import POINTS, concept_of
from govdocs.checks.document.tables.forms.execution_block import ExecutionPoints, execution_points
from govdocs.finding import Level
from govdocs.model.quantity import Quantity
from govdocs.prose.words.near_miss import looks_like_slip, one_slip_apart
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact
from govdocs.reading.tables.rows import kind_of


def column_sums(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every total and subtotal of every table, column by column."""
    open_above: Region | None = None
    for region in subject.regions:
        goes_on = open_above is not None and _goes_on(open_above, region)
        open_above = region if not any(r.kind is RowKind.TOTAL for r in region.rows) else None
        if goes_on:
            continue  # the total of a continued table (续表) adds up both parts
        whole = is_whole_list(region)
        for row in region.rows:
            if row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}:
                others = [r for r in subject.regions_of(region.table) if r.head != region.head]
                judged = _of_row(subject, region, row, others)
                yield from judged if whole else _where_shown(judged)


def _where_shown(judged: Iterator[Judged]) -> Iterator[Judged]:
    """Of a list that may be partial (抽查, 部分), what is judged where other columns add up to its total."""
    found = list(judged)
    columns = [one for one in found if one.holds and len(one.held) > SHOWN_BY]
    if columns and len(columns) * 2 >= len(found):
        yield from found


def _goes_on(first: Region, second: Region) -> bool:
    """Tell whether a table under the same heads goes on with the one before, which has no total."""
    return (
        first.table.path != second.table.path
        and [c.heading for c in first.columns] == [c.heading for c in second.columns]
        and (first.table.number == second.table.number or not second.table.title)
    )


def _of_row(
    subject: DocumentSubject, region: Region, row: Row, others: list[Region]
) -> Iterator[Judged]:
    columns = [c for c in region.numeric if adds_up(region, c) and _total(region, row, c)]
    readings = [parts for parts in parts_of_total(region, row) if len(parts.rows) > 0]
    if not columns or not readings:
        return
    points = {c for c in columns if concept_of(region.columns[c]) in POINTS}
    wholes = [parts for parts in readings if parts.whole]
    if wholes:
        yield from _of_cuts(region, row, columns, wholes)
        return
    fitting: dict[int, tuple[Parts, Added]] = {}
    for column in columns:
        total = _total(region, row, column)
        assert total is not None
        for parts in readings:
            sum_ = added(region, parts.rows, column)
            if not sum_.unreadable and sum_.cells and meets(total, sum_, points=column in points):
                fitting[column] = (parts, sum_)
                break
    for column in columns:
        if column in fitting:
            parts, sum_ = fitting[column]
            cell = region.cell(row.index, column)
            yield Judged(True, (), cell_held(cell, *sum_.cells))
            continue
        if row.kind is RowKind.TOTAL and _elsewhere(others, region.columns[column].last):
            yield from _with_elsewhere(region, row, column, readings, others)
            continue
        above = execution_points(subject, region, column) if row.kind is RowKind.TOTAL else None
        if above is not None:
            judged = _with_execution(region, row, column, readings[0], above)
            if judged is not None:
                yield judged
                continue
        supported = [p for p in readings if any(f.name == p.name for f, _ in fitting.values())]
        exactly = _are_exact([sum_ for _, sum_ in fitting.values()], len(columns) - len(fitting))
        yield from _wrong(region, row, column, supported, readings, exactly=exactly)


def _with_execution(
    region: Region, row: Row, column: int, parts: Parts, above: ExecutionPoints
) -> Judged | None:
    """总分 adds what the form gives for executing the budget; None where that does not come near it."""
    total = _total(region, row, column)
    sum_ = added(region, parts.rows, column)
    points = above.points(concept_of(region.columns[column]))
    if total is None or sum_.unreadable:
        return None
    cell = region.cell(row.index, column)
    held = cell_held(*(c for c in (cell, above.cell) if c is not None), *sum_.cells)
    if above.explains(total.number - sum_.value, concept_of(region.columns[column])):
        return Judged(True, (), held)
    if points is None:
        return Judged(True, (), ())
    value = points + sum_.value
    places = max(f.decimals for f in (total, *sum_.figures))
    if not looks_like_slip(total.number - value, Decimal(1).scaleb(-places)):
        return None
    spots = (
        cell_spot(region, row, column),
        *(cell_spot(region, r, column) for r in parts.rows[:30] if region.figure(r.index, column)),
    )
    details = {
        "table": region.table.name, "column": region.columns[column].last, "row": row.label, "blank": ""
    }  # fmt: skip
    line = f"{plain(points)}＋{plus(sum_.figures)}＝{plain(value)}≠{plain(total.number)}"
    return Judged(False, spots, held, "", details, plain(value), plain(total.number), line)


def _of_cuts(region: Region, row: Row, columns: list[int], cuts: list[Parts]) -> Iterator[Judged]:
    """Each of several cuts (按收入性质分, 按支出性质分) makes up the whole, column by column."""
    sums = {(n, c): added(region, cut.rows, c) for n, cut in enumerate(cuts) for c in columns}
    totals = {c: _total(region, row, c) for c in columns}
    kept = {
        key for key, sum_ in sums.items()
        if (total := totals[key[1]]) is not None and sum_.cells and not sum_.unreadable
        and meets(total, sum_, points=concept_of(region.columns[key[1]]) in POINTS)
    }  # fmt: skip
    for (n, column), sum_ in sums.items():
        if (n, column) in kept:
            yield Judged(True, (), cell_held(region.cell(row.index, column), *sum_.cells))
            continue
        same = any(k == n for k, _ in kept)  # the cut is whole in another column
        agreed = len({s.value for (_, c), s in sums.items() if c == column}) == 1 < len(cuts)
        if same or agreed or any(c == column for _, c in kept):
            yield from _wrong(region, row, column, [cuts[n]], [cuts[n]])


def _elsewhere(others: list[Region], head: str) -> list[tuple[Region, int, int]]:
    """Figures of the same head in other parts of one form (10分 of 执行率 above the indicators)."""
    return [
        (other, row, column.index)
        for other in others
        for column in other.columns
        if head and column.last == head and column.index in other.numeric
        for row in other.body
        if (cell := other.cell(row, column.index)) is not None
        and (cell.row, cell.column) == (row, column.index)
        and other.figure(row, column.index) is not None
    ]


def _with_elsewhere(
    region: Region, row: Row, column: int, readings: list[Parts], others: list[Region]
) -> Iterator[Judged]:
    """总分 of a form adds the points of all its parts."""
    total = _total(region, row, column)
    more = _elsewhere(others, region.columns[column].last)
    sum_ = added(region, readings[0].rows, column)
    if total is None or sum_.unreadable or len(sum_.cells) < 2:
        return
    figures = [f for other, at, where in more if (f := other.figure(at, where)) is not None]
    value = sum_.value + sum((f.number for f in figures), Decimal(0))
    cells = [region.cell(row.index, column), *(other.cell(at, where) for other, at, where in more)]
    held = cell_held(*cells, *sum_.cells)
    if value == total.number:
        yield Judged(True, (), held)
    elif looks_like_slip(
        total.number - value,
        Decimal(1).scaleb(-max(f.decimals for f in (total, *figures, *sum_.figures))),
    ):
        spots = (
            cell_spot(region, row, column),
            *(cell_spot(other, at, where) for other, at, where in more),
            *(
                cell_spot(region, part, column)
                for part in readings[0].rows[:30]
                if region.figure(part.index, column)
            ),
        )
        details = {
            "table": region.table.name,
            "column": region.columns[column].last,
            "row": row.label,
            "blank": "",
        }
        line = f"{plus([*figures, *sum_.figures])}＝{plain(value)}≠{plain(total.number)}"
        yield Judged(False, spots, held, "", details, plain(value), plain(total.number), line)


def _total(region: Region, row: Row, column: int) -> Quantity | None:
    found = region.figure(row.index, column)
    cell = region.cell(row.index, column)
    if found is None or not is_exact(found) or cell is None or cell.row != row.index:
        return None
    return found


SHOWN_BY = 2
"""More cells than a total and two rows that add up exactly show that a list is whole."""
BY_CHANCE = 0.05
"""So seldom may rounded figures have added up exactly in the other columns before one last digit is a slip."""


def _are_exact(kept: list[Added], broken: int) -> bool:
    """Tell whether the sums of a row's other columns are so many that its figures cannot be rounded."""
    sums = {tuple(f.number for f in s.figures) for s in kept}
    told = [sum(number != 0 for number in figures) for figures in sums]
    return broken == 1 and prod(erf(0.5 / sqrt(n / 6)) for n in told if n > 1) < BY_CHANCE


def _wrong(
    region: Region,
    row: Row,
    column: int,
    supported: list[Parts],
    readings: list[Parts],
    *,
    exactly: bool = False,
) -> Iterator[Judged]:
    """Report a column whose parts are certain: another column adds up so, or there is one reading."""
    total = _total(region, row, column)
    assert total is not None
    chosen = supported[0] if supported else likely(region, readings)
    if chosen is None and {p.name for p in readings} == {"flat", "subtotals"}:
        values = [added(region, parts.rows, column) for parts in readings]
        if len({sum_.value for sum_ in values}) == 1:  # rows and subtotals speak with one voice
            chosen = readings[0]
    least = 1 if chosen is not None and chosen.name.startswith("level") else 2
    if chosen is None or len(chosen.rows) < least:
        return
    sum_ = added(region, chosen.rows, column)
    if sum_.unreadable or len(sum_.cells) < least or not _comparable(total, sum_):
        return
    # Blank cells may hide what is missing; a sum above its total is wrong all the same.
    if sum_.blank and sum_.value < total.number and not supported:
        return
    if not supported and not _plausible(total, sum_):
        return
    if _is_mean(total, sum_):
        return
    if kind_of(row.labels) is RowKind.ITEM and not _is_near(total, sum_):
        return  # 全市 states averages and highest values too
    spots = (
        cell_spot(region, row, column),
        *(
            cell_spot(region, part, column)
            for part in chosen.rows[:30]
            if region.figure(part.index, column)
        ),
    )
    yield Judged(
        False,
        spots,
        cell_held(region.cell(row.index, column), *sum_.cells),
        "blank" if sum_.blank and sum_.value < total.number else "",
        {"table": region.table.name, "column": region.columns[column].last or "该列",
         "row": row.label, "blank": str(sum_.blank)},
        expected=plain(sum_.value),
        actual=plain(total.number),
        arithmetic=f"{plus(sum_.figures)}＝{plain(sum_.value)}≠{plain(total.number)}",
        level=Level.NOTE
        if may_be_rounded(total, sum_) and not exactly
        else Level.WARNING
        if sum_.blank or may_be_rounded(total, sum_)
        else None,
    )  # fmt: skip


def _is_mean(total: Quantity, sum_: Added) -> bool:
    """Tell whether a total lies between its rows, as an average does, and no slip makes the sum of it."""
    numbers = [figure.number for figure in sum_.figures]
    within = min(numbers) < total.number < max(numbers)
    return within and min(numbers) > 0 and not one_slip_apart(total.number, sum_.value)


def _comparable(total: Quantity, sum_: Added) -> bool:
    units = {f.unit_symbol for f in (total, *sum_.figures) if f.unit}
    return len(units) <= 1


def _is_near(total: Quantity, sum_: Added) -> bool:
    finest = Decimal(1).scaleb(-max(f.decimals for f in (total, *sum_.figures)))
    if not sum_.value:
        return False
    near = Decimal("0.8") <= total.number / sum_.value <= Decimal("1.25")
    return near or looks_like_slip(total.number - sum_.value, finest)


def _plausible(total: Quantity, sum_: Added) -> bool:
    """A total that is far from its rows counts something else (different firms, a longer list)."""
    if sum_.value == 0:
        return False
    finest = Decimal(1).scaleb(-max(f.decimals for f in (total, *sum_.figures)))
    near = looks_like_slip(total.number - sum_.value, finest)
    return near or Decimal("0.5") <= total.number / sum_.value <= Decimal(2)


RULES = (
    DocumentRule(
        code="F601",
        name="表内合计、小计等于各行之和",
        level=Level.ERROR,
        judge=column_sums,
        what="表中“合计”“小计”“总计”行的数，等于它所加各行之和；有小计的，合计等于各小计之和；首行或末行称“全市”“全年”等，且至少一列等于其余各行之和的，也按合计看；“其中”行不另加；“按……分”的几组、同一批人按性别年龄等分的几组，每组都等于合计。比率、单价、亩均、标准、目标值一类的列不加总；“前十名”“部分”一类不完整的表不检查。",
        why="改了一行没有改合计，或合计抄自旧表，是表格里最常见的错。",
        mend="重新加总，更正合计，或更正抄错的一行。",
        source="算术关系；印出的小数位决定允许的舍入范围",
        sentences={
            "": "{table}“{row}”行{column}写{actual}，各行相加是{expected}",
            "blank": "{table}“{row}”行{column}写{actual}，已填各行相加是{expected}，另有{blank}格空白",
        },
        example=DocumentExample(
            wrong="表1 资金分配表\n|单位|金额（万元）|\n|甲县|30|\n|乙县|20|\n|丙县|25|\n|合计|76|",
            right="表1 资金分配表\n|单位|金额（万元）|\n|甲县|30|\n|乙县|20|\n|丙县|25|\n|合计|75|",
        ),
    ),
)
