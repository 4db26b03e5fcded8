"""Rates of what was done of all that a list before it divides: 排查214个，其中工业37个、农业177个；完成整治189个，完成率88.32%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.figure import Role, Sort
from govdocs.prose.list_heads import head_of_list
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.percentage_binding import STEM
from govdocs.prose.reckoning.percentages.elsewhere.names import clause_name, stands
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import kin, sentence_of
from govdocs.prose.told import Story, Told

_SURE = 0.02
_DAYS = re.compile(
    r"(?P<stem>优良|达标|有效|污染|重污染)(?:天数)?(?:比例|率|占比)(?:为|达到?|：)*$"
)
_OTHER = re.compile(r"一次|当年|当期|按期|按时|及时|上年|去年|同期|平均|目标|不[低高]于|增长")


def done_of_list(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What was told right before the rate, by the head of the list before it; days by days; things by things told with them."""
    if target.figure.role not in {Role.PLAIN, Role.SHARE, Role.TOTAL} or _OTHER.search(
        target.words
    ):
        return
    sentence = sentence_of(story, target)
    earlier = [
        t for t in sentence[: sentence.index(target)] if t.figure.depth <= target.figure.depth
    ]
    yield from _of_days(target, earlier)
    stem = STEM.search(target.words)
    if stem is None or len(earlier) < 2 or not stands(earlier[-1]):
        return
    part, row = earlier[-1], earlier[:-1]
    if target.figure.clause - part.figure.clause > 1:
        return
    done = stem["stem"][-2:] in clause_name(part)
    at = head_of_list([t.figure for t in row])
    if at is not None and kin(row[at].figure, part.figure) and done:
        if row[at].figure.value >= part.figure.value:
            yield ratio_of(target, part, row[at], _SURE)
    elif stands(row[-1]) and kin(row[-1].figure, part.figure):
        # 13宗水库中9宗完成验收，完成率69.2%
        between = part.passage.reading.folded[row[-1].figure.span[1] : part.figure.span[0]]
        if re.fullmatch(r"[^，。；\d]{0,12}[之当]?中[，、]?(?:已|有)*", between):
            yield ratio_of(target, part, row[-1], _SURE)


def _of_days(target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """优良天数297天，有效监测天数365天，优良天数比例81.4%: the days named like the rate, by those watched."""
    found = _DAYS.search(target.words)
    days = [
        t for t in earlier
        if t.figure.sort is Sort.MEASURE and t.figure.kind == "日数" and t.figure.exact
    ]  # fmt: skip
    if found is None or len(days) != 2:
        return
    part, whole = sorted(days, key=lambda t: t.figure.value)
    if found["stem"] in part.words:
        yield ratio_of(target, part, whole, _SURE)
