"""Growth over the amount of the same name told earlier: 收入预期33.14亿元，增长4.0%左右, 较2023年预算5.00万元下降10%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import growth_of
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of, stands_alone
from govdocs.prose.reckoning.remainders.differences import is_difference
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_PLAIN = re.compile(
    r"^(?:[，、；： ]|(?:预计|同比|将|预期)|(?:比|较)(?:上年|去年|20\d\d *年)?(?:预计)?(?:年初)?(?:执行数?|完成数?|决算数?|预算数?|预计完成数?)?)*"
    r"(?:增长|下降|减少|增加|降低|提高|增幅|降幅)(?:为|约|达)*$"
)
_STAGE = re.compile(
    r"财政拨款|(?:年初|调整|当年|全年)?(?:预算数?|预期|预计|计划)(?:安排|完成|为)?|安排|完成|执行数?|决算数?|实现|目标|拟|^其中"
)
_SAYS_BASE = re.compile(r"(?:比|较)(?:上年|去年|20\d\d *年)[^，。；]*(?:完成|执行|决算|预算)数?")
_BASE = re.compile(r"(?:比|较)[^，。；]*$")
_FAR = 80
_MOST = 3
_SHORTEST = 4


def grown_since(story: Story, target: Told) -> Iterator[Hypothesis]:
    """From each amount told earlier under just this name to the one told now; the year before's where years are told."""
    if target.figure.role is not Role.GROWTH or not _PLAIN.match(target.words):
        return
    sentence = sentence_of(story, target)
    own = [
        t for t in sentence[: sentence.index(target)]
        if is_amount(t) and t.figure.depth <= target.figure.depth
    ]  # fmt: skip
    if not own or own[-1] is not sentence[sentence.index(target) - 1]:
        return
    now = own[-1]
    name = _name(now)
    if (
        is_difference(now)
        or len(name) < _SHORTEST
        or _BASE.search(now.words)
        or not stands_alone(now)
    ):
        return
    found: dict[Decimal, Told] = {}
    for told in story.alike_before(now, _outer_name, name):
        if now.number - told.number > _FAR or len(found) == _MOST:
            break
        if (
            not _of_same_year(told, now) and told.figure.value != now.figure.value
            and kin(told.figure, now.figure) and stands_alone(told)
            and not _BASE.search(told.words)
        ):  # fmt: skip
            found.setdefault(told.figure.value, told)
    for then in found.values():
        # the words say what the base is, and just one amount bears the name
        sure = len(found) == 1 and _SAYS_BASE.search(target.words) is not None
        yield growth_of(target, now, then, 0.02 if sure else 0.08 if len(found) == 1 else 0.2)


def _name(told: Told) -> str:
    return _name_in(told.words)


def _outer_name(told: Told) -> str:
    """The name of an amount that stands outside of brackets; empty for any other figure."""
    return _name(told) if told.is_amount and told.figure.depth == 0 else ""


@lru_cache(maxsize=8192)
def _name_in(words: str) -> str:
    return _STAGE.sub("", plain_label(re.sub(r"20\d\d *年度?", "", words)))


def _of_same_year(first: Told, second: Told) -> bool:
    a, b = first.figure.period, second.figure.period
    return a is not None and b is not None and a.year == b.year
