"""Counts and sums of the prose against tables that divide the same money: 支持项目28个，共1,250万元, 合计|28|1,250."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.beside_tables.cell_slips import cell_agrees, cell_differs
from govdocs.checks.document.beside_tables.near_cells import of_the_year
from govdocs.checks.document.beside_tables.rows.row_lines import Entry, Line, Lines, lines_of
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot, table_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import added, adds_up, is_whole_list, plain
from govdocs.finding import Level
from govdocs.model.units import MONEY
from govdocs.prose.figure import Role
from govdocs.prose.reckoning import is_explained
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import one_slip_apart, significant
from govdocs.reading.tables import Region, Row, RowKind

_LEAST, _SURE = 3, 4
_THING = re.compile(r"(?:总?数量?|个数|名称|情况)$")
_STATE = re.compile(
    r"其中|完工|竣工|完成|已|未|验收|新建|续建|新增|在建|开工|整改|抽查|抽取|现场|检查|占|另|每"
)
_SUM = re.compile(r"合计|共|总")
_CELL = 2


def total_lines(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge counts told with the total of a table's money, and sums of the rows that share a word."""
    if not subject.regions:
        return
    lines = subject.once(lines_of)
    groups = [group for region in subject.regions for group in _groups(region)]
    for sentence in subject.story.sentences():
        if len(sentence[0].passage.path) > _CELL:
            continue  # a cell's own words
        for total, column in _totals_told(lines, sentence):
            yield from _counted(subject, lines, sentence, total, column)
        for told in sentence if groups else ():
            if told.figure.kind == MONEY and told.stated and _SUM.search(told.words):
                yield from _grouped(subject, lines, told, groups)


def _totals_told(lines: Lines, sentence: tuple[Told, ...]) -> Iterator[tuple[Line, int]]:
    """The total rows whose money a sentence tells, each once."""
    seen: set[int] = set()
    for told in sentence:
        figure = told.figure
        if figure.kind != MONEY or not told.stated:
            continue
        for line, entry in lines.holding.get((MONEY, figure.value), ()):
            digits = significant(entry.figure.number.normalize())
            if line.is_total and id(line) not in seen and digits >= _LEAST:
                seen.add(id(line))
                yield line, entry.column


def _counted(
    subject: DocumentSubject, lines: Lines, sentence: tuple[Told, ...], total: Line, column: int
) -> Iterator[Judged]:
    counts = [
        t for t in sentence if t.stated and t.figure.counts and t.figure.role is not Role.TARGET
    ]
    for told in counts:
        named = plain_label(told.named)
        entries = [e for e in total.amounts if _counts(total, e, told, named)]
        if len(entries) == 1:
            yield from _by_total(subject, lines, told, total, entries[0])
        elif not entries and len([t for t in counts if t.figure.unit == told.figure.unit]) == 1:
            yield from _by_rows(told, total, column, named)


def _counts(total: Line, entry: Entry, told: Told, named: str) -> bool:
    """Tell whether a total counts what the prose counts: the words of its head, in the same state."""
    head = plain_label(_THING.sub("", total.region.columns[entry.column].last))
    if (
        entry.figure.decimals
        or entry.kind == MONEY
        or len(head) < 2
        or common_stretch(head, named) < 2
    ):
        return False
    if entry.kind and entry.kind != told.figure.kind:
        return False
    return set(_STATE.findall(named)) <= set(
        _STATE.findall(total.head(entry) + total.region.table.title)
    )


def _by_total(
    subject: DocumentSubject, lines: Lines, told: Told, total: Line, entry: Entry
) -> Iterator[Judged]:
    figure = told.figure
    if figure.value == entry.value:
        yield cell_agrees(told.cited, total.region, total.row, entry.column)
        return
    own = {e.value for line in lines.of_region[id(total.region)] for e in line.amounts}
    if figure.value in own or not one_slip_apart(figure.number, entry.figure.number):
        return
    if of_the_year(subject, told) and not is_explained(subject.story, told.cited):
        yield cell_differs(told.cited, total.region, total.row, entry.column)


