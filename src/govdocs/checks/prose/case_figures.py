"""The figures of a case under the names that prose calls them by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from govdocs.checks.spots import label_of
from govdocs.checks.subject import Subject
from govdocs.model.case import Case
from govdocs.model.interval import Interval
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import COUNTED
from govdocs.place import Path
from govdocs.prose.figure import ProseFigure
from govdocs.prose.words.binding import measure_of


class Matter(Enum):
    """What a figure of the case is, since the same name is budgeted, executed and reached."""

    ALLOCATED = "额度"
    ISSUED = "下达"
    BUDGET = "预算"
    EXECUTED = "执行"
    RATE = "执行率"
    TARGET = "指标值"
    ACTUAL = "完成值"
    FACT = "正文数据"


@dataclass(frozen=True, slots=True)
class CaseFigure:
    """One figure of the case: the names it goes by in prose, its value, and where it stands."""

    names: tuple[str, ...]
    quantity: Quantity
    matter: Matter
    path: Path
    label: str
    group: str = ""
    """The direction that a part of an allocation belongs to."""

    def equals(self, figure: ProseFigure) -> bool:
        """Tell whether a figure of the prose prints this value, in whatever scale."""
        if not self.comparable(figure):
            return False
        if self.quantity.unit == figure.unit and self.quantity.decimals == figure.decimals:
            return self.quantity.number == figure.number
        return self.interval.meets(figure.interval)

    def comparable(self, figure: ProseFigure) -> bool:
        """Tell whether both measure in one kind; a count without a unit equals any measure word."""
        kind = self.quantity.kind
        if kind == figure.kind:
            return True
        return (not kind and figure.counts) or (
            kind in COUNTED and figure.kind in {"个", "项"} and figure.counts
        )

    @property
    def interval(self) -> Interval:
        """The values in base units; a whole number of things is exact."""
        quantity = self.quantity
        factor = quantity.unit.factor if quantity.unit else 1
        if (
            quantity.decimals == 0
            and factor == 1
            and (not quantity.unit or quantity.kind in COUNTED or quantity.kind == "人")
        ):
            return Interval.exact(quantity.number)
        return quantity.base_interval

    @property
    def text(self) -> str:
        """The value with its unit."""
        symbol = self.quantity.unit_symbol
        text = self.quantity.text
        return text if not symbol or text.endswith(symbol) else f"{text}{symbol}"


_MONEY = (Matter.ISSUED, Matter.BUDGET, Matter.EXECUTED, Matter.ALLOCATED)


class CaseFigures:
    """The figures of a case, found by name, by what they are and by value; built once for a case."""

    def __init__(self, figures: Iterable[CaseFigure]) -> None:
        self.all = tuple(figures)
        self._by_matter: defaultdict[Matter, list[CaseFigure]] = defaultdict(list)
        self._by_name: defaultdict[tuple[Matter, str], list[CaseFigure]] = defaultdict(list)
        self._by_counted: defaultdict[tuple[Matter, str], list[CaseFigure]] = defaultdict(list)
        self._by_value: defaultdict[tuple[str, Decimal], list[CaseFigure]] = defaultdict(list)
        for one in self.all:
            self._by_matter[one.matter].append(one)
            for name in one.names:
                self._by_name[one.matter, name].append(one)
                if one.matter in {Matter.TARGET, Matter.ACTUAL}:
                    for counted in _counted(name):
                        self._by_counted[one.matter, counted].append(one)
            factor = one.quantity.unit.factor if one.quantity.unit else 1
            self._by_value[one.quantity.kind, one.quantity.number * factor].append(one)

    def being(self, matter: Matter) -> list[CaseFigure]:
        """All figures that are ``matter``."""
        return self._by_matter.get(matter, [])

    def called(self, matter: Matter, name: str) -> list[CaseFigure]:
        """The figures that are ``matter`` and go by exactly ``name``."""
        return self._by_name.get((matter, name), [])

    def counting(self, matter: Matter, thing: str) -> list[CaseFigure]:
        """The figures of indicators that count ``thing``: 扶持基层科普组织 of 扶持基层科普组织数量."""
        return self._by_counted.get((matter, thing), [])

    def has_money(self, figure: ProseFigure) -> bool:
        """Tell whether some amount of the case's money prints as ``figure``, rounded or not."""
        return any(one.equals(figure) for matter in _MONEY for one in self.being(matter))

    def printing(self, figure: ProseFigure) -> list[CaseFigure]:
        """The figures whose very number ``figure`` is, in whatever scale of its kind."""
        bare = self._by_value.get(("", figure.value), []) if figure.counts else []
        return [*self._by_value.get((figure.kind, figure.value), []), *bare]


