"""Percentages whose two figures the words name for certain, though other figures stand between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.names_in_order import name_in_order
from govdocs.prose.reckoning.percentages.in_rows.whole_by_sum import whole_by_sum
from govdocs.prose.reckoning.percentages.quotients import quotient_percent, ratio_of
from govdocs.prose.reckoning.reach import before, is_amount, kin, stands_alone
from govdocs.prose.reckoning.remainders.differences import is_difference
from govdocs.prose.told import OWNER, Story, Told
from govdocs.prose.words.likeness import common_stretch, plain_label

SURE = 0.02
"""Up to this doubt a reading is not given up for a pair of figures that fits by chance."""
_WITHIN = re.compile(
    r"^[^。；\d]{0,6}?(?:在|从)?(?P<whole>[^，。；：\d（）()其]{2,16}?)"
    r"(?:[之当]?中(?![央心国小学期标介医])|内(?!容|部|外))[，：]?"
)
_ACTS = re.compile(
    r"安排|下达|配套|预算|到位|投入|计划|目标|任务|执行|支出|支付|拨付|使用|完成|兑付|发放|共|数|额|全年|项目|应|需|批复|财政|资金"
)
STEM = re.compile(
    r"(?P<stem>[一-龥]{2,4})(?:率|比例|进度)(?:仅|只有|只|均|已|为|是|达到|达|：|（[^）]*）| )*$"
)
_SPENT = re.compile(r"支出|支付|拨付|执行|使用|发放|兑付|报账|付")
_SPENT_STEM = re.compile(r"(?:支出|支付|拨付|执行|使用|发放|兑付|报账|付款|报销|资金)$")
_UNDONE = re.compile(
    r"(?:未|没有|尚未|欠|不)(?P<act>合格|达标|满意|优良|通过|到位|支付|拨付|执行|使用|完成|支出|整改|发放|落实|缴|收回)"
)
_FAULTS = re.compile(
    r"(?:差错|错误|出错|问题|违规|不合格|缺陷|故障|超标|退货|投诉|漏报|误报|虚报|不符|逾期|违约|缺失|不满意|发生|失效|损坏|流失|核查|抽查|抽检|检查|抽样)(?:率|比例)"
)
_TAKEN_OFF = re.compile(r"(?:去除|削减|[审核]减|压减|减排|节约|节支|节能|损耗|降低|下浮)率")
_COUNTED = re.compile(r"(?:人口|人数|户数|资金|面积|数量|金额|数|额)$")
_AGAIN = re.compile(r"^[、，和及 ]*占")
"""One more share of the amount that the share before it was of."""
_MONEY = re.compile(r"(?:资金|金额|总额|总数|数|额)$")
_REACH = 6
_FAR = 12
_MOST = 2


def bound_readings(story: Story, target: Told, sentence: Sequence[Told]) -> Iterator[Hypothesis]:
    """The readings of a share or rate by names, owners and sums of what stands beside it."""
    part = _part(target, sentence)
    if part is None:
        return
    yield from _undone(story, target, part)
    whole = whole_by_sum(story, target, part) if _may_be_summed(target, part) else None
    if whole is not None and _is_called(whole, target):
        yield ratio_of(target, part, whole, SURE)
    if "占" in target.words:
        yield from _called(story, target, part)
        yield from _within(story, target, part)
    elif STEM.search(target.words):
        yield from _of_subject(story, target, part)
        yield from _taken_off(target, part, sentence)
        yield from _of_faults(target, part, sentence)


def _part(target: Told, sentence: Sequence[Told]) -> Told | None:
    """The amount told right before the percentage, or the one that the words before 占 name.

    None where another percentage stands between; what stands in brackets behind an amount is passed over.
    """
    outside = [t for t in sentence if t.figure.depth <= target.figure.depth]
    if target.figure.depth > 0 and sentence:
        outside = list(sentence)
    if _AGAIN.match(target.words):
        while outside and outside[-1].figure.is_rate and "占" in outside[-1].words:
            outside.pop()
    if not outside or not is_amount(outside[-1]):
        return None
    last = outside[-1]
    if target.figure.role is Role.SHARE:
        subject, of, _ = target.words.rpartition("占")
        name = plain_label(subject if of else re.sub(r"(?:比例|比重).*", "", target.words))
        whole = _says_whole(target, last)
        if whole and len(outside) > 1 and is_amount(outside[-2]):
            return outside[-2]
        if len(name) > 1 and (of or not STEM.search(target.words)):
            return _named(name, OWNER.search(name), outside)
    if len(outside) > 1 and not last.words and outside[-2].figure.span[1] == last.figure.span[0]:
        # 320户1100人，占农户的25%: the count whose unit the whole's name has.
        pair = [t for t in outside[-2:] if t.figure.kind in target.words and is_amount(t)]
        if len(pair) != 1:
            return None
        last = pair[0]
    if target.figure.clause - last.figure.clause > 2:
        return None
    between = target.passage.reading.folded[last.figure.span[1] : target.figure.span[0]]
    other = "；" if target.figure.role is Role.SHARE else "；|目标|计划|上年|去年"
    return None if re.search(other, between) else last


def _named(name: str, owner: re.Match[str] | None, told: Sequence[Told]) -> Told | None:
    """The one amount that a share is named after: 中央资金占比 after 中央财政9.45亿元."""
    core = _COUNTED.sub("", name)
    if len(core) < 2:
        return None
    called = ""
    alike: list[Told] = []
    for at, one in enumerate(told):
        # 迁出1860户6309人: the second count is called as the first.
        runs_on = at > 0 and not one.words and told[at - 1].figure.span[1] == one.figure.span[0]
        called = called if runs_on else plain_label(one.named)
        if is_amount(one) and (one.owner == owner[0] if owner else _bears(called, core)):
            alike.append(one)
    if "人" in name:
        alike = [t for t in alike if t.figure.kind in {"人", "名"}]
    return alike[0] if len(alike) == 1 else None


def _bears(called: str, core: str) -> bool:
    """Tell whether a name has ``core`` in it, and not its contrary: 非税收入 is no 税收."""
    return re.search(rf"(?<![非未不]){re.escape(core)}", called) is not None


def _may_be_summed(target: Told, part: Told) -> bool:
    """Tell whether a percentage says what part of a whole its amount is, and is no score's rate."""
    if is_difference(part) or part.figure.kind == "分":
        return False
    if target.figure.role is Role.SHARE:
        return "占" in target.words
    stem = STEM.search(target.words)
    if stem is not None:
        return is_done(part.words, stem["stem"])
    return target.figure.depth > part.figure.depth and not re.search(r"[一-龥]", target.words)


