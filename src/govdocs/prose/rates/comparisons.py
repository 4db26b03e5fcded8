"""Comparison words against the figures: 由a提高到b, 高于b, 增速回落."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage

_FROM = re.compile(r"(?:由|从)[^，。；、\d]{0,16}(?:的)? *$")
_RAISED = re.compile(
    r"^(?:[^，。；\d]{0,4})(?P<word>增长|增加|上升|提高|提升|增|升|扩大)(?:到|至) *$"
)
_LOWERED = re.compile(
    r"^(?:[^，。；\d]{0,4})(?P<word>下降|减少|降低|回落|缩减|压减|缩短|降|减)(?:到|至) *$"
)
_ABOVE = re.compile(
    r"^[，,]? *(?:明显|远)?(?P<word>(?<!不)高于|超过|(?<!不)大于)[^，。；、\d]{0,14}(?:（|\()? *$"
)
_WITHIN = re.compile(r"^[，,]? *(?P<word>控制在)[^，。；、\d]{0,16} *$")
_INSIDE = re.compile(r"^ *(?:的)?(?:以内|之内|范围内|以下|内)")
_BELOW = re.compile(
    r"^[，,]? *(?:明显|远)?(?P<word>(?<!不)低于|(?<!不)小于)[^，。；、\d]{0,14}(?:（|\()? *$"
)
_BY_NAME = re.compile(r"[高低多少]于([一-龥]{2,14}?)(?:数|额|的)* *$")
_BY = re.compile(r"[，,]? *(?:仍|尚|还)?低于[^，。；、\d（(为的]{2,8} *$")
"""低于限额1.3亿元 may say by how much; 低于限额的1.3亿元 and 低于限额（1.3亿元） say than what."""
_MUCH_LESS = 2
_SLOWER = re.compile(
    r"增(?:长率?|速|幅|长速度)(?:率)?(?:有所|明显|略有|继续)?(?P<word>下降|回落|放缓|下滑|减缓)(?!\d)"
)
_FASTER = re.compile(
    r"增(?:长率?|速|幅|长速度)(?:率)?(?:有所|明显|略有|继续)?(?P<word>加快|上升|提高|提升)(?!\d)"
)


def comparisons(passage: Passage) -> Iterator[Judgement]:
    """Judge every comparison word that stands between two figures of one kind."""
    reading = passage.reading
    for number, figures in enumerate(sentence_figures(reading)):
        measures = [f for f in figures if f.sort is Sort.MEASURE and f.unit is not None]
        for first, second in pairwise(measures):
            for judgement in _pair(passage, first, second):
                if judgement.holds or not _so_much_off(passage, measures, first, second):
                    yield judgement
        yield from _pace(passage, number, measures)


def _pair(passage: Passage, first: ProseFigure, second: ProseFigure) -> Iterator[Judgement]:
    text = passage.reading.folded
    if first.kind != second.kind or first.depth != second.depth:
        return
    between = text[first.span[1] : second.span[0]]
    before = text[max(0, first.span[0] - 24) : first.span[0]]
    change = _RAISED.match(between) or _LOWERED.match(between)
    if change is not None and _FROM.search(before):
        rising = _RAISED.match(between) is not None
        yield _judgement(passage, first, second, change["word"], second_higher=rising)
        return
    within = _WITHIN.match(between)
    if within is not None and _INSIDE.match(text[second.span[1] :]):
        yield _judgement(passage, first, second, within["word"], second_higher=True, or_equal=True)
        return
    compared = _ABOVE.match(between) or _BELOW.match(between)
    if compared is not None and not second.is_points and second.role is not Role.GROWTH:
        above = _ABOVE.match(between) is not None
        yield _judgement(passage, first, second, compared["word"], second_higher=not above)


def _so_much_off(
    passage: Passage, measures: list[ProseFigure], first: ProseFigure, second: ProseFigure
) -> bool:
    """Tell whether the second figure is what the first lacks: 低于预算2万元（预算为24万元）."""
    text = passage.reading.folded
    between = text[first.span[1] : second.span[0]]
    by = _BY.fullmatch(between) is not None and not first.is_rate
    if by and second.value * _MUCH_LESS < first.value:
        return True
    named = _BY_NAME.search(between)
    for other in measures:
        if other in {first, second} or other.kind != first.kind:
            continue
        both = second.interval.plus(min(first, other, key=lambda f: f.value).interval)
        if both.meets(max(first, other, key=lambda f: f.value).interval):
            return True
        own = text[max(second.span[1], other.span[0] - 16) : other.span[0]]
        if named and other.span > second.span and named[1] in own:
            return True
    return False


def _judgement(
    passage: Passage,
    first: ProseFigure,
    second: ProseFigure,
    word: str,
    *,
    second_higher: bool,
    or_equal: bool = False,
) -> Judgement:
    low, high = (first, second) if second_higher else (second, first)
    return Judgement(
        "comparison",
        _below(low, high) or (or_equal and low.agrees(high)),
        (Cited.of(passage, second), Cited.of(passage, first)),
        actual=f"{first.text}、{second.text}",
        details={"word": word},
    )


def _below(low: ProseFigure, high: ProseFigure) -> bool:
    """Tell whether ``low`` can be below ``high``; rounding keeps the order of equal decimals."""
    if low.unit == high.unit and low.decimals == high.decimals:
        return low.value < high.value
    return low.interval.low <= high.interval.high


def _pace(passage: Passage, number: int, measures: list[ProseFigure]) -> Iterator[Judgement]:
    """Two growth rates of two years and a word on how the pace changed."""
    text = passage.reading.sentence(number)
    slower, faster = _SLOWER.search(text), _FASTER.search(text)
    rates = [f for f in measures if f.role is Role.GROWTH and f.is_rate and f.period is not None]
    if len(rates) != 2 or (slower is None) == (faster is None):
        return
    old, new = sorted(rates, key=lambda f: f.period.ordered() if f.period else ())
    if old.period == new.period or old.period is None or new.period is None:
        return
    word = slower or faster
    assert word is not None
    a, b = old.number * old.sign, new.number * new.sign
    yield Judgement(
        "comparison",
        (b < a) if slower else (b > a),
        (Cited.of(passage, new), Cited.of(passage, old)),
        actual=f"{old.text}、{new.text}",
        details={"word": word["word"]},
    )
