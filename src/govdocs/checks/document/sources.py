"""F602: a total with its 其中 rows by source of money, and columns of one row that add up to its 合计."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.additive import adds_up, plain, plus
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.ratio_relations import is_rate as is_rate_column
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level, Spot
from govdocs.model.quantity import Quantity
from govdocs.reading import Cell, Table
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import figure_in, is_blank, is_exact

_WHOLE = re.compile(
    r"(?:年度|项目|预算|投资|到位|资金)*(?:资金总额|总预算数?|预算总额|总投资|资金合计|预算合计)[:：]?(?:[（(].*)?|(?:全年)?总额[:：]?"
)
_SOURCE = re.compile(
    r"(?:其中[:：])?(?:\d?[.、]?)?(?:(?:中央|上级|省级?|市级?|州级?|县级?|区级?|本级|地方|财政|当年|年初|同级)*(?:财政)?(?:补助|资金|拨款|配套|安排|预算|拨付)+(?:资金)?|其他(?:资金|来源)?|自筹(?:资金)?|单位自筹|上年结转(?:资金)?|银行贷款|社会资本|债券资金)(?:[（(].*)?"
)
_TOTAL_HEAD = re.compile(r"合计|小计|总计|总额|总投资|总数|总量|计$")
LEAST_ROWS = 3


def money_by_source(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the total rows of forms (年度资金总额) against the sources that stand beneath them."""
    for table in subject.document.tables:
        for row in range(len(table.rows)):
            for label in {
                id(c): c for c in table.rows[row] if c is not None and c.row == row
            }.values():
                if _WHOLE.fullmatch(label.plain):
                    yield from _form(table, label)


def is_whole_money(label: str) -> bool:
    """Tell whether a row is the total of a form's money (年度资金总额), told by its sources."""
    return _WHOLE.fullmatch(label) is not None


def _form(table: Table, label: Cell) -> Iterator[Judged]:
    """Pair each figure right of the label with the figures under it in the rows of sources."""
    rows: list[Cell] = []
    seen: set[int] = set()
    for row in range(label.row + label.row_span, min(len(table.rows), label.row + 9)):
        line = [c for c in table.rows[row] if c is not None]
        names = [c for c in line if c.row == row and _SOURCE.fullmatch(c.plain)]
        if not names:
            break
        for name in names:
            if id(name) not in seen:
                seen.add(id(name))
                rows.append(name)
    if len(rows) < 2 or not any(name.plain.startswith("其中") for name in rows):
        return
    for column in range(label.column + label.column_span, table.width):
        total = table.at(label.row, column)
        if total is None or total.row != label.row or total.column != column:
            continue
        figure = figure_in(total.text)
        if figure is None or not is_exact(figure) or figure.unit_symbol in {"%", "％"}:
            continue
        parts = [_beside(table, name, column, label) for name in rows]
        yield from _judged(table, label, total, figure, rows, parts)


def _beside(table: Table, name: Cell, column: int, label: Cell) -> Cell | None:
    """The cell of a source: in the total's column, or right of its name where two stand in a row."""
    direct = table.at(name.row, column)
    after = table.at(name.row, name.column + name.column_span)
    return after if name.column != label.column or direct is None else direct


def _judged(
    table: Table,
    label: Cell,
    total: Cell,
    figure: Quantity,
    names: list[Cell],
    parts: list[Cell | None],
) -> Iterator[Judged]:
    cells = [c for c in parts if c is not None and not is_blank(c.text)]
    figures = [f for c in cells if (f := figure_in(c.text)) is not None and is_exact(f)]
    if (
        not figures
        or len(figures) != len(cells)
        or {f.unit_symbol for f in figures} - {figure.unit_symbol}
    ):
        return
    added_up = sum((f.number for f in figures), Decimal(0))
    blank = [
        name.plain.removeprefix("其中：")
        for name, c in zip(names, parts, strict=True)
        if c is None or is_blank(c.text)
    ]
    held = cell_held(total, *cells)
    if added_up == figure.number:
        yield Judged(True, (), held)
        return
    where = f"{table.name}“{label.plain.rstrip('：:')}”"
    spots = (
        Spot(total.path, where, total.text.strip(), place=total.place),
        *(
            Spot(c.path, f"{table.name}“{name.plain[:20]}”", c.text.strip(), place=c.place)
            for name, c in zip(names, parts, strict=True)
            if c is not None
        ),
    )
    missing = bool(blank) and added_up < figure.number
    yield Judged(
        False, spots, held, "blank" if missing else "",
        {"where": where, "blank": "、".join(blank), "rest": plain(figure.number - added_up)},
        expected=plain(added_up), actual=plain(figure.number),
        arithmetic=f"{plus(figures)}＝{plain(added_up)}≠{plain(figure.number)}",
    )  # fmt: skip