def _is_called(whole: Told, target: Told) -> bool:
    """Tell whether a whole bears the name that the words behind 占 give it, if any."""
    label = plain_label(
        re.sub(r"^(?:占比?|的?比[例重])|[的为]$", "", target.words[target.words.rfind("占") :])
    )
    called = plain_label(whole.named)
    if "占" not in target.words or len(label) < 2 or len(called) < 2:
        return True
    return common_stretch(label, called) > 1


def _wholes(story: Story, part: Told, reach: int, until: Told | None = None) -> list[Told]:
    """What a part may be of: larger amounts told before it, the nearest first."""
    return [
        t for t in before(story, until or part, reach)
        if t is not part and kin(t.figure, part.figure) and stands_alone(t) and t.figure.value > part.figure.value
    ]  # fmt: skip


def _nearest_values(told: Sequence[Told]) -> list[Told]:
    found: list[Told] = []
    for one in told:
        if all(one.figure.value != other.figure.value for other in found):
            found.append(one)
    return found


def _called(story: Story, target: Told, part: Told) -> Iterator[Hypothesis]:
    """占计划资金的88%: the one amount whose name says just that, with least besides."""
    label = plain_label(re.sub(r"^.*占比?|的?(?:比[例重])?[为达到]*$|的$", "", target.words))
    core = _MONEY.sub("", label)
    core = core if len(core) > 1 else label
    if len(core) < 2:
        return
    told = _wholes(story, part, _FAR, target)
    named = [
        (t, len(name) - len(core)) for t in told
        if _says(name := name_in_order(story, t), core)
    ] or [
        # 抽查6家卫生院支出1026万元: a count stands within the name.
        (t, 0) for t in told
        if t.number == part.number and core in _clause(t)
    ]  # fmt: skip
    least = min((more for _, more in named), default=_FAR)
    values = _nearest_values([t for t, more in named if more == least])
    if len(values) == 1 and least <= len(core):
        yield ratio_of(target, part, values[0], SURE if len(core) > 3 or least == 0 else 0.08)


def _clause(told: Told) -> str:
    reading = told.passage.reading
    start = reading.layout.clause_starts[told.figure.clause]
    return plain_label(reading.folded[start : told.figure.span[0]])


def _says_whole(target: Told, last: Told) -> bool:
    """余额58.30亿元，限额62.00亿元，占限额的94%: what stands last is the whole itself."""
    label = plain_label(re.sub(r"^.*占|的$", "", target.words))
    return "占" in target.words and len(label) > 1 and plain_label(last.words).endswith(label)


def _says(name: str, core: str) -> bool:
    """Tell whether a name has the characters of ``core`` in their order: 计划安排资金 says 计划资金."""
    rest = iter(name)
    return all(sign in rest for sign in core)


