"""The rows of a paper's tables by what they are called and by the amounts that they hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from govdocs.checks.document.beside_tables.near_cells import counted_unit
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import POINTS, Concept, concept_of
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT, Unit
from govdocs.prose.words.likeness import plain_label, unnumbered
from govdocs.prose.words.measure_words import unit_named
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_EMPTY = re.compile(r"其中|财政|资金|经费|补助|补贴|小计|合计|总计|项目")
_NOT_AMOUNTS = POINTS | {Concept.TARGET, Concept.REASON, Concept.RULE, Concept.REMARK}
_NUMBERS = re.compile(r"序号|编号|行次|年份|单价|标准|期限|均")
_COUNT_HEAD = re.compile(r"(?:个|户|人|套|栋|项目|家|件|批|次|处|所|企业|小区|学校)数|数量")
_SHORTEST = 2


@lru_cache(maxsize=16384)
def core(words: str) -> str:
    """What is left of a name without the words that any money bears: 中央 of 中央财政资金."""
    return _EMPTY.sub("", plain_label(words))


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An amount, count or rate of a row: ``value`` in base units; ``unit`` None for a count without one."""

    column: int
    figure: Quantity
    unit: Unit | None

    @property
    def factor(self) -> Decimal:
        """How many base units one unit is."""
        return self.unit.factor if self.unit else Decimal(1)

    @property
    def value(self) -> Decimal:
        """The number in base units."""
        return self.figure.number * self.factor

    @property
    def kind(self) -> str:
        """The kind of the unit, empty for a bare count."""
        return self.unit.kind if self.unit else ""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row of a table with its figures: ``amounts`` can be divided by each other, ``rates`` are percents."""

    region: Region
    row: Row
    name: str
    amounts: tuple[Entry, ...]
    rates: tuple[Entry, ...]

    @property
    def is_total(self) -> bool:
        """Tell whether it is a total of its table."""
        return self.row.kind is RowKind.TOTAL

    def amount(self, column: int) -> Entry | None:
        """Its amount in a column."""
        return next((e for e in self.amounts if e.column == column), None)

    def head(self, entry: Entry) -> str:
        """The words over one of its figures."""
        return self.region.columns[entry.column].name


@dataclass(frozen=True, slots=True)
class Lines:
    """All rows with figures: in order, by table, by the amounts that they hold."""

    all: list[Line] = field(default_factory=list)
    of_region: defaultdict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    holding: defaultdict[tuple[str, Decimal], list[tuple[Line, Entry]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def totals(self, line: Line) -> list[Line]:
        """The total rows of a row's table."""
        return [o for o in self.of_region[id(line.region)] if o.is_total and o is not line]


def lines_of(subject: DocumentSubject) -> Lines:
    """Gather the rows of a paper's tables that hold figures."""
    found = Lines()
    for region in subject.regions:
        for row in region.rows:
            if row.kind is RowKind.RATE:
                continue
            entries = tuple(_entries(region, row))
            amounts = tuple(e for e in entries if e.kind != PERCENT)
            rates = tuple(e for e in entries if e.kind == PERCENT)
            if not entries:
                continue
            name = core(unnumbered(row.label))
            line = Line(region, row, name, amounts, rates)
            found.all.append(line)
            found.of_region[id(region)].append(line)
            for entry in amounts:
                found.holding[entry.kind, entry.value].append((line, entry))
    return found


def _entries(region: Region, row: Row) -> Iterator[Entry]:
    for column in region.numeric:
        head = region.columns[column]
        figure, cell = region.figure(row.index, column), region.cell(row.index, column)
        if figure is None or cell is None or cell.row != row.index or not is_exact(figure):
            continue
        if concept_of(head) in _NOT_AMOUNTS or _NUMBERS.search(head.name) or figure.number <= 0:
            continue
        unit = figure.unit or unit_named("", counted_unit(head.name))
        rated = re.search(r"率|占比|比重|比例|增幅|进度$", head.last) is not None
        if unit is None and rated:
            unit = unit_named("", "%")
        if unit is not None or _COUNT_HEAD.search(head.name):
            yield Entry(column, figure, unit)
