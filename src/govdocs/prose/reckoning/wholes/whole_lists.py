"""Lists that are whole by their build: shares that make 100%, 从用途看…, 其中…, 已…正在…; their total stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise, takewhile

from govdocs.model.interval import Interval
from govdocs.prose.explained import Amounts
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin, stands_alone
from govdocs.prose.reckoning.wholes.totals import OVERLAPPING
from govdocs.prose.told import Story, Told
from govdocs.prose.words.added_up import begins_other_side, is_short_count, never_added
from govdocs.prose.words.completeness import (
    are_stages,
    in_hundred,
    is_named_whole,
    is_whole,
    label_of,
)
from govdocs.prose.words.full_marks import is_full_mark

_VIEW = re.compile(
    r"(?:从|按|分)[^，。；：\d]{0,14}?(?:看|分|划分|分类|统计|来说)[，,:：]|构成(?:为|是|情况)|资金来源(?:为|是|包括)"
)
_OF_WHICH = re.compile(
    r"其中[，：:]?|[，（]含|包括|(?:^|，)(?:全部|分别)?(?:用于|投向|安排给|分配给|切块)(?=[^；;。]*$)|分别为|具体为|由"
    r"|来源(?:为|是)|构成|分(?:年度|年|批|期|[两二三四五六七八九])[^，。；\d]{0,8}(?:为|，|：|:)|安排为|[：:]$"
)
_CLOSED = re.compile(r"包括|由|来源(?:为|是)|构成|分|安排为")
_OPEN = re.compile(r"等|主要|例如|比如|部分|之一|仅|重点")
_ENDS_OPEN = re.compile(r"[^，。；、\d]{0,6}?等")
_DONE = re.compile(
    r"(?:已|完成|办结|达标)(?P<verb>[一-龥]{0,2})[^，。；\d]{0,4}$|(?:按期|如期)[^，。；\d]{0,4}$"
)
_NOT_DONE = re.compile(r"正在|尚?未|尚|部分|暂缓|延期|终止|取消|撤销|其余|剩余|余下|继续|持续")
_BESIDE = re.compile(r"差额|差距|相差|缺口|节约|核减|[比较][^，。；]{0,10}$")
_ASIDE = re.compile(rf"{_BESIDE.pattern}|分别|控制|限额|预算|计划|目标|上年")
_SIDES = ("收入", "支出", "面积", "人数", "户数", "金额", "项目", "预算", "决算")
_SPANS = frozenset({"年数", "月数", "日数"})
_MOST = 12
_MANY = 4
_TOTALS = 8


def whole_lists(story: Story, amounts: Amounts) -> Iterator[Sequence[Hypothesis]]:
    """Every list that is whole by its build, with each total before it that it may be the parts of."""
    for paragraph in story.told:
        for parts in _with_all_shares(paragraph):
            yield from _of_some_total(story, amounts, parts, 0.05)
        for sentence in _sentences(paragraph):
            viewed = _viewed(sentence)
            if viewed:
                yield from _of_some_total(story, amounts, viewed, 0.1)
            yield from _of_which(story, sentence)
            yield from _by_state(story, sentence)
            yield from _apposed(sentence)
            yield from _spans(sentence)
            yield from _kinds_of_last(story, sentence)


def _sentences(paragraph: Sequence[Told]) -> list[list[Told]]:
    found: dict[int, list[Told]] = {}
    for told in paragraph:
        found.setdefault(told.figure.sentence, []).append(told)
    return list(found.values())


def _with_all_shares(paragraph: Sequence[Told]) -> Iterator[list[Told]]:
    """Amounts of one kind in a row, each with its share behind it; the shares make 100 percent."""
    run: list[tuple[Told, Told]] = []
    at = 0
    while at + 1 < len(paragraph):
        one, share = paragraph[at], paragraph[at + 1]
        fits = (
            is_amount(one) and stands_alone(one) and _is_share(one, share)
            and (not run or kin(run[-1][0].figure, one.figure))
        )  # fmt: skip
        if fits:
            run.append((one, share))
            if in_hundred([s.figure for _, s in run]):
                yield [t for t, _ in run]
                run = []
            at += 2
        else:
            run = []
            at += 1


def _is_share(one: Told, share: Told) -> bool:
    figure = share.figure
    if not figure.is_rate or figure.sentence != one.figure.sentence:
        return False
    if figure.role is Role.SHARE:
        return True
    between = one.passage.reading.folded[one.figure.span[1] : figure.span[0]]
    return between.strip() in {"（", "("}


def _viewed(sentence: Sequence[Told]) -> list[Told]:
    """从用途看，甲100万元、乙200万元、丙300万元。: all amounts of the sentence, of one kind."""
    text = sentence[0].passage.reading
    start = text.layout.sentence_span(sentence[0].figure.sentence)[0]
    opening = text.folded[start : sentence[0].figure.span[0]]
    view = _VIEW.search(opening)
    if view is None or _OPEN.search(text.sentence(sentence[0].figure.sentence)):
        return []
    parts = [t for t in sentence if is_amount(t)]
    if len(parts) < 3 or len({t.figure.kind for t in parts}) > 1:
        return []
    if not all(stands_alone(t) and t.figure.depth == 0 and "其中" not in t.words for t in parts):
        return []
    return parts[:_MOST]


def _of_some_total(
    story: Story, amounts: Amounts, parts: Sequence[Told], doubt: float
) -> Iterator[Sequence[Hypothesis]]:
    """The readings of a list by the amounts told before it; nothing where any amount of the paper is its sum."""
    most = max(t.figure.value for t in parts)
    before = [
        t for t in story.before(parts[0], 3)
        if is_amount(t) and kin(t.figure, parts[0].figure) and t.figure.value > most
    ][:_TOTALS]  # fmt: skip
    if not before:
        return
    readings = [plus(total, parts, doubt) for total in before]
    whole = Interval.total(t.figure.interval for t in parts)
    if amounts.has(parts[0].figure.kind, whole):
        readings = [r for r in readings if r.holds()]
    if readings:
        yield readings


def _of_which(story: Story, sentence: Sequence[Told]) -> Iterator[Sequence[Hypothesis]]:
    """The amounts behind 其中 and every amount before it in its sentence, or in the sentence before."""
    reading = sentence[0].passage.reading
    for at, first in enumerate(sentence):
        earlier = [t for t in sentence[:at] if t.figure.kind not in _SPANS]
        start = (
            earlier[-1].figure.span[1]
            if earlier
            else reading.layout.sentence_span(first.figure.sentence)[0]
        )
        between = reading.folded[start : first.figure.span[0]]
        if not _OF_WHICH.search(between) or _OPEN.search(between):
            continue
        wholes = [t for t in sentence[:at] if is_amount(t)]
        if not wholes:
            wholes = [
                t for t in story.told[first.number]
                if t.figure.sentence == first.figure.sentence - 1 and is_amount(t)
            ]  # fmt: skip
        behind = _inside(sentence[at:])
        for kind in dict.fromkeys(t.figure.kind for t in wholes):
            yield from _parts_of(
                [t for t in wholes if t.figure.kind == kind][-_TOTALS:],
                behind,
                closed=_CLOSED.search(between) is not None,
            )


def _inside(behind: Sequence[Told]) -> list[Told]:
    """The figures up to the end of the bracket that the first of them stands in, or of a list told by 、."""
    depth = behind[0].figure.depth
    inside = list(takewhile(lambda t: t.figure.depth >= depth, behind))
    text = behind[0].passage.reading.folded
    for at, (one, other) in enumerate(pairwise(inside)):
        between = text[one.figure.span[1] : other.figure.span[0]]
        if "；" in between or ";" in between:
            ended = (at and one.figure.kind == inside[0].figure.kind) or begins_other_side(other)
            return inside[: at + 1] if ended else inside
    return inside


def _parts_of(
    wholes: list[Told], behind: Sequence[Told], *, closed: bool
) -> Iterator[Sequence[Hypothesis]]:
    alike = [
        t for t in behind
        if is_amount(t) and kin(t.figure, wholes[0].figure) and not _BESIDE.search(t.words)
    ]  # fmt: skip
    full = [t for t in alike if is_full_mark(t)]
    if 0 < len(full) < len(alike):  # 决策20分，得17分，其中立项8分，得7分: each by itself
        for marks in (full, [t for t in alike if t not in full]):
            own = [t for t in wholes if is_full_mark(t) == is_full_mark(marks[0])]
            if own:
                yield from _parts_of(own, marks, closed=closed)
        return
    sides = {side for t in alike if (side := _side(t))}
    if len(sides) > 1:
        for side in sides:
            own = [t for t in wholes if side in t.words]
            parts = [t for t in alike if _side(t) == side]
            if own and len(parts) > 1:
                yield [plus(total, parts, 0.05) for total in own[::-1]]
        return
    parts = _in_a_row(alike)
    if len(parts) < 2 or never_added(parts) or not all(stands_alone(t) for t in parts):
        return
    if are_stages([label_of(t) for t in parts]):
        return
    most = max(t.figure.value for t in parts)
    possible = [t for t in wholes[::-1] if t.figure.value >= most and _may_hold(t, parts)]
    if not possible:
        return
    yield [
        plus(total, parts[: end or None], _doubt(total, parts, closed=closed) if not end else 3.0)
        for total in possible
        for end in (0, *range(len(parts) - 1, 1, -1))
    ]


def _in_a_row(alike: Sequence[Told]) -> list[Told]:
    """The figures on the level of the first, up to the end of their sentence."""
    if not alike:
        return []
    depth = min(t.figure.depth for t in alike)
    return [t for t in alike if t.figure.depth == depth][:_MOST]


def _doubt(total: Told, parts: Sequence[Told], *, closed: bool) -> float:
    added = sum(t.figure.value for t in parts)
    last = parts[-1]
    if added < total.figure.value and _ENDS_OPEN.match(
        last.passage.reading.folded, last.figure.span[1]
    ):
        return 2.0
    if len(parts) == 2 and added < total.figure.value and not closed and not is_named_whole(parts):
        return 1.0
    if is_whole(parts):
        return 0.08
    if total.figure.kind in OVERLAPPING and not closed:
        return 2.0
    if added > total.figure.value:
        return 0.08
    is_many = len(parts) >= _MANY and total.figure.counts
    if is_many and added >= total.figure.value * 19 / 20:
        return 0.12  # so many kinds of things counted one by one that leave so little over leave nothing
    if added < total.figure.value and not closed and is_short_count(total):
        return 1.0
    if len(parts) > 2 and added >= total.figure.value * 9 / 10:
        return 0.12
    return 0.15 if closed else 0.35


def _side(told: Told) -> str:
    return next((side for side in _SIDES if told.words.rstrip("为是达到：: ").endswith(side)), "")


def _may_hold(total: Told, parts: Sequence[Told]) -> bool:
    """Tell whether a figure may be the whole of parts by what it counts, and is not what another is held against."""
    nouns = {t.figure.noun for t in parts if t.figure.noun}
    own = total.figure.noun
    return not _compared(total) and (
        not own or not nouns or any(noun.startswith(own) or own.endswith(noun) for noun in nouns)
    )


def _compared(told: Told) -> bool:
    return (
        re.search(r"上年|去年|同期|比|较|[完占]成?[^，。；]{0,8}(?:预算|计划|任务)", told.words)
        is not None
    )


def _by_state(story: Story, sentence: Sequence[Told]) -> Iterator[Sequence[Hypothesis]]:
    """问题10项，已整改7项，正在整改3项: what is done and what is not make the whole told before them."""
    counts = [t for t in sentence if t.figure.counts and is_amount(t)]
    for unit in dict.fromkeys(t.figure.unit for t in counts):
        alike = [t for t in counts if t.figure.unit == unit]
        told = [_state(t) for t in alike]
        at = next((n for n, state in enumerate(told) if state), len(alike))
        if "done" in told[at + 2 :] or told[at + 1 : at + 2] == ["done"]:
            at = told.index(
                "done"
            )  # 逾期16个，已结题11个，终止3个: the first is the whole of the rest
        parts = alike[at:]
        states = told[at:]
        if len(parts) < 2 or states.count("done") != 1 or not all(states):
            continue
        words = sentence[0].passage.reading.folded[
            parts[0].figure.span[0] : parts[-1].figure.span[0]
        ]
        if "其中" in words or _in_next_item(alike[:at], parts):
            continue
        wholes = alike[:at][::-1] or [
            t for t in story.told[parts[0].number][::-1]
            if t.figure.sentence == parts[0].figure.sentence - 1 and t.figure.unit == unit
        ]  # fmt: skip
        if wholes:
            yield [plus(total, parts, 0.05) for total in wholes]


def _in_next_item(ahead: Sequence[Told], parts: Sequence[Told]) -> bool:
    """Tell whether a semicolon ends the item of the whole: 分阶段整改类14项，已完成8项；持续整改类5项."""
    if not ahead:
        return False
    text = parts[0].passage.reading.folded
    marks = [
        re.search(r"[；;]", text[one.figure.span[1] : other.figure.span[0]]) is not None
        for one, other in ((ahead[-1], parts[0]), *pairwise(parts))
    ]
    return not marks[0] and any(marks[1:])


def _apposed(sentence: Sequence[Told]) -> Iterator[Sequence[Hypothesis]]:
    """债务余额48.37亿元，一般债务21.52亿元，专项债务26.85亿元: parts whole by their names, no word before them."""
    for at, total in enumerate(sentence):
        run = list(takewhile(partial(_beside, total), sentence[at + 1 :]))
        is_listed = (at and _beside(sentence[at - 1], total)) or "其中" in total.words
        if not is_amount(total) or not run or is_listed:
            continue
        whole = [end for end in range(len(run), 1, -1) if is_whole(run[:end])]
        if not whole or is_whole([total, *run[: whole[0]]]) or _OF_WHICH.search(run[0].words):
            continue  # one of a series itself, or told by a word
        yield [
            plus(total, run[:end], 0.2 if end == whole[0] else 3.0)
            for end in range(len(run), 1, -1)
        ]


def _spans(sentence: Sequence[Told]) -> Iterator[Sequence[Hypothesis]]:
    """合作期25年（建设期2年、运营期23年）: the spans of the bracket behind a span, each named a 期."""
    for at, total in enumerate(sentence):
        if total.figure.kind not in _SPANS or not total.figure.exact:
            continue
        inside = list(takewhile(partial(_is_deeper, total), sentence[at + 1 :]))
        alike = all(t.figure.unit == total.figure.unit and t.figure.exact for t in inside)
        if len(inside) > 1 and alike and all(t.words.endswith(("期", "期为")) for t in inside):
            yield [Hypothesis(total, tuple(inside), _whole_sum, 0.1, "＋".join)]


def _whole_sum(values: Sequence[Interval]) -> Interval | None:
    """Spans are whole as typed."""
    return Interval.exact(sum(((v.low + v.high) / 2 for v in values), Decimal(0)))


def _is_deeper(one: Told, other: Told) -> bool:
    return other.figure.depth > one.figure.depth


def _beside(total: Told, told: Told) -> bool:
    return (
        told.figure.unit == total.figure.unit and told.figure.depth == total.figure.depth
        and is_amount(told) and stands_alone(told) and not _ASIDE.search(told.words)
    )  # fmt: skip


def _kinds_of_last(story: Story, sentence: Sequence[Told]) -> Iterator[Sequence[Hypothesis]]:
    """惠及企业4680户。中小微企业4446户，大型企业234户。: kinds of the thing that the sentence before counts."""
    parts = [t for t in sentence if is_amount(t)]
    if (
        not 1 < len(parts) <= _MOST
        or len({t.figure.unit for t in parts}) > 1
        or not is_whole(parts)
    ):
        return
    ending = label_of(parts[0])[-2:]
    totals = [
        t for t in story.told[parts[0].number]
        if t.figure.sentence == parts[0].figure.sentence - 1
        and t.figure.unit == parts[0].figure.unit and is_amount(t) and ending in t.words
    ]  # fmt: skip
    if len(totals) == 1 and not _OF_WHICH.search(parts[0].words):
        yield [plus(totals[0], parts, 0.15)]


def _state(told: Told) -> str:
    words = told.words or ""
    behind = re.match(r"[^，。；、\d]{0,6}", told.passage.reading.folded[told.figure.span[1] :])
    if _NOT_DONE.search(words) or (
        behind and not words.strip("、，和") and _NOT_DONE.search(behind[0])
    ):
        return "open"
    return "done" if _DONE.search(words) else ""


def plus(target: Told, parts: Sequence[Told], doubt: float) -> Hypothesis:
    """The reading of a total as the sum of ``parts``."""
    return Hypothesis(target, tuple(parts), Interval.total, doubt, "＋".join)
