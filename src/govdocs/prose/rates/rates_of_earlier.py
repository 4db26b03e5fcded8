"""Rates whose whole stands in a sentence or paragraph before: 到位4000万元。…… 支出3640万元, 执行率91%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from govdocs.model.interval import Interval
from govdocs.prose.divided import judged_percentage
from govdocs.prose.explained import Amounts, is_rate_of
from govdocs.prose.figure import ProseFigure, Role
from govdocs.prose.judgement import Judgement
from govdocs.prose.rates.rate_slips import fits_by_slip
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import significant, slip_into, slip_values

_HUNDRED = Interval.exact(Decimal(100))
_TAIL = r"(?:仅|只|均|已|为|是|达到|达|约|：|（[^）]*）| )*$"


@dataclass(frozen=True, slots=True)
class _Rate:
    """A rate by its name, and the words at the figures that it is made of."""

    name: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]


def _rate(name: str, part: str, whole: str) -> _Rate:
    return _Rate(re.compile(rf"(?:{name}){_TAIL}"), re.compile(part), re.compile(whole))


_GIVEN = r"预算|下达|到位|安排|投入|总投资|资金总|总额|合计|共|总计|指标|筹集|应"
_RATES = (
    _rate(
        r"(?:执行|支出|支付|拨付|使用|兑付|报账)(?:率|进度|比例)",
        r"支出|支付|拨付|使用|执行|兑付|发放|报账|完成投资",
        _GIVEN,
    ),
    _rate(r"到位率", r"到位", r"预算|下达|计划|安排|投资|总额|应|需|批复"),
    _rate(r"(?:结转|结余)率", r"结转|结余|剩余", _GIVEN),
    _rate(r"回收率", r"收回|回收|收到", r"发放|发出|调查|问卷|走访|受访|访谈|抽样"),
    _rate(
        r"(?:合格|达标|优良|完好|通过)率",
        r"合格|达标|优良|完好|通过",
        r"抽查|抽检|检查|验收|检测|监测|抽样|共",
    ),
    _rate(
        r"满意(?:率|度)",
        r"(?<!不)(?<!较)(?<!基本)满意",
        r"有效|收回|回收|调查|受访|回访|抽查|走访|访谈|样本|问卷|抽样|随机",
    ),
    _rate(r"结案率", r"结案|办结", r"立案|受理|收案|新收"),
    _rate(r"办结率", r"办结|办理", r"受理|收到|接到|交办|转办"),
    _rate(r"(?:入学|就业|参保|覆盖|签约|处置|整改|落实|竣工|开工|完工)率",
          r"入学|就业|参保|覆盖|签约|处置|整改|落实|竣工|开工|完工", r"应|共|总|计划|毕业|需"),
    _rate(r"(?:收缴|征缴|征收)率", r"实收|收缴|实缴|已收", r"应收|应缴|应征"),
)  # fmt: skip
_NOT_DONE = re.compile(r"[不未](?:合格|达标|优良|完好|通过|满意|到位|办结|整改|完成)")
"""不合格13份 is no part of what 合格率 counts."""
_GRADED = re.compile(r"(?:(?P<best>优良|优秀)|合格|达标)率")
_GRADE = re.compile(r"(?:优秀|良好|优|良)(?:等?的?|为)?$")
_PEOPLE = frozenset({"人", "名", "位", "份", "户", "个"})
_HALF_CONTENT = re.compile(r"(?:比较|较|基本|非常|很|较为)满意|一般满意")
_QUALIFIED = re.compile(
    r"一次|首次|初次|按期|按时|及时|当年|当期|上年|去年|同期|目标|计划|平均|要求|不低于|高于|低于|[上下]半年|季度|[上中下]旬"
)
_SOME = re.compile(r"第.{1,2}批|首批|本批|部分|前.{1,2}[季月]|季度|[上下]半年|\d月")
_UNTIL = re.compile(
    r"截[至止][^，。；]{0,16}[日月]底?|(?:19|20)\d\d *年(?: *\d+ *月)?(?: *\d+ *日)?"
)
_ANSWERS = re.compile(r"满意|合格|达标|优良|通过|有效|收回|回收")
_REACH_BACK = 3
_WHOLE = Decimal(100)


def rates_of_earlier(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge a rate by the whole told before it; wrong only where one slip of the hand explains it."""
    for sentence in story.sentences():
        for at, rate in enumerate(sentence):
            if not rate.figure.is_rate or not rate.figure.exact or rate.figure.role is Role.GROWTH:
                continue
            kind = next((k for k in _RATES if k.name.search(rate.words)), None)
            part = None if kind is None else _part(sentence, at, kind)
            if kind is not None and part is not None:
                yield from _judge(story, amounts, sentence, kind, part, rate)


