"""One fact told again by reference (剩余4300盏高压钠灯), and the two sides of one account (总收入, 总支出)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.explained import Amounts
from govdocs.prose.facts.near_same import of_another_time
from govdocs.prose.facts.siblings import of_different_things
from govdocs.prose.facts.told_twice import told_twice
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import one_slip_apart, significant

_REFERS = re.compile(r"(?:剩余|其余|余下|现有|全部|上述|前述|这|该)的?$")
_SIDES = (
    (re.compile(r"(?:总收入|收入总计|收入合计|收入总额|收入预算)(?:为|是|达|：|:)*$"), "收入"),
    (re.compile(r"(?:总支出|支出总计|支出合计|支出总额|支出预算)(?:为|是|达|：|:)*$"), "支出"),
)
_THING = 4
_DIGITS = 4


def referred(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge what is told again in other words: one slip away from what was told before."""
    yield from _again(story)
    yield from _sides(story, amounts)


def _again(story: Story) -> Iterator[Judgement]:
    """The thing that a sentence refers to by its number was counted before, and only so."""
    told = [one for sentence in story.sentences() for one in sentence if one.stated]
    for at, one in enumerate(told):
        thing = _behind(one)
        if len(thing) < _THING or not _REFERS.search(one.words):
            continue
        earlier = [
            other for other in told[:at]
            if other.figure.unit == one.figure.unit and _ends_with(other.words, thing)
        ]  # fmt: skip
        values = {other.figure.number for other in earlier}
        if len(values) != 1:
            continue
        holds = earlier[0].figure.number == one.figure.number
        if holds or one_slip_apart(earlier[0].figure.number, one.figure.number):
            yield told_twice(one, earlier[0], thing, holds=holds)


def _behind(one: Told) -> str:
    behind = one.passage.reading.folded[one.figure.span[1] :]
    found = re.match(
        r"(?P<thing>[一-龥]{4,10}?)(?=[，。；、]|分|由|全部|将|于|按|已|均|仍|计划|$)", behind
    )
    return found["thing"] if found is not None else ""


def _ends_with(words: str, thing: str) -> bool:
    """Tell whether a clause is about the thing itself: 高压钠灯, not 更换高压钠灯."""
    plain = re.sub(r"(?:共计|共有|共|为|有|是|：|:)+$", "", words.strip(" ，、；其中"))
    return plain.strip("，、；其中") == thing


def _sides(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """总收入 and 总支出 of one account and year are equal; one slip apart, the lone figure is doubted."""
    found: list[tuple[Told, str]] = []
    for sentence in story.sentences():
        for one in sentence:
            side = next((name for pattern, name in _SIDES if pattern.search(one.words)), "")
            if side and one.stated and significant(one.figure.number) >= _DIGITS:
                found.append((one, side))
    for at, (one, side) in enumerate(found):
        for other, its in found[:at]:
            if its == side or not _one_account(one, other):
                continue
            if of_another_time(one) != of_another_time(other):
                continue
            holds = one.figure.number == other.figure.number
            if holds or not one_slip_apart(one.figure.number, other.figure.number):
                continue
            once = amounts.stated[one.figure.kind, one.figure.value] == 1
            lone, known = (one, other) if once else (other, one)
            if amounts.stated[lone.figure.kind, lone.figure.value] == 1:
                yield told_twice(lone, known, f"{side}与{its}合计", holds=False)


def _one_account(one: Told, other: Told) -> bool:
    a, b = one.figure, other.figure
    if a.unit != b.unit or a.decimals != b.decimals or a.subject != b.subject:
        return False
    if a.period and b.period and a.period.year != b.period.year:
        return False
    same_section = one.passage.headings[:-1] == other.passage.headings[:-1]
    return same_section and not of_different_things(one.passage, other.passage)
