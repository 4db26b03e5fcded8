"""Goals of the prose against the goal rows: 11月底支出进度不低于92%, and 11月底资金支出进度|≥92%."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from govdocs.checks.document.beside_tables.cell_slips import cell_differs
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cited_held
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import Concept, columns_for
from govdocs.model.quantity import Bound, Quantity
from govdocs.prose.figure import Role
from govdocs.prose.told import Told
from govdocs.prose.words.near_miss import one_slip_apart, significant
from govdocs.reading.tables import Region, Row, RowKind

_UP = frozenset({Bound.AT_LEAST, Bound.MORE})
_DOWN = frozenset({Bound.AT_MOST, Bound.LESS})
_FILLER = re.compile(r"资金|项目|情况|[的数量]|个数|人数|不低于|不少于|不超过|达到?|以上|≥|≤|总")
_DEMAND = re.compile(r"原则上|规定|办法|要求|国家|全国|全省|上级|省定|省级下达|考核|上年|去年")
_RESULT = re.compile(r"实际|完成了?$|已|实现|高于|超过目标|同比|较|比(?!例|重|率|值)")
_SHORTEST, _LONGEST = 4, 40
_DIGITS = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Goal:
    """What a row sets as the goal of the year."""

    region: Region
    row: Row
    column: int
    figure: Quantity
    name: Counter[str]

    @property
    def value(self) -> Decimal:
        """The printed number in base units, its bound left aside."""
        return self.figure.number * (self.figure.unit.factor if self.figure.unit else 1)


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A goal that a sentence tells, with its name."""

    told: Told
    name: Counter[str]
    bound: Bound


def told_goals(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge goals that sentences tell by the one row of their name: equal, or one digit apart."""
    goals = list(_goals(subject))
    if not goals:
        return
    said = list(_said(subject))
    for goal in goals:
        assert goal.figure.unit is not None
        meant = [
            one for one in said
            if one.told.figure.kind == goal.figure.unit.kind and not goal.name - one.name
            and _one_way(one.bound, goal.figure.bound)
        ]  # fmt: skip
        agree = [one for one in meant if one.told.figure.value == goal.value]
        if agree:
            yield Judged(True, (), cited_held(agree[0].told.cited))
            continue
        rivals = [g for g in goals if g is not goal and not goal.name - g.name]
        if rivals or len({one.told.figure.value for one in meant}) != 1:
            continue
        told = meant[0].told
        alike = told.figure.unit is not None and told.figure.unit.factor == goal.figure.unit.factor
        if (
            alike
            and one_slip_apart(told.figure.number, goal.figure.number)
            and _contradicts(told, goal)
        ):
            yield cell_differs(told.cited, goal.region, goal.row, goal.column)


def _goals(subject: DocumentSubject) -> Iterator[_Goal]:
    for region in subject.regions:
        columns = columns_for(region, Concept.TARGET)
        if len(columns) != 1:
            continue
        for row in region.rows:
            figure, cell = region.figure(row.index, columns[0]), region.cell(row.index, columns[0])
            if figure is None or figure.unit is None or cell is None or cell.row != row.index:
                continue
            if row.kind is not RowKind.ITEM or significant(figure.number) < _DIGITS:
                continue
            name = _letters(re.sub(r"^[A-Z]?\d+(?=[^\d月年])", "", row.label))
            if name.total() >= _SHORTEST:
                yield _Goal(region, row, columns[0], figure, name)


@lru_cache(maxsize=8192)
def _letters(words: str) -> Counter[str]:
    """The characters and the numbers of a name, without what says nothing."""
    return Counter(re.findall(r"[一-龥]|\d+", _FILLER.sub("", words)))


def _said(subject: DocumentSubject) -> Iterator[_Said]:
    for sentence in subject.story.sentences():
        if len(sentence[0].passage.path) > 2:
            continue  # a goal told within a table is compared there
        for at, told in enumerate(sentence):
            figure = told.figure
            if "分别" in told.words:
                yield from _in_order(sentence, at)
            elif figure.bound in _UP | _DOWN or figure.role is Role.TARGET:
                start = figure.span[0]
                clause = re.split(
                    r"[，。；：]", told.passage.reading.folded[max(0, start - _LONGEST) : start]
                )[-1]
                if not _RESULT.search(clause):
                    yield _Said(told, _letters(clause), figure.bound)


def _in_order(sentence: tuple[Told, ...], at: int) -> Iterator[_Said]:
    """6月底、9月底、11月底支出进度分别不低于60%、75%和92%: one name for each figure."""
    first = sentence[at]
    start = first.figure.span[0]
    clause = re.split(
        r"[，。；：]", first.passage.reading.folded[max(0, start - _LONGEST) : start]
    )[-1]
    heads = clause.split("分别")[0].split("、")
    run = [first]
    for other in sentence[at + 1 :]:
        if other.figure.kind != first.figure.kind or other.words.strip() not in {
            "",
            "、",
            "和",
            "及",
        }:
            break
        run.append(other)
    if len(heads) < 2 or len(heads) != len(run) or not all(heads) or _RESULT.search(clause):
        return
    ends = {head[-1] for head in heads[:-1]}
    cut = heads[-1].find(heads[0][-1]) + 1
    if len(ends) != 1 or not cut:
        return
    rest = heads[-1][cut:]
    for head, told in zip([*heads[:-1], heads[-1][:cut]], run, strict=True):
        yield _Said(told, _letters(head + rest), first.figure.bound)


def _one_way(one: Bound, other: Bound) -> bool:
    """Tell whether one bound does not point up where the other points down."""
    return not ((one in _UP and other in _DOWN) or (one in _DOWN and other in _UP))


def _contradicts(told: Told, goal: _Goal) -> bool:
    """Tell whether the two cannot both hold: a goal above what a rule demands is a goal of one's own."""
    reading = told.passage.reading
    if not _DEMAND.search(reading.sentence(told.figure.sentence)):
        return True
    below = goal.value < told.figure.value
    return below if told.figure.bound in _UP else False
