"""One step from a beginning to an end: 由286300万元调减12400万元至273900万元; 新增4.2亿元，总支出由48.6亿元调整为52.8亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from govdocs.model.units import unit_of
from govdocs.prose.figure import Sort
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import quotient_percent
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.reckoning.signed_sums import signed_shown, signed_sum
from govdocs.prose.reckoning.statistics.written import written_at
from govdocs.prose.told import Story, Told

_FROM = re.compile(
    r"[由从][^，。；]{0,24}$|(?:年初|原|调整前)[^，。；]{0,8}(?:预算|计划|总投资|概算|目标)[^，。；]{0,4}$"
)
_UP = re.compile(
    r"(?:调增|增加|追加|核增|增长|新增|净增|增列|追增|上调|提高|扩大|增补|增)(?:了|资金|预算|支出|收入)*$"
)
_DOWN = re.compile(
    r"(?:调减|减少|压减|核减|削减|收回|调出|统筹|下调|降低|缩减|净减|追减|缩短|减|收回结余|收回存量)(?:了|资金|预算|支出|收入|结余|存量)*$"
)
_TO = re.compile(r"^[，、]?(?:调整|[增减降升提]|增加|减少)?(?:至|到|为|达到?)了?$")
_END = re.compile(
    r"(?:调整|变更|增加|减少|增|减|提高|降低|压减|追加|变动|调增|调减|扩大)(?:为|到|至)$"
)
_GIVEN = re.compile(
    r"(?:新增|追加|增加|增列|下达|争取|调增)[^，。；\d]{0,16}(?:债券|资金|转移支付|补助|指标|预算|支出|收入|额度|限额)?(?:为|共|共计)?$"
)
_RATE = re.compile(
    r"^[，、]?(?:调增|调减|增长|增幅|下降|降幅|压减|减少|增加|减幅)(?:率|幅度)?(?:为|达|约)*$"
)
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_RANGED = re.compile(
    rf"[由从][^，。；\d]{{0,24}}(?:20\d\d *年[^，。；\d]{{0,8}})?(?P<first>{_NUMBER}) *(?P<unit>[一-龥]{{1,3}}?)，?(?P<way>调增|调减|增加|减少|压减|核减|核增|追加|下调|上调|提高|降低|缩减|削减|新增|净增|净减)了?"
    rf"(?P<step>{_NUMBER}) *(?P=unit)，?(?:调整)?[至到](?P<end>{_NUMBER}) *(?P=unit)",
    re.ASCII,
)
"""至 between two numbers reads as a range: 由286300万元调减12400万元至273900万元."""
_SURE = 0.02
_LIKELY = 0.3


def by_steps(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every end with the beginning and the one change that stand right before it."""
    for number, paragraph in enumerate(story.told):
        yield from _written(story, number)
        for at in range(2, len(paragraph)):
            target = paragraph[at]
            if target.figure.sort is not Sort.MEASURE:
                continue
            if target.figure.is_rate:
                yield from _rate_of_step(paragraph, at)
                continue
            if not is_amount(target):
                continue
            one, other = paragraph[at - 2], paragraph[at - 1]
            if not _alike(one, target) or not _alike(other, target):
                continue
            if one.figure.sentence != target.figure.sentence:
                continue
            readings = list(_between(one, other, target)) or list(_before(paragraph, at))
            if readings:
                yield readings


def _written(story: Story, number: int) -> Iterator[Sequence[Hypothesis]]:
    passage = story.passages[number]
    for match in _RANGED.finditer(passage.reading.folded):
        unit = unit_of(match["unit"])
        if unit is None:
            continue
        first, step, end = (
            written_at(passage, number, match.start(name), match[name], unit)
            for name in ("first", "step", "end")
        )
        sign = 1 if _UP.search(match["way"]) else -1
        yield [_ends(end, first, (step,), (sign,), _SURE)]
        rate = next((t for t in story.told[number] if t.figure.span[0] > match.end()), None)
        if (
            rate is not None
            and rate.figure.is_rate
            and _RATE.match(rate.words.lstrip("0123456789.,"))
        ):
            yield [_of_beginning(rate, step, first)]


def _alike(one: Told, target: Told) -> bool:
    return is_amount(one) and kin(one.figure, target.figure)


def _between(first: Told, step: Told, target: Told) -> Iterator[Hypothesis]:
    """由A调减C至B: the change stands between both ends."""
    if not _FROM.search(first.words) or not _TO.match(target.words):
        return
    sign = _sign(step)
    if sign and target.figure.clause - first.figure.clause <= 1:
        yield _ends(target, first, (step,), (sign,), _SURE)


def _before(paragraph: Sequence[Told], at: int) -> Iterator[Hypothesis]:
    """追加C，（收回D，）预算由A调整为B: all changes that the sentence tells before its two ends."""
    target, first = paragraph[at], paragraph[at - 1]
    if not _END.search(target.words.rstrip("了")) or not _FROM.search(first.words):
        return
    steps: list[Told] = []
    signs: list[int] = []
    for told in reversed(paragraph[: at - 1]):
        if told.figure.sentence != target.figure.sentence or not _alike(told, target):
            break
        sign = _sign(told) or (1 if _GIVEN.search(told.words) else 0)
        if not sign or told.figure.depth:
            break
        steps.insert(0, told)
        signs.insert(0, sign)
    behind = paragraph[at + 1 : at + 2]
    is_told_behind = behind and _alike(behind[0], target) and _sign(behind[0])
    if steps and not is_told_behind:
        yield _ends(target, first, steps, signs, _LIKELY)


def _sign(told: Told) -> int:
    words = told.words.rstrip()
    return 1 if _UP.search(words) else -1 if _DOWN.search(words) else 0


def _ends(
    target: Told, first: Told, steps: Sequence[Told], signs: Sequence[int], doubt: float
) -> Hypothesis:
    return Hypothesis(
        target, (first, *steps), partial(signed_sum, signs=tuple(signs)), doubt,
        partial(signed_shown, signs=tuple(signs)),
    )  # fmt: skip


def _rate_of_step(paragraph: Sequence[Told], at: int) -> Iterator[Sequence[Hypothesis]]:
    """由A调减C至B，调减22.8%: the change in percent of the beginning."""
    if at < 3:
        return
    first, step, end, rate = paragraph[at - 3], paragraph[at - 2], paragraph[at - 1], paragraph[at]
    if (
        _alike(first, end) and _alike(step, end) and rate.figure.exact and is_amount(end)
        and _FROM.search(first.words) and _sign(step) and _TO.match(end.words)
        and _RATE.match(rate.words) and rate.figure.sentence == first.figure.sentence
    ):  # fmt: skip
        yield [_of_beginning(rate, step, first)]


def _of_beginning(rate: Told, step: Told, first: Told) -> Hypothesis:
    return Hypothesis(rate, (step, first), quotient_percent, _SURE, lambda t: f"{t[0]}÷{t[1]}×100%")
