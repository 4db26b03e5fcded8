"""Rows of a table that a sentence ranks, compares and counts: 最多的甲镇有207名，是最少的乙镇的1.75倍，两镇相差89名."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT
from govdocs.prose.figure import ProseFigure
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.likeness import common_stretch, unnumbered
from govdocs.prose.words.near_miss import one_slip_apart
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_RANKS = re.compile(r"最(?P<end>[高多大快好低少小慢差])|居首|第一位?|倍|相差|差距|比|高出|多出")
_MOST = "高多大快好"
_TOLD = re.compile(
    r"[”\"』」]?(?:[，,]|[（(])?(?:其)?(?:[一-龥]{0,8}(?:率|额|数|量|占比|比重|金额|资金|面积|人数))?(?:仅|只|均)?(?:为|有|是|达到?|达|：|:|约为)*了? *$"
)
_TIMES = re.compile(r"(?:是|为|相当于)[^，。；]*的(?: )*$")
_APART = re.compile(
    r"(?:相差|差距(?:为|达)?|[高多低少大小](?:出|了|于)?|差额?(?:为)?)(?:了|达|为|到)?(?: )*$"
)
_RATE = re.compile(r"率|占比|比重|比例|满意度")
_FORMER = re.compile(r"上年|去年|上一年|往年|历年|同期|目标|计划")
_LEAST_NAME = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Cell:
    """The figure of a named row in one column."""

    region: Region
    row: Row
    column: int
    figure: Quantity


def compared_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge what sentences say of the first and last rows of a table, and of two rows beside each other."""
    names = subject.once(rows_by_name)
    if not names:
        return
    finder = names_of_rows(tuple(names))
    for passage in subject.body:
        text = passage.reading.folded
        if _RANKS.search(text) is None:
            continue
        for sentence, figures in enumerate(passage.reading.by_sentence):
            start, end = passage.reading.layout.sentence_span(sentence)
            if not figures or _RANKS.search(text, start, end) is None:
                continue
            named = [(m.start(), m[0]) for m in finder.finditer(text, start, end)]
            if (
                named
                and not _of_another_year(subject, figures)
                and not _FORMER.search(text, start, end)
            ):
                yield from _sentence(passage, start, figures, named, names)


def rows_by_name(subject: DocumentSubject) -> dict[str, list[tuple[Region, Row]]]:
    """The items of tables by name, each with its row in every table."""
    found: defaultdict[str, list[tuple[Region, Row]]] = defaultdict(list)
    for region in subject.regions:
        items = [row for row in region.rows if row.kind is RowKind.ITEM]
        labels = [unnumbered(row.label) for row in items]
        if len(items) < 3:
            continue
        for row, label in zip(items, labels, strict=True):
            if (
                len(label) >= _LEAST_NAME
                and not label.isdigit()
                and labels.count(label) == 1
                and region.numeric
            ):
                found[label].append((region, row))
    return dict(found)


