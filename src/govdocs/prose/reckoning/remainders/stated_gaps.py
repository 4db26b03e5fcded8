"""Gaps whose sentence names both sides by its build: 由570元提高到625元, 提高55元; 超目标（515.8公里）0.4公里."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told

_FROM = re.compile(r"[由从][^，。；]{0,12}$")
_TO = re.compile(r"(?:提高|增加|上调|提升|增长|下调|降低|减少|压减|调整|下降|降)(?:到|至|为)$")
_BY = re.compile(
    r"^[，、（(]?(?:每[^，。；\d]{1,6})?(?:提高|增加|上调|提升|增长|下调|降低|减少|压减|下降|调增|调减|净增|净减)了?$"
)
_AIM = re.compile(
    r"(?:超|超额|超出|超过|[高多低少]于|[较比])(?:完成)?(?:年度|年初)?(?:绩效)?(?:目标|计划|任务|预期|指标)[值数]? *[（(]$"
)
_BEYOND = re.compile(r"^[）)](?:超|多|少|高|低|超出|高出|超额)?$")
_UNDONE = re.compile(
    r"^[，、；]?(?:尚有?|仍有?|还有?)?未(?:完工|完成|开工|竣工|验收|办结|整改|投用|建成|实施)(?:的|有)?$"
)
_DUE = re.compile(r"计划|任务|目标|应[^，。；]{1,4}$")
_SHORT = re.compile(
    r"(?:脱|漏|缺|欠|短|停|误|空)[班收付缴补发装编员报检岗额运少]?|少[拨付收支发建种开]|未(?:发|执行|兑现|开行|到岗|参加|采集)[^，。；\d]{0,4}|空缺|空岗|缺勤|缺额|流失|短缺"
)
_OVER = re.compile(
    r"^[，、（(]?(?:已|共|实际)?超(?:出|过)?(?P<limit>概算|预算|计划|限额|核定|编制)(?:投资|金额|人数|数)?(?:为|达|了)?$"
)
_STILL = re.compile(r"(?:在册|在管|在矫|在院|在园|在库|在保|在养|现有|现存|尚存)[^，。；\d]{0,6}$")
_CAME = re.compile(r"累计[^，。；\d]{0,4}(?:接收|接纳|入|新增|登记|收治|受理|收)")
_WENT = re.compile(
    r"累计[^，。；\d]{0,4}(?:解除|退出|出院|出库|注销|终止|释放|核减|办结|迁出|解矫|销)"
)
_MISSING = re.compile(r"(?P<name>[一-龥]{2,4})缺口(?:资金)?(?:为|达|约)?$")
_PLANNED = re.compile(r"计划|应[到筹配]|承诺|概算|需")
_ARRIVED = re.compile(r"到位|落实|筹集|筹措")
_DOUBT = 0.1
_CLAUSES = 2
_OTHERS = 6


def stated_gaps(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every gap with the two sides that stand where its wording wants them."""
    for paragraph in story.told:
        for at, target in enumerate(paragraph):
            if target.figure.sort is not Sort.MEASURE or target.figure.is_rate:
                continue
            found = _sides(story, paragraph, at)
            if found is None or not kin(found[0].figure, target.figure):
                continue
            near = [
                t for t in story.before(target, 0) if is_amount(t) and kin(t.figure, target.figure)
            ]
            others = [
                difference_of(target, one, other, 5.0)
                for one, other in combinations(near[:_OTHERS], 2)
                if {one, other} != set(found) and not _BY.search(target.words)
            ]
            yield [_between(target, *found), *others]


def _sides(story: Story, paragraph: Sequence[Told], at: int) -> tuple[Told, Told] | None:
    target = paragraph[at]
    missing = _MISSING.search(target.words)
    if missing is not None:
        return _planned_and_arrived(story, target, missing["name"])
    if at < 2:
        return None
    if _UNDONE.search(target.words):
        return _done_and_due(paragraph, at)
    if _SHORT.search(target.words[-6:]):
        return _due_and_done(paragraph, at)
    over = _OVER.search(target.words)
    if over is not None:
        return _limit_and_real(paragraph, at, over["limit"])
    first, second = paragraph[at - 2], paragraph[at - 1]
    fits: object
    if not _alike(first.figure, second.figure) or first.figure.sentence != target.figure.sentence:
        return None
    if _BY.search(target.words):
        fits = _FROM.search(first.words) and _TO.search(second.words.rstrip("了"))
    elif _BEYOND.search(target.words):
        fits = _AIM.search(second.words)
    else:
        fits = (
            target.figure.counts and _STILL.search(target.words)
            and _CAME.search(first.words) and _WENT.search(second.words)
        )  # fmt: skip
    return (first, second) if fits else None