SHORTEST_THING = 6
"""A shorter thing is counted in sentences about other things."""
_HOW_MANY = re.compile(r"(?:数量|个数|家数|件数|场次|人次|人数|户数|次数|长度|面积|里程|数)$")
_DONE = re.compile(
    r"^(?P<thing>.{4,}?)(?P<act>治理|建设|改造|修复|培训|推广|推介|维修养护|维护|整治|抚育|扶持|补贴|购置)$"
)


def _counted(name: str) -> tuple[str, ...]:
    """What an indicator's name counts, also as verb and object (中小河流治理: 治理中小河流)."""
    thing = _HOW_MANY.sub("", name)
    if thing == name or len(thing) < SHORTEST_THING:
        return ()
    done = _DONE.match(thing)
    return (thing, done["act"] + done["thing"]) if done else (thing,)


def case_figures(subject: Subject) -> CaseFigures:
    """All figures of the case that prose may name."""
    return subject.once(_case_figures)


def _case_figures(subject: Subject) -> CaseFigures:
    case = subject.full
    return CaseFigures(
        figure
        for source in (_allocations(case), _money(case), _indicators(case), _facts(case))
        for figure in source
        if figure.quantity.bound is Bound.EXACT or figure.matter in {Matter.TARGET, Matter.FACT}
    )


def plain_name(name: str) -> str:
    """A name as measures are written: 金额 reads 额, 业务 is left out, no quotes or brackets."""
    return measure_of(name)[1] or name


def _allocations(case: Case) -> Iterator[CaseFigure]:
    for at, row in enumerate(case.allocations):
        names = tuple(plain_name(n) for n in (row.name, row.short_name) if n)
        if row.amount is not None:
            path: Path = ("allocations", at, "amount")
            yield CaseFigure(
                names, row.amount, Matter.ALLOCATED, path, label_of(case, path), row.name
            )
        for number, part in enumerate(row.parts):
            path = ("allocations", at, "parts", number, "amount")
            yield CaseFigure(
                (plain_name(part.name),),
                part.amount,
                Matter.ALLOCATED,
                path,
                label_of(case, path),
                row.name,
            )


def _money(case: Case) -> Iterator[CaseFigure]:
    fund = case.fund
    names = tuple(n for n in (fund.name, fund.declared_name) if n)
    if fund.issued is not None:
        path: Path = ("fund", "issued")
        yield CaseFigure(names, fund.issued, Matter.ISSUED, path, label_of(case, path))
    for field in ("total", "central", "local"):
        stated = getattr(case.budget, field)
        if stated is not None:
            path = ("budget", field)
            yield CaseFigure(names, stated, Matter.BUDGET, path, label_of(case, path), field)
    for row_name in ("total", "central", "local", "other"):
        row = getattr(case.execution, row_name)
        if row is None:
            continue
        for field, matter in (
            ("budget", Matter.BUDGET),
            ("executed", Matter.EXECUTED),
            ("rate", Matter.RATE),
        ):
            quantity = getattr(row, field)
            if isinstance(quantity, Quantity):
                path = ("execution", row_name, field)
                yield CaseFigure(names, quantity, matter, path, label_of(case, path), row_name)


def _indicators(case: Case) -> Iterator[CaseFigure]:
    for at, row in enumerate(case.indicators):
        names = tuple(dict.fromkeys(plain_name(n) for n in (row.name, row.reported_name) if n))
        for field, matter in (
            ("target", Matter.TARGET),
            ("reported_target", Matter.TARGET),
            ("actual", Matter.ACTUAL),
        ):
            quantity = getattr(row, field)
            if isinstance(quantity, Quantity):
                path: Path = ("indicators", at, field)
                yield CaseFigure(names, quantity, matter, path, label_of(case, path))


def _facts(case: Case) -> Iterator[CaseFigure]:
    for at, fact in enumerate(case.facts):
        for field in ("value", "growth", "share", "previous"):
            quantity = getattr(fact, field)
            if isinstance(quantity, Quantity):
                names = (plain_name(fact.name),) if field == "value" else ()
                path: Path = ("facts", at, field)
                yield CaseFigure(names, quantity, Matter.FACT, path, label_of(case, path))
