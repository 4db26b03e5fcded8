"""Which figure of the case a figure of the prose is about, where its clause names it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdocs.checks.prose_case_figures import CaseFigure, Matter
from govdocs.model.units import MONEY, PERCENT
from govdocs.prose.binding import MIN_MEASURE
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.passage import Passage

_GIVEN = r"(?:切块|统筹|全年|当年|共|已|累计|财政|省级|中央|我[省市县]|全[省市县])*(?:安排|下达|拨付|支持|给予|用于|分配|投入|补助)?(?:了|给|资金)?(?:共)?"
_OF_FUND = r"(?:资金|专项资金|专项经费|专项|项目资金|项目|方向|方面|经费|补助|额度|的?资金)?"
_TARGET = re.compile(r"目标|指标值|计划|预期|预计|年初设定")
_AFTER = re.compile(r"^ *(?:资金)?，?(?:用于|支持|专项用于|用来支持)(?:了)?(?P<name>[一-龥]{2,20})")
_WHOSE = r"(?:年度|项目|专项|预算|财政|中央|地方|中央补助|中央财政|地方财政|其他|该项|上述)*(?:资金)?(?:全年|实际|累计|总)*"
_RATE = re.compile(rf"{_WHOSE}(?:预算|资金)?(?:总)?执行率")
_EXECUTED = re.compile(rf"{_WHOSE}(?:执行数|执行额|实际支出|支出数|支出|执行)")
_BUDGET = re.compile(rf"{_WHOSE}(?:预算数|年度资金总额|资金总额)")
_OWN_SUBJECTS = frozenset({"全省", "全市", "全县", "全区"})
_ROWS = {"central": "中央", "local": "地方", "other": "其他资金"}


@dataclass(frozen=True, slots=True)
class Bound:
    """The figures of the case that a clause may mean; all of them must differ to contradict it."""

    meant: tuple[CaseFigure, ...]


def bind(
    figure: ProseFigure, passage: Passage, known: Sequence[CaseFigure], year: int
) -> Bound | None:
    """Return what of the case ``figure`` is about by its clause; None where that is not certain."""
    if figure.sort is not Sort.MEASURE or figure.role in {
        Role.EACH,
        Role.GROWTH,
        Role.DIFFERENCE,
        Role.SHARE,
    }:
        return None
    period = figure.period
    if period is not None and (period.year != year or period.span):
        return None
    if (
        figure.subject
        and figure.subject not in _OWN_SUBJECTS
        and not _is_own(figure.subject, known)
    ):
        return None
    for finder in (_money_row, _issued, _allocation, _indicator):
        meant = finder(figure, passage, known)
        if meant:
            return Bound(tuple(meant))
    return None


def _is_own(subject: str, known: Sequence[CaseFigure]) -> bool:
    """Whether a place in front of a measure is a name that the case itself uses for money."""
    return any(
        subject in name for one in known if one.matter is Matter.ALLOCATED for name in one.names
    )


def _clause_before(figure: ProseFigure, passage: Passage) -> str:
    reading = passage.reading
    return reading.folded[reading.layout.clause_starts[figure.clause] : figure.span[0]]


def _allocation(
    figure: ProseFigure, passage: Passage, known: Sequence[CaseFigure]
) -> list[CaseFigure]:
    if figure.kind != MONEY:
        return []
    found = []
    after = _AFTER.match(passage.reading.folded[figure.span[1] : figure.span[1] + 30])
    for one in known:
        if one.matter is not Matter.ALLOCATED:
            continue
        for name in one.names:
            given = figure.measure.endswith(name) or name in figure.measure
            if (
                given and re.fullmatch(rf"{_GIVEN}{re.escape(name)}{_OF_FUND}", figure.measure)
            ) or (
                after
                and not figure.measure.removeprefix("安排").strip("资金共")
                and after["name"].startswith(name)
            ):
                found.append(one)
    if len(found) > 1:
        around = "".join(passage.headings) + passage.text
        found = [one for one in found if one.group in around] or found
    return found


def _issued(figure: ProseFigure, passage: Passage, known: Sequence[CaseFigure]) -> list[CaseFigure]:
    if figure.kind != MONEY or figure.depth:
        return []
    clause = _clause_before(figure, passage)
    return [
        one for one in known
        if one.matter is Matter.ISSUED and "下达" in clause and any(figure.measure.endswith(n) for n in one.names)
    ]  # fmt: skip


def _money_row(
    figure: ProseFigure, passage: Passage, known: Sequence[CaseFigure]
) -> list[CaseFigure]:
    matter = None
    measure = figure.measure
    for name in (n for one in known if one.matter is Matter.BUDGET for n in one.names):
        measure = measure.replace(name, "")
    if figure.kind == PERCENT and _RATE.fullmatch(measure):
        matter = Matter.RATE
    elif figure.kind == MONEY and _EXECUTED.fullmatch(measure):
        matter = Matter.EXECUTED
    elif figure.kind == MONEY and _BUDGET.fullmatch(measure):
        matter = Matter.BUDGET
    if matter is None:
        return []
    names = [n for one in known if one.matter is Matter.ALLOCATED for n in one.names]
    if any(name in passage.reading.sentence(figure.sentence) for name in names):
        return []
    rows = [one for one in known if one.matter is matter]
    clause = _clause_before(figure, passage)
    named = [one for one in rows if _ROWS.get(one.group, "\0") in clause]
    rates = [
        one
        for one in known
        if matter is Matter.RATE and one.matter is Matter.ACTUAL and "执行率" in "".join(one.names)
    ]
    return named or [*rows, *rates]


def _indicator(
    figure: ProseFigure, passage: Passage, known: Sequence[CaseFigure]
) -> list[CaseFigure]:
    measure = figure.measure + (figure.noun if figure.counts else "")
    candidates = [m for m in {figure.measure, measure} if len(m) >= MIN_MEASURE]
    if not candidates or figure.unit is None:
        return []
    clause = _clause_before(figure, passage)
    wanted = Matter.TARGET if _TARGET.search(clause) else Matter.ACTUAL
    found: list[CaseFigure] = []
    for one in known:
        if one.matter not in {Matter.TARGET, Matter.ACTUAL}:
            continue
        if any(_names(name, m) for name in one.names for m in candidates):
            found.append(one)
    paths = {one.path[:2] for one in found}
    if len(paths) != 1:
        return []
    return [one for one in found if one.matter is wanted and one.comparable(figure)]


def _names(name: str, measure: str) -> bool:
    """Whether a clause's measure is an indicator: the same words, or the name with words in front."""
    name = (
        name.removesuffix("数")
        if name.endswith(("项目数", "企业数")) and measure.endswith(("项目", "企业"))
        else name
    )
    return len(name) >= MIN_MEASURE + 2 and (measure == name or measure.endswith(name))
