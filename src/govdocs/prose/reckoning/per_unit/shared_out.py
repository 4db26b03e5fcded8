"""Averages bound by name, by the count told before and by days: 单套2.15万元, 日均2.08万吨, 280元/吨, 户均2.55万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

_MEAN = re.compile(
    r"(?:单(?P<one>[套台辆户村个盏件栋座所间处灯亩](?:公里|次)?)(?:年均|均)?|(?P<mean>[户人村镇乡校亩场处家车床])均|平均每(?P<each>平方米|公里|公顷|人次|[一-龥]))[^，。；\d]{0,8}$"
)
_DAILY = re.compile(r"(?:日均|平均每[日天]|每[日天]平均)[^，。；\d]{0,6}$")
_PER_DAY = re.compile(r"(?:日均|每[日天]|日[处供产][理应水量]*)[^，。；\d]{0,6}$")
_RATE = re.compile(r"^元/(?P<unit>[一-龥]{1,3})$")
_FEE = re.compile(r"费|金额|共|计|合计|支出|支付|应付|应收|总价|价款|收入|投资|补助")
_NO_FACT = re.compile(
    r"标准|目标|上限|最高|最低|不超过|不低于|计划|上年|去年|收入|产值|GDP|增收|预算单价|限价|[比较]|全[国省市]"
)
_BESIDE = re.compile(r"另|此外|其余|剩余")
_SYNONYMS = {"人": "人名位", "车": "辆台", "校": "所", "村": "个", "灯": "盏", "床": "张床"}
_DAYS = (365, 366, 360)
_NAME = 4
_FAR = 8
_THING = 3


def shared_out(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every average with the amounts and counts that its words or its paragraph bind it to."""
    for paragraph in story.told:
        for target in paragraph:
            found = list(_readings(story, target)) if target.figure.exact else []
            found += _over_days(story, target)
            if found:
                yield found


def _readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    match = _RATE.match(target.figure.unit.symbol) if target.figure.unit else None
    if match is not None:
        yield from _fees(story, target, match["unit"])
    elif not is_amount(target) or _NO_FACT.search(target.words):
        return
    elif _DAILY.search(target.words):
        yield from _daily(story, target)
    elif mean := _MEAN.search(target.words):
        name = mean["one"] or mean["mean"] or mean["each"]
        yield from _means(story, target, name)


def _fees(story: Story, price: Told, unit: str) -> Iterator[Hypothesis]:
    """产生量5480吨, 单价280元/吨, 费用153.44万元: the quantity nearest before, the fee right behind."""
    sentence = sentence_of(story, price)
    at = sentence.index(price)
    counts = [t for t in sentence[:at] if _symbol(t) == unit and is_amount(t)]
    behind = [t for t in sentence[at + 1 :] if t.figure.kind == "人民币"]
    if not counts or not behind or not is_amount(behind[0]) or not _FEE.search(behind[0].words):
        return
    for far, count in enumerate(reversed(counts)):
        yield Hypothesis(
            behind[0], (count, price), partial(_times, factor=_factor_of(counts[0], unit)),
            0.1 if not far else 3.0, "×".join,
        )  # fmt: skip


def _symbol(told: Told) -> str:
    return told.figure.unit.symbol.lstrip("万亿") if told.figure.unit else ""


def _factor_of(count: Told, unit: str) -> Decimal:
    """What one 吨 is in the base unit of weight, so that 5480吨 are 5480 of what the price is for."""
    own = count.figure.unit
    if own is None or _symbol(count) != unit:
        return Decimal(1)
    scale = Decimal(1)
    for mark, worth in (("万", Decimal(10_000)), ("亿", Decimal(100_000_000))):
        if own.symbol.startswith(mark):
            scale = worth
    return own.factor / scale


def _times(values: Sequence[Interval], *, factor: Decimal) -> Interval | None:
    return values[0].times(values[1]).scaled(1 / factor)


def _daily(story: Story, target: Told) -> Iterator[Hypothesis]:
    """全年处理760万吨, 日均2.08万吨: the largest amount of its kind in the paragraph, by the days of a year."""
    words = target.passage.reading.folded
    near = [t for t in before(story, target, 1) if kin(t.figure, target.figure)]
    if not near:
        return
    yearly = [
        t for t in near if re.search(r"全年|年度|年处理|年供|年产|20\d\d年", t.words + words[:40])
    ]
    for at, amount in enumerate(sorted(yearly or near, key=lambda t: -t.figure.value)[:4]):
        for days in _DAYS:
            doubt = 0.1 if not at and days == _DAYS[0] and yearly else 3.0
            yield Hypothesis(
                target, (amount,), partial(_by, days=days), doubt,
                partial(_by_days, days=days),
            )  # fmt: skip


