"""Amounts that a later sentence takes up again: 对结余的516万元, 追回违规补贴23.46万元, 各级资金5215.4万元已全部到位."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from govdocs.prose.explained import Amounts
from govdocs.prose.facts.again_in_full import again_in_full
from govdocs.prose.facts.near_same import of_another_time
from govdocs.prose.facts.siblings import of_different_things, of_each_and_of_all
from govdocs.prose.facts.told_twice import told_twice
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_one_account
from govdocs.prose.words.likeness import common_stretch, plain_label
from govdocs.prose.words.near_miss import one_slip_apart, telling_digits

_LEFT = r"(?:结余结转|结转结余|结转|结余|剩余|沉淀|闲置|未支出|未支付|未拨付|未使用|未下达|未执行|未到位|欠拨|尚未支付)"
_TAKEN_UP = re.compile(
    r"(?:对|把|将|就|针对|清理|盘活|收回|追回|追缴|追返|退回|退还|上缴|消化|统筹|督促|归还|整改|补拨|拨付|核销|收缴|问责)(?P<thing>[一-龥“”]{2,14}?)的?(?:资金|款项|金额|部分|共|计|合计|约)*$"
)
"""A verb that takes up what was told, and its name: 追回违规补贴, 对结余的."""
_THESE = re.compile(
    r"(?:上述|前述|以上|这(?:部分|笔)?|该(?:笔|部分)?)(?P<thing>[一-龥“”]{0,10})的?$"
)
_BEHIND = re.compile(
    rf" *的?(?:[一-龥“”]{{0,8}}?(?:资金|经费|款项?|补助|补贴))?(?P<thing>{_LEFT})(?:资金|款项|下年|至下年|到下年)*(?![一-龥]{{0,3}}\d)"
)
_OF_ALL = re.compile(r"全覆盖|全部(?:项目|纳入)|所有项目|全面覆盖|覆盖率(?:达到?|为)?100%")
_COVERED = re.compile(r"(?:涉及|涉及资金|资金|金额|预算)(?:总额|合计|共计|约|共|为|达)*$")
_PROJECTS = re.compile(r"项目(?:支出|经费|资金|预算)(?:预算|决算|安排|合计)*(?:为|共|共计|：|: )*$")
_ALL_DONE = re.compile(
    r"[，, ]*(?:资金|款项)?(?:均?已经?|现已|均|已于[^，。；]{1,12})?(?:全部|全额|足额|如数|一次性)+(?:按时|及时|按期|足额)?(?:到位|下达|拨付|支付|分配|拨入|收到|落实|拨至)"
)
_WHOLLY = re.compile(
    r"[，, ]*(?:资金|实际)?(?:[一-龥]{0,6}(?:到位|执行|支付|支出|拨付|完成|使用|下达)率(?:均?为|达到?|是|：)?|占(?P<whole>[一-龥“”]{2,20}?)(?:的|总额|总数|金额)*(?:比例|比重)?(?:为)?) *$"
)
_GENERAL = re.compile(
    r"违规|违纪|问题|虚报|多[报发付领]|套取|涉及|资金|款项|金额|项目|财政|支出额|总额|经费|合计|共计|其中|的"
)
_GIVEN = re.compile(r"安排|下达|预算|应|计划|投入|批复|需|总投资|核定|合同|资金|到位")
_TIMES = re.compile(
    r"上年|去年|上一年|历年|以前年度|往年|预计|计划于|拟|若|如果|每|分期|部分|另|以上|左右|首[批期]|第[一二三四五六]批"
)
_DIGITS = 4


def echoes(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge amounts that refer to one told before by its name, or to a whole that came in full."""
    yield from again_in_full(story, amounts)
    earlier: list[Told] = []
    named: defaultdict[str, list[Told]] = defaultdict(list)
    for sentence in story.sentences():
        for at, one in enumerate(sentence):
            if not _is_amount(one):
                continue
            following = sentence[at + 1] if at + 1 < len(sentence) else None
            yield from _again(one, named, amounts)
            yield from _in_full(one, following, earlier, amounts)
            yield from _covered(one, earlier, amounts)
        for one in sentence:
            if _is_amount(one):
                earlier.append(one)
                if name := _name(one):
                    named[name].append(one)


def _is_amount(one: Told) -> bool:
    return one.stated and not one.figure.counts and one.figure.number > 0


def _name(one: Told) -> str:
    """What an amount is called in its clause, without what any money is called."""
    return _GENERAL.sub("", plain_label(re.split(r"[，。；：、]", one.words)[-1]))


