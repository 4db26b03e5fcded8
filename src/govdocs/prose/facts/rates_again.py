"""A rate that a later sentence judges: 水类项目执行率仅为64.83%, 预算调整率偏高，达13.35%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from govdocs.prose.explained import Amounts
from govdocs.prose.facts.siblings import of_different_things
from govdocs.prose.facts.told_twice import told_twice
from govdocs.prose.figure import Role
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_one_account
from govdocs.prose.words.likeness import plain_label
from govdocs.prose.words.near_miss import one_slip_apart, significant

_RATE = re.compile(
    r"(?P<owner>[^，。；：、\d]{0,20}?)(?P<rate>(?:预算)?(?:执行|到位|完成|支付|支出|使用|调整|控制|覆盖|结转|结余|变动|验收|合格|回收|核销|整改|达标|开工|竣工|入住|利用|负债|提款|拨付|偏差|偏离|化解|缴库|兑现)率)"
    r"(?P<judged>(?:[^，。；\d率]{0,6}[，,])?(?:整体|总体|平均|较|偏|过|比较|明显|相对|不足|不到|不高|高|低|仅|只|有|达|为|到|是|约|：|:| )*)$"
)
_JUDGES = re.compile(r"仅|只有|偏|较[高低]|不高|过[高低]|，")
_EMPTY = re.compile(
    r"项目|支出|资金|类|预算|财政|的|等|我[省市县区局]|本|全[省市县区年]|部门|单位|其中|实际|年度|总体|整体|经费|补助|收入|专项|是|在|方面|部分|[一二三四五]"
)
_OTHERS = re.compile(
    r"上年|去年|同期|目标|计划|不低于|不高于|以上|以下|要求|标准|平均水平|截至[^，]*(?<!12)月"
)
_LEAST = 3


def rates_again(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge every rate by the one value that was told of the same rate of the same thing before."""
    known: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    of_any: defaultdict[str, list[Told]] = defaultdict(list)
    for sentence in story.sentences():
        for at, one in enumerate(sentence):
            named = _named(sentence, at)
            if named is None:
                continue
            rate, owner, judged = named
            if owner or judged:
                earlier = known.get((rate, owner), []) or ([] if owner else of_any[rate])
                yield from _judged(one, earlier, rate, amounts)
            known[rate, owner].append(one)
            of_any[rate].append(one)


def _named(sentence: tuple[Told, ...], at: int) -> tuple[str, str, bool] | None:
    """Which rate it is, of what, and whether the sentence judges it as high or low."""
    one = sentence[at]
    figure = one.figure
    if not figure.is_rate or not figure.exact or figure.role is not Role.PLAIN:
        return None
    reading = one.passage.reading
    start, _ = reading.layout.sentence_span(figure.sentence)
    floor = sentence[at - 1].figure.span[1] if at else start
    words = reading.folded[max(start, floor) : figure.span[0]]
    found = _RATE.search(words)
    if found is None or _OTHERS.search(words):
        return None
    owner = _core(found["owner"])
    if not owner and at and figure.clause - sentence[at - 1].figure.clause <= 1:
        owner = _core(re.split(r"[，。；：]", sentence[at - 1].words)[-1])
    return found["rate"].removeprefix("预算"), owner, _JUDGES.search(found["judged"]) is not None


def _core(words: str) -> str:
    return _EMPTY.sub("", plain_label(words))


def _judged(one: Told, known: list[Told], rate: str, amounts: Amounts) -> Iterator[Judgement]:
    same = [
        other for other in known
        if _one_time(one, other) and of_one_account(one.cited, other.cited)
        and not of_different_things(one.passage, other.passage)
    ]  # fmt: skip
    if not same or len({other.figure.number for other in same}) > 1:
        return
    other = same[-1]
    if other.figure.agrees(one.figure):
        yield told_twice(one, other, rate, holds=True)
        return
    apart = one.number != other.number and one.figure.decimals == other.figure.decimals
    if not apart or significant(one.figure.number) < _LEAST:
        return
    if amounts.stated[one.figure.kind, one.figure.value] > 1:
        return
    if one_slip_apart(one.figure.number, other.figure.number):
        yield told_twice(one, other, rate, holds=False)


def _one_time(one: Told, other: Told) -> bool:
    a, b = one.figure.period, other.figure.period
    return a is None or b is None or a.year == b.year
