"""Rates whose own name tells both amounts: 资产负债率, 营业收入利润率, 在职人员控制率, 寄宿率."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.bearers import core_of, is_head
from govdocs.prose.reckoning.percentages.elsewhere.names import clause_name, says
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import before, is_amount, kin, stands_alone
from govdocs.prose.told import Story, Told

_SURE = 0.02
_OF_ALL = re.compile(r"全[省市县区州]|平均|总体|综合|整体")
_INSTALMENT = re.compile(r"首期|首次|分期|第.期|部分")


@dataclass(frozen=True, slots=True)
class _Named:
    """A rate, what it is reckoned of and what by; ``beside`` says that the part stands in its sentence."""

    rate: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]
    beside: bool = False


def _named(rate: str, part: str, whole: str, *, beside: bool = False) -> _Named:
    return _Named(re.compile(rate), re.compile(part), re.compile(whole), beside)


_RATES = (
    _named(r"资产负债率", r"负债", r"资产总[额计]|总资产|资产合计"),
    _named(r"持股|股权比例|股比|股份", r"(?<!已)(?:出资|认缴|实缴|入股)(?!.*注册资本)", r"注册资本|股本|总出资", beside=True),
    _named(r"(?:收入|营业|销售)(?:净?利润率|利率)|(?:^|[^本值])利润率", r"(?<!资产)利润|净利", r"(?:营业|销售|主营业务)(?:总)?收入"),
    _named(r"负债率(?<!资产负债率)", r"债务余额|债务", r"生产总值|GDP"),
    _named(r"债务率", r"债务余额", r"综合财力"),
    _named(r"调整率", r"追加|调整(?!后)|调增|调减|追减", r"年初(?:部门)?预算|年初安排|^[^调]*预算(?!调整)"),
    _named(r"(?:结转|结余)率", r"结转|结余", r"预算|收入|下达|到位|安排", beside=True),
    _named(r"控制率", r"实际|实有|在职|在编|在岗|决算|支出|发生", r"预算|编制|核定|安排|控制数", beside=True),
    _named(r"药占比|药品(?:收入)?占比", r"药品(?:收入|费)", r"医疗(?:业务)?收入|医药收入"),
    _named(r"床位使用率", r"占用.{0,3}床日", r"开放.{0,3}床日"),
    _named(r"[核审]减(?:率|比例|幅度)", r"[核审]减", r"送审|申报|报审|上报", beside=True),
    _named(r"(?:节约|节支|节省|下浮)(?:率|比例|幅度)", r"节约|节支|节省|下浮", r"预算|控制价|概算|限价|估算|计划", beside=True),
    _named(r"成新率", r"净值", r"原值|固定资产(?!净)"),
    _named(r"税收占比|税占比|税收比重", r"税收(?!返还)", r"公共预算收入|财政(?:总)?收入"),
)  # fmt: skip
_STEM = re.compile(r"(?P<stem>[一-龥]{2,4})率(?:仅|只有|只|均|已|为|是|达到|达|：| )*$")
_NOT_OF_COUNTS = re.compile(
    r"一次|当年|当期|及时|按时|按期|准确|平均|有效|综合|增长|中签|利率|税率|费率|汇率|使用|故障|同期|完成|执行|支出|支付|到位|满意|资产负债"
)
_OF_SOME = re.compile(r"一般债务|专项债务|低于|高于|限额")
"""Of some of the debt, or of how far it is from its limit: no 债务率 is of these."""
_SAVED = re.compile(r"(?:节约|节支|节省|下浮)(?:率|比例|幅度)")
_AGAINST = re.compile(
    r"(?:与|和|同|较|比)(?P<base>[^，。；：\d]{2,12}?)(?:相比|对比|比较|相较|节约|节支|节省|减少)"
)
_UNDONE = re.compile(r"[不未非]|尚|没有|欠")


def named_rates(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The readings of a rate by the two amounts that its name calls for."""
    for one in _RATES:
        if one.rate.search(target.words):
            yield from _by_name(story, target, one)
            return
    yield from _by_stem(story, target)


