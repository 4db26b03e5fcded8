"""Differences between two figures beside them: 低于30%的目标2.5个百分点, 由9.2天缩短为8.7天, 缩短0.5天."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.model.quantity import Bound
from govdocs.model.units import PERCENT, POINT
from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare, printed
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage

_APART = re.compile(r"(?:低于|高于|超过|超出|比|较)[^，。；]{0,20}$")
_GOAL = re.compile(
    r"^(?:的)?(?:年度|全年|预期|计划|控制|既定)*(?:目标|指标|任务|标准|水平|平均水平|均值)?(?:值|数)? *(?:低|高|多|少|下降|上升|提高|降低|回落|增加|减少|缩短)?(?:了|出)? *$"
)
_FROM = re.compile(r"(?:由|从)[^，。；]{0,20}$")
_TO = re.compile(r"(?:到|至|为|成) *$")
_SO_MUCH = re.compile(
    r"^[，,]? *(?:比计划|比目标|同比|净|超额(?:完成)?|超计划(?:完成)?)?(?:缩短|减少|下降|降低|提高|提升|增加|增长|上升|超额|超额完成|少|多)?(?:了)? *$"
)
_OVER = re.compile(r"超额(?:完成)?(?:了|任务|：)?[^，。；\d]{0,4}$")
_PLAN = re.compile(r"(?:计划|目标|任务)[^，。；]*$")


def gaps(passage: Passage) -> Iterator[Judgement]:
    """Judge a difference that follows its two figures, in a sentence where no other two explain it."""
    text = passage.reading.folded
    for figures in sentence_figures(passage.reading):
        measures = [f for f in figures if f.sort is Sort.MEASURE and f.unit is not None]
        for at in range(2, len(measures)):
            gap = measures[at]
            kind = PERCENT if gap.kind == POINT else gap.kind
            if not gap.exact or gap.is_rate or gap.kind == "":
                continue
            first, second = measures[at - 2], measures[at - 1]
            if gap.kind != POINT and not _OVER.search(_before(text, measures, at)):
                pair = [first, second]
            else:
                pair = [f for f in measures[:at] if f.kind == kind][-2:]
            if len(pair) < 2 or any(f.kind != kind for f in pair) or not pair[0].exact:
                continue
            first, second = pair
            if not _is_gap(text, first, second, gap):
                continue
            yield _judge(passage, first, second, gap, measures[:at])


def _before(text: str, measures: list[ProseFigure], at: int) -> str:
    return text[measures[at - 1].span[1] : measures[at].span[0]]


def _is_gap(text: str, first: ProseFigure, second: ProseFigure, gap: ProseFigure) -> bool:
    between = text[first.span[1] : second.span[0]]
    behind = text[second.span[1] : gap.span[0]]
    if any(mark in between + behind for mark in "。；") or gap.clause - first.clause > 2 + 2 * bool(
        _OVER.search(behind)
    ):
        return False
    ahead = text[max(0, first.span[0] - 24) : first.span[0]]
    if _OVER.search(behind):
        return second.exact and _PLAN.search(ahead) is not None and "完成" in between
    if second.exact and _FROM.search(ahead) and _TO.search(between):
        return _SO_MUCH.match(behind) is not None and gap.clause != second.clause
    return (
        _APART.search(between) is not None
        and second.bound in {Bound.EXACT, Bound.LESS, Bound.MORE}
        and _GOAL.match(behind) is not None
        and gap.clause == second.clause
    )


def _judge(
    passage: Passage,
    first: ProseFigure,
    second: ProseFigure,
    gap: ProseFigure,
    known: list[ProseFigure],
) -> Judgement:
    alike = [f for f in known if f.kind == first.kind]
    low, high = sorted((first, second), key=lambda f: f.value)
    holds = any(
        a is not b and a.interval.minus(b.interval).meets(gap.interval)
        for a in alike
        for b in alike
    )
    shown = printed(high.value - low.value, gap.unit, max(high.decimals, low.decimals)
                    if high.unit == low.unit else gap.decimals)  # fmt: skip
    same = high.unit == low.unit
    line = f"{bare(high)}－{bare(low)}" if same else f"{high.text}－{low.text}"
    return Judgement(
        "growth",
        holds,
        (Cited.of(passage, gap), Cited.of(passage, first), Cited.of(passage, second)),
        expected=shown,
        actual=gap.text,
        arithmetic=f"{line}＝{shown}",
        sureness=Sureness.LIKELY,
        details={"new": first.text, "old": second.text},
    )
