"""Rests bound by a name or a rate: 执行38.4万元, 执行率60%, 余下的25.6万元; 应付…已付…尚应支付…; 361次达标, 4次超标."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of, stands_alone
from govdocs.prose.reckoning.remainders.differences import difference_of
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

_REST = re.compile(r"余下|其余|剩余|差额|尚未|尚有|尚欠|未(?:支付|支出|拨付|执行|兑付|使用)|缺口")
_DUE = re.compile(r"(?:尚|还|仍)(?:需|应|须|欠|待)?(?:支|拨|补|缴|收|付|退|还)")
_OWED = re.compile(r"应[支拨补缴收付退还发]|核定|结算|审定|合同")
_PAID = re.compile(r"已|预付|预拨|实付|实拨|实收|支付|拨付")
_ROOM = re.compile(r"空间|余量|额度")
_LIMIT = re.compile(r"限额|限定|上限|指标|红线|额度|预算")
_CHANGE = re.compile(r"(?:增加|减少|追加|追减|核增|核减|调增|调减|多出|少)了?的[^，。；]{0,4}$")
_FAILED = re.compile(
    r" *(?:超标|不合格|不达标|未达标|未通过|不符合|未整改|未完成|未办结|失败|逾期)"
)
_OTHER_TIME = re.compile(r"上年|去年|年初|同期|比|较")
_NAME = 3
_HUNDRED = Decimal(100)


def rests(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every rest with the amounts that its words, its rate or the name of what is left bind it to."""
    for paragraph in story.told:
        for target in paragraph:
            if not is_amount(target) or _OTHER_TIME.search(target.words):
                continue
            found = list(_bound(story, target))
            if found:
                yield [*found, *_any_other(story, target)]


def _bound(story: Story, target: Told) -> Iterator[Hypothesis]:
    sentence = sentence_of(story, target)
    ahead = sentence[: sentence.index(target)]
    own = [t for t in ahead if is_amount(t) and kin(t.figure, target.figure) and stands_alone(t)]
    if _FAILED.match(target.passage.reading.folded[target.figure.span[1] :]) and len(own) > 1:
        alike = [t for t in own if t.figure.unit == target.figure.unit]
        if len(alike) == 2 and not target.words.strip("，、；"):
            yield difference_of(target, alike[0], alike[1], 0.1)
    if _ROOM.search(target.words):
        kept = [t for t in ahead if t.figure.kind == target.figure.kind][-2:]
        if len(kept) == 2 and _LIMIT.search(kept[1].words):
            yield difference_of(target, kept[1], kept[0], 0.1)
    if _CHANGE.search(target.words) and len(own) > 1:
        yield difference_of(target, own[-2], own[-1], 0.1)
    if _REST.search(target.words) and own:
        yield from _by_its_rate(target, ahead, own[-1])
        yield from _by_name(story, target, own[-1])
    if _DUE.search(target.words):
        near = [t for t in before(story, target, 1) if kin(t.figure, target.figure)][:6]
        paid = next((t for t in near if _PAID.search(t.words)), None)
        owed = next((t for t in near if _OWED.search(t.words) and t is not paid), None)
        if paid is not None and owed is not None and paid.figure.value < owed.figure.value:
            yield difference_of(target, owed, paid, 0.1)


def _by_its_rate(target: Told, ahead: Sequence[Told], spent: Told) -> Iterator[Hypothesis]:
    """What is left where only what was spent and its rate are told."""
    at = ahead.index(spent) + 1
    if at >= len(ahead) or not re.search(r"[余未]", target.words):
        return
    rate = ahead[at]
    is_own = rate.figure.role is Role.SHARE or (
        rate.figure.role is Role.PLAIN and "率" in rate.words
    )
    if is_own and rate.figure.is_rate and 0 < rate.figure.value < _HUNDRED:
        yield Hypothesis(target, (spent, rate), _left, 0.1, lambda t: f"{t[0]}÷{t[1]}－{t[0]}")


def _left(values: Sequence[Interval]) -> Interval | None:
    spent, rate = values
    whole = spent.scaled(_HUNDRED).over(rate)
    return None if whole is None else whole.minus(spent)


def _by_name(story: Story, target: Told, last: Told) -> Iterator[Hypothesis]:
    """直补资金231.00万元。…… 直补资金支出230.10万元，差额0.90万元: the other amount has the same name."""
    name = plain_label(last.words)
    if len(name) < _NAME:
        return
    for told in before(story, last, 2):
        if told.figure.kind != target.figure.kind or not stands_alone(told):
            continue
        label = plain_label(told.words)
        if common_stretch(name, label) >= min(_NAME, len(label)) > 1:
            if told.figure.value > last.figure.value:
                yield difference_of(target, told, last, 0.1)
            return


def _any_other(story: Story, target: Told) -> Iterator[Hypothesis]:
    """Differences of any amounts near: they only explain."""
    near = [t for t in before(story, target, 1) if kin(t.figure, target.figure)][:6]
    for one, other in combinations(near, 2):
        yield difference_of(target, one, other, 5.0)
