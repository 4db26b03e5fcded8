"""Figures of the prose one slip away from the cell that bears their name: 新增就业52.6万人, 新增就业人数|52.8万人."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from govdocs.checks.document.beside_tables.cell_slips import cell_agrees, cell_differs
from govdocs.checks.document.beside_tables.scopes import PART_OF_YEAR, of_another_time
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.subject import SHORTEST, DocumentSubject
from govdocs.checks.document.tables.concepts import Concept, concept_of
from govdocs.model.quantity import Quantity
from govdocs.prose.facts.near_same import LEAST_DIGITS, MOST_VALUES
from govdocs.prose.figure import Role
from govdocs.prose.told import OWNER, Told
from govdocs.prose.words.likeness import (
    acts_agree,
    common_stretch,
    name_of,
    plain_label,
    unnumbered,
)
from govdocs.prose.words.measure_words import unit_named
from govdocs.prose.words.near_miss import slip_values, telling_digits
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_FEW = 4
_MANY = 5
_TITLE = 6
"""So many characters of a table's title, and the column's year, name a total for certain."""
_NUMBERING = re.compile(r"^ *(?:[一二三四五六七八九十]+[、是]|[（(][^（()）]{1,3}[）)]|\d+[.、])")
_WHOLE_OF = re.compile(r"(?:小计|合计|总计|人口|人数|户数|面积)$")
_OF_ALL = re.compile(r"全[省市州县区]|共|合计|总")
_PLANNED = re.compile(r"预算(?!执行|支出)|计划|目标")
_IN_BRACKETS = re.compile(
    r"[（(](亿元|万元|元|万人次|人次|万人|人|万户|户|个|家|辆|台|张|所|公里|米|万亩|亩|万平方米|平方米|%)[)）] *$"
)
_CHANGE_HEAD = re.compile(r"增减|增长|增加|减少|变动|差额|比上年|较上年|同比")


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """A figure of a table with what it is called: the row's names and the column's head."""

    region: Region
    row: Row
    column: int
    figure: Quantity
    rows: str
    head: str

    @property
    def kind(self) -> str:
        """The kind of the figure's unit."""
        return self.figure.unit.kind if self.figure.unit else ""

    @property
    def value(self) -> Decimal:
        """The figure in base units, a decrease without its sign."""
        factor = self.figure.unit.factor if self.figure.unit else Decimal(1)
        return abs(self.figure.number) * factor


