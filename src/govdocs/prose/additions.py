"""What is added to what was just told: 收入完成147亿元。…… 加上转移性收入49亿元, 收入合计196亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from govdocs.model.interval import Interval
from govdocs.prose.judgement import Judgement, Sureness, bare, printed
from govdocs.prose.near_miss import significant, slip_into
from govdocs.prose.told import Story, Told

_PLUS = re.compile(r"加上[^，。；\d]{0,24}$")
_ALL = re.compile(r"(?:合计|总计|总收入|总支出|共计|总量|总额|达到)(?:为|达到?|约|：| )*$")
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
    more = Interval.total(t.figure.interval for t in added)
    before = [
        t for t in story.before(added[0], reach=0)
        if t.stated and t.figure.kind == total.figure.kind
        and added[0].figure.sentence - t.figure.sentence <= 1 and t.figure.value < total.figure.value * 10
    ]  # fmt: skip
    for one in before:
        if one.figure.interval.plus(more).meets(total.figure.interval):
            yield _judged([one, *added], total, holds=True)
            return
    if any(
        a.figure.interval.plus(b.figure.interval).plus(more).meets(total.figure.interval)
        for a, b in combinations(before, 2)
    ):
        return
    near = [t for t in before if _one_slip([t, *added], total)]
    if len({t.figure.value for t in near}) == 1:
        yield _judged([near[0], *added], total, holds=False)


def _one_slip(parts: list[Told], total: Told) -> bool:
    if min(significant(t.figure.number) for t in (*parts, total)) < _LEAST_DIGITS:
        return False
    whole = total.figure.interval
    if slip_into(total.figure, Interval.total(t.figure.interval for t in parts)):
        return True
    return any(
        slip_into(
            part.figure,
            whole.minus(Interval.total(t.figure.interval for t in parts if t is not part)),
        )
        for part in parts
    )


def _judged(parts: list[Told], total: Told, *, holds: bool) -> Judgement:
    unit = total.figure.unit
    alike = all(t.figure.unit == unit for t in parts)
    value = sum((t.figure.value for t in parts), Decimal(0))
    decimals = max([total.figure.decimals, *(t.figure.decimals for t in parts if alike)])
    shown = printed(value, unit, decimals)
    line = "＋".join(bare(t.figure) if alike else t.figure.text for t in parts)
    return Judgement(
        "listed",
        holds,
        (total.cited, *(t.cited for t in parts)),
        expected=shown,
        actual=total.figure.text,
        arithmetic=f"{line}＝{shown}",
        sureness=Sureness.LIKELY,
    )
