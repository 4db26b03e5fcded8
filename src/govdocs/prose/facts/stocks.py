"""A number of things that a sentence parts (14户企业中……) is one that was counted before: 县属国有企业14户."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.prose.explained import Amounts
from govdocs.prose.facts.told_twice import told_twice
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import one_slip_apart, significant

_PARTED = re.compile(
    r"(?P<thing>[一-龥]{2,8}?)(?:当|之)?中(?=[，,]?[一-龥“”]{1,24}\d|[，,]有|[，,]?[一-龥“”]{1,24}的\d)"
)
_POINTS = re.compile(r"(?:上述|前述|以上|这|该|剩余的?|其余的?|余下的?|全部|全县|全市|全区|所有)$")
_NOT_AGAIN = re.compile(r"抽[查取检审]|随机|选取|样本|问卷|检查|上年|去年|历年|累计|另|新增|又")
_LEAST = Decimal(10)
_MOST = 3


@dataclass(frozen=True, slots=True)
class _Referred:
    """A count at the head of a clause whose things the sentence goes on to part."""

    told: Told
    thing: str


def stocks(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge every count of things that a sentence parts, where these things were counted before."""
    seen: list[Told] = []
    for sentence in story.sentences():
        for at, one in enumerate(sentence):
            again = _referred(one)
            if again is not None and at + 1 < len(sentence):
                yield from _judged(again, sentence[at + 1 :], seen, amounts)
        seen.extend(one for one in sentence if _counts(one))


def _counts(one: Told) -> bool:
    return one.stated and one.figure.counts and one.figure.number > 1


def _referred(one: Told) -> _Referred | None:
    """14户企业中 at the head of a clause, nothing before it but 上述 or 剩余."""
    if not _counts(one) or one.figure.number < _LEAST:
        return None
    words = re.sub(r"^[\d.、（()）一二三四五六七八九十是]+", "", one.words)
    if words and not _POINTS.fullmatch(words):
        return None
    found = _PARTED.match(one.passage.reading.folded, one.figure.span[1])
    return _Referred(one, found["thing"]) if found is not None else None


def _judged(
    again: _Referred, behind: tuple[Told, ...], seen: list[Told], amounts: Amounts
) -> Iterator[Judgement]:
    one = again.told
    reading = one.passage.reading
    if _NOT_AGAIN.search(reading.sentence(one.figure.sentence)):
        return
    known = [
        other for other in seen
        if other.figure.unit == one.figure.unit and again.thing in _around(other)
    ]  # fmt: skip
    equal = next((other for other in known if other.figure.number == one.figure.number), None)
    if equal is not None:
        yield told_twice(one, equal, again.thing, holds=True)
        return
    if amounts.stated[one.figure.kind, one.figure.value] > 1:
        return
    parts = [p for p in behind if p.figure.unit == one.figure.unit and _counts(p)]
    added = sum((p.figure.number for p in parts), Decimal(0))
    near = [other for other in known if _near(one, other)]
    proven = [
        other for other in seen
        if len(parts) > 1 and other.figure.unit == one.figure.unit and other.figure.number == added
        and _near(one, other) and again.thing in other.passage.text
    ]  # fmt: skip
    meant = proven or ([] if added == one.figure.number else near)
    if len({o.figure.number for o in meant}) == 1 and (
        proven or len({o.figure.number for o in known}) <= _MOST
    ):
        yield told_twice(one, meant[-1], again.thing, holds=False)


def _near(one: Told, other: Told) -> bool:
    """Tell whether two counts of as many digits are one slip apart."""
    mine, its = one.figure.number, other.figure.number
    return significant(mine) == significant(its) and one_slip_apart(mine, its)


def _around(other: Told) -> str:
    """The sentence that a count stands in, with the heading above it."""
    heading = other.passage.headings[-1] if other.passage.headings else ""
    return heading + other.passage.reading.sentence(other.figure.sentence)
