"""F603: rate columns against the two columns that they divide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.additive import plain
from govdocs.checks.document.concepts import Concept, columns_for, concept_of
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.model.interval import Interval, quotient, rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_HUNDRED = Interval.exact(Decimal(100))
_RATE = re.compile(r"率|占比|比例|比重|进度|百分比|增幅|增速|增长|同比")
_GROWTH = re.compile(r"增长率|增幅|增速|同比|增减率|变动率|降幅|增减比例|增长(?:[（(]?[%％])?$")
_SHARE = re.compile(r"占比|比重|所占比例|占.{0,8}比例|构成|^比例$|百分比")
_BY_NAME = (
    (Concept.SCORE_RATE, Concept.SCORE, Concept.WEIGHT),
    (Concept.SPENT_RATE, Concept.SPENT, Concept.BUDGET),
)
_OF_THE_YEAR = re.compile(r"全年|调整后")
LEAST_ROWS = 3
"""So many rows must agree before a relation that no head names is taken for one."""


@dataclass(frozen=True, slots=True)
class _Relation:
    rate: int
    part: int
    whole: int | None
    """The divisor's column; None for the total of the part's own column."""
    kind: str
    named: bool


def column_ratios(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every rate of every rate column whose dividend and divisor are certain."""
    for region in subject.regions:
        for rate in region.numeric:
            if is_rate(region, rate):
                yield from _column(region, rate)


def is_rate(region: Region, column: int) -> bool:
    """Tell whether a column holds percentages, by its head and its figures."""
    head = region.columns[column]
    if head.unit is not None and head.unit.kind == PERCENT:
        return True
    figures = [f for row in region.rows if (f := region.figure(row.index, column))]
    percent = sum(f.kind == PERCENT for f in figures)
    named = _RATE.search(head.last) is not None
    return bool(figures) and (
        percent * 2 > len(figures) or (named and all(f.kind in {PERCENT, ""} for f in figures))
    )


def _column(region: Region, rate: int) -> Iterator[Judged]:
    named = _by_name(region, rate)
    if named is not None:
        yield from _judge(region, named)
        return
    relation = _discovered(region, rate)
    if relation is not None:
        yield from _judge(region, relation)


def _by_name(region: Region, rate: int) -> _Relation | None:
    concept = concept_of(region.columns[rate])
    for wanted, part, whole in _BY_NAME:
        if concept is wanted:
            parts, wholes = columns_for(region, part), columns_for(region, whole)
            if len(wholes) > 1:  # 年初预算数 beside 全年预算数: the rate is of the year's
                wholes = [c for c in wholes if _OF_THE_YEAR.search(region.columns[c].name)]
            if len(parts) == 1 and len(wholes) == 1:
                return _Relation(rate, parts[0], wholes[0], "ratio", True)
    return None


def _discovered(region: Region, rate: int) -> _Relation | None:
    """The one relation that most rows of a column keep, with at least three that do."""
    head = region.columns[rate].name
    kinds = (
        ["growth"]
        if _GROWTH.search(head)
        else ["share", "ratio"]
        if _SHARE.search(head)
        else ["ratio", "growth"]
    )
    others = [c for c in region.numeric if c != rate and not is_rate(region, c)]
    best: list[tuple[int, _Relation]] = []
    for kind in kinds:
        for part in others:
            for whole in [None] if kind == "share" else [w for w in others if w != part]:
                relation = _Relation(rate, part, whole, kind, False)
                good, bad = _tally(region, relation)
                if good >= LEAST_ROWS and good >= 2 * bad:
                    best.append((good, relation))
        if best:
            break
    if not best:
        return None
    most = max(good for good, _ in best)
    top = [relation for good, relation in best if good == most]
    return top[0] if len(top) == 1 else None


def _tally(region: Region, relation: _Relation) -> tuple[int, int]:
    """Rows that keep and that break a relation; rates of 0 and 100% say nothing."""
    good = bad = 0
    for row in region.rows:
        figures = _figures(region, row, relation)
        if figures is None:
            continue
        rate, part, whole = figures
        true = _true(part, whole, relation.kind)
        if true is None:
            continue
        if not _fits(rate, true):
            bad += 1
        elif rate.number not in {Decimal(0), Decimal(100)}:
            good += 1
    return good, bad


