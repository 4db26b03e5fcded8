"""Shares of a whole that another section tells under the name that the share gives: 占全年客运量的36.43%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.figure import Role
from govdocs.prose.list_heads import head_of_list
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.bearers import is_head
from govdocs.prose.reckoning.percentages.elsewhere.names import (
    LEVEL,
    base_of,
    clause_name,
    cores_of,
    says,
    stands,
)
from govdocs.prose.reckoning.percentages.elsewhere.parts import parts_of
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import kin, sentence_of
from govdocs.prose.told import Story, Told

_OTHER_TIME = re.compile(r"上年|去年|同期|前年")
_DRAWN = re.compile(r"抽查|检查|抽样|抽检|调查|样本|问卷|受访|核查|抽取")
_ALL = re.compile(r"全部|所有|总")
_MEASURE = 4
_SURE = 0.02
_MOST = 3


def wholes_called(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The part by each amount of the paper that bears the name of its base, the likeliest first."""
    if target.figure.role is not Role.SHARE:
        return
    sentence = sentence_of(story, target)
    earlier = sentence[: sentence.index(target)]
    label = base_of(target.words) or _label_before(story, target)
    for part in parts_of(story, target, earlier):
        yield from _of_part(story, target, part, label)


def _of_part(story: Story, target: Told, part: Told, label: str) -> Iterator[Hypothesis]:
    elsewhere = (part.number, part.figure.sentence) != (target.number, target.figure.sentence)
    head = _head_of_its_list(story, part) if elsewhere else None
    if head is not None:
        yield ratio_of(target, part, head, _SURE)
    wholes = _of_level(story, part, label) if LEVEL.match(label) else _called(story, part, label)
    if _ALL.search(label):
        wholes = [t for t in wholes if is_head(t)] or wholes
    if label.startswith(("全部", "所有")):
        wholes = sorted(wholes, key=lambda t: -t.figure.value)[:1]  # nothing is more than all
    alone = len(wholes) == 1
    for at, whole in enumerate(wholes[:_MOST]):
        yield ratio_of(target, part, whole, _SURE if alone else 0.1 if at == 0 else 0.5)


def _head_of_its_list(story: Story, part: Told) -> Told | None:
    """6700万元已分解到位，其中太原市520万元、…。太原市占资金总量的7.76%: what the list divides that the part stands in."""
    sentence = [t for t in story.sentence_of(part) if t.figure.depth == part.figure.depth]
    for end in range(len(sentence), sentence.index(part), -1):
        at = head_of_list([t.figure for t in sentence[:end]])
        if at is not None:
            return sentence[at] if at < sentence.index(part) else None
    return None


def _label_before(story: Story, target: Told) -> str:
    """What the share before a bare 占 in the paragraph was of: 出口占进出口总额的60%。民营6834亿元，占比49%."""
    for one in reversed(story.told[target.number]):
        if one.figure.span < target.figure.span and one.figure.role is Role.SHARE:
            return base_of(one.words)
    return ""


def _called(story: Story, part: Told, label: str) -> list[Told]:
    """The amounts that the label names, each value once; those whose name says least besides go alone."""
    for core in cores_of(label):
        found: dict[Decimal, tuple[int, Told]] = {}
        drawn = _DRAWN.search(label) is not None
        for one, name in story.spelled_with(clause_name, core):
            if not (says(name, core) and _is_larger(one, part, drawn=drawn)):
                continue
            if _OTHER_TIME.search(name) is None or _OTHER_TIME.search(label):
                extra = len(name) - len(core)
                known = found.get(one.figure.value)
                if known is None or extra < known[0]:
                    found[one.figure.value] = (extra, one)
        if found:
            ranked = sorted(found.values(), key=lambda pair: pair[0])
            exact = [one for extra, one in ranked if extra == 0]
            return exact or [one for _, one in ranked]
    return []


def _of_level(story: Story, part: Told, label: str) -> list[Told]:
    """市本级资产总额1486亿元，占全市的69.3%: the same measure, told of the level that the share names."""
    measure = clause_name(part)[-_MEASURE:]
    if len(measure) < _MEASURE:
        return []
    found: dict[Decimal, Told] = {}
    for one, name in story.spelled_with(clause_name, measure):
        if measure in name and _is_larger(one, part, drawn=False):
            text = one.passage.reading.sentence(one.figure.sentence)
            if label in text and not _OTHER_TIME.search(one.words):
                found.setdefault(one.figure.value, one)
    return list(found.values())


def _is_larger(one: Told, part: Told, *, drawn: bool) -> bool:
    """Tell whether a part may be of an amount; things drawn for inspection may be counted by another word."""
    if one is part or not stands(one) or one.figure.value <= part.figure.value:
        return False
    alike = drawn and one.figure.counts and part.figure.counts
    return alike or kin(one.figure, part.figure)