def row_sums(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge 合计 columns against the columns that most rows add up to them, and a 结余 that most rows keep."""
    for region in subject.regions:
        columns = [
            c for c in region.numeric if adds_up(region, c) and not is_rate_column(region, c)
        ]
        for column in columns:
            if _TOTAL_HEAD.search(region.columns[column].last) or _is_split(region, column):
                yield from _row_total(region, column, columns)


def _is_split(region: Region, column: int) -> bool:
    return re.search(r"结余|剩余|未付|未拨|尚欠|差额", region.columns[column].last) is not None


def _row_total(region: Region, column: int, columns: list[int]) -> Iterator[Judged]:
    best: tuple[int, tuple[int, ...], int] | None = None
    for parts, sign in _candidates(region, column, columns):
        good, bad = _tally(region, column, parts, sign)
        if good >= LEAST_ROWS and good >= 3 * bad and (best is None or good > best[0]):
            best = (good, parts, sign)
    if best is None:
        return
    _, parts, sign = best
    for row in region.rows:
        figures = _line(region, row, column, parts)
        if figures is None:
            continue
        total, others = figures
        value = _value(others, sign)
        held = cell_held(*(region.cell(row.index, c) for c in (column, *parts)))
        if _close(total, others, value):
            yield Judged(True, (), held)
            continue
        if row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL} and _has_unsplit(region, column, parts):
            continue
        mark = "－" if sign < 0 else "＋"
        line = mark.join(plain(f.number) for f in others)
        yield Judged(
            False, tuple(cell_spot(region, row, c) for c in (column, *parts)), held, "row",
            {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
             "column": region.columns[column].last},
            expected=plain(value), actual=plain(total.number),
            arithmetic=f"{line}＝{plain(value)}≠{plain(total.number)}",
        )  # fmt: skip


def _has_unsplit(region: Region, column: int, parts: tuple[int, ...]) -> bool:
    """Tell whether some row states its total only, so that the totals beneath do not add up across."""
    return any(
        row.kind is RowKind.ITEM
        and (total := region.figure(row.index, column)) is not None
        and total.number != 0
        and all((part := region.figure(row.index, c)) is None or part.number == 0 for c in parts)
        for row in region.rows
    )


def _candidates(
    region: Region, column: int, columns: list[int]
) -> Iterator[tuple[tuple[int, ...], int]]:
    at = columns.index(column)
    group = region.columns[column].heading[:-1]
    siblings = tuple(
        c for c in columns if c != column and group and region.columns[c].heading[:-1] == group
    )
    for parts in (
        siblings,
        tuple(columns[at + 1 :]),
        tuple(columns[:at]),
        tuple(columns[at + 1 : at + 3]),
        tuple(columns[at + 1 : at + 4]),
        tuple(columns[max(0, at - 2) : at]),
    ):
        if len(parts) > 1:
            yield parts, 1
    if _is_split(region, column):
        for first in columns:
            for second in columns:
                if len({first, second, column}) == 3:
                    yield (first, second), -1


def _line(
    region: Region, row: Row, column: int, parts: tuple[int, ...]
) -> tuple[Quantity, list[Quantity]] | None:
    total = region.figure(row.index, column)
    cells = [region.cell(row.index, c) for c in (column, *parts)]
    if total is None or len({id(c) for c in cells}) != len(cells):
        return None
    others: list[Quantity] = []
    for part in parts:
        cell = region.cell(row.index, part)
        figure = region.figure(row.index, part)
        if figure is None and cell is not None and not is_blank(cell.text):
            return None
        if figure is not None:
            others.append(figure)
    if len(others) < 2 or not all(is_exact(f) for f in (total, *others)):
        return None
    if len({f.unit_symbol for f in (total, *others)}) != 1:
        return None
    return total, others


def _value(others: list[Quantity], sign: int) -> Decimal:
    first, *rest = (figure.number for figure in others)
    return first + sign * sum(rest, Decimal(0))


def _close(total: Quantity, others: list[Quantity], value: Decimal) -> bool:
    if total.number == value:
        return True
    decimals = max(f.decimals for f in (total, *others))
    slack = len(others) * Decimal(1).scaleb(-decimals) / 2
    return decimals > 0 and len(others) > 2 and abs(total.number - value) <= slack


def _tally(region: Region, column: int, parts: tuple[int, ...], sign: int) -> tuple[int, int]:
    good = bad = 0
    for row in region.rows:
        figures = _line(region, row, column, parts)
        if figures is None:
            continue
        total, others = figures
        if not _close(total, others, _value(others, sign)):
            bad += 1
        elif total.number and sum(1 for f in others if f.number) > 1:
            good += 1
    return good, bad


def sums_of_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """Both kinds of sums that F602 speaks of."""
    yield from money_by_source(subject)
    yield from row_sums(subject)


RULES = (
    DocumentRule(
        code="F602",
        name="资金总额等于各来源之和，合计列等于各列之和",
        level=Level.ERROR,
        judge=sums_of_rows,
        what="“年度资金总额”“总预算数”等于其下“其中”各来源（中央、地方、其他资金）之和；“合计”“结余”列，先看至少三行合于哪几列相加减，再查不合的行。",
        why="总额常按调整前的数写，或漏了结转结余、地方配套的一行。",
        mend="核对总额与各来源；确有未列的来源，补填该行。",
        source="财预〔2018〕29号自评表；算术关系",
        sentences={
            "": "{where}写{actual}，其下各来源相加是{expected}：{arithmetic}",
            "blank": "{where}写{actual}，已填各来源相加是{expected}，相差{rest}，而“{blank}”空白",
            "row": "{table}“{row}”{column}写{actual}，同一行各列合得{expected}：{arithmetic}",
        },
        example=DocumentExample(
            wrong="|项目资金（万元）|全年预算数|全年执行数|\n|年度资金总额|500|400|\n|其中：中央补助|300|300|\n|地方资金|150|100|",
            right="|项目资金（万元）|全年预算数|全年执行数|\n|年度资金总额|450|400|\n|其中：中央补助|300|300|\n|地方资金|150|100|",
        ),
    ),
)
