"""Shares and rates of each owner's money, where the amount stands sentences before under its owner: 省财政, 省级, 自筹."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.model.units import MONEY
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.percentage_binding import STEM, is_done
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told

_LEVELS = (
    ("中央", re.compile(r"中央")),
    ("省", re.compile(r"省级|省本级|省财政|自治区级|自治区财政")),
    ("市县", re.compile(r"市县")),
    ("市", re.compile(r"市级|市本级|市财政|州级|州财政")),
    ("县", re.compile(r"县级|县本级|县财政|区级|区财政")),
    ("自筹", re.compile(r"自筹")),
    ("社会", re.compile(r"社会")),
    ("银行", re.compile(r"银行|贷款")),
)  # fmt: skip
_GIVEN = re.compile(r"下达|安排|投入|配套|资金|预算|筹|补助")
_NOT_GIVEN = re.compile(
    r"支出|支付|拨付|使用|执行|发放|兑付|报账|结余|结转|剩余|上年|去年|其中|人均|减少|增加"
)
_OF_OWNER = re.compile(
    r"^[，；、：]*(?:其中[，：]?)?(?P<name>[^，。；：\d占]{2,12})占(?:比)?(?:为|约|达)*$"
)
_WHOLE = re.compile(r"总投入|总投资|总额|总计|合计|共计|共|资金总|总规模")
_FAR = 8
_NEAR = 2
_MOST = 3


def by_owner(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What an owner gave by the whole told right before, or what was spent by what its owner gave."""
    if target.figure.role is Role.SHARE:
        yield from _share(story, target)
    elif (stem := STEM.search(target.words)) is not None:
        yield from _rate(story, target, stem["stem"])


def _levels(words: str) -> frozenset[str]:
    return frozenset(level for level, pattern in _LEVELS if pattern.search(words))


def _share(story: Story, target: Told) -> Iterator[Hypothesis]:
    """总投入20.38亿元，其中中央资金占73.70%，省级占23.65%: the amounts told before, each under its owner."""
    named = _OF_OWNER.match(target.words)
    owners = _levels(named["name"]) if named is not None else frozenset()
    sentence = sentence_of(story, target)
    earlier = sentence[: sentence.index(target)]
    while earlier and earlier[-1].figure.role is Role.SHARE:
        earlier.pop()
    if not owners or not earlier:
        return
    whole = earlier[-1]
    folded = target.passage.reading.folded
    if (
        whole.figure.kind != MONEY or not is_amount(whole) or not _WHOLE.search(whole.words)
        or "其中" not in folded[whole.figure.span[1] : target.figure.span[0]]
    ):  # fmt: skip
        return
    yield from (
        ratio_of(target, part, whole, doubt)
        for part, doubt in _given(story, whole, owners, _NEAR) or _given(story, whole, owners, _FAR)
        if part.figure.value < whole.figure.value
    )


def _rate(story: Story, target: Told, stem: str) -> Iterator[Hypothesis]:
    """省级资金支付46754万元，支付率97.00%: of what 省财政 gave, paragraphs before, in whatever unit."""
    sentence = sentence_of(story, target)
    earlier = sentence[: sentence.index(target)]
    if not earlier:
        return
    part = earlier[-1]
    owners = _levels(part.words)
    if (
        not owners or part.figure.kind != MONEY or not is_amount(part) or not stands_alone(part)
        or not is_done(part.words, stem) or target.figure.clause - part.figure.clause > 1
        or re.search(r"当年|当期|按期|及时|[不未]", part.words + target.words)
    ):  # fmt: skip
        return
    yield from (
        ratio_of(target, part, whole, doubt)
        for whole, doubt in _given(story, part, owners, _FAR)
        if whole.figure.value >= part.figure.value
    )


def _given(
    story: Story, one: Told, owners: frozenset[str], reach: int
) -> Sequence[tuple[Told, float]]:
    """What was told as given by just these owners, each value once, and how unsure each is."""
    found: dict[Decimal, Told] = {}
    for told in before(story, one, reach):
        if (
            kin(told.figure, one.figure) and stands_alone(told) and told.figure.depth == 0
            and owners <= _levels(told.words)
            and _GIVEN.search(told.words) and not _NOT_GIVEN.search(told.words)
        ):  # fmt: skip
            found.setdefault(told.figure.value, told)
    doubt = 0.02 if len(found) == 1 else 0.1
    return [(told, doubt) for told in found.values()] if len(found) <= _MOST else []
