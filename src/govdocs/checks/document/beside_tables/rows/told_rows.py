"""Sentences that tell a line of a table: 收入19.68亿元，支出13.77亿元，结余36.03亿元 and the row 19.68|16.77|36.03."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from govdocs.checks.document.beside_tables.cell_slips import cell_differs
from govdocs.checks.document.beside_tables.near_cells import counted_unit
from govdocs.checks.document.beside_tables.scopes import of_the_tables_time, says_more
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import POINTS, Concept, concept_of
from govdocs.model.interval import Interval
from govdocs.model.quantity import Quantity
from govdocs.model.units import MONEY
from govdocs.prose.figure import Role
from govdocs.prose.reckoning import is_explained
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.measure_words import unit_named
from govdocs.prose.words.near_miss import significant, slip_into
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_LEAST = 2
"""So many figures of a sentence that a line holds show that the sentence tells this line."""
_DIGITS = 8
"""The digits that those figures and the doubted one must have together: small counts meet by chance."""
_FEWEST_DIGITS = 2
_NAME = 2
_TITLE = 5
_BESIDE = 3
_SHOWN = 3
"""More figures of a line than these show that it is of their time, whatever year is named."""
_ALL = re.compile(r"共|合计|总|全[省市县区州]|预算支出|预算收入|预算|本级|决算")
"""What a sentence says of the last row of the column that it tells."""
_SIDES = ("收入", "支出", "债务", "资产", "负债", "结余", "预算数", "下达", "到位")
_GOALS = frozenset({Concept.TARGET, Concept.REASON, Concept.RULE, Concept.REMARK}) | POINTS


@dataclass(frozen=True, slots=True, eq=False)
class _Cell:
    """A figure of a table with the unit that it is in."""

    region: Region
    row: Row
    column: int
    figure: Quantity
    kind: str
    factor: Decimal

    @property
    def value(self) -> Decimal:
        """The figure in base units, a decrease without its sign."""
        return abs(self.figure.number) * self.factor

    @property
    def interval(self) -> Interval:
        """The values in base units that print as the cell."""
        printed = Interval.of(abs(self.figure.number), self.figure.decimals)
        return printed.scaled(self.factor)

    @property
    def lines(self) -> tuple[tuple[int, str, int], ...]:
        """The row and the column that the cell stands in."""
        return (id(self.region), "row", self.row.index), (id(self.region), "column", self.column)


def told_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge figures of a sentence by the line that holds its others: one slip away from the cell of their name."""
    cells = list(_cells(subject))
    by_value: defaultdict[tuple[str, Decimal], list[_Cell]] = defaultdict(list)
    by_line: defaultdict[tuple[int, str, int], list[_Cell]] = defaultdict(list)
    for cell in cells:
        by_value[cell.kind, cell.value].append(cell)
        for line in cell.lines:
            by_line[line].append(cell)
    if not cells:
        return
    for told in subject.story.told:
        figures = [one for one in told if _tells(one)]
        if len(figures) < _LEAST or len(figures[0].passage.path) > _LEAST:
            continue  # a cell's own words
        for _, group in groupby(figures, key=lambda one: one.figure.sentence):
            yield from _judge(subject, list(group), by_value, by_line, "row")
        yield from _judge(subject, figures, by_value, by_line, "column")
        if figures[0].figure.sentence != figures[-1].figure.sentence:
            yield from _judge(subject, figures, by_value, by_line, "total")


def _judge(
    subject: DocumentSubject,
    figures: list[Told],
    by_value: dict[tuple[str, Decimal], list[_Cell]],
    by_line: dict[tuple[int, str, int], list[_Cell]],
    axis: str,
) -> Iterator[Judged]:
    """The figures of a sentence against the rows, those of a paragraph against the columns and totals, that hold most."""
    held: defaultdict[tuple[int, str, int], dict[Decimal, _Cell]] = defaultdict(dict)
    for told in figures:
        for cell in by_value.get((told.figure.kind, told.figure.value), ()):
            for line in cell.lines:
                if line[1] == axis or (axis == "total" and line[1] == "row" and _is_total(cell)):
                    held[line][cell.value] = cell
    known = {told.figure.value for told in figures}
    open_ones = [
        (told, significant(told.figure.number.normalize()))
        for told in figures
        if (told.figure.kind, told.figure.value) not in by_value
    ]
    for line, agreeing in held.items():
        telling = _digits(agreeing) if open_ones else 0
        for told, digits in open_ones:
            enough = len(agreeing) >= _LEAST and telling + digits >= _DIGITS
            if not enough and not (axis == "row" and _beside(told, figures, agreeing)):
                continue
            near = [
                cell
                for cell in by_line[line]
                if cell.value not in known
                and _one_slip(cell, told, axis, alone=_only(cell, by_line[line]))
            ]
            if (
                len({cell.value for cell in near}) == 1
                and (
                    len(agreeing) > _SHOWN or of_the_tables_time(subject, told, _words_of(near[0]))
                )
                and not says_more(told, _words_of(near[0]))
                and not is_explained(subject.story, told.cited)
            ):
                yield cell_differs(told.cited, near[0].region, near[0].row, near[0].column)