@lru_cache(maxsize=8)
def names_of_rows(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds the names in a text, a name within a longer one left out."""
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


def _sentence(
    passage: Passage,
    start: int,
    figures: tuple[ProseFigure, ...],
    named: list[tuple[int, str]],
    names: dict[str, list[tuple[Region, Row]]],
) -> Iterator[Judged]:
    text = passage.reading.folded
    floor = start
    for figure in figures:
        before = [(at, name) for at, name in named if at < figure.span[0]]
        if figure.exact and before and figure.unit is not None:
            at, name = before[-1]
            between = text[at + len(name) : figure.span[0]]
            lead = text[floor:at]
            ranked = re.search(r"最(?P<end>[高多大快好低少小慢差])的?[^，。；]{0,12}$", lead)
            if at >= floor and ranked is not None and _TOLD.fullmatch(between):
                yield from _extreme(
                    passage,
                    figure,
                    ranked["end"] in _MOST,
                    names[name],
                    text[start : figure.span[0]],
                )
            elif len({n for _, n in before}) > 1:
                other = next(n for _, n in reversed(before) if n != name)
                lead = text[start : figure.span[0]]
                yield from _two(passage, figure, (names[other], names[name]), lead)
        floor = figure.span[1]


def _of_another_year(subject: DocumentSubject, figures: tuple[ProseFigure, ...]) -> bool:
    """Tell whether a sentence speaks of another year than the paper."""
    years = {f.period.year for f in figures if f.period is not None}
    return bool(years) and subject.year is not None and subject.year not in years


def _extreme(
    passage: Passage, figure: ProseFigure, most: bool, rows: list[tuple[Region, Row]], lead: str
) -> Iterator[Judged]:
    """The row that has most in a column, or least: the figure is that cell, or one slip away from it."""
    cells = [
        cell for region, row in rows for cell in _cells(region, row, figure) if _is_end(cell, most)
    ]
    cited = Cited.of(passage, figure)
    equal = [c for c in cells if c.figure.interval.meets(figure.interval)]
    if equal:
        yield Judged(
            True,
            (),
            (
                *cited_held(cited),
                *cell_held(equal[0].region.cell(equal[0].row.index, equal[0].column)),
            ),
        )
        return
    near = [
        c
        for c in cells
        if one_slip_apart(c.figure.number, figure.number) and c.figure.decimals == figure.decimals
    ]
    named = [c for c in near if _names_column(c, lead)] or near
    if len(named) == 1:
        cell = named[0]
        yield Judged(
            False, (cited_spot(cited), cell_spot(cell.region, cell.row, cell.column)),
            (*cited_held(cited), *cell_held(cell.region.cell(cell.row.index, cell.column))), "extreme",
            {"label": passage.label, "table": cell.region.table.name, "row": cell.row.label[:24],
             "column": cell.region.columns[cell.column].last[:16]},
            expected=cell.figure.text, actual=figure.text, level=Level.WARNING,
        )  # fmt: skip


def _two(
    passage: Passage,
    figure: ProseFigure,
    rows: tuple[list[tuple[Region, Row]], list[tuple[Region, Row]]],
    lead: str,
) -> Iterator[Judged]:
    """甲镇是乙镇的1.75倍, 两镇相差89名, 甲类比乙类高2.7个百分点: by the one column that the sentence tells of."""
    times = figure.unit is not None and figure.unit.symbol == "倍"
    if not (_TIMES if times else _APART).search(lead) or (times and figure.number <= 1):
        return
    made: list[tuple[_Cell, _Cell, Decimal]] = []
    for region, first in rows[0]:
        second = next((row for other, row in rows[1] if other is region), None)
        if second is None:
            continue
        ones = {c.column: c for c in _cells(region, first, None if times else figure)}
        for other in _cells(region, second, None if times else figure):
            one = ones.get(other.column)
            if one is None or not other.figure.number or not one.figure.number:
                continue
            if times:
                made.append((one, other, one.figure.number / other.figure.number))
            else:
                made.append((one, other, abs(one.figure.number - other.figure.number)))
    step = Decimal(1).scaleb(-figure.decimals)
    cited = Cited.of(passage, figure)
    if not made or any(abs(value - figure.number) < step for *_, value in made):
        if made:
            yield Judged(True, (), cited_held(cited))
        return
    near = [
        (one, other, rounded) for one, other, value in made
        if _names_column(one, lead)
        and one_slip_apart(rounded := value.quantize(step, ROUND_HALF_UP), figure.number)
    ]  # fmt: skip
    if len(near) != 1:
        return
    one, other, value = near[0]
    sign = "÷" if times else "－"
    high, low = sorted((one.figure.number, other.figure.number), reverse=True)
    if times:
        high, low = one.figure.number, other.figure.number
    yield Judged(
        False,
        (cited_spot(cited), *(cell_spot(c.region, c.row, c.column) for c in (one, other))),
        (*cited_held(cited), *(h for c in (one, other) for h in cell_held(c.region.cell(c.row.index, c.column)))),
        "compared",
        {"label": passage.label, "table": one.region.table.name, "column": one.region.columns[one.column].last[:16]},
        expected=plain(value), actual=figure.text,
        arithmetic=f"{plain(high)}{sign}{plain(low)}＝{plain(value)}", level=Level.WARNING,
    )  # fmt: skip


def _cells(region: Region, row: Row, figure: ProseFigure | None) -> Iterator[_Cell]:
    """The plain figures of a row, those of the figure's unit where their column states one."""
    for column in region.numeric:
        cell, found = region.cell(row.index, column), region.figure(row.index, column)
        if cell is None or cell.row != row.index or found is None or not is_exact(found):
            continue
        if figure is not None and not _of_unit(region, column, found, figure):
            continue
        yield _Cell(region, row, column, found)


def _of_unit(region: Region, column: int, found: Quantity, figure: ProseFigure) -> bool:
    """Tell whether a cell can be told with the unit of a figure; percentage points are of rates."""
    rate = figure.is_points or figure.kind == PERCENT
    if found.unit is None:
        return not rate or _RATE.search(region.columns[column].last) is not None
    if rate:
        return found.kind == PERCENT
    return found.kind == figure.kind and found.unit.factor == (
        figure.unit.factor if figure.unit else 1
    )


def _is_end(cell: _Cell, most: bool) -> bool:
    """Tell whether no other item has more, or less, in the column."""
    items = [
        f.number for row in cell.region.rows
        if row.kind is RowKind.ITEM and (f := cell.region.figure(row.index, cell.column)) is not None
    ]  # fmt: skip
    return len(items) > 2 and cell.figure.number == (max(items) if most else min(items))


def _names_column(cell: _Cell, words: str) -> bool:
    """Tell whether a sentence names the column: its head, or the thing that its unit counts."""
    head = cell.region.columns[cell.column].last
    return common_stretch(head, words) >= min(_LEAST_NAME, len(head)) > 0
