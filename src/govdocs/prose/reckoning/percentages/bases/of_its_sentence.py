"""Shares whose base the sentence or its neighbour tells with other words or another classifier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from govdocs.model.units import MONEY
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.nearness import Rough, some_share
from govdocs.prose.reckoning.percentages.elsewhere.names import stands
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told

_BARE = re.compile(r"^[，、；（ ]*占(?:比[例重]?)?(?:约|仅|只|为|达|：)*$")
_KINDS = re.compile(r"^[^，。；：\d]*(?:占|占到)(?:上述|以上|这)?$")
_OF_KINDS = re.compile(r"^[^，。；：\d]{0,12}的(?:比[例重])?[为约达]*$")
_SIZE = re.compile(r"金额|资金|投资|支出|收入|经费|补助|补贴")
_FEWEST = 3
_NEAR = 3
_SURE = 0.02


def of_its_sentence(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What is told right before a share, by the whole of its neighbour's share, by a count of other classifiers."""
    sentence = sentence_of(story, target)
    earlier = sentence[: sentence.index(target)]
    if not earlier:
        return
    yield from _of_kinds(target, earlier)
    part = earlier[-1]
    if (
        target.figure.role is not Role.SHARE or not _BARE.match(target.words) or not stands(part)
        or target.figure.clause - part.figure.clause > 1
    ):  # fmt: skip
        return
    yield from _of_neighbour(story, target, part)
    yield from _of_classifiers(story, target, part)


def _of_kinds(target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """六类对象共发放1000.54万元，…；甲发放240.11万元，占六类对象发放金额的24.00%: a number of kinds stands within the base."""
    kinds = earlier[-1]
    if (
        len(earlier) < 3 or not kinds.is_amount or kinds.figure.decimals or kinds.figure.clause != target.figure.clause
        or not _KINDS.match(kinds.words) or not _OF_KINDS.match(target.words)
    ):  # fmt: skip
        return
    part = earlier[-2]
    same = [
        t for t in earlier[:-2]
        if is_amount(t) and kin(t.figure, part.figure) and stands_alone(t)
        and t.figure.value > part.figure.value and t.figure.depth == 0
    ]  # fmt: skip
    if not same or not stands(part) or kinds.figure.clause - part.figure.clause > 1:
        return
    if _SIZE.search(target.words) and part.figure.kind != MONEY:
        return
    yield ratio_of(target, part, same[0], _SURE if len(same) == 1 else 0.1)


def _sentence_head(one: Told) -> str:
    reading = one.passage.reading
    start, _ = reading.layout.sentence_span(one.figure.sentence)
    return reading.folded[start : one.figure.span[0]]


def _of_neighbour(story: Story, target: Told, part: Told) -> Iterator[Hypothesis]:
    """从行业看，甲118427.60万元，占41.83%；乙54386.15万元，占19.21%: of the one amount above that its neighbour is a share of."""
    pairs = [
        (a, b) for a, b in pairwise(story.told[target.number])
        if b is not target and b.figure.role is Role.SHARE and _BARE.match(b.words) and is_amount(a)
        and a.figure.kind == part.figure.kind and b.figure.decimals > 1
        and b.figure.sentence == target.figure.sentence and b.figure.clause - a.figure.clause <= 1
    ]  # fmt: skip
    if not pairs or target.figure.decimals < 2:
        return
    beside, share = pairs[0]
    own = Rough.of(beside.figure)
    wholes: dict[Decimal, Told] = {}
    for one in before(story, target, _NEAR):
        if (
            kin(one.figure, part.figure) and stands_alone(one) and one is not beside
            and one.figure.value > max(part.figure.value, beside.figure.value)
            and some_share(share.figure, [own], [Rough.of(one.figure)])
        ):  # fmt: skip
            wholes.setdefault(one.figure.value, one)
    if len(wholes) == 1:
        yield ratio_of(target, part, next(iter(wholes.values())), _SURE)


def _of_classifiers(story: Story, target: Told, part: Told) -> Iterator[Hypothesis]:
    """受益主体468个。其中农户391户，占83.5%；合作社62个；家庭农场15个: households are counted among the 468."""
    if not part.figure.counts or not _opens(part):
        return
    row = [
        t for t in sentence_of(story, target)
        if t.figure.counts and t.figure.role in {Role.PLAIN, Role.PART} and t.figure.depth == part.figure.depth
    ]  # fmt: skip
    if len(row) < _FEWEST or len({t.figure.kind for t in row}) < 2:
        return
    above = [
        t for t in story.told[target.number]
        if t.figure.sentence == target.figure.sentence - 1 and t.figure.counts and is_amount(t)
        and t.figure.kind in {one.figure.kind for one in row}
    ]  # fmt: skip
    wholes = {t.figure.value: t for t in above if t.figure.value > part.figure.value}
    for whole in wholes.values():
        yield ratio_of(target, part, whole, _SURE if len(wholes) == 1 else 0.2)


def _opens(part: Told) -> bool:
    return re.match(r"^[，：]?其中[^，。；：\d]{1,12}$", _sentence_head(part).strip()) is not None
