"""Rows of indicators against the sentences that tell them: 送戏下乡计划260场，实际286场 and 送戏下乡场次|≥260场|285场."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from govdocs.checks.document.beside_tables.cell_slips import cell_agrees, cell_differs
from govdocs.checks.document.beside_tables.near_cells import counted_unit, of_the_year
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import Concept, columns_for
from govdocs.model.quantity import Quantity
from govdocs.prose.figure import Role
from govdocs.prose.told import Told
from govdocs.prose.words.carried_names import Side, carried_name, side_of
from govdocs.prose.words.likeness import plain_label
from govdocs.prose.words.measure_words import unit_named
from govdocs.prose.words.near_miss import one_slip_apart, significant
from govdocs.reading.tables import Region, Row, RowKind

_ENDING = re.compile(
    r"(?:总?(?:人数|人次|个数|场次|次数|户数|数量|面积|里程|长度|总长|长|数|量)|情况|任务|项目)$"
)
_GROWTH = re.compile(r"(?:增幅|增速|增长幅度|增长速度|增长比例|增长)$")
_WHOLE_HEAD = re.compile(r"(?:合计|总计|小计|全[省市州县区])(?:数|[（(].*)?")
_OF_ALL = re.compile(r"全[省市州县区]|共|合计|总")
_SOME, _FULL = 0.8, 4
_FEW, _MANY = 3, 4


@dataclass(frozen=True, slots=True, eq=False)
class _Value:
    """What a row says was planned or reached, with the name of the row."""

    region: Region
    row: Row
    column: int
    figure: Quantity
    name: str
    side: Side
    other: Quantity | None
    """What the row says of the other side."""


@dataclass(frozen=True, slots=True, eq=False)
class _Fact:
    """A figure of a sentence with its carried name and its side."""

    told: Told
    name: str
    side: Side
    sentence: tuple[Told, ...]


def told_values(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge rows of indicators that a sentence tells by name with one digit between."""
    values = list(_values(subject))
    if not values:
        return
    often = Counter((value.name, value.side) for value in values)
    facts: defaultdict[tuple[str, Side], list[_Fact]] = defaultdict(list)
    for fact in _facts(subject):
        facts[fact.told.figure.kind, fact.side].append(fact)
    for value in values:
        if often[value.name, value.side] > 1 or value.figure.unit is None:
            continue
        known = [f for f in facts[value.figure.unit.kind, value.side] if _likely(value, f)]
        agreeing = [f for f in known if _agree(value.figure, f.told)]
        if agreeing:
            yield cell_agrees(agreeing[0].told.cited, value.region, value.row, value.column)
            continue
        near = [f for f in known if _certain(value, f) and _one_slip(value.figure, f.told)]
        if len({f.told.figure.value for f in near}) == 1:
            yield cell_differs(near[0].told.cited, value.region, value.row, value.column)


def _values(subject: DocumentSubject) -> Iterator[_Value]:
    for region in subject.regions:
        targets, actuals = (columns_for(region, c) for c in (Concept.TARGET, Concept.ACTUAL))
        sums = [c.index for c in region.columns if _WHOLE_HEAD.fullmatch(c.last)]
        for row in region.rows:
            name = _content(row.label)
            if row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL} or len(name) < 2:
                continue
            if len(actuals) == 1 and len(targets) < 2:
                target = _figure(region, row, targets[0]) if targets else None
                actual = _figure(region, row, actuals[0])
                if actual is not None:
                    yield _Value(region, row, actuals[0], actual, name, Side.REACHED, target)
                if target is not None:
                    yield _Value(region, row, targets[0], target, name, Side.PLANNED, actual)
            elif len(sums) == 1 and (whole := _figure(region, row, sums[0])) is not None:
                yield _Value(region, row, sums[0], whole, name, Side.REACHED, None)


def _figure(region: Region, row: Row, column: int) -> Quantity | None:
    cell = region.cell(row.index, column)
    figure = region.figure(row.index, column)
    if figure is None or cell is None or cell.row != row.index:
        return None
    symbol = figure.unit.symbol if figure.unit else counted_unit(row.label)
    return replace(figure, unit=unit_named("", symbol) or figure.unit) if symbol else None


@lru_cache(maxsize=4096)
def _content(label: str) -> str:
    """A row's name without what only says that it is a number: 整治村庄 for 整治村庄个数."""
    words = plain_label(re.sub(r"^[A-Z]?\d+", "", label))
    grown = _GROWTH.sub("增长率", words)
    bare = grown if grown != words else _ENDING.sub("", words)
    core = bare.removeprefix("享受").removesuffix("人员")
    return core if len(core) >= _FULL else bare


def _facts(subject: DocumentSubject) -> Iterator[_Fact]:
    for sentence in subject.story.sentences():
        for told in sentence:
            figure = told.figure
            plain = told.stated or (
                figure.exact and figure.is_rate and figure.role in {Role.PLAIN, Role.GROWTH}
            )
            if not plain or not of_the_year(subject, told):
                continue
            side = side_of(told)
            if figure.role is Role.GROWTH and figure.sign > 0:
                side = Side.REACHED  # 比上年增长8.9%
            if side is not Side.BESIDE and (name := carried_name(told, sentence)):
                yield _Fact(told, name, side, sentence)


def _likely(value: _Value, fact: _Fact) -> bool:
    """Tell whether a sentence can speak of the row: it names what the row names."""
    if _WHOLE_HEAD.fullmatch(value.region.columns[value.column].last):
        whole = _OF_ALL.search(fact.told.words)
        return whole is not None and value.name.startswith(fact.name)
    common = _common(value.name, fact.name)
    full = common == len(value.name)
    return full or (len(value.name) > _FULL and common >= _SOME * len(value.name))


def _certain(value: _Value, fact: _Fact) -> bool:
    """Tell whether it does: by many digits and little more in its name, or by the row's other side."""
    digits = significant(value.figure.number)
    if value.other is not None and _beside(value, fact, value.other):
        return True
    alike = len(value.name) / max(len(_content(fact.name)), 1)
    if digits >= _MANY:
        return alike >= 0.5
    if digits >= _FEW:
        return alike >= 0.6
    return digits > 1 and alike >= _SOME and len(value.name) > _FULL


def _beside(value: _Value, fact: _Fact, other: Quantity) -> bool:
    """Tell whether the same sentence tells the row's other side as the row does."""
    if fact.told.figure.is_rate:
        return False
    side = Side.PLANNED if value.side is Side.REACHED else Side.REACHED
    return any(
        side_of(told) is side and told.stated and _agree(other, told)
        and carried_name(told, fact.sentence) == fact.name
        for told in fact.sentence
    )  # fmt: skip


@lru_cache(maxsize=16384)
def _common(first: str, second: str) -> int:
    """How many characters two names share, in any order: 补贴发放 and 发放补贴."""
    return sum(min(first.count(one), second.count(one)) for one in set(first))


def _agree(figure: Quantity, told: Told) -> bool:
    return figure.base_interval.meets(told.figure.interval)


def _one_slip(figure: Quantity, told: Told) -> bool:
    mine, its = figure.unit, told.figure.unit
    same = mine is not None and its is not None and mine.factor == its.factor
    return same and one_slip_apart(figure.number, told.figure.number)
