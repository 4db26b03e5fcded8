"""Structures written as ratios: 三次产业结构12.0:41.0:47.0, 资金比例5:3:2, 男女比例51.5:48.5, with the amounts beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import first_of_all
from govdocs.prose.reckoning.statistics.written import written_at
from govdocs.prose.told import Story, Told

_NUMBER = r"\d+(?:\.\d+)?"
_RATIO = re.compile(
    rf"(?<![\d.:∶：]){_NUMBER}(?: ?[:∶：] ?{_NUMBER}){{1,5}}(?![\d.]|[:∶：]\d)", re.ASCII
)
_EACH = re.compile(_NUMBER, re.ASCII)
_NAMED = re.compile(r"(?:结构|比例|构成|占比|比重|比)[^，。；\d]{0,8}$")
_FORMER = re.compile(r"(?:[由从]|上年|去年)[^，。；\d]{0,8}$")
_NO_FACT = re.compile(r"目标|计划|规定|不低于|不高于|原则|标准|全[国省市]|上年|去年")
_PARTS = re.compile(r"结构|构成|占比|比重|产业")
_TO = re.compile(r"(?:到|至|为|成)$")
_HUNDRED = Decimal(100)
_SLACK = Decimal("0.1")
_SMALL = 50
_NEAR = 60
_SURE = 0.004
"""Each other member of the ratio fits its own amount: what stands in its place has a value."""


def compositions(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every member of a ratio by the amounts in its order; where none are told, by what is left of 100."""
    for number, passage in enumerate(story.passages):
        text = passage.reading.folded
        for match in _RATIO.finditer(text):
            ahead = text[max(0, match.start() - 24) : match.start()].rstrip()
            former = _FORMER.search(ahead) is not None
            # 由20.4:34.8:44.8调整为20.0:35.0:45.0: the name stands before the first of both.
            again = _TO.search(ahead) and _RATIO.search(
                text, max(0, match.start() - 40), match.start()
            )
            if not (_NAMED.search(ahead) or former or again):
                continue
            members = [
                written_at(passage, number, match.start() + each.start(), each[0])
                for each in _EACH.finditer(match[0])
            ]
            named = text[max(0, match.start() - _NEAR) : match.start()]
            yield from _judged(story, members, named, ahead, former=former)


def _judged(
    story: Story, members: Sequence[Told], named: str, ahead: str, *, former: bool
) -> Iterator[Sequence[Hypothesis]]:
    printed = [t.figure.number for t in members]
    rows = [] if former else list(_rows(story, members))
    if any(_is_in_proportion(printed, row) for row in rows):
        return
    makes_all = _PARTS.search(named) is not None and _is_of_hundred(members)
    told = False
    for at, member in enumerate(members):
        readings = [_by_amount(member, row, at) for row in rows if _fits_others(printed, row, at)]
        if makes_all and (readings or at == len(members) - 1):
            others = tuple(t for t in members if t is not member)
            readings.append(
                Hypothesis(member, others, _left, 0.05, lambda t: f"100－{'－'.join(t)}")
            )
        if readings:
            told = True
            yield readings
    if not told and not _NO_FACT.search(ahead):
        yield from _simple(members, rows, printed)


def _is_of_hundred(members: Sequence[Told]) -> bool:
    """Tell whether a ratio means percentages: it makes 100, or would but for one wrong digit."""
    numbers = [t.figure.number for t in members]
    if len(members) < 2 or not all(t.figure.decimals or t.figure.number > 9 for t in members):
        return len(members) > 2 and sum(numbers) == _HUNDRED
    slack = max(t.figure.ulp for t in members) * len(members) / 2
    gap = abs(sum(numbers) - _HUNDRED)
    if gap <= slack:
        return True
    return len(members) > 2 and any(t.figure.decimals for t in members)


def _rows(story: Story, members: Sequence[Told]) -> Iterator[list[Told]]:
    """Rows of as many amounts of one kind as the ratio has members: right before it, and right behind it."""
    size, first = len(members), members[0]
    paragraph = story.told[first.number]
    before = [t for t in paragraph if t.figure.span < first.figure.span]
    if len(before) < size and first.number:
        before = [*story.told[first.number - 1], *before]
    behind = [
        t for t in paragraph
        if t.figure.span > first.figure.span and t.figure.sentence == first.figure.sentence
    ]  # fmt: skip
    for ahead, side in ((True, before), (False, behind)):
        amounts = [t for t in side if t.is_amount and t.figure.role is not Role.DIFFERENCE]
        kinds = dict.fromkeys(t.figure.kind for t in (reversed(amounts) if ahead else amounts))
        for kind in list(kinds)[:2]:
            row = [t for t in amounts if t.figure.kind == kind]
            row = row[-size:] if ahead else row[:size]
            if len(row) == size and all(t.figure.value > 0 for t in row):
                yield row


def _is_in_proportion(printed: Sequence[Decimal], row: Sequence[Told]) -> bool:
    total = sum(t.figure.value for t in row)
    whole = sum(printed)
    if whole < _SMALL:  # 5:3:2 is meant to the last digit
        return all(
            number * total == whole * told.figure.value
            for number, told in zip(printed, row, strict=True)
        )
    return all(
        _agree(number, whole * told.figure.value / total)
        for number, told in zip(printed, row, strict=True)
    )


def _agree(number: Decimal, true: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    ulp = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(number - true) <= ulp


def _fits_others(printed: Sequence[Decimal], row: Sequence[Told], but: int) -> bool:
    """Tell whether all members but one are the percentages of their amounts."""
    total = sum(t.figure.value for t in row)
    return all(
        _agree(number, _HUNDRED * told.figure.value / total)
        for at, (number, told) in enumerate(zip(printed, row, strict=True))
        if at != but
    )


def _by_amount(member: Told, row: Sequence[Told], at: int) -> Hypothesis:
    others = [t for t in row if t is not row[at]]
    return Hypothesis(
        member, (row[at], *others), first_of_all, _SURE,
        lambda t: f"{t[0]}÷（{'＋'.join(t)}）×100",
    )  # fmt: skip


def _left(values: Sequence[Interval]) -> Interval | None:
    return Interval.exact(_HUNDRED).minus(Interval.total(values))


def _simple(
    members: Sequence[Told], rows: Sequence[Sequence[Told]], printed: Sequence[Decimal]
) -> Iterator[Sequence[Hypothesis]]:
    """5:3:2 and 1500万元、900万元、600万元: all in proportion to the last digit but one."""
    if len(members) < 3 or len({t.figure.value for t in members}) == 1:
        return
    for row in rows:
        for at, member in enumerate(members):
            others = [n for n in range(len(members)) if n != at]
            if all(
                printed[a] * row[b].figure.value == printed[b] * row[a].figure.value
                for a, b in combinations(others, 2)
            ):
                basis = others[0]
                operands = (members[basis], row[at], row[basis])
                true = printed[basis] * row[at].figure.value / row[basis].figure.value
                target = member
                if true != true.to_integral_value():  # the amount was mistyped, not the ratio
                    target, operands = row[at], (row[basis], member, members[basis])
                yield [
                    Hypothesis(
                        target, operands, partial(_in_proportion), 1e-4,
                        lambda t: f"{t[0]}×{t[1]}÷{t[2]}",
                    )
                ]  # fmt: skip
                return


def _in_proportion(values: Sequence[Interval]) -> Interval | None:
    first, second, third = ((value.low + value.high) / 2 for value in values)
    return Interval.exact(first * second / third) if third else None
