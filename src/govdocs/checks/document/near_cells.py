"""Figures of the prose one slip away from the cell that bears their name: 新增就业52.6万人, 新增就业人数|52.8万人."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.concepts import Concept, concept_of
from govdocs.checks.document.judged import Held, Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.model.quantity import Quantity
from govdocs.prose.figure import Role
from govdocs.prose.likeness import acts_agree, common_stretch, name_of, plain_label
from govdocs.prose.near_same import LEAST_DIGITS, digits_of, one_slip_values
from govdocs.prose.told import Told
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_FEW = 4
_MANY = 5


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """A figure of a table with what it is called: the row's names and the column's head."""

    region: Region
    row: Row
    column: int
    figure: Quantity
    rows: str
    head: str


def near_cells(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every figure of the prose that no cell holds by the cell of its name that is one slip away."""
    entries: defaultdict[tuple[str, Decimal], list[_Entry]] = defaultdict(list)
    by_row: defaultdict[int, list[_Entry]] = defaultdict(list)
    for entry in _entries(subject):
        assert entry.figure.unit is not None
        value = entry.figure.number * entry.figure.unit.factor
        entries[entry.figure.unit.kind, value].append(entry)
        by_row[id(entry.row)].append(entry)
    if not entries:
        return
    for sentence in subject.story.sentences():
        for told in sentence:
            if not _tells(told):
                continue
            name = name_of(told, sentence)
            if len(name) < 2:
                continue
            kind, value = told.figure.kind, told.figure.value
            same = entries.get((kind, value))
            if same is not None:
                agreeing = next((e for e in same if _bears(e, name, told, value)), None)
                if agreeing is not None:
                    yield Judged(True, (), _held(told, agreeing))
                continue
            if subject.amounts.stated[kind, value] > 1:
                continue
            yield from _near(told, name, entries)


def _near(
    told: Told, name: str, entries: dict[tuple[str, Decimal], list[_Entry]]
) -> Iterator[Judged]:
    found = [
        entry
        for value in one_slip_values(told.figure)
        for entry in entries.get((told.figure.kind, value), ())
        if _bears(entry, name, told, value)
    ]
    if len({e.figure.number for e in found}) != 1:
        return
    entry = found[0]
    yield Judged(
        False, (cited_spot(told.cited), cell_spot(entry.region, entry.row, entry.column)),
        _held(told, entry), "near",
        {"label": told.passage.label, "table": entry.region.table.name,
         "row": entry.row.label[:24], "column": entry.region.columns[entry.column].last[:16]},
        expected=entry.region.cell(entry.row.index, entry.column).text.strip(),  # type: ignore[union-attr]
        actual=told.figure.text, level=Level.WARNING,
    )  # fmt: skip


def _tells(told: Told) -> bool:
    figure = told.figure
    if told.stated and figure.role is not Role.TARGET:
        return True
    return figure.is_rate and figure.exact and figure.role in {Role.PLAIN, Role.GROWTH}


def _held(told: Told, entry: _Entry) -> tuple[Held, ...]:
    return (
        *cited_held(told.cited),
        *cell_held(entry.region.cell(entry.row.index, entry.column)),
    )


def _entries(subject: DocumentSubject) -> Iterator[_Entry]:
    for region in subject.regions:
        title = plain_label(region.table.title or "")
        columns = {
            c for c in region.numeric
            if concept_of(region.columns[c]) not in {Concept.TARGET, Concept.WEIGHT, Concept.SCORE}
        } | {c.index for c in region.columns if concept_of(c) is Concept.ACTUAL}  # fmt: skip
        for row in region.rows:
            whole = row.kind is RowKind.TOTAL
            names = title if whole else plain_label(re.sub(r"^[A-Z]?\d+", "", row.label))
            for column in sorted(columns):
                figure = region.figure(row.index, column)
                cell = region.cell(row.index, column)
                if figure is None or figure.unit is None or not is_exact(figure) or cell is None:
                    continue
                if cell.row == row.index and figure.number > 0 and "占" not in cell.text:
                    head = plain_label(region.columns[column].name)
                    yield _Entry(region, row, column, figure, names, head)


def _bears(entry: _Entry, name: str, told: Told, value: Decimal) -> bool:
    """Tell whether a cell is called what the prose calls its figure."""
    digits = digits_of(told.figure.value, value)
    year = told.figure.period.year if told.figure.period else None
    years = {int(y) for y in re.findall(r"(?:19|20)\d\d", entry.region.columns[entry.column].name)}
    if year and years and year not in years:
        return False
    whole = entry.row.kind is RowKind.TOTAL
    called = entry.head + (entry.rows if whole else "")
    if not acts_agree(name, entry.head or entry.rows):
        return False
    if whole:
        acts = re.search(r"支出|支付|拨付|下达|到位|安排|结余|执行|完成|预算|决算", name)
        named = common_stretch(name, called)
        return digits >= _FEW and (
            named >= _FEW or (acts is not None and acts[0] in called and digits >= _FEW)
        )
    common = common_stretch(name, entry.rows)
    shorter = max(1, min(len(name), len(entry.rows)))
    if digits >= _MANY:
        return common >= 3 and common / shorter >= 0.5
    if digits >= LEAST_DIGITS:
        return common >= 3 and common / shorter >= 0.6
    return False