def _by_rows(told: Told, total: Line, column: int, named: str) -> Iterator[Judged]:
    """支持项目5个 with the total of a table whose every row is one 项目."""
    region = total.region
    rows = [row for row in region.rows if row.kind not in {RowKind.TOTAL, RowKind.SUBTOTAL}]
    if len(rows) < 2 or any(row.kind is not RowKind.ITEM for row in rows):
        return
    if len({row.level for row in rows}) > 1:
        return
    heads = {_THING.sub("", region.columns[c].last): c for c in region.names}
    own = plain_label(told.words)
    said = [h for h in heads if len(h) > 1 and (own.endswith(h) or h in told.figure.noun)]
    if not said or _STATE.search(named):
        return
    cells = [region.cell(row.index, heads[said[0]]) for row in rows]
    labels = {cell.plain for cell in cells if cell is not None}
    if len(labels) < len(rows) or any(re.search(r"其他|等|…", label) for label in labels):
        return
    whole = region.figure(total.row.index, column)
    if not is_whole_list(region) or whole is None or not adds_up(region, column):
        return
    if added(region, rows, column).value != whole.number:
        return
    holds = told.figure.number == len(rows)
    yield Judged(
        holds, () if holds else (cited_spot(told.cited), table_spot(region.table, f"{len(rows)}行")),
        cited_held(told.cited), "rows",
        {"label": told.passage.label, "table": region.table.name, "noun": said[0]},
        expected=str(len(rows)), actual=told.figure.text, level=Level.WARNING,
    )  # fmt: skip


def _groups(region: Region) -> Iterator[tuple[Region, str, tuple[Row, ...]]]:
    """The rows that share a word in a column that does not name them: two of five 项目 are 市本级's."""
    items = [row for row in region.rows if row.kind is RowKind.ITEM]
    if len(items) != sum(r.kind not in {RowKind.TOTAL, RowKind.SUBTOTAL} for r in region.rows):
        return
    for column in range(len(region.columns)):
        if column in region.numeric:
            continue
        texts: dict[str, list[Row]] = {}
        for row in items:
            cell = region.cell(row.index, column)
            if cell is not None and re.fullmatch(r"[一-龥（）()]{2,12}", cell.plain):
                texts.setdefault(cell.plain, []).append(row)
        for text, rows in texts.items():
            if 1 < len(rows) < len(items):
                yield region, text, tuple(rows)


def _grouped(
    subject: DocumentSubject,
    lines: Lines,
    told: Told,
    groups: list[tuple[Region, str, tuple[Row, ...]]],
) -> Iterator[Judged]:
    """A sum of the prose that names a group of rows and the head of a column."""
    figure = told.figure
    text = told.passage.reading.folded
    start, _ = told.passage.reading.layout.sentence_span(figure.sentence)
    before = text[start : figure.span[0]]
    own = plain_label(_SUM.sub("", told.words))
    for region, name, rows in groups:
        if name not in before or lines.holding.get((MONEY, figure.value)):
            continue
        for column in region.numeric:
            head = plain_label(region.columns[column].last)
            sample = region.figure(rows[0].index, column)
            if len(head) < 2 or head not in own or sample is None or sample.unit is None:
                continue
            sum_ = added(region, rows, column)
            value = sum_.value * sample.unit.factor
            if sum_.blank or sum_.unreadable or sample.kind != MONEY:
                continue
            held = (*cited_held(told.cited), *cell_held(*sum_.cells))
            if value == figure.value:
                yield Judged(True, (), held)
                return
            printed = (value / figure.unit.factor) if figure.unit else Decimal(0)
            if significant(figure.number) >= _SURE and one_slip_apart(figure.number, printed):
                if not of_the_year(subject, told) or is_explained(subject.story, told.cited):
                    continue
                shown = "＋".join(plain(f.number) for f in sum_.figures)
                yield Judged(
                    False, (cited_spot(told.cited), *(cell_spot(region, row, column) for row in rows[:8])),
                    held, "rate",
                    {"label": told.passage.label, "table": region.table.name, "row": name,
                     "column": region.columns[column].last[:16], "part": ""},
                    expected=f"{plain(sum_.value)}{sample.unit_symbol}", actual=figure.text,
                    arithmetic=f"{shown}＝{plain(sum_.value)}", level=Level.WARNING,
                )  # fmt: skip
