"""Things done at several times: 放流5批次，其中4月1批、6月2批、8月2批; 培训3次，分别在3月、6月和10月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.counts.told_counts import judged_count
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Judgement
from govdocs.prose.passage import Passage

_HAPPENS = re.compile(r"批次?|次|期|场次?|轮|届|回")
_TIME = r"(?:20\d\d年)?(?:\d{1,2}月(?:份|底|初|[上中下]旬|\d{1,2}日)?|第?[一二三四1-4]季度|[上下]半年|[春夏秋冬]季)"
_JOINT = r"(?:[、，；]|[和及与])"
_SHARED = re.compile(
    rf"(?P<list>{_TIME}[^，。；、\d]{{0,4}}\d{{1,2}} *(?P<unit>批次?|次|期|场次?|轮)(?:{_JOINT}{_TIME}[^，。；、\d]{{0,4}}\d{{1,2}} *(?:批次?|次|期|场次?|轮))+)"
)
_MANY = re.compile(r"(?P<number>\d{1,2}) *(?:批次?|次|期|场次?|轮)")
_EACH = re.compile(rf"分别(?:在|于|是|为)(?P<list>{_TIME}(?:{_JOINT}{_TIME})+)(?!至|—|-)")
_OPEN = re.compile(r"主要|等|不含|除")
_REACH = 60
_ENOUGH = 3
"""So many times behind 其中 are all there were."""


def told_at_times(passage: Passage) -> Iterator[Judgement]:
    """Judge how often something was done by the times that are listed right behind."""
    text = passage.reading.folded
    if "月" not in text and "季" not in text and "半年" not in text:
        return
    for found in _SHARED.finditer(text):
        figure = _counted(passage, found.start(), found["unit"][:1])
        if figure is not None and not _is_open(text, figure, found):
            many = [int(m["number"]) for m in _MANY.finditer(found["list"])]
            may_go_on = "其中" in text[figure.span[1] : found.start()] and len(many) < _ENOUGH
            if sum(many) >= figure.number or not may_go_on:
                yield judged_count(passage, figure, found.span("list"), {sum(many)})
    for found in _EACH.finditer(text):
        figure = _counted(passage, found.start(), "")
        if figure is not None and not _is_open(text, figure, found):
            times = len(re.findall(_TIME, found["list"]))
            yield judged_count(passage, figure, found.span("list"), {times})


def _counted(passage: Passage, end: int, unit: str) -> ProseFigure | None:
    """The last figure before the list, where it says how often and stands in the same sentence."""
    before = [f for f in passage.reading.measures if f.span[1] <= end]
    if not before or end - before[-1].span[1] > _REACH:
        return None
    figure = before[-1]
    symbol = (figure.unit.symbol if figure.unit else "") + figure.noun
    usable = (
        figure.sort is Sort.MEASURE
        and figure.exact
        and figure.sentence == passage.reading.layout.sentence_at(end)
        and figure.number == figure.number.to_integral_value() > Decimal(0)
        and figure.role not in {Role.EACH, Role.DIFFERENCE, Role.TARGET}
    )
    if not usable or _HAPPENS.match(symbol) is None or not symbol.startswith(unit):
        return None
    return figure


def _is_open(text: str, figure: ProseFigure, found: re.Match[str]) -> bool:
    between = text[figure.span[1] : found.start("list")]
    after = text[found.end() :][:1]
    each = "各" in found["list"] or after == "各" or "各" in between
    return each or _OPEN.search(between) is not None or after == "等"