def _alike(one: ProseFigure, other: ProseFigure) -> bool:
    return one.sort is other.sort is Sort.MEASURE and one.kind == other.kind and not one.is_rate


def _done_and_due(paragraph: Sequence[Told], at: int) -> tuple[Told, Told] | None:
    """完工82座，占计划86座的95.35%，未完工4座: the only two counts of the sentence, one of them due."""
    target = paragraph[at]
    alike = [
        t for t in paragraph
        if t is not target and t.figure.unit == target.figure.unit
        and t.figure.sentence == target.figure.sentence
    ]  # fmt: skip
    if len(alike) != 2 or not all(
        is_amount(t) and t.figure.span < target.figure.span for t in alike
    ):
        return None
    due = [t for t in alike if _DUE.search(t.words)]
    return (alike[0], alike[1]) if len(due) == 1 else None


def _due_and_done(paragraph: Sequence[Told], at: int) -> tuple[Told, Told] | None:
    """计划发车1642800班次，实际发车1601236班次，兑现率97.47%，脱班41564班次: the last two of the kind, the first of them due."""
    target = paragraph[at]
    alike = [
        t for t in paragraph[:at]
        if t.figure.kind == target.figure.kind and t.figure.sentence == target.figure.sentence
        and is_amount(t)
    ][-2:]  # fmt: skip
    if len(alike) != 2 or target.figure.clause - alike[1].figure.clause > _CLAUSES:
        return None
    due, done = alike
    fits = re.search(r"计划|目标|任务|应|需|核定|编制", due.words)
    told = re.search(r"实|已|完成|到位|在岗|仅", done.words)
    return (due, done) if fits and told and done.figure.value < due.figure.value else None


def _limit_and_real(paragraph: Sequence[Told], at: int, limit: str) -> tuple[Told, Told] | None:
    """概算8400万元，实际完成投资9266万元，超概算866万元: the last two of the kind, the first of them that limit."""
    target = paragraph[at]
    alike = [
        t for t in paragraph[:at]
        if t.figure.kind == target.figure.kind and t.figure.sentence == target.figure.sentence
        and is_amount(t)
    ][-2:]  # fmt: skip
    if len(alike) != 2 or target.figure.clause - alike[1].figure.clause > _CLAUSES:
        return None
    due, done = alike
    between = paragraph[paragraph.index(done) + 1 : at]
    if not all(t.figure.is_rate for t in between):
        return None  # 其中2个项目超概算: of some of them only
    fits = limit in due.words and re.search(r"实|完成|结算|决算|支出", done.words)
    return (due, done) if fits and done.figure.value > due.figure.value else None


def _planned_and_arrived(story: Story, target: Told, name: str) -> tuple[Told, Told] | None:
    """计划19600万元，实际到位18520万元, told anywhere before under the name of what is missing."""
    found: dict[object, tuple[Told, Told]] = {}
    for paragraph in story.told[: target.number + 1]:
        for one, other in pairwise(paragraph):
            if (
                one.figure.sentence == other.figure.sentence
                and is_amount(one) and is_amount(other)
                and kin(one.figure, other.figure) and kin(one.figure, target.figure)
                and name in one.words and _PLANNED.search(one.words)
                and _ARRIVED.search(other.words) and other.figure.value < one.figure.value
                and (other.number, other.figure.span) < (target.number, target.figure.span)
            ):  # fmt: skip
                found[(one.figure.value, other.figure.value)] = (one, other)
    return next(iter(found.values())) if len(found) == 1 else None


def _between(target: Told, one: Told, other: Told) -> Hypothesis:
    """The gap; to the last digit where all three are printed alike, as standards and goals are."""
    figures = (target.figure, one.figure, other.figure)
    alike = len({(f.unit, f.decimals) for f in figures}) == 1
    is_exact = alike and (target.figure.kind != "人民币" or target.figure.ulp == 1)
    if not is_exact:
        return difference_of(target, one, other, _DOUBT)
    larger, smaller = (one, other) if one.figure.value >= other.figure.value else (other, one)
    return Hypothesis(target, (larger, smaller), _exactly, _DOUBT, "－".join)


def _exactly(values: Sequence[Interval]) -> Interval | None:
    larger, smaller = ((value.low + value.high) / 2 for value in values)
    return Interval.exact(larger - smaller)
