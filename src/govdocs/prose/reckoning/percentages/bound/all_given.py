"""Rates of all that was spent by all that was given, told paragraphs before: 总体执行率95.81%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.bearers import is_head
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import before, is_amount, kin, stands_alone
from govdocs.prose.told import Story, Told

_RATE = re.compile(
    r"(?:执行|支付|支出|拨付|使用|到位|兑付|发放|报账)(?:率|进度|比例)(?:仅|只有|为|是|达到?|约|：| )*$"
)
_ALL = re.compile(r"(?:总体?|整体|综合|累计|全部)(?:预算|资金)?(?:执行|支付|支出|拨付|使用|到位)")
_SPENT = re.compile(r"支出|支付|拨付|执行|使用|发放|兑付|到位|报账")
_GIVEN = re.compile(r"资金|预算|下达|安排|到位|投入|投资|批复|合计|总额")
_NOT_GIVEN = re.compile(r"支出|支付|拨付|使用|结余|结转|剩余|发放|报账|上年|去年")
_FAR = 12
_MOST = 4


def of_all_given(story: Story, target: Told) -> Iterator[Hypothesis]:
    """What was spent in all, by each amount that was given; totals that say so first, then those that no level of government gave."""
    if not _RATE.search(target.words):
        return
    spent = [
        t for t in before(story, target, 0)
        if t.figure.sentence == target.figure.sentence and target.figure.clause - t.figure.clause <= 1
    ]  # fmt: skip
    if not spent or not _SPENT.search(spent[0].words) or spent[0].owner:
        return
    part = spent[0]
    if part.figure.role is Role.DIFFERENCE or "其中" in part.words:
        return
    found: dict[Decimal, Told] = {}
    for one in before(story, part, _FAR):
        if (
            kin(one.figure, part.figure) and stands_alone(one) and is_head(one) and is_amount(one)
            and one.figure.value >= part.figure.value
            and _GIVEN.search(one.words) and not _NOT_GIVEN.search(one.words)
        ):  # fmt: skip
            found.setdefault(one.figure.value, one)
    wholes = sorted(found.values(), key=lambda t: (t.figure.role is not Role.TOTAL, t.owner != ""))[
        :_MOST
    ]
    sure = _ALL.search(target.words) is not None and len(wholes) == 1
    for whole in wholes:
        yield ratio_of(target, part, whole, 0.05 if sure else 0.3)
