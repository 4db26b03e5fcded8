"""Readings of a difference: what is left, saved, missing, more or less than before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.nearness import Rough, some_difference
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told

_LEFT = re.compile(
    r"结余(?!分配)|结转|剩余|节余|节约|节支|差额|差值|差距|相差|缺口|超额完成|[尚还仍](?:有|余|未|差|需|应|欠|剩)|余额|余下|其余|尾款|质保金"
    r"|净[增减]|[增减]产|[少多超短][支收付缴]|超出|高出|低于|高于|大于|小于|欠[缴付拨]|未(?:支付|支出|使用|到位|完成|拨付|提款|发放|执行|下达|整改|收回|缴|付)"
)
_NET = re.compile(r"净资产|所有者权益|股东权益")
_ASSETS = re.compile(r"资产总[额计]|总资产|资产合计")
_ROOM = re.compile(r"空间|额度|余量")
"""What a limit leaves is told right behind the limit and what is used of it."""
_FEW = 2
_REACHES = (2, 3, 8, 10)
"""How many amounts are tried for a difference of one, two, three and more digits."""
_OF_ALL = re.compile(r"共(?!同|享|有产权)|其中|合计|总[数量额计人]|全部")
_AGAINST = re.compile(r"[比较][^，。；]{0,12}$")
_OTHER_TIME = re.compile(r"上年|去年|年初|同期|历年|以前年度|往年|累计结")


def is_difference(told: Told) -> bool:
    """Tell whether a figure says of itself that it is what lies between two others."""
    if not is_amount(told) or _OTHER_TIME.search(told.words):
        return False
    return told.figure.role is Role.DIFFERENCE or bool(
        _LEFT.search(told.words) or _NET.search(told.words) or _is_left_of_all(told)
    )


def _is_left_of_all(told: Told) -> bool:
    """Tell whether 另有 is what others leave of a whole told before: 共86人，男42人、女38人，另有6人; else it comes on top."""
    if "另有" not in told.words:
        return False
    reading = told.passage.reading
    start, _ = reading.layout.sentence_span(told.figure.sentence)
    return _OF_ALL.search(reading.folded[start : told.figure.span[0]]) is not None


def difference_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The likeliest reading of a difference: the two amounts told right before it."""
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    own = [
        t for t in sentence[:at]
        if is_amount(t) and stands_alone(t) and kin(t.figure, target.figure) and not is_difference(t)
    ]  # fmt: skip
    net = _NET.search(target.words)
    if net is not None:
        yield from _net_of(story, target)
        return
    if not own:
        return
    if len(own) < 2:
        yield from _from_before(story, target, own[0])
        return
    first, second = own[-2], own[-1]
    adjacent = [t for t in sentence[:at] if not t.figure.is_rate][-2:] == [first, second]
    room = _ROOM.search(target.words) is not None
    doubt = 0.1 if adjacent and (room or len(own) == 2) else 0.2 if adjacent else 0.5
    yield difference_of(target, first, second, doubt)


def _net_of(story: Story, target: Told) -> Iterator[Hypothesis]:
    """净资产: the assets told before less the debts."""
    near = [t for t in before(story, target, 1) if kin(t.figure, target.figure) and stands_alone(t)]
    debts = [t for t in near if "负债" in t.words]
    assets = [t for t in near if _ASSETS.search(t.words)]
    if debts and assets:
        yield difference_of(target, assets[0], debts[0], 0.05)


def _from_before(story: Story, target: Told, last: Told) -> Iterator[Hypothesis]:
    """One amount in the sentence, the other the last one that the sentences before tell."""
    earlier = [
        t for t in before(story, target, 0)
        if stands_alone(t) and kin(t.figure, target.figure) and not is_difference(t)
        and t.figure.sentence == target.figure.sentence - 1
    ]  # fmt: skip
    if len(earlier) == 1:
        yield difference_of(target, earlier[0], last, 0.4)


def difference_of(target: Told, one: Told, other: Told, doubt: float) -> Hypothesis:
    """The reading of a figure as what lies between two others, the smaller taken from the larger."""
    larger, smaller = (one, other) if one.figure.value >= other.figure.value else (other, one)
    return Hypothesis(target, (larger, smaller), _minus, doubt, "－".join)


def _minus(values: Sequence[Interval]) -> Interval | None:
    return values[0].minus(values[1])


def _ends_list(story: Story, target: Told) -> bool:
    """Tell whether it is what the items before it leave of their total: 总计9万元，其中支出6万元、分配2万元、结转1万元."""
    own = [
        t for t in sentence_of(story, target)
        if t.figure.span < target.figure.span and is_amount(t) and kin(t.figure, target.figure)
    ]  # fmt: skip
    rest = target.figure.interval
    for told in reversed(own):
        if told is not own[-1] and told.figure.interval.meets(rest):
            return True
        rest = rest.plus(told.figure.interval)
    return False


def _by_growth(story: Story, target: Told) -> bool:
    """Tell whether growth told beside it makes it of an amount before it: 收入12.86亿元，同比增长8.07%，增收0.96亿元."""
    if _names_base(story, target):
        return False
    rates = [
        t for t in sentence_of(story, target)
        if t.figure.is_rate and t.figure.role is Role.GROWTH and abs(t.figure.clause - target.figure.clause) <= 1
    ]  # fmt: skip
    for rate in rates:
        grown = 1 + float(rate.figure.value) / 100 * rate.figure.sign
        for one in before(story, target, 0)[:4]:
            if grown > 0 and kin(one.figure, target.figure):
                change = float(one.figure.value) * abs(1 - 1 / grown)
                loose = (
                    float(target.figure.ulp)
                    + float(one.figure.value) * float(rate.figure.ulp) / 100
                )
                if abs(change - float(target.figure.value)) <= loose:
                    return True
    return False


def _names_base(story: Story, target: Told) -> bool:
    """Tell whether both sides stand right before it: 支出1642.80万元，较预算1500.00万元增加142.80万元."""
    own = [t for t in sentence_of(story, target) if t.figure.span < target.figure.span][-2:]
    return (
        len(own) == 2
        and all(is_amount(t) and kin(t.figure, target.figure) for t in own)
        and own[1].figure.clause == target.figure.clause
        and _AGAINST.search(own[1].words) is not None
    )


def is_explained_difference(story: Story, target: Told) -> bool:
    """Tell whether any two amounts in reach differ by the figure, or one of them is the figure itself.

    The fewer digits it has, the fewer amounts are tried: pairs enough fit any figure by chance.
    """
    if _ends_list(story, target) or _by_growth(story, target):
        return True
    near = [t for t in before(story, target, 2) if kin(t.figure, target.figure)]
    after = [
        t for t in sentence_of(story, target)
        if t.figure.span > target.figure.span and is_amount(t) and kin(t.figure, target.figure)
    ]  # fmt: skip
    digits = len(str(abs(int(target.figure.value / target.figure.ulp))).rstrip("0")) or 1
    if digits > _FEW and any(t.figure.value == target.figure.value for t in near):
        return True
    reach = _REACHES[min(digits, len(_REACHES)) - 1]
    tried = [*near[:reach], *after[: min(2, reach - 1)]]
    return some_difference(target.figure, [Rough.of(t.figure) for t in tried])
