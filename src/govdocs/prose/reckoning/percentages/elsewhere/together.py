"""Shares of several amounts together, or of an amount with the rest told behind: 两项合计占19%, 占90%，其余2044万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.elsewhere.names import (
    base_of,
    clause_name,
    cores_of,
    says,
    stands,
)
from govdocs.prose.reckoning.percentages.quotients import (
    first_of_all,
    first_of_all_shown,
    sum_of_last,
)
from govdocs.prose.reckoning.reach import kin, sentence_of
from govdocs.prose.told import Story, Told

_TOGETHER = re.compile(
    r"^[，、；：（ ]*(?:以上|上述|前|这)?(?:合计|共计|共|总计|二者|两者|三者)[^，。；\d]{0,8}?占"
)
_SO_MANY = re.compile(r"^[^，。；\d]{0,8}?占")
_ITEMS = re.compile(r"^[两二三四五六2-6] *[项者类个级部]+$")
_REST = re.compile(r"^[，、；）（ ]*(?:其余|剩余|余下|其他|其它|另有?|另外|余)")
_BASE_BETWEEN = re.compile(r"占[^，。；\d]{2,14}$")
_SURE = 0.02
_REACH = 12
_MOST = 3


def together(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The amounts told last, together, by the base that the share names, or by what the share is followed by."""
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    if target.figure.role is Role.SHARE:
        yield from _with_the_rest(target, sentence[:at], sentence[at + 1 :])
    whole = sentence[at - 1] if at else None
    if (
        whole is not None and stands(whole) and _BASE_BETWEEN.search(whole.words)
        and (count := _count(whole, sentence[: at - 1]))
    ):  # fmt: skip
        # 恢复0.84万亩，改善1.52万亩，合计占设计灌溉面积2.36万亩的100%
        yield from _sums(target, sentence[: at - 1], count, [whole])
    elif target.figure.role is Role.SHARE and (count := _count(target, sentence[:at])):
        wholes = _wholes(story, target, base_of(target.words))
        yield from _sums(target, sentence[:at], count, wholes)


def _count(one: Told, earlier: Sequence[Told]) -> int:
    """How many amounts are taken together by the words before 占: 两项合计占, 三项结余占; 0 for none."""
    if earlier and _ITEMS.match(earlier[-1].figure.text):
        last = earlier[-1]
        runs_on = last.figure.clause == one.figure.clause and _SO_MANY.match(one.words)
        return int(last.figure.number) if runs_on else 0
    return 2 if _TOGETHER.match(one.words) else 0


def _sums(
    target: Told, earlier: Sequence[Told], count: int, wholes: Sequence[Told]
) -> Iterator[Hypothesis]:
    own = [
        t for t in earlier
        if stands(t) and t.figure.depth <= target.figure.depth and not _ITEMS.match(t.figure.text)
    ]  # fmt: skip
    if len(own) < 2:
        return
    own = [t for t in own if kin(t.figure, own[-1].figure)]
    if len(own) < count:
        return
    parts = own[-count:]
    total = sum((t.figure.value for t in parts), Decimal(0))
    larger = [
        t for t in wholes
        if kin(t.figure, parts[0].figure) and t not in parts and t.figure.value >= total
    ]  # fmt: skip
    values = list({t.figure.value: t for t in larger}.values())[:_MOST]
    for whole in values:
        yield Hypothesis(
            target, (*parts, whole), sum_of_last, _SURE if len(values) == 1 else 0.3,
            lambda t: f"（{'＋'.join(t[:-1])}）÷{t[-1]}×100%",
        )  # fmt: skip


def _wholes(story: Story, target: Told, label: str) -> list[Told]:
    """What the share names, a few paragraphs back; where it names nothing, what its own paragraph tells."""
    near = [t for t in story.before(target, _REACH if label else 0) if stands(t)]
    if not label:
        return near
    return [t for core in cores_of(label) for t in near if says(clause_name(t), core)]


def _with_the_rest(
    target: Told, earlier: Sequence[Told], behind: Sequence[Told]
) -> Iterator[Hypothesis]:
    """再融资债券18920万元，占当年还本总额的90.25%，其余2044万元: the part and the rest make the whole."""
    outside = [t for t in earlier if t.figure.depth <= target.figure.depth]
    if not outside or not behind:
        return
    part, rest = outside[-1], behind[0]
    if (
        stands(part) and stands(rest) and kin(part.figure, rest.figure) and _REST.match(rest.words)
        and target.figure.clause - part.figure.clause <= 2
        and rest.figure.clause - target.figure.clause <= 1
    ):  # fmt: skip
        yield Hypothesis(target, (part, rest), first_of_all, _SURE, first_of_all_shown)
