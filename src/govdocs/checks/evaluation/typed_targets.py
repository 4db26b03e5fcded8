"""Targets typed into the prose under the name of a goal, against the goal's own target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.checks.prose.findings import passages, targets
from govdocs.checks.subject import Subject
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.interval import Interval
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import DOLLAR, MONEY
from govdocs.place import Path
from govdocs.prose.figure import ProseFigure
from govdocs.prose.passage import Passage
from govdocs.prose.report_passages import OVERALL

_SET = r"(?:定|设定|确定|核定)?"
_WANTED = rf"的?(?:年度|年初|全年|绩效|预期|申报)*(?:目标值?|指标值){_SET}"
_IS = r"(?:为|是|要|应|须|需|力争|完成|实现|达到|达|不少于|不低于|不小于|不超过|不高于|大于|等于|：|:|≥|≤|>|＞|=)*\s*"
_TOLD_AS_TARGET = re.compile(rf"(?:{_WANTED})?{_IS}")
_CALLED_TARGET = re.compile(rf"{_WANTED}{_IS}")
_OPEN = re.compile(
    r"(?:^|[，,。；;：:！？（()）“”、\s]|其中|项目|[年的末度]|实现|完成|确保|力争|保持|争取|达成)$"
)
_OTHER_CLAUSE = re.compile(r"自评|上年|去年|往年|同期|实际|原定|原目标|调整前|已")
_OTHER_SPAN = re.compile(r"十[三四五六]五|[两三四五]年|期末|中长期|累计|季度|上半年|下半年|月底?")
_ROUNDED_DIGITS = 2
"""3.6亿 may stand for 3.64亿; 2亿 for a target of 1.9亿 is another target."""


@dataclass(frozen=True, slots=True)
class TypedTarget:
    """One typed target that is not the goal's: where it stands, and the target at ``path``."""

    passage: Passage
    figure: ProseFigure
    name: str
    path: Path
    right: Quantity
    unit_alone: bool


def typed_targets(subject: Subject) -> Iterator[TypedTarget]:
    """Yield each target, typed right behind its goal's name, that the goal does not have.

    Among the paragraphs on targets every such figure is one; elsewhere only what is called one
    (目标, 指标值). What the project wants as a whole may differ from the year's goal: there the
    digits must be the goal's and the unit another.
    """
    known = _known(subject.full_report)
    if not known:
        return
    for passage in targets(subject):
        overall = OVERALL in {heading.rstrip("。") for heading in passage.headings}
        yield from _wrong(subject, passage, known, _TOLD_AS_TARGET, overall)
    for passage in passages(subject):
        yield from _wrong(subject, passage, known, _CALLED_TARGET, overall=False)


def _known(case: EvaluationCase) -> dict[str, list[tuple[Path, Quantity]]]:
    known: dict[str, list[tuple[Path, Quantity]]] = {}
    for at, goal in enumerate(case.goals):
        for field in ("target", "declared_target"):
            value = getattr(goal, field)
            if isinstance(value, Quantity) and value.unit is not None:
                known.setdefault(goal.name, []).append((("goals", at, field), value))
    return known


def _wrong(
    subject: Subject,
    passage: Passage,
    known: dict[str, list[tuple[Path, Quantity]]],
    between: re.Pattern[str],
    overall: bool,
) -> Iterator[TypedTarget]:
    for figure in passage.reading.figures:
        if passage.source_of(figure.span) is not None or figure.bound is Bound.ABOUT:
            continue
        head = passage.text[: figure.span[0]]
        if not figure.kind or _elsewhere(subject.year, head):
            continue
        name = next(
            (n for n in sorted(known, key=len, reverse=True) if _ends(head, n, between)), ""
        )
        if not name or any(_same(figure, value) for _, value in known[name]):
            continue
        for path, right in known[name]:
            unit_alone = figure.number == right.number
            slip = unit_alone and _both_money(figure.kind, right.kind)
            if slip or (figure.kind == right.kind and (unit_alone or not overall)):
                yield TypedTarget(passage, figure, name, path, right, unit_alone)
                break


def _elsewhere(year: int, head: str) -> bool:
    """Tell whether the words before a figure speak of results, another year or another span."""
    sentence = re.split(r"[。；！？]", head)[-1]
    years = {int(one) for one in re.findall(r"(?<!\d)(\d{4})年", sentence)}
    clause = re.split(r"[，,]", sentence)[-1]
    return bool(
        (years and years != {year}) or _OTHER_CLAUSE.search(clause) or _OTHER_SPAN.search(sentence)
    )


def _ends(head: str, name: str, between: re.Pattern[str]) -> bool:
    at = head.rfind(name)
    return (
        at >= 0
        and between.fullmatch(head[at + len(name) :]) is not None
        and _OPEN.search(head[:at]) is not None
    )


def _same(figure: ProseFigure, value: Quantity) -> bool:
    wanted = value.number * (value.unit.factor if value.unit else 1)
    if figure.kind != value.kind or figure.value == wanted:
        return figure.kind == value.kind
    digits = figure.number.normalize().as_tuple().digits
    return len(digits) >= _ROUNDED_DIGITS and figure.interval.meets(Interval.exact(wanted))


def _both_money(one: str, other: str) -> bool:
    return {one, other} == {MONEY, DOLLAR}
