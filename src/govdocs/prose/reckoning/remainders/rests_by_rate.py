"""What is left of the amount that a rate is of: 共支出44187.15万元，执行率95.81%，…。结转1932.85万元; room under a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.prose.explained import is_rate_of
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.reckoning.remainders.differences import difference_of, is_difference
from govdocs.prose.told import Story, Told

_REST = re.compile(
    r"结转|结余|节余|差额|缺口|剩余|余下|尚[余有未欠差]|仍[余有未欠差]|其余|未(?:支付|支出|使用|到位|完成|拨付|执行|下达|兑付|提款|发放)|资金余额"
)
_BEHIND = re.compile(
    r" *(?:资金|元)?[^，。；\d]{0,6}(?:尚未|未|结转|待)(?:支|拨|使|执|到|兑|下|继|提|发|用)"
)
_RATE = re.compile(r"(?:率|进度|占[^，。；\d]{0,10}的?)(?:仅|为|是|达到?|约|：| )*$")
_OTHER = re.compile(r"上年|去年|历年|以前年度|年初|同期|较|比|其中")
_ROOM = re.compile(
    r"[低小少]于[^，。；\d]{0,12}限额|限额[^，。；\d]{0,4}(?:空间|结余|余量)|(?:剩余|结余|可用|尚有)[^，。；\d]{0,6}(?:限额|额度|空间)"
)
_LIMIT = re.compile(r"限额(?:为|是|共|总计|合计|达)*$")
_BALANCE = re.compile(r"余额(?:为|是|共|总计|合计|达)*$")
_CLASS = re.compile(r"一般债|专项债|中央|外债")
_FAR = 14
_WHOLES = 40
_TRIED = 2


def rests_by_rate(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every rest with what was spent and its rate in the same paragraph; every room with limit and balance."""
    for paragraph in story.told:
        pairs = [
            (one, rate) for one, rate in pairwise(paragraph)
            if rate.figure.is_rate and rate.figure.decimals and rate.figure.exact and is_amount(one)
            and one.figure.sentence == rate.figure.sentence and _RATE.search(rate.words)
            and rate.figure.role is not Role.GROWTH
        ]  # fmt: skip
        for target in paragraph:
            if not is_amount(target):
                continue
            if _ROOM.search(target.words):
                found = list(_rooms(story, target))
            elif pairs and _is_rest(target):
                found = list(_rests(story, target, pairs))
            else:
                continue
            if found:
                yield found


def _is_rest(target: Told) -> bool:
    text = target.passage.reading.folded
    said = _REST.search(target.words) or _BEHIND.match(text, target.figure.span[1])
    return said is not None and _OTHER.search(target.words) is None


def _rests(story: Story, target: Told, pairs: Sequence[tuple[Told, Told]]) -> Iterator[Hypothesis]:
    near = [
        (spent, rate) for spent, rate in pairs
        if spent.figure.span < target.figure.span and kin(spent.figure, target.figure)
        and not is_difference(spent)
    ]  # fmt: skip
    sure = True
    for spent, rate in reversed(near):
        wholes: dict[object, Told] = {}
        for at, told in enumerate(story.before(spent, _FAR)):
            if at > _WHOLES or len(wholes) >= _TRIED:
                break
            if (
                is_amount(told) and kin(told.figure, spent.figure)
                and told.figure.value > target.figure.value
                and is_rate_of(spent.figure.interval, told.figure.interval, rate.figure)
            ):  # fmt: skip
                wholes.setdefault(told.figure.value, told)
        only = len(near) == 1 or spent is near[0][0] or spent is near[-1][0]
        for whole in wholes.values():
            yield difference_of(target, whole, spent, 0.2 if sure and only else 3.0)
        sure = sure and not wholes


def _rooms(story: Story, target: Told) -> Iterator[Hypothesis]:
    own = _class(target)
    near = [t for t in story.before(target, 3) if is_amount(t) and kin(t.figure, target.figure)]
    limits = [t for t in near if _LIMIT.search(t.words) and _class(t) == own]
    balances = [t for t in near if _BALANCE.search(t.words) and _class(t) == own]
    for limit in limits[:_TRIED]:
        for balance in balances[:_TRIED]:
            likely = limit is limits[0] and balance is balances[0]
            yield difference_of(target, limit, balance, 0.1 if likely else 3.0)


def _class(told: Told) -> str:
    found = _CLASS.search(told.words)
    return found[0] if found else ""
