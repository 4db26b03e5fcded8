"""Percentages whose two amounts stand side by side in a set phrase, or one above the other in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import quotient_percent, ratio_of, sum_of_last
from govdocs.prose.reckoning.reach import before, is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_DOUBT = 0.02
_BASE_IN_BRACKETS = re.compile(r"(?:完成|占|为|达到?|相当于)[^，。；：（\d]{2,14}（[^（）\d]{0,8}$")
_BEHIND_BRACKET = re.compile(r"^[^（）\d，。；]{0,2}）(?:的|总数的|总额的)?(?:约|仅|只)?$")
_PLANNED = re.compile(r"(?:任务|计划|目标|指标)[^，。；：\d]{0,6}$")
_COMPLETED = re.compile(r"(?:完成|落实|实现|开工|竣工)(?:率|比例)(?:仅|只|为|是|达到?|约|：| )*$")
_DONE = re.compile(r"(?:完成|实际|建成|改造|新建|新增|落实|实现|开工|竣工|建设)")
_OF_OTHER_TIME = re.compile(r"上年|去年|同期|其中|累计|未")
_STEM = re.compile(r"(?P<stem>[一-龥]{2})率(?:仅|只有|只|均|为|是|达到?|约|：| )*$")
_ROOM = re.compile(r"核定|设计|额定|编制|可容|床位|席位|座位|车位|学位|容量|规模|设有|备案")
_SHARE = re.compile(r"^[，；、 ]*占(?:比[例重]?)?(?:约|仅|只|为|达|：)*$")
_ALREADY = re.compile(
    r"^[，、；：（]*(?:截[至止][^，。；]*)?(?:已经?|其中已|实际|实已|累计已)[一-龥]{2,6}$"
)
_TOGETHER = re.compile(
    r"^[，；、 ]*(?P<names>[^，。；：\d]{4,30}?)(?:两项|二者|两者)?(?:合计|共计|共)占(?:比)?(?:为|达|约)*$"
)
_NAMES = re.compile(r"[“”\"'、和与及]+")
_OPENS_LIST = re.compile(r"(?:其中|如下|具体(?:情况)?(?:为|是)?)[：:]?$")
_NUMBERED = re.compile(r"^ *(?:\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)])")
_LONGEST_LIST = 8


def plainly_paired(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The readings of a rate or share whose amounts the wording itself puts beside each other."""
    sentence = sentence_of(story, target)
    earlier = sentence[: sentence.index(target)]
    if not earlier:
        return
    if target.figure.role is Role.SHARE:
        yield from _of_what_stands_before(target, earlier)
        yield from _together(story, target, earlier)
        yield from _of_the_list(story, target, earlier)
    yield from _in_brackets(target, earlier)
    yield from _of_task(target, earlier)
    yield from _of_room(target, earlier)


