"""Figures that a sentence tells of one row by its name: 兰岗县资金执行率仅80%, and the row 兰岗县|6600|5280|80.00%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.checks.document.beside_tables.cell_slips import cell_differs
from govdocs.checks.document.beside_tables.scopes import of_the_tables_time, says_more
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import POINTS, Concept, concept_of
from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning import is_explained
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import acts_agree, common_stretch, plain_label, unnumbered
from govdocs.prose.words.near_miss import significant, slip_into
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_GOALS = frozenset({Concept.TARGET, Concept.REASON, Concept.RULE, Concept.REMARK}) | POINTS
_BESIDE = re.compile(
    r"比|较|高于|低于|超|未|尚|其中|上年|去年|平均|全[省市县区州]|合计|共|占|另|下属|所属|部分|每|截至(?!.{0,9}(?:年底|12 *月 *31))|[一二三四五六七八九十\d]+ *月(?:底|末|份)|上半年|季度|调整|追加|以来"
)
_JOINED = re.compile(r"[、和与及]$")
_SHORTEST, _LONGEST = 3, 24
_LEAST_SHORT = 6
"""So many characters at the least a name may be cut down to."""
_DIGITS = 3
_RATE_DIGITS = 2
_NAME = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Spot:
    """A cell with a figure of the row."""

    region: Region
    row: Row
    column: int
    kind: str
    interval: Interval
    head: str


def named_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge figures behind a row's name by the row's cells of the same head: equal, or one slip away."""
    rows: defaultdict[str, list[tuple[Region, Row]]] = defaultdict(list)
    for region in subject.regions:
        labels = [_name(row) for row in region.rows]
        for row, label in zip(region.rows, labels, strict=True):
            if label:
                rows[label].append((region, row))
                if short := _short(label, labels):
                    rows[short].append((region, row))
    if not rows:
        return
    longest = sorted(rows, key=lambda label: (-len(label), label))
    names = re.compile("|".join(map(re.escape, longest)))
    cells: dict[str, list[_Spot]] = {}
    for sentence in subject.story.sentences():
        first = sentence[0]
        reading = first.passage.reading
        if len(first.passage.path) > 2:
            continue
        start, end = reading.layout.sentence_span(first.figure.sentence)
        found = list(names.finditer(reading.folded, start, end))
        if not found:
            continue
        for told in sentence:
            if not _tells(subject, told):
                continue
            before = [m for m in found if m.end() <= told.figure.span[0]]
            if not before or _in_a_list(reading.folded, before):
                continue
            label = before[-1][0]
            between = reading.folded[before[-1].end() : told.figure.span[0]]
            lead = reading.folded[start : before[-1].start()]
            if _BESIDE.search(between) or _BESIDE.search(lead[-12:]):
                continue
            if label not in cells:
                cells[label] = [c for region, row in rows[label] for c in _cells(region, row)]
            yield from _judge(subject, told, sentence, between, cells[label])


def _name(row: Row) -> str:
    label = unnumbered(re.sub(r"\s", "", row.label))
    if row.kind is not RowKind.ITEM or not _SHORTEST <= len(label) <= _LONGEST:
        return ""
    return label if re.fullmatch(r"[A-Z]{0,2}\d{0,2}[一-龥×（）()“”、]+", label) else ""


def _short(label: str, labels: list[str]) -> str:
    """How a long name may begin that no other row's does: 湖西岸人工湿地 of 湖西岸人工湿地水质净化工程."""
    for length in range(_LEAST_SHORT, len(label) - 1):
        short = label[:length]
        if sum(short in other for other in labels) == 1:
            return short if re.fullmatch(r"[A-Z×]*[一-龥]+", short) else ""
    return ""


def _in_a_list(text: str, before: list[re.Match[str]]) -> bool:
    """Tell whether the last name stands in a list of names: 绥西县、望河县共支出……"""
    last = before[-1]
    if _JOINED.search(text, max(0, last.start() - 1), last.start()):
        return True
    return text[last.end() : last.end() + 1] in {"、", "和", "与", "及", "等"}


def _tells(subject: DocumentSubject, told: Told) -> bool:
    figure = told.figure
    if figure.is_rate:
        if not figure.exact or figure.role not in {Role.PLAIN, Role.SHARE}:
            return False
    elif not told.stated or figure.role is Role.TARGET:
        return False
    year = subject.year
    if figure.period is not None and year and figure.period.year < year:
        return False
    digits = significant(figure.number.normalize())
    return digits >= (_RATE_DIGITS if figure.is_rate else _DIGITS)


def _cells(region: Region, row: Row) -> Iterator[_Spot]:
    for column in region.numeric:
        figure, cell = region.figure(row.index, column), region.cell(row.index, column)
        head = region.columns[column]
        if figure is None or cell is None or cell.row != row.index or concept_of(head) in _GOALS:
            continue
        if figure.unit is None or not is_exact(figure) or not figure.number:
            continue
        printed = Interval.of(abs(figure.number), figure.decimals)
        interval = printed.scaled(figure.unit.factor)
        yield _Spot(region, row, column, figure.unit.kind, interval, plain_label(head.name))


def _judge(
    subject: DocumentSubject,
    told: Told,
    sentence: tuple[Told, ...],
    between: str,
    cells: list[_Spot],
) -> Iterator[Judged]:
    figure = told.figure
    alike = [cell for cell in cells if cell.kind == figure.kind]
    if any(figure.interval.meets(cell.interval) for cell in alike):
        return
    own = plain_label(told.words)
    if told.owner and any(told.owner not in _context(cell) for cell in alike):
        return
    near = [
        cell
        for cell in alike
        if slip_into(figure, cell.interval)
        and common_stretch(own[-8:], cell.head) >= _NAME
        and acts_agree(own, cell.head)
        and (not figure.is_rate or cell.head[-1:] in between)
    ]
    heads = {cell.head for cell in alike if common_stretch(own[-8:], cell.head) >= _NAME}
    values = {cell.interval for cell in near}
    if len(values) != 1 or (len(heads) > 1 and figure.is_rate):
        return
    context = _context(near[0])
    if not of_the_tables_time(subject, told, context) or says_more(told, context):
        return
    if any(one.figure.interval.meets(near[0].interval) for one in sentence):
        return  # the sentence tells the cell beside this figure
    if subject.amounts.stated[figure.kind, figure.value] > 1:
        return
    if not is_explained(subject.story, told.cited):
        yield cell_differs(told.cited, near[0].region, near[0].row, near[0].column)


def _context(cell: _Spot) -> str:
    return cell.region.columns[cell.column].name + (cell.region.table.title or "") + cell.row.label
