"""Counts divided by kinds that are all there are: 11个单位……，其中货物类4个单位、服务类7个单位."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told

_PAIRS = (
    ("货物", "服务"), ("市直", "县"), ("市直", "区"), ("省直", "市"), ("市级", "县"), ("省级", "市"), ("县直", "乡"), ("县直", "镇"),
    ("公办", "民办"), ("男", "女"), ("城镇", "农村"), ("城市", "农村"), ("行政", "事业"), ("机关", "事业"), ("新建", "续建"), ("新建", "改"),
)  # fmt: skip
_VIEW = re.compile(r"^(?:从|按)[^，。；：\d]{2,12}(?:看|来看|分|划分)[，：]")
_DOUBT = 0.1
_FAR = 2


def kinds_apart(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every count with the two kinds of it behind 其中, and every list by one view with the largest count before."""
    for sentence in story.sentences():
        yield from _pair(sentence)
        yield from _viewed(story, sentence)


def _pair(sentence: Sequence[Told]) -> Iterator[Sequence[Hypothesis]]:
    if len(sentence) < 3:
        return
    *ahead, one, other = sentence
    alike = one.figure.counts and one.figure.unit == other.figure.unit
    if not alike or "其中" not in one.words or not (is_amount(one) and is_amount(other)):
        return
    if not any(a in one.words and b in other.words for a, b in _PAIRS):
        return
    wholes = [t for t in ahead if is_amount(t) and t.figure.unit == one.figure.unit]
    if len(wholes) == 1 and wholes[0].figure.value >= max(one.figure.value, other.figure.value):
        yield [plus(wholes[0], (one, other), _DOUBT)]


def _viewed(story: Story, sentence: Sequence[Told]) -> Iterator[Sequence[Hypothesis]]:
    """从整改要求看，立行立改128个，已完成126个；分阶段30个……；持续8个……: the first of each stretch."""
    reading = sentence[0].passage.reading
    start, end = reading.layout.sentence_span(sentence[0].figure.sentence)
    if not _VIEW.match(reading.folded[start:end].lstrip()):
        return
    parts: list[Told] = []
    last = start
    for told in sentence:
        between = reading.folded[last : told.figure.span[0]]
        if not parts or re.search(r"[；;]", between):
            parts.append(told)
        last = told.figure.span[1]
    unit = parts[0].figure.unit
    if len(parts) < 3 or not all(is_amount(t) and t.figure.counts for t in parts):
        return
    if any(t.figure.unit != unit for t in parts):
        return
    wholes = [
        t for t in story.before(sentence[0], _FAR)
        if is_amount(t) and t.figure.unit == unit and t.figure.counts
    ]  # fmt: skip
    if not wholes:
        return
    largest = max(t.figure.value for t in wholes)
    if largest > max(t.figure.value for t in parts):
        seen: set[object] = set()
        found = []
        for whole in wholes:
            if whole.figure.value not in seen:
                seen.add(whole.figure.value)
                found.append(plus(whole, parts, _DOUBT if whole.figure.value == largest else 5.0))
        yield found