def _over_days(story: Story, target: Told) -> Iterator[Hypothesis]:
    """2万吨/日, 全年（365日）730万吨: the amount of a day by the days told right before the target."""
    paragraph = story.told[target.number]
    at = paragraph.index(target)
    if at < 2 or not is_amount(target):
        return
    daily, days = paragraph[at - 2], paragraph[at - 1]
    text = target.passage.reading.folded
    each = re.match(r" *(?:/|每)[日天]", text[daily.figure.span[1] :]) or _PER_DAY.search(
        daily.words
    )
    alike = (
        daily.figure.kind == target.figure.kind and daily.figure.sentence == target.figure.sentence
    )
    if alike and each and days.figure.kind == "日数" and is_amount(daily):
        yield Hypothesis(target, (daily, days), _exactly_times, 0.1, "×".join)


def _exactly_times(values: Sequence[Interval]) -> Interval | None:
    days = (values[1].low + values[1].high) / 2
    return values[0].scaled(days)


def _by(values: Sequence[Interval], *, days: int) -> Interval | None:
    return values[0].scaled(Decimal(1) / days)


def _by_days(texts: Sequence[str], *, days: int) -> str:
    return f"{texts[0]}÷{days}天"


def _means(story: Story, target: Told, name: str) -> Iterator[Hypothesis]:
    """The amount that the words name, or the last one before, by the largest count of the things named."""
    near = before(story, target, 2)
    own = sentence_of(story, target)
    amounts = [
        t for t in near
        if kin(t.figure, target.figure) and t.figure.value > target.figure.value
        and not _MEAN.search(t.words)
    ]  # fmt: skip
    text = target.passage.reading.folded
    label = plain_label(target.words + text[target.figure.span[1] :][:24])
    named = [t for t in amounts if _alike(label, t)] or [
        t for t in before(story, target, _FAR)
        if kin(t.figure, target.figure) and t.figure.value > target.figure.value and _alike(label, t)
    ]  # fmt: skip
    in_sentence = [t for t in amounts if t in own]
    counts = [t for t in near if _counts(t, name)]
    behind = [
        t for t in own
        if t.figure.span > target.figure.span and is_amount(t) and kin(t.figure, target.figure)
    ]  # fmt: skip
    if not amounts or not counts or (behind and not in_sentence and not named):
        return  # the whole may stand behind its average
    if any(_BESIDE.search(t.words) for t in behind):
        return  # 投入150万元，人均补助400元，另支付教材费30万元: what each was given is only a part
    if not named and amounts[0].number != target.number:
        return
    last = [t for t in amounts if t.figure.sentence == amounts[0].figure.sentence]
    largest = max(last, key=lambda t: t.figure.value)
    first = named[0] if named else in_sentence[0] if in_sentence else largest
    likely = _count_for(first, counts, own)
    doubt = 0.15 if named or in_sentence else 0.3
    for amount in dict.fromkeys((first, *amounts[:8])):
        for count in dict.fromkeys((likely, *counts[:6])):
            sure = amount is first and count is likely
            yield Hypothesis(
                target, (amount, count), _shared, doubt if sure else 3.0, lambda t: f"{t[0]}÷{t[1]}"
            )


def _count_for(amount: Told, counts: Sequence[Told], own: Sequence[Told]) -> Told:
    """The count of the sentence, of what the amount is named after, or the largest one."""
    same = [t for t in counts if t in own]
    if same:
        return max(same, key=lambda t: t.figure.value)
    label = plain_label(amount.words)
    named = [t for t in counts if common_stretch(label, plain_label(t.words)) >= _THING]
    return named[0] if named else max(counts, key=lambda t: t.figure.value)


def _alike(label: str, told: Told) -> bool:
    return common_stretch(label, plain_label(told.words)) >= _NAME


def _counts(told: Told, name: str) -> bool:
    figure = told.figure
    if figure.unit is None or figure.kind == "人民币" or figure.is_rate:
        return False
    symbol = _symbol(told)
    if symbol == name:
        return True
    if symbol not in _SYNONYMS.get(name, ""):
        return False
    return (
        symbol != "个"
        or figure.noun.startswith(name)
        or name in told.passage.reading.folded[figure.span[1] : figure.span[1] + 4]
    )


def _shared(values: Sequence[Interval]) -> Interval | None:
    return values[0].over(values[1]) if values[1].low > 0 else None
