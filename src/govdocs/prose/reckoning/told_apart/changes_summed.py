"""The change of a whole and the changes of its parts: 收入7.8亿元，增加0.5亿元，其中税收4.8亿元、增收0.1亿元，非税3.0亿元、增收0.4亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told

_AMONG = re.compile(r"其中|分[^，。；\d]{1,8}看")
_THEN = re.compile(r"(?:上年|去年|上期|同期|期初|年初|上年末)[^，。；]{0,8}$")
_HELD = re.compile(
    r"(?:预算|计划|目标)(?:安排|数|任务)?(?:为|的)?$|占[^，。；]*$|[比较][^，。；]{0,10}$"
)
_ITEMS = (2, 8)


def changes_summed(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every change told before 其中, where the items behind it make the whole and each tells its own change."""
    for sentence in story.sentences():
        reading = sentence[0].passage.reading
        start, end = reading.layout.sentence_span(sentence[0].figure.sentence)
        mark = _AMONG.search(reading.folded, start, end)
        if mark is None:
            continue
        before = [t for t in sentence if t.figure.span[1] <= mark.start()]
        if not before and not reading.folded[start : mark.start()].strip():
            last = sentence[0].figure.sentence - 1
            before = [t for t in story.told[sentence[0].number] if t.figure.sentence == last]
        behind = [t for t in sentence if t.figure.span[0] >= mark.end()]
        found = _reading([t for t in before if is_amount(t)], [t for t in behind if is_amount(t)])
        if found is not None:
            yield [found]


def _reading(before: Sequence[Told], behind: Sequence[Told]) -> Hypothesis | None:
    changes = [t for t in before if t.figure.role is Role.DIFFERENCE]
    wholes = [
        t for t in before if _is_item(t) and changes and t.figure.kind == changes[-1].figure.kind
    ]
    if not changes or not wholes:
        return None
    whole, change = wholes[0], changes[-1]
    items: list[Told] = []
    told: list[tuple[Told, int]] = []
    for one in behind:
        if one.figure.kind != whole.figure.kind or one.figure.depth:
            continue
        if one.figure.role is Role.DIFFERENCE:
            told.append((one, one.figure.sign * change.figure.sign))
        elif _THEN.search(one.words) and items:
            told += [(items[-1], change.figure.sign), (one, -change.figure.sign)]
        elif _is_item(one):
            items.append(one)
    changed = len([t for t, _ in told if t.figure.role is Role.DIFFERENCE]) + len(
        [t for t, _ in told if t.figure.role is not Role.DIFFERENCE and _THEN.search(t.words)]
    )
    if not _ITEMS[0] <= len(items) <= _ITEMS[1] or changed != len(items):
        return None
    if not plus(whole, items, 0.1).holds():
        return None
    signs = tuple(sign for _, sign in told)
    return Hypothesis(
        change, tuple(t for t, _ in told), partial(_sum, signs=signs), 0.1,
        partial(_shown, signs=signs),
    )  # fmt: skip


def _is_item(told: Told) -> bool:
    return stands_alone(told) and not _THEN.search(told.words) and not _HELD.search(told.words)


def _sum(values: Sequence[Interval], *, signs: tuple[int, ...]) -> Interval | None:
    up = Interval.total(v for v, sign in zip(values, signs, strict=True) if sign > 0)
    return up.minus(Interval.total(v for v, sign in zip(values, signs, strict=True) if sign < 0))


def _shown(texts: Sequence[str], *, signs: tuple[int, ...]) -> str:
    parts = zip(texts, signs, strict=True)
    return "".join(("＋" if sign > 0 else "－") + text for text, sign in parts).removeprefix("＋")
