"""What is added to what was just told: 收入完成147亿元。…… 加上转移性收入49亿元, 收入合计196亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from govdocs.prose.judgement import Judgement
from govdocs.prose.sums.told_sums import fits_by_slip, judged_sum, sum_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import significant

_PLUS = re.compile(r"加上[^，。；\d]{0,24}$")
_ALL = re.compile(r"(?:合计|总计|总收入|总支出|共计|总量|总额|达到)(?:为|达到?|约|：| )*$")
_COMPARED = re.compile(r"上年|去年|同期|预算的?$|[比较][^，。；]{0,8}$")
_MOST = 4
_LEAST_DIGITS = 3


def additions(story: Story) -> Iterator[Judgement]:
    """Judge the total behind 加上 by what is added and the amount told before; one slip explains what is wrong."""
    for sentence in story.sentences():
        for at, first in enumerate(sentence):
            if not first.stated or not _PLUS.search(first.words):
                continue
            behind = [t for t in sentence[at:] if t.figure.kind == first.figure.kind]
            total = next((t for t in behind[1:] if t.stated and _ALL.search(t.words)), None)
            if total is None:
                continue
            added = behind[: behind.index(total)]
            if len(added) <= _MOST and all(t.stated for t in added):
                yield from _judge(story, added, total)


def _judge(story: Story, added: list[Told], total: Told) -> Iterator[Judgement]:
    more = sum_of(added)
    before = [
        t for t in story.before(added[0], reach=0)
        if t.stated and t.figure.kind == total.figure.kind
        and added[0].figure.sentence - t.figure.sentence <= 1 and t.figure.value < total.figure.value * 10
    ]  # fmt: skip
    for one in before:
        if one.figure.interval.plus(more).meets(total.figure.interval):
            yield judged_sum([one, *added], total, holds=True, name="listed")
            return
    if any(
        a.figure.interval.plus(b.figure.interval).plus(more).meets(total.figure.interval)
        for a, b in combinations(before, 2)
    ):
        return
    near = [t for t in before if not _COMPARED.search(t.words) and _one_slip([t, *added], total)]
    if len({t.figure.value for t in near}) == 1:
        yield judged_sum([near[0], *added], total, holds=False, name="listed")


def _one_slip(parts: list[Told], total: Told) -> bool:
    if min(significant(t.figure.number) for t in (*parts, total)) < _LEAST_DIGITS:
        return False
    return fits_by_slip(parts, total)
