"""Rates of a budget that was changed during the year: 年初预算3240万元，年中追加486万元，预算完成率99%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import quotient_percent
from govdocs.prose.reckoning.reach import before, kin
from govdocs.prose.told import Story, Told

_DOUBT = 0.05
_RATE = re.compile(r"(?:执行|完成|支出|支付|结转|结余|使用)(?:率|进度)(?:为|达到?|：| )*$")
_FIRST = re.compile(r"年初[^，。；]{0,8}预算|预算[^，。；]{0,4}年初|年初安排|年初批复")
_MORE = re.compile(r"追加|调增|调整增加|新增")
_LESS = re.compile(r"追减|调减|收回|压减|调整减少")


def adjusted_budgets(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What was told right before the rate, by the first budget with what was added or taken back."""
    if not _RATE.search(target.words):
        return
    near = before(story, target, 1)
    if not near or near[0].figure.sentence != target.figure.sentence:
        return
    part = near[0]
    first = next((t for t in near[1:] if _FIRST.search(t.words)), None)
    changes = [t for t in near[1:] if (_MORE.search(t.words) or _LESS.search(t.words))]
    if first is None or len(changes) != 1 or part in (first, changes[0]):
        return
    change = changes[0]
    if not (kin(first.figure, part.figure) and kin(change.figure, part.figure)):
        return
    more = _MORE.search(change.words) is not None
    yield Hypothesis(
        target, (part, first, change), lambda v: _of_changed(v, more=more), _DOUBT,
        lambda t: f"{t[0]}÷（{t[1]}{'＋' if more else '－'}{t[2]}）×100%",
    )  # fmt: skip


def _of_changed(values: Sequence[Interval], *, more: bool) -> Interval | None:
    whole = values[1].plus(values[2]) if more else values[1].minus(values[2])
    return quotient_percent((values[0], whole))
