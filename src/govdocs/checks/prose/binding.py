"""Which figure of the case a figure of the prose is about, where its clause names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from govdocs.checks.prose.case_figures import CaseFigure, CaseFigures, Matter
from govdocs.model.quantity import Bound as QuantityBound
from govdocs.model.units import MONEY, PERCENT
from govdocs.place import Path
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.passage import Passage

_GIVEN = re.compile(
    r"(?:分别|切块|统筹|全年|当年|共|已|累计|财政|省级|中央|我[省市县]|全[省市县])*(?:安排|下达|拨付|支持|给予|用于|分配|投入|补助)?(?:了|给|资金)?(?:共)?"
)
_OF_FUND = (
    "", "资金", "专项资金", "专项经费", "专项", "项目资金", "项目", "方向", "方面", "经费", "补助", "额度", "的资金",
)  # fmt: skip
_TARGET = re.compile(r"目标|指标值|计划|预期|预计|年初设定")
_AFTER = re.compile(r"^ *(?:资金)?，?(?:用于|支持|专项用于|用来支持)(?:了)?(?P<name>[一-龥]{2,20})")
_WHOSE = r"(?:年度|项目|专项|预算|财政|中央|地方|中央补助|中央财政|地方财政|其他|该项|上述)*(?:资金)?(?:全年|实际|累计|总)*"
_RATE = re.compile(rf"{_WHOSE}(?:预算|资金)?(?:总)?执行率")
_EXECUTED = re.compile(rf"{_WHOSE}(?:执行数|执行额|实际支出|支出数|支出|执行)")
_BUDGET = re.compile(rf"{_WHOSE}(?:预算数|年度资金总额|资金总额)")
_TO_US = re.compile(
    r"(?:财政部|中央|财政|年度|全年|共|已)*下达(?:了|给)?[我本全][省市区县](?:省|市|区|县)?(?:中央|财政|专项|补助|转移支付|资金|共|的)*"
)
_IN_PARTS = re.compile(
    "提前|分批|首批|[一二三两]批|分[两三]次|其中|追加|另|分别|新增|剩余|各[市县区]|累计"
)
_OWN_SUBJECTS = frozenset({"全省", "全市", "全县", "全区"})
_PLAIN_START = re.compile(
    r"^(?:共计?|全年|累计|已|实际|共?组织|共?完成|共?实现|年内|[全我本][省市县区])+"
)
_NARROWER = re.compile(
    "其中|新增|第[一二三四]季|上半年|下半年|[1-9]月|截至|截止|上年|去年|分别|每|平均|计划|拟|将|人均"
)
SHORTEST_NAME = 6
"""A shorter indicator name is met in sentences about other things."""
LONGEST_NAME = 40
_ROWS = {"central": "中央", "local": "地方", "other": "其他资金"}


@dataclass(frozen=True, slots=True)
class Bound:
    """The figures of the case that a clause may mean; all of them must differ to contradict it."""

    meant: tuple[CaseFigure, ...]


def bind(figure: ProseFigure, passage: Passage, known: CaseFigures, year: int) -> Bound | None:
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


def _is_own(subject: str, known: CaseFigures) -> bool:
    """Whether a place in front of a measure is a name that the case itself uses for money."""
    return any(subject in name for one in known.being(Matter.ALLOCATED) for name in one.names)


def _clause_before(figure: ProseFigure, passage: Passage) -> str:
    reading = passage.reading
    return reading.folded[reading.layout.clause_starts[figure.clause] : figure.span[0]]


def _allocation(figure: ProseFigure, passage: Passage, known: CaseFigures) -> list[CaseFigure]:
    if figure.kind != MONEY or not known.being(Matter.ALLOCATED):
        return []
    found: dict[Path, CaseFigure] = {}
    for suffix in _OF_FUND:
        if not figure.measure.endswith(suffix):
            continue
        body = figure.measure[: len(figure.measure) - len(suffix)]
        for at in range(len(body) - 1):
            named = known.called(Matter.ALLOCATED, body[at:])
            if named and _GIVEN.fullmatch(body[:at]):
                found.update((one.path, one) for one in named)
    if not figure.measure.removeprefix("安排").strip("资金共"):
        after = _AFTER.match(passage.reading.folded[figure.span[1] : figure.span[1] + 30])
        words = after["name"] if after else ""
        for end in range(2, len(words) + 1):
            found.update((one.path, one) for one in known.called(Matter.ALLOCATED, words[:end]))
    meant = list(found.values())
    if len(meant) > 1:
        around = "".join(passage.headings) + passage.text
        meant = [one for one in meant if one.group in around] or meant
    return meant


def _issued(figure: ProseFigure, passage: Passage, known: CaseFigures) -> list[CaseFigure]:
    if figure.kind != MONEY or figure.depth or "下达" not in _clause_before(figure, passage):
        return []
    start, _ = passage.reading.layout.sentence_span(figure.sentence)
    said = passage.reading.folded[start : figure.span[0]]
    unnamed = _TO_US.fullmatch(figure.measure) and not _IN_PARTS.search(said)
    return [
        one
        for one in known.being(Matter.ISSUED)
        if unnamed or any(figure.measure.endswith(name) for name in one.names)
    ]


def _money_row(figure: ProseFigure, passage: Passage, known: CaseFigures) -> list[CaseFigure]:
    matter = None
    measure = figure.measure
    for name in {n for one in known.being(Matter.BUDGET) for n in one.names}:
        measure = measure.replace(name, "")
    if figure.kind == PERCENT and _RATE.fullmatch(measure):
        matter = Matter.RATE
    elif figure.kind == MONEY and _EXECUTED.fullmatch(measure):
        matter = Matter.EXECUTED
    elif figure.kind == MONEY and _BUDGET.fullmatch(measure):
        matter = Matter.BUDGET
    if matter is None:
        return []
    sentence = passage.reading.sentence(figure.sentence)
    if any(name in sentence for one in known.being(Matter.ALLOCATED) for name in one.names):
        return []
    if any(
        not known.has_money(other)
        for other in passage.reading.measures
        if other.sentence == figure.sentence
        and other.kind == MONEY
        and other.span[0] < figure.span[0]
    ):
        return []  # a rate or an amount executed of other money than the case's
    rows = known.being(matter)
    clause = _clause_before(figure, passage)
    named = [one for one in rows if _ROWS.get(one.group, "\0") in clause]
    rates = known.being(Matter.ACTUAL) if matter is Matter.RATE else []
    return named or [*rows, *(one for one in rates if "执行率" in "".join(one.names))]


def _indicator(figure: ProseFigure, passage: Passage, known: CaseFigures) -> list[CaseFigure]:
    """The indicator whose name the measure is, or ends with."""
    if figure.unit is None:
        return []
    measures = {figure.measure}
    if figure.counts and figure.noun:
        measures |= {figure.measure + figure.noun, f"{figure.measure}{figure.noun}数"}
    if figure.counts and figure.measure.endswith(("项目", "企业")):
        measures.add(f"{figure.measure}数")
    wanted = Matter.TARGET if _TARGET.search(_clause_before(figure, passage)) else Matter.ACTUAL
    other = Matter.ACTUAL if wanted is Matter.TARGET else Matter.TARGET
    found: dict[Path, CaseFigure] = {}
    rows: set[Path] = set()
    for measure in measures:
        for at in range(max(0, len(measure) - LONGEST_NAME), len(measure) - SHORTEST_NAME + 1):
            for one in known.called(wanted, measure[at:]):
                found[one.path] = one
                rows.add(one.path[:2])
            rows.update(one.path[:2] for one in known.called(other, measure[at:]))
    if not rows:
        return _counted(figure, passage, known, wanted)
    if len(rows) != 1:
        return []
    return [one for one in found.values() if one.comparable(figure)]


def _counted(
    figure: ProseFigure, passage: Passage, known: CaseFigures, matter: Matter
) -> list[CaseFigure]:
    """The indicator whose counted thing the clause names (免费开放场馆198个 for 免费开放场馆数量).

    Nothing but 共, 全年 and the like may stand before the name: 新增 and 其中 are another scope.
    """
    if figure.bound is not QuantityBound.EXACT or figure.depth:
        return []
    start, _ = passage.reading.layout.sentence_span(figure.sentence)
    if _NARROWER.search(passage.reading.folded[start : figure.span[0]]):
        return []
    name = _PLAIN_START.sub("", figure.measure)
    found = {
        one.path: one
        for one in known.counting(matter, name)
        if one.quantity.unit == figure.unit
        or (one.quantity.kind == figure.kind and one.quantity.kind)
    }
    return list(found.values()) if len({path[1] for path in found}) == 1 else []
