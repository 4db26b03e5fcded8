"""Growth by a change whose two amounts a table tells: 比上年减少140万元，下降25.00% beside 560 and 420."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from govdocs.model.interval import Interval
from govdocs.prose.explained import Amounts
from govdocs.prose.figure import Role
from govdocs.prose.judgement import printed
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import quotient_percent
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of, stands_alone
from govdocs.prose.reckoning.remainders.differences import is_difference
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import significant

_LEAST_DIGITS = 3
_SURE = 0.3


def changed_between(story: Story, amounts: Amounts, target: Told) -> Iterator[Hypothesis]:
    """The change told right before growth, by the one amount of the paper that it leads away from to another one.

    Only where the sentence tells neither of the two itself, and just two amounts lie so far apart.
    """
    if target.figure.role is not Role.GROWTH or significant(target.figure.number) < _LEAST_DIGITS:
        return
    sentence = sentence_of(story, target)
    earlier = sentence[: sentence.index(target)]
    if not earlier or not is_amount(earlier[-1]):
        return
    change = earlier[-1]
    if (
        not (change.figure.role is Role.DIFFERENCE or is_difference(change))
        or target.figure.clause - change.figure.clause > 1
        or any(
            is_amount(t) and kin(t.figure, change.figure) and stands_alone(t) for t in earlier[:-1]
        )
    ):
        return
    bases = _bases(amounts, change, up=target.figure.sign > 0)
    if len(bases) == 1:
        base = bases[0]
        unit = change.figure.unit
        told = printed(base, unit, change.figure.decimals).removesuffix(unit.symbol if unit else "")
        yield Hypothesis(
            target, (change,), partial(_of_base, base=Interval.exact(base)), _SURE,
            lambda t: f"{t[0]}÷{told}×100%",
        )  # fmt: skip


def _bases(amounts: Amounts, change: Told, *, up: bool) -> Sequence[Decimal]:
    """The amounts of the paper that lie the change below (or above) another one of it."""
    kind, step = change.figure.kind, change.figure.value
    found: list[Decimal] = []
    for one in amounts.values.get(kind, ()):
        base = (one.low + one.high) / 2
        now = base + step if up else base - step
        if base not in found and base > 0 and now > 0 and (kind, now) in amounts.stated:
            found.append(base)
    return found


def _of_base(values: Sequence[Interval], base: Interval) -> Interval | None:
    return quotient_percent((values[0], base))
