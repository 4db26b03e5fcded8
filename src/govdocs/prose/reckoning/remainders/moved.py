"""By how much a figure moved since a time whose figure is told by that time: 2022年4180万元，较2020年增加980万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

_SINCE = re.compile(
    r"(?P<now>20\d\d)? *年?(?P<name>[^，。；\d]{0,14}?)[较比](?P<then>20\d\d) *年(?P<more>[^，。；\d]{0,10}?)(?:增加|增长|增收|增支|减少|下降|减收|减支|多|少)了?$"
)
_LAST = re.compile(r"[较比同](?:上年|去年|上一年|年初|期初)")
_MORE = re.compile(r"(?:新增|净增|增加|增长|减少|净减)了?$")
_OWN_BASE = re.compile(r"[较比]|每|其中")
_YEAR = re.compile(r"(20\d\d) *年")
_FAR = 2
_OTHERS = 8
_NAME = 2


def moved(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every change since a year that is named, with the amounts that the paper tells of both years."""
    for paragraph in story.told:
        for target in paragraph:
            if not is_amount(target):
                continue
            if _MORE.search(target.words) and not _OWN_BASE.search(target.words):
                found = list(_between_years(story, target))
                if found:
                    yield found
            if target.figure.role is not Role.DIFFERENCE:
                continue
            text = target.passage.reading.folded
            start = target.passage.reading.layout.clause_starts[target.figure.clause]
            match = _SINCE.search(text[start : target.figure.span[0]].rstrip())
            if match is not None:
                found = list(_readings(story, target, match["now"], match["then"]))
            elif _LAST.search(target.words):
                found = list(_since_last(story, target))
            else:
                continue
            if found:
                yield found


def _readings(story: Story, target: Told, now: str | None, then: str) -> Iterator[Hypothesis]:
    label = plain_label(target.words)
    near = [
        t for t in story.before(target, _FAR)
        if is_amount(t) and kin(t.figure, target.figure) and t.figure.role is not Role.DIFFERENCE
    ]  # fmt: skip
    olds = [t for t in near if _year_of(t) == then]
    news = [t for t in near if now and _year_of(t) == now] or [
        t for t in near if not now and t.figure.sentence == target.figure.sentence
        and t.number == target.number and _year_of(t) != then
    ]  # fmt: skip
    pairs = [(new, old) for new in news for old in olds]
    named = [
        (new, old) for new, old in pairs
        if common_stretch(label, plain_label(new.words)) >= _NAME
        and plain_label(new.words)[-_NAME:] == plain_label(old.words)[-_NAME:]
    ]  # fmt: skip
    first = named[0] if named else pairs[0] if len(pairs) == 1 else None
    for new, old in pairs:
        yield difference_of(target, new, old, 0.05 if (new, old) == first else 5.0)


def _since_last(story: Story, target: Told) -> Iterator[Hypothesis]:
    """余额640298万元（…），比上年末增加45406万元: the amount before, and the one told earlier by its very name."""
    news = [
        t for t in story.before(target, 0)
        if is_amount(t) and kin(t.figure, target.figure) and not t.figure.depth
        and t.figure.sentence == target.figure.sentence and t.figure.role is not Role.DIFFERENCE
    ]  # fmt: skip
    if not news or "其中" in news[0].words:
        return
    new = news[0]
    label = plain_label(new.words)
    olds = [
        t for t in story.before(new, _FAR)
        if is_amount(t) and kin(t.figure, target.figure) and plain_label(t.words) == label
        and t.figure.value != new.figure.value and _year_of(t) != _year_of(new)
    ]  # fmt: skip
    if len(label) >= _NAME and len({t.figure.value for t in olds}) == 1:
        yield difference_of(target, new, olds[0], 0.15)
        near = [t for t in story.before(target, 1) if is_amount(t) and kin(t.figure, target.figure)]
        for one, other in combinations(near[:_OTHERS], 2):
            yield difference_of(target, one, other, 5.0)


def _between_years(story: Story, target: Told) -> Iterator[Hypothesis]:
    """2021年度出口企业38家，2022年度出口企业49家，新增11家: what lies between two years told right before."""
    told = [
        t for t in story.sentence_of(target)
        if t.figure.span < target.figure.span and t.figure.depth == target.figure.depth
    ][-2:]  # fmt: skip
    if len(told) < 2 or not all(is_amount(t) and kin(t.figure, target.figure) for t in told):
        return
    then, now = told
    years = _year_of(then), _year_of(now)
    alike = plain_label(then.words)[-_NAME:] == plain_label(now.words)[-_NAME:]
    if all(years) and int(years[1]) - int(years[0]) == 1 and alike:
        yield difference_of(target, now, then, 0.1)


def _year_of(told: Told) -> str:
    """The year that the words of a figure name last: those of its sentence."""
    reading = told.passage.reading
    start = reading.layout.sentence_span(told.figure.sentence)[0]
    found = _YEAR.findall(reading.folded[start : told.figure.span[0]])
    return found[-1] if found else ""