def _in_brackets(target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """招聘3120人，完成招聘计划（3250人）的96%: the base stands in brackets behind its name."""
    whole = earlier[-1]
    folded = target.passage.reading.folded
    if (
        not is_amount(whole)
        or whole.figure.depth != target.figure.depth + 1
        or not _BEHIND_BRACKET.match(folded[whole.figure.span[1] : target.figure.span[0]])
        or not _BASE_IN_BRACKETS.search(
            folded[max(0, whole.figure.span[0] - 30) : whole.figure.span[0]]
        )
    ):
        return
    parts = [
        t for t in earlier[:-1]
        if is_amount(t) and kin(t.figure, whole.figure) and t.figure.depth == target.figure.depth
    ]  # fmt: skip
    if parts and whole.figure.clause - parts[-1].figure.clause <= 2:
        yield ratio_of(target, parts[-1], whole, _DOUBT)


def _of_task(target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """完成16.40万户，其中…；年度任务16万户，完成率102.5%: the task told last, what was done told first."""
    task = earlier[-1]
    if (
        not _COMPLETED.search(target.words) or not is_amount(task)
        or not _PLANNED.search(task.words) or target.figure.clause - task.figure.clause > 1
    ):  # fmt: skip
        return
    done = [
        t for t in earlier[:-1]
        if is_amount(t) and t.figure.unit == task.figure.unit and stands_alone(t)
        and _DONE.search(t.words) and not _OF_OTHER_TIME.search(t.words)
    ]  # fmt: skip
    if done and done[0] is next(t for t in earlier if kin(t.figure, task.figure)):
        yield ratio_of(target, done[0], task, _DOUBT)


def _of_room(target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """核定床位2350张，实际入住1316人，入住率56%: people by the places there are for them."""
    stem = _STEM.search(target.words)
    if stem is None or len(earlier) < 2:
        return
    whole, part = earlier[-2:]
    if (
        stem["stem"] in part.words and part.figure.kind in {"人", "名", "辆"}
        and is_amount(part) and is_amount(whole) and whole.figure.counts and part.figure.counts
        and not kin(whole.figure, part.figure) and whole.figure.value > part.figure.value
        and _ROOM.search(whole.words) and target.figure.clause - whole.figure.clause <= 2
    ):  # fmt: skip
        yield ratio_of(target, part, whole, _DOUBT)


def _of_what_stands_before(target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """问题金额18.55亿元，已整改16.75亿元，占90.3%: what was done of what is told right before it."""
    if len(earlier) < 2 or not _SHARE.match(target.words):
        return
    whole, part = earlier[-2:]
    if (
        is_amount(whole) and is_amount(part) and kin(whole.figure, part.figure)
        and _ALREADY.match(part.words) and stands_alone(whole) and stands_alone(part)
        and not _ALREADY.match(whole.words) and "其中" not in whole.words
        and whole.figure.value >= part.figure.value
        and target.figure.clause - whole.figure.clause <= 2
    ):  # fmt: skip
        yield ratio_of(target, part, whole, _DOUBT)


def _together(story: Story, target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """“非常满意”178份、“满意”126份、…，“非常满意”和“满意”合计占88.89%: two of a list by the whole list."""
    found = _TOGETHER.match(target.words)
    if found is None:
        return
    names = [name for name in _NAMES.split(found["names"]) if len(name) > 1]
    row = [t for t in earlier if is_amount(t)]
    parts: list[Told] = []
    for name in names:
        called = [t for t in row if plain_label(t.words).rpartition("中")[2] == plain_label(name)]
        if len(called) != 1 or not kin(called[0].figure, row[0].figure):
            return
        parts += called
    if len(parts) < 2:
        return
    count = len(parts)
    if sum((t.figure.value for t in row[1:]), Decimal(0)) == row[0].figure.value:
        row, above = row[1:], [row[0]]  # 1789名护林员中脱贫户1512名、…
    else:
        above = before(story, row[0], 1)
    whole = next(
        (
            t for t in above
            if kin(t.figure, parts[0].figure) and stands_alone(t)
            and t.figure.value == sum((one.figure.value for one in row), Decimal(0))
        ),
        None,
    )  # fmt: skip
    if whole is not None:
        yield Hypothesis(
            target, (*parts, whole), sum_of_last, _DOUBT,
            lambda t: f"（{'＋'.join(t[:-1])}）÷{t[-1]}×100%",
        )  # fmt: skip
        return
    rest = [t for t in row if t not in parts]
    if rest and all(t.figure.kind == parts[0].figure.kind for t in rest):
        yield Hypothesis(
            target, (*parts, *rest), lambda values: _first_by_all(values, count), 0.1,
            lambda t: f"（{'＋'.join(t[:count])}）÷（{'＋'.join(t)}）×100%",
        )  # fmt: skip


def _of_the_list(story: Story, target: Told, earlier: Sequence[Told]) -> Iterator[Hypothesis]:
    """“三公”经费62.47万元，…。其中： / 2.用车费55.12万元，占88.23%: of what the paragraph above the list tells first."""
    part = earlier[-1]
    if (
        len(earlier) > 1 or not _SHARE.match(target.words) or not is_amount(part)
        or part.figure.sentence > 1 or target.figure.clause - part.figure.clause > 1
        or not _NUMBERED.match(target.passage.reading.folded)
    ):  # fmt: skip
        return
    for number in range(target.number - 1, max(-1, target.number - 1 - _LONGEST_LIST), -1):
        above = story.passages[number].reading.folded.strip()
        if _OPENS_LIST.search(above):
            alike = [t for t in story.told[number] if is_amount(t) and kin(t.figure, part.figure)]
            if alike and stands_alone(alike[0]) and alike[0].figure.value >= part.figure.value:
                yield ratio_of(target, part, alike[0], _DOUBT)
            return
        if not _NUMBERED.match(above):
            return


def _first_by_all(values: Sequence[Interval], count: int) -> Interval | None:
    return quotient_percent((Interval.total(values[:count]), Interval.total(values)))
