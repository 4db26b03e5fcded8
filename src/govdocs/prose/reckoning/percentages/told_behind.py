"""Percentages whose base follows them: 为预算的92%（预算数92000万元）, 增长6%，上年为30亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.bound.bearers import core_of
from govdocs.prose.reckoning.percentages.quotients import growth_of, ratio_of
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_DOUBT = 0.02
_OF = re.compile(
    r"(?:为|是|完成|占|相当于|达到?)(?P<of>[^，。；：\d]{2,14})的(?:比[例重])?[为约达]*$"
)
_THAN = re.compile(r"(?:比|较|同比)[^，。；]*$")
_THEN = re.compile(r"上年|去年|同期|上一年|上年度|20\d\d *年")
_THEN_EACH = re.compile(r"(?:上年|去年)(?:同期)?(?:分别|依次)(?:为|是|完成)?$")
_OTHER_BASE = re.compile(r"预算|计划|目标|上年|去年|同期|年初|任务|限额|概算")
_PLANNED = re.compile(r"应|计划|预算|目标|安排|批复|核定|下达|任务|需")
_DONE = re.compile(r"实际|完成|支出|到位|执行|已|实有|完工|改造|建成|实施")
_UNNAMED = re.compile(r"占(?:比[例重]?)?(?:约|为|达到?|：)*$")
_SO_MUCH = re.compile(r"^[，、（ ]*(?:合?计|即|为|金额|约|共计?|资金)+[：为]?$")
_RATE = re.compile(r"[率度][^，。；：\d]{0,4}$|进度[^，。；：\d]{0,4}$")


def told_behind(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The readings of a percentage by what stands behind it in its sentence."""
    sentence = sentence_of(story, target)
    at = sentence.index(target)
    earlier = [t for t in sentence[:at] if is_amount(t) and stands_alone(t)]
    behind = sentence[at + 1 :]
    if target.figure.role is Role.GROWTH:
        yield from _grown(target, earlier, behind)
        return
    if target.figure.role is Role.SHARE and _UNNAMED.search(target.words):
        yield from _told_after(target, earlier, behind)
    found = _OF.search(target.words)
    if found is not None:
        yield from _of_named(target, core_of(found["of"]), earlier, behind)
    elif all(t.figure.kind == "分" for t in sentence[:at]) and _RATE.search(target.words):
        yield from _of_pair(target, behind)


def _grown(target: Told, earlier: list[Told], behind: list[Told]) -> Iterator[Hypothesis]:
    own = _outside(target, earlier)
    if not _THAN.search(target.words) or not own:
        return
    now = own[-1]
    each = next((n for n, t in enumerate(behind) if _THEN_EACH.search(t.words)), None)
    if each is not None:
        alike = [t for t in behind[each:] if kin(t.figure, now.figure)]
        if len(alike) == 1:
            yield growth_of(target, now, alike[0], _DOUBT)
        return
    for one in behind:
        if one.figure.role is Role.GROWTH:
            return  # what follows may be the base of that one
        if is_amount(one) and kin(one.figure, now.figure) and stands_alone(one):
            if _THEN.search(one.words) and not re.search(r"比|较", one.words):
                yield growth_of(target, now, one, _DOUBT)
                return
            if _THEN.search(one.words) or not _OTHER_BASE.search(one.words):
                return


def _told_after(target: Told, earlier: list[Told], behind: list[Told]) -> Iterator[Hypothesis]:
    """总投资27900万元，其中中央补助占66.67%，计18600万元: the part behind its share, of the head before it."""
    if not behind or not is_amount(behind[0]) or not _SO_MUCH.search(behind[0].words):
        return
    part = behind[0]
    heads = [
        t for t in earlier
        if kin(t.figure, part.figure) and t.figure.value > part.figure.value and t.figure.role is not Role.EACH
    ]  # fmt: skip
    if heads and part.figure.clause - target.figure.clause <= 1:
        yield ratio_of(target, part, heads[0], 0.05 if len(heads) == 1 else 0.3)


def _of_named(
    target: Told, core: str, earlier: list[Told], behind: list[Told]
) -> Iterator[Hypothesis]:
    own = _outside(target, earlier)
    if not core or not own:
        return
    part = own[-1]
    named = {
        t.figure.value: t for t in behind
        if is_amount(t) and kin(t.figure, part.figure) and core in plain_label(t.words)
        and not re.search(r"上年|去年|同期", t.words)
    }  # fmt: skip
    if len(named) == 1:
        yield ratio_of(target, part, next(iter(named.values())), _DOUBT)


def _of_pair(target: Told, behind: list[Told]) -> Iterator[Hypothesis]:
    """完成率83.33%，计划改造30座，实际改造25座: the two amounts that follow a rate told first."""
    amounts = [t for t in behind if is_amount(t) and t.figure.kind != "分"]
    if len(amounts) < 2 or not kin(amounts[0].figure, amounts[1].figure):
        return
    first, second = amounts[:2]
    planned = [t for t in (first, second) if _PLANNED.search(t.words)]
    done = [t for t in (first, second) if t not in planned and _DONE.search(t.words)]
    if not planned or len(planned) == 2:
        actual = [t for t in (first, second) if re.search(r"实际|实有|实到|实发|实收", t.words)]
        planned, done = [t for t in (first, second) if t not in actual], actual
    if len(planned) == len(done) == 1:
        yield ratio_of(target, done[0], planned[0], _DOUBT)


def _outside(target: Told, earlier: list[Told]) -> list[Told]:
    """The amounts that the sentence is about: no bases, nothing deeper in brackets."""
    return [
        t for t in earlier
        if t.figure.depth <= target.figure.depth and not _OTHER_BASE.search(t.words)
    ] or [t for t in earlier if t.figure.depth <= target.figure.depth]  # fmt: skip