def _within(story: Story, target: Told, part: Told) -> Iterator[Hypothesis]:
    """支出中：甲6279万元，占35%: the whole is what the head of the sentence names."""
    if re.sub(r"占|比|重|例|为|约|到|达", "", plain_label(target.words)):
        return
    start, _ = target.passage.reading.layout.sentence_span(target.figure.sentence)
    head = target.passage.reading.folded[start : part.figure.span[0]]
    found = _WITHIN.search(head)
    if found is None:
        return
    label = plain_label(found["whole"])
    if len(label) < 2:
        return
    named = [
        t for t in _wholes(story, part, _FAR) if _ends_alike(name_in_order(story, t), label)
    ]  # fmt: skip
    for whole in _nearest_values(named)[:1]:
        yield ratio_of(target, part, whole, SURE)


def _ends_alike(called: str, label: str) -> bool:
    return len(called) > 1 and (
        called.endswith(label) or (len(called) > 3 and label.endswith(called))
    )


def _of_subject(story: Story, target: Told, part: Told) -> Iterator[Hypothesis]:
    """省级资金执行172.80万元，执行率96%: of what was given under the same name or by the same owner."""
    stem = STEM.search(target.words)
    if stem is None or not is_done(part.words, stem["stem"]):
        return
    if re.search(r"当年|当期|一次|首次|按期|按时|及时", target.words):
        return  # of some of it only
    wholes = _wholes(story, part, _REACH if part.owner else _FAR)
    subject = _subject(part.words, stem["stem"])
    if part.owner:
        named = [t for t in wholes if t.owner == part.owner and not _SPENT.search(t.words)]
    elif len(subject) > 1:
        named = [t for t in wholes if _ends_alike(_subject(t.named, stem["stem"]), subject)]
    else:
        return
    values = _nearest_values(named)
    if len(values) == 1:
        yield ratio_of(target, part, values[0], SURE if part.owner else 0.08)
    elif 1 < len(values) <= _MOST:
        for whole in values:
            yield ratio_of(target, part, whole, 0.3)


def is_done(words: str, stem: str) -> bool:
    """Tell whether the part was done what the rate is named after: 支付 of 执行率, 合格 of 合格率."""
    return stem[-2:] in words or bool(_SPENT_STEM.search(stem) and _SPENT.search(words))


def _subject(words: str, stem: str) -> str:
    return _ACTS.sub("", plain_label(words).replace(stem[-2:], ""))[-6:]


def _taken_off(target: Told, part: Told, sentence: Sequence[Told]) -> Iterator[Hypothesis]:
    """送审1200万元，审定1080万元，审减率10%: what was taken off by what was there."""
    if not _TAKEN_OFF.search(target.words) or len(sentence) < 2:
        return
    whole = sentence[-2]
    if not is_amount(whole) or not kin(whole.figure, part.figure) or not stands_alone(whole):
        return
    if is_difference(part) or re.search(r"[审核]减|压减|削减|节约|节支|减少", part.words):
        yield ratio_of(target, part, whole, 0.1)
    elif whole.figure.value > part.figure.value:
        yield Hypothesis(
            target, (whole, part), _of_what_is_not_left, 0.1,
            lambda t: f"（{t[0]}－{t[1]}）÷{t[0]}×100%",
        )  # fmt: skip


def _of_faults(target: Told, part: Told, sentence: Sequence[Told]) -> Iterator[Hypothesis]:
    """抽查600份，9份填报不实，差错率1.5%: the smaller count by the larger one told before it."""
    if not _FAULTS.search(target.words) or len(sentence) < 2:
        return
    whole = sentence[-2]
    if (
        is_amount(whole)
        and kin(whole.figure, part.figure)
        and whole.figure.value > part.figure.value
    ):
        yield ratio_of(target, part, whole, 0.05)


def _undone(story: Story, target: Told, left: Told) -> Iterator[Hypothesis]:
    """未到位的243万元全部属于区级配套，区级配套到位率75%: what is left of the amount named like the rate."""
    stem = STEM.search(target.words)
    undone = _UNDONE.search(left.words)
    if stem is None or undone is None or undone["act"][-2:] not in stem["stem"]:
        return
    if re.search(r"[不未]", stem["stem"]):
        return
    subject = plain_label(re.sub(r"按此|据此|计算|测算|折算", "", target.words)).rpartition(
        undone["act"]
    )[0]
    if len(subject) < 2:
        beside = [t for t in _wholes(story, left, 0) if t.figure.sentence == left.figure.sentence]
        if len(_nearest_values(beside)) == 1:
            yield _what_is_not_left(target, beside[0], left)
        return
    named = [
        t for t in _wholes(story, left, 1) if common_stretch(subject, plain_label(t.words)) == len(subject)
    ]  # fmt: skip
    for whole in _nearest_values(named)[:1]:
        yield _what_is_not_left(target, whole, left)


def _what_is_not_left(target: Told, whole: Told, left: Told) -> Hypothesis:
    return Hypothesis(
        target, (whole, left), _of_what_is_not_left, SURE,
        lambda t: f"（{t[0]}－{t[1]}）÷{t[0]}×100%",
    )  # fmt: skip


def _of_what_is_not_left(values: Sequence[Interval]) -> Interval | None:
    return quotient_percent((values[0].minus(values[1]), values[0]))
