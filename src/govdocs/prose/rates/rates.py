"""Rates of execution and completion against the two figures of their sentence: 预算2179, 拨付2113.63, 执行率97%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import Interval, quotient, rounded
from govdocs.prose.explained import is_cut
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited, Judgement, Sureness, bare
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage

_RATE = re.compile(
    r"(?:执行率|支付率|拨付率|到位率|支出率|完成率|使用率|发放率|回收率|合格率|达标率|满意率|优良率|办结率|得分率|支出进度|执行进度|完成(?:年初|全年|调整)?预算的)(?:为|达到|达|约|：| )*$"
)
_REACHED = re.compile(
    r"(?:到位|拨付|支付|支出|执行|发放|完成|使用|兑付|实际|回收|收回|合格|达标|得)[^，。；]*$"
)
_JUST_REACHED = re.compile(
    r"(?:到位|拨付|支付|支出|执行|发放|完成|完成投资|使用|兑付)(?:资金|了|为|约| )*$"
)
_PLANNED = re.compile(r"(?:预算|应|计划|下达|安排)[^，。；\d]{0,12}$")
_QUALIFIED = re.compile(r"(?:一次|首次|初次)[^，。；\d]{0,6}率")
_NOT_REACHED = re.compile(
    r"(?:不|未|没有?)(?:合格|达标|满意|优良|到位|支付|支出|拨付|执行|使用|完成|发放|收回|办结)[^，。；]*$"
)
"""13 that are not good enough say of a rate of the good ones only what is missing."""
_STEM = re.compile(r"([一-龥]{2})率(?:为|达到|达|约|：| )*$")
_GRADE = re.compile(r"(?:优秀|良好)(?:的|有|共|为)?$")
_GRADED = frozenset({"优良", "优秀", "合格", "满意", "达标", "良好"})
_HUNDRED = Interval.exact(Decimal(100))


def rates(passage: Passage) -> Iterator[Judgement]:
    """Judge every rate whose sentence holds exactly two figures of one kind before it, the second reached."""
    reading = passage.reading
    text = reading.folded
    for figures in sentence_figures(reading):
        for at, rate in enumerate(figures):
            if rate.sort is not Sort.MEASURE or not rate.is_rate or not rate.exact:
                continue
            before = text[max(0, rate.span[0] - 16) : rate.span[0]]
            if not _RATE.search(before) or _QUALIFIED.search(before):
                continue
            since = max((i + 1 for i, f in enumerate(figures[:at]) if f.is_rate), default=0)
            yield from _judge(passage, rate, figures[since:at])


def _both_reached(text: str, first: ProseFigure, second: ProseFigure) -> bool:
    """Tell whether each clause tells what one owner spent: 省级资金支出183905万元；市县资金支出88746万元."""
    return (
        "；" in text[first.span[1] : second.span[0]]
        and _JUST_REACHED.search(text[max(0, first.span[0] - 8) : first.span[0]]) is not None
        and _JUST_REACHED.search(text[max(0, second.span[0] - 8) : second.span[0]]) is not None
    )


def _judge(passage: Passage, rate: ProseFigure, before: list[ProseFigure]) -> Iterator[Judgement]:
    text = passage.reading.folded
    usable = [
        f for f in before
        if f.sort is Sort.MEASURE and f.unit is not None and f.role in {Role.PLAIN, Role.TOTAL, Role.TARGET}
    ]  # fmt: skip
    within = text.rfind("其中", before[0].span[1] if before else 0, rate.span[0])
    inner = [f for f in usable if f.span[0] > within >= 0]
    if len(usable) > 2 and len(inner) == 2 and _PLANNED.search(text[within : inner[0].span[0]]):
        usable = inner  # 共516.7万元，其中县级预算260万元，到位260万元，到位率: the last two are one account
    only_two = len(usable) == 2
    if len(usable) > 2:
        wholes = [f for f in usable if f.role is Role.TOTAL]
        reaching = [
            f for f in usable if _JUST_REACHED.search(text[max(0, f.span[0] - 8) : f.span[0]])
        ]
        usable = wholes + reaching
    if len(usable) != 2:
        return
    whole, reached = usable
    if whole.kind != reached.kind or not (whole.exact and reached.exact) or whole.value <= 0:
        return
    stem = _STEM.search(text, max(0, rate.span[0] - 12), rate.span[0])
    if (stem is not None and stem[1] in _GRADED) and (
        any(f.kind == reached.kind and whole.span < f.span < reached.span for f in before)
        or _GRADE.search(text, max(0, whole.span[0] - 6), whole.span[0])
    ):
        return  # 优秀42家、良好66家、合格12家，优良率: of several grades together
    named = only_two and _is_of(text, whole, reached, rate)
    if not named and _both_reached(text, whole, reached):
        return
    if not (named or _REACHED.search(text[whole.span[1] : reached.span[0]])):
        return
    if "其中" in text[reached.span[1] : rate.span[0]]:
        return
    if "其中" in text[whole.span[1] : reached.span[0]] and not named:
        return
    if _NOT_REACHED.search(text[whole.span[1] : reached.span[0]]) and not re.search(
        r"[不未没]", text[reached.span[1] : rate.span[0]]
    ):
        return
    ratio = reached.interval.over(whole.interval)
    if ratio is None:
        return
    true = ratio.times(_HUNDRED)
    exact = quotient(reached.value * 100, whole.value)
    shown = f"{rounded(exact, rate.decimals):f}%"
    alike = reached.unit == whole.unit
    a, b = (bare(reached), bare(whole)) if alike else (reached.text, whole.text)
    yield Judgement(
        "rate",
        true.meets(rate.interval) or is_cut(rate, true),
        (Cited.of(passage, rate), Cited.of(passage, reached), Cited.of(passage, whole)),
        expected=shown,
        actual=rate.text,
        arithmetic=f"{a}÷{b}×100%＝{shown}",
        sureness=Sureness.LIKELY,
        details={"part": reached.text, "whole": whole.text},
    )


def _is_of(text: str, whole: ProseFigure, reached: ProseFigure, rate: ProseFigure) -> bool:
    """Tell whether the part says what the rate is named after: 其中满意186份，满意率93%."""
    stem = _STEM.search(text[reached.span[1] : rate.span[0]])
    return stem is not None and stem[1] in text[whole.span[1] : reached.span[0]]