def _figures(
    region: Region, row: Row, relation: _Relation
) -> tuple[Quantity, Quantity, Quantity] | None:
    rate = region.figure(row.index, relation.rate)
    part = region.figure(row.index, relation.part)
    if relation.whole is None:
        totals = [r for r in region.rows if r.kind is RowKind.TOTAL]
        whole = region.figure(totals[-1].index, relation.part) if len(totals) == 1 else None
    else:
        whole = region.figure(row.index, relation.whole)
    if rate is None or part is None or whole is None or whole.number <= 0:
        return None
    cells = [region.cell(row.index, c) for c in (relation.rate, relation.part)]
    if any(cell is None or cell.row != row.index for cell in cells):
        return None
    if rate.kind not in {PERCENT, ""} or not (
        is_exact(rate) and is_exact(part) and is_exact(whole)
    ):
        return None
    if part.kind != whole.kind:
        return None
    return rate, part, whole


def _true(part: Quantity, whole: Quantity, kind: str) -> tuple[Interval, Decimal] | None:
    """The interval and the exact value of a rate in per cent."""
    a = part.base_interval if part.unit else part.interval
    b = whole.base_interval if whole.unit else whole.interval
    ratio = a.over(b)
    if ratio is None:
        return None
    factor = (part.unit.factor if part.unit else 1) / (
        whole.unit.factor if whole.unit else Decimal(1)
    )
    exact = quotient(part.number * factor * 100, whole.number)
    shifted = ratio.times(_HUNDRED)
    if kind == "growth":
        return shifted.minus(_HUNDRED), exact - 100
    return shifted, exact


def _fits(rate: Quantity, true: tuple[Interval, Decimal]) -> bool:
    interval, exact = true
    cut = Interval.truncated(rate.number, rate.decimals)
    if interval.meets(rate.interval) or interval.meets(cut):
        # Figures printed in full leave no room; the interval matters where they are rounded.
        width = interval.high - interval.low
        step = Decimal(1).scaleb(-rate.decimals)
        return width < step * 4 or abs(exact - rate.number) <= step
    fraction = Interval(rate.interval.low * 100, rate.interval.high * 100)
    return rate.unit is None and rate.number <= Decimal("1.5") and interval.meets(fraction)


def _judge(region: Region, relation: _Relation) -> Iterator[Judged]:
    for row in region.rows:
        figures = _figures(region, row, relation)
        if figures is None:
            continue
        rate, part, whole = figures
        true = _true(part, whole, relation.kind)
        if true is None:
            continue
        columns = [
            relation.rate,
            relation.part,
            *([] if relation.whole is None else [relation.whole]),
        ]
        held = cell_held(*(region.cell(row.index, c) for c in columns))
        if _fits(rate, true):
            yield Judged(True, (), held)
            continue
        shown = f"{rounded(true[1], rate.decimals):f}%"
        a, b = plain(part.number), plain(whole.number)
        line = (
            f"（{a}－{b}）÷{b}×100%＝{shown}"
            if relation.kind == "growth"
            else f"{a}÷{b}×100%＝{shown}"
        )
        yield Judged(
            False,
            tuple(cell_spot(region, row, c) for c in columns),
            held,
            "",
            {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
             "column": region.columns[relation.rate].last},
            expected=shown,
            actual=rate.text,
            arithmetic=line,
            level=None if relation.named else Level.WARNING,
        )  # fmt: skip


RULES = (
    DocumentRule(
        code="F603",
        name="表内比率与所除两数相符",
        level=Level.ERROR,
        judge=column_ratios,
        what="得分率等于得分除以权重，执行率等于执行数除以预算数；其他占比、完成率、增长率的列，先看多数行（至少三行）合于哪两列相除，再查不合的行（疑似）。",
        why="两数改了，比率常还是旧的；合计行的比率最容易忘记重算。",
        mend="按所除两数重算比率，或核对两数。",
        source="算术关系；印出的小数位决定允许的舍入范围，舍去尾数的也算相符",
        sentences={
            "": "{table}“{row}”{column}写{actual}，按同一行的数应为{expected}：{arithmetic}"
        },
        example=DocumentExample(
            wrong="表2 得分情况表\n|指标|权重|得分|得分率|\n|决策|20|18|90%|\n|过程|25|20|84%|\n|产出|30|27|90%|",
            right="表2 得分情况表\n|指标|权重|得分|得分率|\n|决策|20|18|90%|\n|过程|25|20|80%|\n|产出|30|27|90%|",
        ),
    ),
)