def _by_name(story: Story, target: Told, one: _Named) -> Iterator[Hypothesis]:
    near = [t for t in before(story, target, 1) if not _INSTALMENT.search(t.words)]
    parts = [
        t for t in near
        if one.part.search(t.named) and not (one.whole.search(t.named) and not one.beside)
        and (not one.beside or (t.number, t.figure.sentence) == (target.number, target.figure.sentence))
    ]  # fmt: skip
    of_whole = is_head(target)  # a rate of an item behind 其中 is reckoned from that item's amounts
    parts = [t for t in parts if of_whole and is_head(t)] or parts
    if _OF_ALL.search(target.words) and parts:
        # 行政单位…，事业单位…，全市平均资产负债率: of the amounts told first, if not of those told last
        first = [t for t in parts if t.number == parts[0].number][-1]
        for whole in near:
            if (
                whole.number == first.number and whole.figure.sentence == first.figure.sentence
                and first is not parts[0] and one.whole.search(whole.named) and stands_alone(whole)
                and not one.part.search(whole.named) and kin(whole.figure, first.figure)
            ):  # fmt: skip
                yield ratio_of(target, first, whole, _SURE)
    if not _OF_SOME.search(target.words):
        parts = [t for t in parts if not _OF_SOME.search(t.words)] or parts
    for part in parts[:1]:
        wholes = [
            t for t in near
            if t is not part and one.whole.search(t.named) and kin(t.figure, part.figure)
            and stands_alone(t) and not (one.part.search(t.named) and not one.beside)
        ]  # fmt: skip
        wholes = [t for t in wholes if of_whole and is_head(t)] or wholes
        if one.beside:
            here = [
                t
                for t in wholes
                if (t.number, t.figure.sentence) == (part.number, part.figure.sentence)
            ]
            wholes = here or wholes
        against = _against(target)
        if against:
            wholes = [t for t in wholes if says(clause_name(t), against)]
        for at, whole in enumerate(wholes[:2]):
            yield ratio_of(target, part, whole, _SURE if at == 0 else 0.5)


def _against(target: Told) -> str:
    """What a saving is held against, where the sentence says it: 与中标控制价相比，节约…，节约率; else empty."""
    if not _SAVED.search(target.words):
        return ""
    reading = target.passage.reading
    start, _ = reading.layout.sentence_span(target.figure.sentence)
    found = _AGAINST.search(reading.folded[start : target.figure.span[0]].rpartition("；")[2])
    return core_of(found["base"]) if found else ""


def _by_stem(story: Story, target: Told) -> Iterator[Hypothesis]:
    """寄宿生18272人，寄宿率42.74%: the one count called so, by the one that heads what was told before it."""
    stem = _STEM.search(target.words)
    if stem is None or _NOT_OF_COUNTS.search(target.words):
        return
    parts = [
        t for t in before(story, target, 0)
        if t.figure.counts and t.figure.depth <= target.figure.depth
        and stem["stem"][-2:] in t.named and not _UNDONE.search(t.words)
    ]  # fmt: skip
    parts = [t for t in parts if is_head(t)] or parts
    if len({t.figure.value for t in parts}) != 1:
        return
    part = parts[0]
    wholes = {
        t.figure.value: t for t in reversed(before(story, target, 1))
        if kin(t.figure, part.figure) and t.figure.unit == part.figure.unit
        and t.figure.value > part.figure.value and is_head(t) and is_amount(t)
    }  # fmt: skip
    if not wholes:
        return
    nearest = min(wholes.values(), key=lambda t: (-t.number, -t.figure.span[0]))
    for whole in wholes.values():
        yield ratio_of(
            target, part, whole, 0.05 if len(wholes) == 1 else 0.3 if whole is nearest else 2.0
        )