def _thing(one: Told) -> str:
    """What a sentence says that it takes up again; empty where it does not."""
    clause = re.split(r"[，。；：、]", one.words.rstrip())[-1]
    for pattern in (_TAKEN_UP, _THESE):
        found = pattern.search(clause)
        if found is not None:
            thing = _GENERAL.sub("", plain_label(found["thing"]))
            if len(thing) > 1:
                return thing
    behind = _BEHIND.match(one.passage.reading.folded, one.figure.span[1])
    return _GENERAL.sub("", behind["thing"]) if behind is not None else ""


def _again(one: Told, named: dict[str, list[Told]], amounts: Amounts) -> Iterator[Judgement]:
    thing = _thing(one)
    if not thing or _TIMES.search(one.words):
        return
    known = [other for other in named.get(thing, ()) if _can_be(one, other)]
    if not known:
        longer = [name for name in named if len(thing) > 2 and _within(thing, name)]
        known = [other for name in longer for other in named[name] if _can_be(one, other)]
    yield from _judged(one, known, thing, amounts)


def _within(thing: str, name: str) -> bool:
    """Tell whether a name holds all signs of another in their order: 违规补贴 of 违规领取补贴."""
    signs = iter(name)
    return len(name) <= 2 * len(thing) + 2 and all(sign in signs for sign in thing)


def _in_full(
    one: Told, following: Told | None, earlier: list[Told], amounts: Amounts
) -> Iterator[Judgement]:
    """资金N万元已全部到位, N万元，占项目支出的100%: N is a whole told before."""
    text, end = one.passage.reading.folded, one.figure.span[1]
    whole = ""
    if _ALL_DONE.match(text, end) is None:
        if following is None or not following.figure.is_rate or following.figure.number != 100:
            return
        found = _WHOLLY.fullmatch(text[end : following.figure.span[0]])
        if found is None:
            return
        whole = plain_label(found["whole"] or "")
    if _TIMES.search(one.words) or telling_digits(one.figure.value, one.figure.value) < _DIGITS - 1:
        return
    known = [
        other for other in earlier
        if _can_be(one, other)
        and (common_stretch(whole, plain_label(other.words)) > 1 if whole else _GIVEN.search(other.words))
    ]  # fmt: skip
    equal = [other for other in known if other.figure.value == one.figure.value]
    near = [other for other in known if one_slip_apart(other.figure.number, one.figure.number)]
    yield from _judged(one, equal or near, whole or "全部到位", amounts, fewest=_DIGITS - 1)


def _covered(one: Told, earlier: list[Told], amounts: Amounts) -> Iterator[Judgement]:
    """绩效目标管理全覆盖，涉及项目37个、资金N万元: N is what was told of all projects."""
    if not _COVERED.search(one.words) or _TIMES.search(one.words):
        return
    start, _ = one.passage.reading.layout.sentence_span(one.figure.sentence)
    if _OF_ALL.search(one.passage.reading.folded, start, one.figure.span[0]) is None:
        return
    known = [o for o in earlier if _PROJECTS.search(o.words) and _can_be(one, o)]
    yield from _judged(one, known, "全部项目资金", amounts, fewest=_DIGITS)


def _can_be(one: Told, other: Told) -> bool:
    a, b = one.figure, other.figure
    if a.unit != b.unit or a.decimals != b.decimals or a.subject != b.subject != "":
        return False
    if a.period and b.period and a.period.year < b.period.year:
        return False  # a later year may take up what an earlier one left
    if of_another_time(other) != of_another_time(one) or (one.owner and one.owner != other.owner):
        return False
    apart = of_different_things(one.passage, other.passage) or of_each_and_of_all(
        one.cited, other.cited
    )
    return not apart and of_one_account(one.cited, other.cited)


def _judged(
    one: Told, known: list[Told], thing: str, amounts: Amounts, fewest: int = 3
) -> Iterator[Judgement]:
    """Hold an amount against the one value that was told of the same: equal, or one slip away and alone."""
    equal = next((o for o in known if o.figure.value == one.figure.value), None)
    if equal is not None:
        yield told_twice(one, equal, thing, holds=True)
        return
    values = {other.figure.value for other in known}
    if len(values) != 1 or amounts.stated[one.figure.kind, one.figure.value] > 1:
        return
    other = known[-1]
    if telling_digits(one.figure.value, other.figure.value) < fewest:
        return
    if not one_slip_apart(one.figure.number, other.figure.number):
        return
    yield told_twice(one, other, thing, holds=False)
