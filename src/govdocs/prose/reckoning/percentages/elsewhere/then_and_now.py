"""Growth whose bases are told behind it: 增长2.3%（上年出口8279亿元，进口5026亿元）, 下降10.3%（由905万元降至812万元）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.elsewhere.names import stands
from govdocs.prose.reckoning.percentages.quotients import growth_of
from govdocs.prose.reckoning.reach import kin
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_DOUBT = 0.02
_FROM = re.compile(r"^[，、（ ]*(?:即|分别)?(?:由|从)[^，。；]{0,14}$")
_TO = re.compile(r"(?:到|至|为)(?:了)?[^，。；\d]{0,10}$")
_THEN = re.compile(r"上年|去年|上一年|上年度|20\d\d *年")
_YEAR = re.compile(r"上年度?|去年|上一年度?|20\d\d *年度?[末底]?|同期|^[，、；（ ]+")
_ALL = re.compile(r"^(?:[合总共]计|总额|总量|共)$")
_OTHER_GROWTH = re.compile(r"口径|可比|剔除|扣除|不变价|实际增长|年均")
_SHORTEST = 2


def then_and_now(story: Story, target: Told) -> Iterator[Hypothesis]:
    """From the amount of the year before, told behind under the same name, to the one told before the growth."""
    if target.figure.role is not Role.GROWTH or _OTHER_GROWTH.search(target.words):
        return
    paragraph = story.told[target.number]
    at = paragraph.index(target)
    behind = paragraph[at + 1 :]
    yield from _from_to(target, behind)
    own = [
        t for t in paragraph[:at]
        if stands(t) and t.figure.depth <= target.figure.depth
        and t.figure.sentence == target.figure.sentence
    ]  # fmt: skip
    if not own or target.figure.clause - own[-1].figure.clause > 2:
        return
    now = own[-1]
    first = next((t for t in paragraph if t.is_amount), now)
    row = _of_the_year_before(target, behind)
    named = [
        t for t in row
        if kin(t.figure, now.figure) and _is_called_alike(_name(t), _name(now), head=now is first)
    ]  # fmt: skip
    named = [t for t in named if _name(t) == _name(now)] or named
    if len(named) == 1:
        yield growth_of(target, now, named[0], _DOUBT)


def _from_to(target: Told, behind: Sequence[Told]) -> Iterator[Hypothesis]:
    if len(behind) < 2:
        return
    then, now = behind[:2]
    if (
        then.is_amount and now.is_amount and kin(then.figure, now.figure)
        and _FROM.match(then.words) and _TO.search(now.words)
        and now.figure.clause - target.figure.clause <= 1
        and then.figure.sentence == target.figure.sentence
    ):  # fmt: skip
        yield growth_of(target, now, then, _DOUBT)


def _of_the_year_before(target: Told, behind: Sequence[Told]) -> list[Told]:
    """The amounts of the first bracket behind that opens with the year before."""
    row: list[Told] = []
    for one in behind:
        if one.figure.depth <= target.figure.depth:
            if row:
                break
            continue
        if not row and not _THEN.search(one.words):
            continue
        if one.is_amount:
            row.append(one)
    return row


def _name(one: Told) -> str:
    return plain_label(_YEAR.sub("", one.words))


def _is_called_alike(then: str, now: str, *, head: bool) -> bool:
    if _ALL.match(then) or not then:
        return head
    short, long = sorted((then, now), key=len)
    return len(short) >= _SHORTEST and long.endswith(short)