def near_cells(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge figures of the prose by the cell of their name: equal, or one slip away and said nowhere else."""
    entries: defaultdict[tuple[str, Decimal], list[_Entry]] = defaultdict(list)
    for entry in _entries(subject):
        entries[entry.kind, entry.value].append(entry)
    if not entries:
        return
    values = _values_of_names(subject)
    seen: set[tuple[Decimal, Decimal]] = set()
    for sentence in subject.story.sentences():
        for told in sentence:
            name = name_of(told, sentence) if _tells(told) and of_the_year(subject, told) else ""
            if len(name) < 2 or len(values[name]) > MOST_VALUES:
                continue
            same = entries.get((told.figure.kind, told.figure.value), ())
            agreeing = next((e for e in same if _bears(e, name, told)), None)
            if agreeing is not None:
                yield cell_agrees(told.cited, agreeing.region, agreeing.row, agreeing.column)
            once = not same and subject.amounts.stated[told.figure.kind, told.figure.value] == 1
            for entry in _near(subject, told, name, entries, once=once):
                if any(t.figure.value == entry.value for t in sentence):
                    continue  # the sentence tells the cell beside this figure
                pair = (told.figure.value, entry.value)
                if pair not in seen:
                    seen.add(pair)
                    yield cell_differs(told.cited, entry.region, entry.row, entry.column)


def _values_of_names(subject: DocumentSubject) -> dict[str, set[Decimal]]:
    """The values that each name has in the prose: a name with many is one that several things bear."""
    values: defaultdict[str, set[Decimal]] = defaultdict(set)
    for sentence in subject.story.sentences():
        for told in sentence:
            if _tells(told):
                values[name_of(told, sentence)].add(told.figure.value)
    return values


def _near(
    subject: DocumentSubject,
    told: Told,
    name: str,
    entries: dict[tuple[str, Decimal], list[_Entry]],
    *,
    once: bool,
) -> Iterator[_Entry]:
    """The cells one slip away that bear the name: of two figures one must stand nowhere else."""
    likely = [
        entry
        for value in slip_values(told.figure)
        for entry in entries.get((told.figure.kind, value), ())
        if once or _stands_once(subject, entry)
    ]
    found = [e for e in likely if _bears(e, name, told)]
    if once and len({e.value for e in found}) == 1:
        yield found[0]
    elif not once:
        yield from (entry for entry in found if _alone(entry, told))


def _stands_once(subject: DocumentSubject, entry: _Entry) -> bool:
    cell = entry.region.cell(entry.row.index, entry.column)
    own = 2 if cell is not None and len(cell.text) >= SHORTEST else 1  # read as a sentence too
    return subject.amounts.stated[entry.kind, entry.value] <= own


def _alone(entry: _Entry, told: Told) -> bool:
    """Tell whether no cell of the row holds the figure of the prose, so that this one was meant."""
    for column in entry.region.numeric:
        figure = entry.region.figure(entry.row.index, column)
        if figure is None or figure.unit is None or not is_exact(figure):
            continue
        if figure.number * figure.unit.factor == told.figure.value:
            return False
    return True


def _tells(told: Told) -> bool:
    figure = told.figure
    if told.stated and figure.role is not Role.TARGET:
        return True
    if figure.role is Role.DIFFERENCE and not figure.is_points:
        return figure.exact
    return figure.is_rate and figure.exact and figure.role in {Role.PLAIN, Role.GROWTH}


def of_the_year(subject: DocumentSubject, told: Told) -> bool:
    """Tell whether a figure is of the paper's own place and whole year, as those of its tables are."""
    figure, reading = told.figure, told.passage.reading
    if subject.ledger.whose(figure):
        return False
    if figure.period is not None and subject.year and figure.period.year < subject.year:
        return False
    start, _ = reading.layout.sentence_span(figure.sentence)
    return PART_OF_YEAR.search(reading.folded[start : figure.span[0]]) is None


def _entries(subject: DocumentSubject) -> Iterator[_Entry]:
    for region in subject.regions:
        title = plain_label(region.table.title or "")
        columns = {
            c for c in region.numeric
            if concept_of(region.columns[c]) not in {Concept.TARGET, Concept.WEIGHT, Concept.SCORE}
        } | {c.index for c in region.columns if concept_of(c) is Concept.ACTUAL}  # fmt: skip
        for row in region.rows:
            whole = row.kind is RowKind.TOTAL
            names = title if whole else plain_label(unnumbered(row.label))
            for column in sorted(columns):
                figure = region.figure(row.index, column)
                cell = region.cell(row.index, column)
                if figure is None or not is_exact(figure) or cell is None:
                    continue
                if figure.unit is None:
                    named = counted_unit(region.columns[column].name) or counted_unit(row.label)
                    unit = unit_named("", named)
                    if unit is None:
                        continue
                    figure = replace(figure, unit=unit)
                if cell.row == row.index and figure.number and "占" not in cell.text:
                    head = plain_label(region.columns[column].name)
                    yield _Entry(region, row, column, figure, names, head)


def counted_unit(name: str) -> str:
    """The unit that a row's or column's name says where none is printed: 减贫人口 counts 人; empty for none."""
    written = _IN_BRACKETS.search(name)
    if written is not None:
        return written[1]
    found = re.search(r"(?P<people>人口|人数)|(?P<households>户数)$", name)
    return "" if found is None else "人" if found["people"] else "户"


def _one_satisfaction(entry: _Entry, told: Told) -> bool:
    """Tell whether 满意度 alone can only mean this row: the only one of its table that is called so."""
    if not re.search(r"满意[度率](?:为|达到?|：)*$", told.words) or "满意" not in entry.rows:
        return False
    rows = [r for r in entry.region.rows if "满意" in r.label and r.label != entry.row.label]
    return not rows and len(plain_label(told.words)) <= 4


def _one_rate(entry: _Entry, told: Told) -> bool:
    """Tell whether head or row name the rate as the prose does: 执行率, not 到位率."""
    own = plain_label(told.words)[-4:]
    return common_stretch(own, entry.head + entry.rows) >= min(len(own), 3)


def _of_several(entry: _Entry, told: Told) -> bool:
    """Tell whether the row's name stands in a list of names: 甲县、乙县共支出……"""
    name, words = "".join(entry.row.label.split()), told.words
    if not name or name not in words:
        return False
    return f"、{name}" in words or any(name + mark in words for mark in "、和与及")


def _bears(entry: _Entry, name: str, told: Told) -> bool:
    """Tell whether a cell is called what the prose calls its figure."""
    if entry.row.kind is not RowKind.TOTAL and common_stretch(name, entry.rows) < 2:
        return False
    digits = telling_digits(told.figure.value, entry.value)
    changed = told.figure.role in {Role.GROWTH, Role.DIFFERENCE}
    if entry.figure.number < 0 and not (changed and told.figure.sign < 0):
        return False
    if _CHANGE_HEAD.search(entry.head) is None and changed and told.figure.role is Role.DIFFERENCE:
        return False
    context = (
        entry.region.columns[entry.column].name + (entry.region.table.title or "") + entry.rows
    )
    if told.owner and told.owner not in context and OWNER.search(context):
        return False  # 省级资金 beside the table of 中央资金
    if not changed and of_another_time(told, context):
        return False
    if _of_several(entry, told):
        return False
    if changed and bool(_PLANNED.search(told.words)) != bool(_PLANNED.search(entry.head)):
        return False
    if told.figure.is_rate and entry.head and not changed and not _one_rate(entry, told):
        return False
    year = told.figure.period.year if told.figure.period else None
    years = {int(y) for y in re.findall(r"(?:19|20)\d\d", entry.region.columns[entry.column].name)}
    if year and years and year not in years:
        return False
    whole = entry.row.kind is RowKind.TOTAL
    called = entry.head + (entry.rows if whole else "")
    if not acts_agree(name, entry.head or entry.rows):
        return False
    if whole:
        own = plain_label(_NUMBERING.sub("", told.words)).removeprefix("年")
        if _WHOLE_OF.sub("", entry.head) == own and (len(own) > _FEW or _OF_ALL.search(told.words)):
            return digits > 1  # 本次应拨付, 全市减贫: the column's own head
        acts = re.search(r"支出|支付|拨付|下达|到位|安排|结余|执行|完成|预算|决算|发放", name)
        named = common_stretch(name, called)
        if changed and named >= _FEW and _CHANGE_HEAD.search(entry.head):
            return digits >= LEAST_DIGITS
        if digits >= LEAST_DIGITS and named >= _TITLE and year in years:
            return True
        if digits > _MANY and re.search(r"总计|合计|总额|总数|总量", told.words):
            return True
        return digits >= _FEW and (
            named >= _FEW or (acts is not None and acts[0] in called and digits >= _FEW)
        )
    common = common_stretch(name, entry.rows)
    if digits > _MANY:
        return common >= 2
    if _one_satisfaction(entry, told):
        return digits >= LEAST_DIGITS
    shorter = max(1, min(len(name), len(entry.rows)))
    own = plain_label(told.words)
    if (
        told.figure.is_rate
        and digits >= LEAST_DIGITS
        and len(entry.rows) > _FEW
        and entry.rows in name
    ):
        return True
    if told.figure.is_rate and digits >= _FEW and len(own) > 2 and own in entry.rows:
        return True
    if digits >= _MANY:
        return common >= 3 and common / shorter >= 0.5
    if digits >= LEAST_DIGITS:
        return common >= 3 and common / shorter >= 0.66
    return False
