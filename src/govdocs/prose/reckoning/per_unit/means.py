"""The mean of what was just told, the span between the best and the worst, the points that were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import Sort
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told

_MEAN = re.compile(
    r"(?:[两三四五六七八九十\d]?[一-龥]{0,2}(?:平均|均值|平均[^，。；、\d]{0,8}?)|算术平均|简单平均)(?:满意[率度]|得分|分|值|数|率|水平|成绩)*(?:为|是|达到?|约|：| )*$"
)
_SPAN = re.compile(
    r"最高[^，。；\d]{0,6}[与和][^，。；\d]{0,2}最低[^，。；\d]{0,6}(?:相差|之差|差距|极差)(?:为|达|了)*$|极差(?:为|达)*$"
)
_LOST = re.compile(r"(?:共|合计|累计|总)?(?:扣|失)(?:分|掉|除|了)*(?:为|共)*$")
_ALL_LOST = re.compile(r"(?:共|合计|累计|总)[扣失]")
_LOSES = re.compile(r"[扣失](?:分|掉|除|了)*(?:为|共)*\d")
_GOT = re.compile(
    r"(?:综合|自评|评价|绩效|最终|总|项目)?[^，。；]{0,8}(?:得分|总分|评分|得)(?:为|是)*$"
)
_OTHER = re.compile(r"全[国省市县区]|上年|去年|目标|较|比|同比|加权|年均|不低于|不少于")
_HUNDRED = Interval.exact(Decimal(100))
_MOST = 12


def means(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every mean of rates or points told right before it, every span between their ends, and points lost."""
    for paragraph in story.told:
        for at, target in enumerate(paragraph):
            figure = target.figure
            if figure.sort is not Sort.MEASURE or not figure.exact:
                continue
            found: list[Hypothesis] = []
            if _SPAN.search(target.words):
                found = list(_span(target, paragraph[:at]))
            elif (
                (figure.is_rate or figure.kind == "分")
                and _MEAN.search(target.words)
                and not _OTHER.search(target.words)
            ):
                found = list(_mean(target, paragraph[:at]))
            elif figure.kind == "分" and _LOST.search(target.words):
                found = list(_lost(target, paragraph[:at]))
            if found:
                yield found


def _run(target: Told, ahead: Sequence[Told], *, across: int = 0) -> list[Told]:
    """The figures of the target's unit right before it, without a break; 三类 only counts them."""
    run: list[Told] = []
    for told in reversed(ahead):
        figure = told.figure
        if figure.counts and not told.words and figure.value <= _MOST:
            continue
        if (
            figure.unit != target.figure.unit
            or figure.sort is not Sort.MEASURE
            or not figure.exact
            or target.figure.sentence - figure.sentence > across
        ):
            break
        run.insert(0, told)
    return run[-_MOST:]


def _mean(target: Told, ahead: Sequence[Told]) -> Iterator[Hypothesis]:
    run = _run(target, ahead) or _run(target, ahead, across=1)
    for size in range(len(run), 1, -1):
        yield Hypothesis(
            target, tuple(run[-size:]), _average, 0.1 if size == len(run) else 3.0,
            lambda t: f"（{'＋'.join(t)}）÷{len(t)}",
        )  # fmt: skip


def _average(values: Sequence[Interval]) -> Interval | None:
    return Interval.total(values).scaled(Decimal(1) / len(values))


def _span(target: Told, ahead: Sequence[Told]) -> Iterator[Hypothesis]:
    run = _run(target, ahead, across=1)
    if len(run) > 1:
        ends = sorted(run, key=lambda t: t.figure.value)
        yield difference_of(target, ends[-1], ends[0], 0.1)


def _lost(target: Told, ahead: Sequence[Told]) -> Iterator[Hypothesis]:
    """得分94.9分，扣分5.1分, of 100."""
    got = next((t for t in reversed(ahead) if t.figure.kind == "分"), None)
    if got is not None and _is_one_of_several(target):
        return
    if got is None or got.figure.sentence != target.figure.sentence or not _GOT.search(got.words):
        return
    if got.figure.value > Decimal(50):
        yield Hypothesis(target, (got,), _of_hundred, 0.1, lambda t: f"100－{t[0]}")


def _is_one_of_several(target: Told) -> bool:
    """Tell whether other points are lost behind: 得96分，其中甲扣2分，乙扣1分，合计扣4分."""
    text = target.passage.reading.folded
    _, end = target.passage.reading.layout.sentence_span(target.figure.sentence)
    all_lost = _ALL_LOST.search(target.words) is not None
    return not all_lost and _LOSES.search(text, target.figure.span[1], end) is not None


def _of_hundred(values: Sequence[Interval]) -> Interval | None:
    return _HUNDRED.minus(values[0])