def _cells(subject: DocumentSubject) -> Iterator[_Cell]:
    for region in subject.regions:
        columns = [c for c in region.numeric if concept_of(region.columns[c]) not in _GOALS]
        for row in region.rows:
            for column in columns:
                figure, cell = region.figure(row.index, column), region.cell(row.index, column)
                if figure is None or cell is None or cell.row != row.index or not figure.number:
                    continue
                named = counted_unit(region.columns[column].name) or counted_unit(row.label)
                unit = figure.unit or unit_named("", named)
                if unit is not None and is_exact(figure):
                    yield _Cell(region, row, column, figure, unit.kind, unit.factor)


def _is_total(cell: _Cell) -> bool:
    return cell.row.kind is RowKind.TOTAL


def _tells(told: Told) -> bool:
    figure = told.figure
    plain = told.stated or (figure.exact and figure.unit is not None and not figure.is_points)
    return plain and figure.role is not Role.TARGET


def _digits(agreeing: dict[Decimal, _Cell]) -> int:
    return sum(significant(cell.figure.number.normalize()) for cell in agreeing.values())


def _only(cell: _Cell, line: list[_Cell]) -> bool:
    """Tell whether a count is the only one of its unit in its line: 32户, 资产286.45亿元."""
    alike = [o for o in line if o.kind == cell.kind and o.factor == cell.factor]
    return cell.kind != MONEY and len(alike) == 1


def _beside(told: Told, figures: list[Told], agreeing: dict[Decimal, _Cell]) -> bool:
    """Tell whether the figure right before is of the line: 1286户2148人."""
    at = figures.index(told)
    if not at or significant(told.figure.number) < _BESIDE:
        return False
    first = figures[at - 1].figure
    between = told.passage.reading.folded[first.span[1] : told.figure.span[0]]
    if first.value not in agreeing or first.clause != told.figure.clause or len(between) > 2:
        return False
    return first.kind != told.figure.kind and significant(first.number) >= _BESIDE


def _one_slip(cell: _Cell, told: Told, line: str, *, alone: bool) -> bool:
    """Tell whether a cell bears the figure's name and one slip makes the figure of it."""
    figure = told.figure
    if cell.kind != figure.kind or significant(figure.number) < _FEWEST_DIGITS:
        return False
    if figure.interval.meets(cell.interval) or not slip_into(figure, cell.interval):
        return False
    behind = re.match(r"[一-龥]{0,6}", told.passage.reading.folded[figure.span[1] :])
    own = plain_label(told.words) + (behind[0] if behind else "")
    if cell.row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL} and line == "column":
        title = plain_label(cell.region.table.title or "")
        if cell.row.kind is RowKind.TOTAL and common_stretch(own, title) >= _TITLE:
            return True
        return (
            cell.row.kind is RowKind.TOTAL
            and _ALL.search(own) is not None
            and all(word in _words_of(cell) for word in _SIDES if word in own)
        )
    name = (
        plain_label(cell.region.columns[cell.column].name)
        if line != "column"
        else plain_label(cell.row.label)
    )
    if line == "total":
        return common_stretch(own, name) >= _BESIDE
    if alone and line == "row":
        return True
    short = name.rstrip("数量")
    if behind is not None and short and behind[0].startswith(short):
        return True  # 18个村, and the head 村数
    return common_stretch(own, name) >= _NAME


def _words_of(cell: _Cell) -> str:
    """All that a table says of what its column adds up."""
    labels = "".join(row.label for row in cell.region.rows)
    return labels + (cell.region.table.title or "") + cell.region.columns[cell.column].name