def _part(sentence: tuple[Told, ...], at: int, kind: _Rate) -> Told | None:
    """The figure right before the rate that is called what the rate is named after."""
    rate = sentence[at].figure
    near = [
        t for t in sentence[max(0, at - _REACH_BACK) : at] if rate.clause - t.figure.clause <= 2
    ]
    for told in reversed(near):
        if told.figure.is_rate:
            return None
        if _NOT_DONE.search(told.named) and not _NOT_DONE.search(sentence[at].words):
            continue
        graded = _GRADED.search(sentence[at].words)
        if graded is not None and (
            (graded["best"] and graded["best"] not in told.named)
            or any(
                t is not told and t.figure.kind == told.figure.kind and _GRADE.search(t.words)
                for t in near
            )
        ):
            return None  # 优秀42家、良好66家、合格12家，优良率: of several grades together
        if told.stated and told.figure.role is not Role.TARGET and kind.part.search(told.named):
            return told
    return None


def _since_last_rate(sentence: tuple[Told, ...], rate: Told) -> list[Told]:
    """The amounts between the rate and the rate before it."""
    found: list[Told] = []
    for told in reversed(sentence[: sentence.index(rate)]):
        if told.figure.is_rate:
            break
        if told.stated:
            found.append(told)
    return found


def _kin(first: ProseFigure, second: ProseFigure) -> bool:
    if first.kind == second.kind:
        return True
    return first.counts and second.counts and {first.kind, second.kind} <= _PEOPLE


def _judge(
    story: Story,
    amounts: Amounts,
    sentence: tuple[Told, ...],
    kind: _Rate,
    part: Told,
    rate: Told,
) -> Iterator[Judgement]:
    if _QUALIFIED.search(rate.words) or _SOME.search(_UNTIL.sub("", part.words)):
        return
    told_before = [t for t in story.before(rate) if t.stated and _kin(t.figure, part.figure)]
    earlier = [
        t for t in told_before if t.figure.span < part.figure.span or t.number != part.number
    ]
    earlier = [t for t in earlier if t.figure.value >= part.figure.value > 0]
    parts = _parts_together(sentence, part, rate)
    for told in earlier:
        if any(is_rate_of(p, told.figure.interval, rate.figure) for p in parts):
            if kind.whole.search(told.named):
                yield judged_percentage("rate", rate.cited, part.cited, told.cited, holds=True)
            return
    if amounts.explains_rate(part.figure, rate.figure) or any(
        is_rate_of(a.figure.interval, b.figure.interval, rate.figure)
        for a in _since_last_rate(sentence, rate) for b in told_before if a is not b
    ):  # fmt: skip
        return
    for told in _possible(earlier, kind, part):
        together = any(
            (ratio := p.over(told.figure.interval)) is not None
            and ratio.high <= 1
            and slip_into(rate.figure, ratio.times(_HUNDRED))
            for p in parts[1:]
        )
        if together or (
            part.figure.value <= told.figure.value
            and fits_by_slip(rate.figure, part.figure, told.figure)
        ):
            yield judged_percentage("rate", rate.cited, part.cited, told.cited, holds=False)
            return
    if rate.figure.number == _WHOLE and not earlier:
        yield from _all_of_it(amounts, part, rate)


def _all_of_it(amounts: Amounts, part: Told, rate: Told) -> Iterator[Judgement]:
    """100% of an amount that the paper states several times, one slip away from this one."""
    figure = part.figure
    if significant(figure.number) < 4 or amounts.stated[figure.kind, figure.value] > 1:
        return
    for value in slip_values(figure):
        known = amounts.first(figure.kind, value)
        if known is not None and amounts.stated[figure.kind, value] > 1:
            yield judged_percentage("rate", rate.cited, part.cited, known, holds=False)
            return


def _parts_together(sentence: tuple[Told, ...], part: Told, rate: Told) -> list[Interval]:
    """The part alone, and with what may count as part too (满意 with 基本满意)."""
    more = [
        t.figure for t in sentence
        if t is not part and t.stated and t.figure.kind == part.figure.kind
        and t.figure.span < rate.figure.span and _HALF_CONTENT.search(t.words)
    ]  # fmt: skip
    found = [part.figure.interval]
    for size in range(1, len(more) + 1):
        for some in combinations(more, size):
            found.append(Interval.total([part.figure.interval, *(f.interval for f in some)]))
    return found


def _possible(earlier: list[Told], kind: _Rate, part: Told) -> list[Told]:
    """The wholes that fit by their words, the nearest first, each value once, of the part's owner only."""
    found: list[Told] = []
    for told in earlier:
        if not kind.whole.search(told.named) or (part.owner and told.owner != part.owner):
            continue
        if not part.owner and _divided(told, part):
            continue
        if all(told.figure.value != other.figure.value for other in found):
            found.append(told)
    return sorted(found, key=lambda t: bool(t.owner) and not part.owner)[:3]


def _divided(whole: Told, part: Told) -> bool:
    """Tell whether 其中 between the two makes the part one of several with wholes of their own."""
    if whole.number != part.number:
        return "其中" in part.words
    text = part.passage.reading.folded[whole.figure.span[1] : part.figure.span[0]]
    return "其中" in text and not _ANSWERS.search(part.words)
