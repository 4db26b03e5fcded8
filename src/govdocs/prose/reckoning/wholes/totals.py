"""Readings of a total: the parts told behind it, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told
from govdocs.prose.words.added_up import begins_other_side, has_moved, is_short_count, never_added
from govdocs.prose.words.completeness import is_named_whole
from govdocs.prose.words.full_marks import is_full_mark

_PARTS = re.compile(r"其中|包括|包含|含|分别|由|即|分为|有[^，。；]{0,8}$|：|（[^）]*$")
_SUM = re.compile(
    r"共计?|合计|总计|总共|两项|三项|[一二三四五六]项(?:合计|共)|小计|之和|总[^，。；]{0,6}$"
)
_ALL = re.compile(r"(?:[两三四五六]年|累计|以上[^，。；]{0,4})[^，。；]{0,8}$")
OVERLAPPING = frozenset({"人", "人次", "名"})
"""People are told by more than one mark: 126人，其中党员58人、女性74人."""
_NEXT = re.compile(r" *(?:其中|具体|包括|分别)")
_LISTED = re.compile(r"[：:]|其中|分别|包括|依次")
"""What stands before the first item of a list: it is no whole of the others."""
_NAME = 3
_STATE = re.compile(r"截[至止]|累计|实际|到位|[已未]|执行|支出|支付|拨付|[短超少多]收|差")
_OPEN = re.compile(r"等|主要|如|部分|仅")


def total_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """All amounts of its kind behind a figure up to the end of its sentence, or those before it."""
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    behind = _parts(list(takewhile(lambda t: not begins_other_side(t), sentence[at + 1 :])), target)
    if len(behind) > 1 and _leads_to_parts(target, behind[0]):
        larger = sum(t.figure.value for t in behind) > target.figure.value
        closed = any(w in behind[-1].words for w in ("其他", "其余", "和", "及"))
        doubt = 0.08 if larger or closed or target.figure.role is Role.TOTAL else 0.35
        if len(behind) == 2 and not larger and not is_named_whole(behind):
            doubt = max(doubt, 1.0)  # two kinds need not be all: 总库容4860万方，其中兴利…、防洪…
        if not larger and not closed and is_short_count(target):
            doubt = max(doubt, 1.0)
        if target.figure.kind in OVERLAPPING and not closed:
            doubt = 2.0
        if not never_added(behind) and not _OPEN.search(_words_between(target, behind[0])):
            yield _sum(target, behind, doubt)
    inside = _in_brackets(sentence[at + 1 :], target)
    if len(inside) > 1:
        yield _sum(target, inside, 0.15)
    if len(behind) < 2:
        following = _next_sentence(story, target)
        if len(following) > 1:
            yield _sum(target, following, 0.15)
    ahead = _parts(sentence[:at], target)
    if "占" in target.words or target.words.lstrip("，、；").startswith("其中"):
        return  # 合计占灌溉面积2.36万亩的: what the sum is a part of
    if _SUM.search(target.words) or _ALL.search(target.words):
        if len(ahead) > 1:
            yield _sum(target, ahead, 0.1)
        elif not ahead and (run := _run_before(story, target)):
            yield _sum(target, run, 0.15)
    is_head = at == 0 and not _LISTED.search(target.words + _ahead_of(target))
    if len(behind) > 1 and is_head and not _PARTS.search(_words_between(target, behind[0])):
        yield _sum(target, behind, 3.0)


def _parts(told: Sequence[Told], target: Told) -> list[Told]:
    """The neighbours of the target's kind that may be its parts; a part's own parts stand in brackets."""
    found: list[Told] = []
    for one in told:
        figure = one.figure
        if not is_amount(one) or not kin(figure, target.figure):
            continue
        if not stands_alone(one) or not 0 <= figure.depth - target.figure.depth <= 1:
            continue
        if _tells_a_state(one) or has_moved(one) or is_full_mark(one) != is_full_mark(target):
            continue
        if target.figure.depth and _leaves_bracket(target, one):
            continue
        found.append(one)
    if not found or any(_names_again(one, target) for one in found):
        return []
    depth = min(t.figure.depth for t in found)
    return [t for t in found if t.figure.depth == depth]


def _tells_a_state(one: Told) -> bool:
    """Tell whether a figure says how far things are; points taken for what is 未完成 are points."""
    return _STATE.search(one.words) is not None and not one.words.endswith(("扣", "扣分"))


def _names_again(one: Told, target: Told) -> bool:
    """Tell whether a figure only repeats the target: 六类对象……占六类对象的24%."""
    return one.figure.text == target.figure.text and not one.figure.text[0].isdigit()


def _leaves_bracket(first: Told, second: Told) -> bool:
    """Tell whether the bracket that the first of two figures stands in is closed before the other."""
    one, other = sorted((first, second), key=lambda t: t.figure.span)
    depth = 0
    for mark in one.passage.reading.folded[one.figure.span[1] : other.figure.span[0]]:
        depth += (mark in "（(") - (mark in "）)")
        if depth < 0:
            return True
    return False


def _in_brackets(told: Sequence[Told], target: Told) -> list[Told]:
    """The amounts of the bracket that opens right behind the target."""
    found: list[Told] = []
    for one in told:
        if one.figure.depth <= target.figure.depth:
            break
        found.append(one)
    return [t for t in found if is_amount(t) and kin(t.figure, target.figure) and stands_alone(t)]


def _next_sentence(story: Story, target: Told) -> list[Told]:
    """The amounts of the sentence behind, where it begins with 其中 or the like."""
    number = target.figure.sentence + 1
    reading = target.passage.reading
    if number >= len(reading.layout.sentence_starts) or not _NEXT.match(reading.sentence(number)):
        return []
    own = sentence_of(story, target)
    if any(t is not target and is_amount(t) and kin(t.figure, target.figure) for t in own):
        return []
    return _parts([t for t in story.told[target.number] if t.figure.sentence == number], target)


def _run_before(story: Story, target: Told) -> list[Told]:
    """The amounts of the sentence before, where they stand side by side."""
    number = target.figure.sentence - 1
    told = [t for t in story.told[target.number] if t.figure.sentence == number]
    run = _parts(told, target)
    return run if len(run) > 1 and len(run) == len([t for t in told if is_amount(t)]) else []


def _words_between(first: Told, second: Told) -> str:
    if first.number != second.number:
        return ""
    return first.passage.reading.folded[first.figure.span[1] : second.figure.span[0]]


def _leads_to_parts(target: Told, first: Told) -> bool:
    """Tell whether the words between open a list of parts: 其中, or the whole by its name (技术人员936人；技术人员中医师…)."""
    between = _words_between(target, first)
    name = re.sub(r"[^一-龥]", "", target.words)[-_NAME:]
    return _PARTS.search(between) is not None or (
        len(name) == _NAME and f"{name}中" in between.replace("其中", "")
    )


def _ahead_of(target: Told) -> str:
    """The words of the sentence before its first figure."""
    reading = target.passage.reading
    start = reading.layout.sentence_span(target.figure.sentence)[0]
    return reading.folded[start : target.figure.span[0]]


def _sum(target: Told, parts: Sequence[Told], doubt: float) -> Hypothesis:
    return Hypothesis(target, tuple(parts), _plus, doubt, "＋".join)


def _plus(values: Sequence[Interval]) -> Interval | None:
    return Interval.total(values)


def is_explained_total(story: Story, target: Told) -> bool:
    """Tell whether some neighbours of the figure's kind, before or behind it, add up to it."""
    told = [t for t in story.told[target.number] if is_amount(t) and kin(t.figure, target.figure)]
    if target.number + 1 < len(story.told):
        told += [
            t for t in story.told[target.number + 1]
            if is_amount(t) and kin(t.figure, target.figure)
        ]  # fmt: skip
    at = told.index(target)
    for group in (told[at + 1 : at + 13], told[max(0, at - 12) : at][::-1]):
        for start in range(min(3, len(group))):
            total = Interval.exact(0 * target.figure.value)
            for count, one in enumerate(group[start:]):
                total = total.plus(one.figure.interval)
                if count and total.meets(target.figure.interval):
                    return True
    return False
