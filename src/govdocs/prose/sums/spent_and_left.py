"""Spent, left and the rate of both told together: 支出380万元, 执行率95%, 结余20万元, of one amount told before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from govdocs.model.interval import Interval
from govdocs.prose.divided import judged_percentage
from govdocs.prose.explained import is_rate_of
from govdocs.prose.judgement import Judgement, Sureness, printed
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import slip_into

_SPENT = re.compile(
    r"(?:支出|支付|拨付|预拨|使用|执行|发放|兑付|报账|到位|结算|兑现|提款|完成投资)[^，。；、\d]{0,14}$"
)
_LEFT = re.compile(
    r"(?<!上年)(?<!年初)(?:结余|节余|结转|结存|剩余|尚余|仍余|余|尚有|还有|未[一-龥]{2,4}?)(?:结余|结转|资金|金额|数|为|了|的|：| )*$"
    r"|(?:本次|此次|这次)(?:应|拟|再|予以)?(?:清算|结算|拨付|下达|安排|兑付|补拨)[^，。；\d]{0,6}$"
)
_LEFT_BEHIND = re.compile(r"[^，。；\d]{0,4}(?:尚未|未)[一-龥]{2}")
_RATE = re.compile(
    r"(?:[一-龥]{2}(?:率|进度|比例)|占[^，。；\d]{0,12}?的?)(?:仅|为|是|达到?|约|：| )*$"
)
_OF_ALL = re.compile(r"占(?:其|本|上年)|同比|增长|较|比上|[一-龥]{0,4}满意|合格")
_SHARE_OF = re.compile(r"占([^，。；\d]{0,12}?)(?:总额|总量)?的?(?:为|达到?|约| )*$")
_APART = re.compile(r"上年|去年|历年|以前年度|年初|利息")
_REACH = 8
_NEAR = 3
_FEW = 2
_HUNDRED = Interval.exact(Decimal(100))


@dataclass(frozen=True, slots=True)
class _Three:
    """What was spent, what is left and what part of the whole was spent."""

    spent: Told
    left: Told
    rate: Told


def rates_of_spent_and_left(story: Story) -> Iterator[Judgement]:
    """Judge the rate where spent and left together are one amount told before; one slip explains what is wrong."""
    for three, wholes in _threes(story):
        both = three.spent.figure.interval.plus(three.left.figure.interval)
        added = [t for t in wholes if t.figure.interval.meets(both) and _is_named(three, t)]
        if not added or any(_is_rate(three, t) for t in wholes):
            continue
        true = three.spent.figure.interval.over(added[0].figure.interval)
        if true is not None and slip_into(three.rate.figure, true.times(_HUNDRED)):
            yield judged_percentage(
                "rate", three.rate.cited, three.spent.cited, added[0].cited, holds=False
            )


def left_of_spent_and_rate(story: Story) -> Iterator[Judgement]:
    """Judge spent and left by the one amount told before that the rate is of; one slip explains what is wrong."""
    for three, wholes in _threes(story):
        spent, left = three.spent.figure, three.left.figure
        both = spent.interval.plus(left.interval)
        if any(t.figure.interval.meets(both) for t in wholes):
            continue
        by_rate = [t for t in wholes if _is_rate(three, t)]
        values = {t.figure.value for t in by_rate}
        if len(values) == 1 and slip_into(left, by_rate[0].figure.interval.minus(spent.interval)):
            yield _left_judgement(three, by_rate[0], three.left)
            continue
        for whole in wholes:
            rest = whole.figure.interval.minus(left.interval)
            if (
                not by_rate
                and rest.low > 0
                and slip_into(spent, rest)
                and is_rate_of(rest, whole.figure.interval, three.rate.figure)
            ):
                yield _left_judgement(three, whole, three.spent)
                break


def _is_named(three: _Three, whole: Told) -> bool:
    """Tell whether the words behind 占 can mean the whole: 占下达资金, and not 占合同价."""
    found = _SHARE_OF.search(three.rate.words)
    if found is None:
        return True
    name = plain_label(found[1])
    return len(name) < _FEW or common_stretch(name, plain_label(whole.named)) >= _FEW


def _is_rate(three: _Three, whole: Told) -> bool:
    return is_rate_of(three.spent.figure.interval, whole.figure.interval, three.rate.figure)


def _threes(story: Story) -> Iterator[tuple[_Three, list[Told]]]:
    """Three figures side by side that are spent, left and a rate, with the amounts told before them."""
    for sentence in story.sentences():
        for at in range(len(sentence) - 2):
            three = _three(sentence[at : at + 3])
            if three is not None:
                figure = three.spent.figure
                yield three, [
                    t for t in story.before(sentence[at], _REACH)
                    if t.stated and t.figure.kind == figure.kind and t.figure.value > three.left.figure.value
                    and t.figure.ulp < three.left.figure.value
                ]  # fmt: skip


def _three(told: tuple[Told, ...]) -> _Three | None:
    if told[-1].figure.clause - told[0].figure.clause > _NEAR:
        return None
    for spent, left, rate in permutations(told):
        if not (rate.figure.is_rate and rate.figure.exact and spent.stated and left.stated):
            continue
        if spent.figure.kind != left.figure.kind or spent is not told[0]:
            continue
        text = left.passage.reading.folded
        is_left = _LEFT.search(left.words) or _LEFT_BEHIND.match(text, left.figure.span[1])
        between = text[spent.figure.span[1] : told[-1].figure.span[0]]
        if not (is_left and _SPENT.search(spent.words) and _RATE.search(rate.words)):
            continue
        if "其中" in between or "；" in between or _APART.search(left.words):
            continue
        if not _OF_ALL.search(rate.words) and not _LEFT.search(spent.words):
            return _Three(spent, left, rate)
    return None


def _left_judgement(three: _Three, whole: Told, wrong: Told) -> Judgement:
    spent, left, all_of = three.spent.figure, three.left.figure, whole.figure
    other = left if wrong is three.spent else spent
    return Judgement(
        "leftover",
        False,
        (wrong.cited, *(t.cited for t in (three.spent, three.left, whole) if t is not wrong)),
        expected=printed(all_of.value - other.value, wrong.figure.unit, wrong.figure.decimals),
        actual=wrong.figure.text,
        arithmetic=f"{spent.text}＋{left.text}≠{all_of.text}",
        sureness=Sureness.LIKELY,
        details={"total": all_of.text, "paid": spent.text},
    )
