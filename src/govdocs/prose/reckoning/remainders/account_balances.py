"""What a whole account leaves: 收入总计 less 支出总计; 年初结转 with income, less spending and what was set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told

_LEFT = re.compile(
    r"(?:结转(?:下年|和结余|结余)?|结余|滚存|下年|余额|结存|净结余|收支差额)(?:使用|支出|资金|继续使用|年度)*(?:为|达|约|是|共)*$"
)
_ALL_IN = re.compile(
    r"(?:收入|来源|可用(?:资金|财力)|筹集)[^，。；]{0,4}(?:总计|合计|总量|总额)|可用(?:资金|财力)|总收入"
)
_ALL_OUT = re.compile(r"支出[^，。；]{0,4}(?:总计|合计|总量|总额)|总支出|(?:全年|累计|共|实际)支出")
_IN = re.compile(
    r"(?:年初|上年|期初)[^，。；]{0,10}(?:结转|结余|结存|余额)|收入|(?:转移|上级|财政)[^，。；]{0,2}补助|转贷|调入|动用|追加|年初预算"
)
_OUT = re.compile(
    r"支出|结余分配|分配|上缴|上解|还本|安排[^，。；]{0,12}(?:基金|公积)|补充[^，。；]{0,12}基金|调出|提取|缴纳|收回|转入"
)
_TOTAL = re.compile(r"(?<!支出)(?:总计|合计|共计)(?:为|达)?$|总财力|可用财力|总收入$")
_ASIDE = re.compile(r"其中|占|比|较|增|减|上年(?:决算|执行|完成|收入|支出)|预算的")
_MOST = 12
_TRIED = 3


def account_balances(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every balance with the account of its paragraph: by its two totals, or by all that came in and went out."""
    for paragraph in story.told:
        for at, target in enumerate(paragraph):
            if not is_amount(target) or not _is_left(target):
                continue
            ahead = [
                t for t in paragraph[:at]
                if is_amount(t) and kin(t.figure, target.figure) and not t.figure.depth
            ]  # fmt: skip
            found = [*_by_totals(target, ahead), *_by_items(target, ahead)]
            if found:
                yield found


def _is_left(target: Told) -> bool:
    return (
        _LEFT.search(target.words) is not None
        and re.match(r"(?:年初|上年|期初)", target.words) is None
        and _ASIDE.search(target.words) is None
    )


def _by_totals(target: Told, ahead: Sequence[Told]) -> Iterator[Hypothesis]:
    incomes = [t for t in reversed(ahead) if _ALL_IN.search(t.words) and not _aside(t)]
    spendings = [t for t in reversed(ahead) if _ALL_OUT.search(t.words) and not _aside(t)]
    for one in incomes[:_TRIED]:
        for other in spendings[:_TRIED]:
            sure = (
                one is incomes[0] and other is spendings[0] and one.figure.span < other.figure.span
            )
            yield difference_of(target, one, other, 0.1 if sure else 3.0)


def _by_items(target: Told, ahead: Sequence[Told]) -> Iterator[Hypothesis]:
    """The account that ends in the target, back to the last item that came in before all that went out."""
    signs: list[int] = []
    items: list[Told] = []
    for told in reversed(ahead[-_MOST:]):
        sign = -1 if _OUT.search(told.words) else 1 if _IN.search(told.words) else 0
        if _opens(told, signs):
            yield _account(target, [told, *items], [1, *signs], 0.1)
            return
        if not sign or _aside(told) or _ALL_IN.search(told.words) or _ALL_OUT.search(told.words):
            if told.figure.sentence < target.figure.sentence:
                break
            if "其中" in told.words or _aside(told):
                continue
            break
        if sign < 0 and 1 in signs:
            break  # the spending of another account
        signs.insert(0, sign)
        items.insert(0, told)
        if len(items) > 2 and sign > 0 and -1 in signs:
            doubt = 0.2 if told.figure.sentence == target.figure.sentence else 1.0
            yield _account(target, items, signs, doubt)


def _opens(told: Told, signs: Sequence[int]) -> bool:
    """Tell whether a figure is all that came in, and every item behind it went out: 总计65060万元；支出…，调出…，还本…."""
    return (
        bool(signs) and 1 not in signs and not _aside(told)
        and (_ALL_IN.search(told.words) or _TOTAL.search(told.words)) is not None
    )  # fmt: skip


def _account(target: Told, items: Sequence[Told], signs: Sequence[int], doubt: float) -> Hypothesis:
    fixed = tuple(signs)
    return Hypothesis(
        target, tuple(items), partial(_sum, signs=fixed), doubt, partial(_shown, signs=fixed)
    )


def _aside(told: Told) -> bool:
    return _ASIDE.search(told.words) is not None


def _sum(values: Sequence[Interval], *, signs: tuple[int, ...]) -> Interval | None:
    total = Interval.total(v for v, sign in zip(values, signs, strict=True) if sign > 0)
    return total.minus(Interval.total(v for v, sign in zip(values, signs, strict=True) if sign < 0))


def _shown(texts: Sequence[str], *, signs: tuple[int, ...]) -> str:
    line = texts[0]
    for text, sign in zip(texts[1:], signs[1:], strict=True):
        line += ("＋" if sign > 0 else "－") + text
    return line
