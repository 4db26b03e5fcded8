"""Totals told after what they add up: 甲、乙相加为…, 总计完成…, 两批合计…, 中央和省级资金共…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of, stands_alone
from govdocs.prose.reckoning.remainders.differences import is_difference
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told
from govdocs.prose.words.added_up import has_moved
from govdocs.prose.words.numerals import chinese_number

_SUM = re.compile(
    r"(?:共计|合计|总计|总共|小计|相加|加总|之和|累计|(?<!公|一)共)(?P<act>[一-龥]{0,6}?)(?:为|达到|达|是|约| |，)*$"
)
_HOW_MANY = re.compile(
    r"(?P<n>[两二三四五六七八九十])(?:项|笔|批|类|部分|年|个|者|期|次|渠道)[^，。；\d]{0,12}$"
)
_ACTS = ("完成", "支出", "支付", "拨付", "下达", "到位", "扣", "发放", "整改", "兑付", "收入")
_NAMES = re.compile(
    r"(?P<names>[一-龥]{2,10}(?:、[一-龥]{2,10})*[和与及][一-龥]{2,10}?)(?:资金|支出|收入|两[项级类]|的)?(?:共计?|合计|总计)(?:为|达|约)*$"
)
_APART = re.compile(r"上年|去年|同期|比|较|目标|计划")
_MOST = 12


def summed_up(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every total with the amounts right before it that its words call its parts."""
    for paragraph in story.told:
        for total in paragraph:
            if not is_amount(total) or _SUM.search(_words(total)) is None:
                continue
            if total.words.lstrip("，、；").startswith("其中"):
                continue  # 2022年800万元、2023年900万元，其中设备共1200万元: a part of both
            named = _by_names(story, total)
            if named:
                yield [plus(total, named, 0.05)]
                continue
            found = [r for r in _readings(story, total) if len(r.operands) > 1]
            if found:
                yield found


def _words(total: Told) -> str:
    """The words before the total, back over a comma: …相加，为8万元."""
    start = max(0, total.figure.span[0] - len(total.words) - 8)
    text = total.passage.reading.folded[start : total.figure.span[0]]
    return total.words if len(total.words) > 2 else re.split(r"[。；\d]", text)[-1]


def _readings(story: Story, total: Told) -> Iterator[Hypothesis]:
    sentence = sentence_of(story, total)
    words = _words(total)
    act = next((a for a in _ACTS if a in words), "")
    ahead = [
        t for t in sentence[: sentence.index(total)]
        if is_amount(t) and kin(t.figure, total.figure) and stands_alone(t)
        and not _is_apart(t, act) and not has_moved(t)
    ]  # fmt: skip
    same = [t for t in ahead if act and act in t.words]
    if len(same) > 1:
        ahead = same
    level = _collapsed(ahead, total)
    count = _how_many(words)
    if count is not None and len(level) < count:
        level = _ends_before(story, total, count)
        if len(level) == count:
            yield plus(total, level, 0.1)
        return
    if count is not None:
        yield plus(total, level[-count:], 0.08)
    elif len(level) > 1:
        yield plus(total, level[-_MOST:], 0.1)
    for size in range(2, min(len(ahead), _MOST)):
        yield plus(total, ahead[-size:], 3.0)
    for size in range(2, min(len(level), _MOST)):
        yield plus(total, level[-size:], 3.0)


def _is_apart(told: Told, act: str) -> bool:
    """Tell whether a figure is no part by its words; 未完成计划扣2分 is one of what 合计扣 adds up."""
    if act and told.words.endswith(act):
        return False
    return is_difference(told) or _APART.search(told.words) is not None


def _collapsed(ahead: Sequence[Told], total: Told) -> list[Told]:
    """The amounts without those that a figure before them is made of, and without deeper brackets."""
    least = min((t.figure.depth for t in ahead), default=0)
    kept: list[Told] = []
    at = 0
    level = [t for t in ahead if t.figure.depth <= max(least, total.figure.depth)]
    while at < len(level):
        kept.append(level[at])
        at += 1
        for end in range(len(level), at + 1, -1):
            parts = Interval.total(t.figure.interval for t in level[at:end])
            if "其中" in level[at].words and parts.meets(kept[-1].figure.interval):
                at = end
                break
    return kept


def _how_many(words: str) -> int | None:
    found = _HOW_MANY.search(words)
    number = chinese_number(found["n"]) if found else None
    return int(number) if number is not None else None


def _ends_before(story: Story, total: Told, count: int) -> list[Told]:
    """The last amount of each of the ``count`` sentences before, where each ends in one of the total's kind."""
    found: list[Told] = []
    for back in range(count, 0, -1):
        number = total.figure.sentence - back
        own = [
            t for t in story.told[total.number]
            if t.figure.sentence == number and is_amount(t) and t.figure.kind == total.figure.kind
        ]  # fmt: skip
        if own:
            found.append(own[-1])
    return found


def _by_names(story: Story, total: Told) -> list[Told]:
    """中央和省级资金共7.2亿元: the last amount told under each of the names."""
    match = _NAMES.search(total.words)
    if match is None:
        return []
    found: list[Told] = []
    before = [t for t in story.before(total, 1) if is_amount(t) and kin(t.figure, total.figure)]
    for name in re.split(r"[、和与及]", match["names"]):
        own = [t for t in before if name[:2] in t.words and t not in found]
        if not own:
            return []
        found.append(own[0])
    return found
