"""How a printed figure agrees with what it should be: exactly, by rounding, by cutting, or not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from govdocs.model.interval import Interval, cut, quotient, rounded
from govdocs.model.quantity import Quantity


class Agreement(Enum):
    """What a stated figure is to a computed one.

    NEAR: not what the printed figures give, yet their rounding alone can explain it.
    APART: no values that print so can agree.
    """

    EXACT = "exact"
    CUT = "cut"
    NEAR = "near"
    APART = "apart"


def sum_agreement(total: Quantity, parts: Sequence[Quantity]) -> Agreement:
    """Hold ``total`` against the sum of ``parts``, all in one unit.

    Parts of one list are printed to one precision: where one shows decimals, the others have
    only dropped their zeros, so each may be off by half of the finest digit shown. A total that
    is its parts' sum rounded is NEAR: money adds up to the last digit printed. Source: XBRL
    Calculations 1.1.
    """
    number = sum((part.number for part in parts), Decimal(0))
    if number == total.number:
        return Agreement.EXACT
    finest = max((part.decimals for part in parts), default=0)
    envelope = Interval.total(Interval.of(part.number, finest) for part in parts)
    found = _agreement(total.number, total.decimals, number, envelope)
    return Agreement.NEAR if found is Agreement.EXACT else found


def quotient_agreement(
    stated: Decimal, decimals: int, dividend: Quantity, divisor: Quantity, scale: int = 1
) -> Agreement | None:
    """Hold ``stated`` against ``scale``×dividend÷divisor; None where the divisor can be zero."""
    if divisor.number == 0:
        return None
    finest = max(dividend.decimals, divisor.decimals)
    factor = _factor(dividend) / _factor(divisor) * scale
    envelope = Interval.of(dividend.number, finest).over(Interval.of(divisor.number, finest))
    value = quotient(dividend.number, divisor.number) * factor
    exact = Interval.exact(value)
    return _agreement(stated, decimals, value, envelope.scaled(factor) if envelope else exact)


def same_figure(one: Quantity, other: Quantity) -> Agreement | None:
    """Hold two figures for one thing against each other; None where their kinds differ.

    A figure without unit is compared by its number alone. Of two figures printed to different
    precision (1.1万人, 11234人), the finer one rounded is the coarser one.
    """
    if one.kind and other.kind and one.kind != other.kind:
        return None
    bare = not (one.kind and other.kind)
    steps = [step_of(one, bare=bare), step_of(other, bare=bare)]
    values = [in_base(one, bare=bare), in_base(other, bare=bare)]
    coarse, fine = (0, 1) if steps[0] >= steps[1] else (1, 0)
    if values[0] == values[1]:
        return Agreement.EXACT
    if steps[0] == steps[1]:
        return Agreement.APART
    step = steps[coarse]
    number = quotient(values[fine], step)
    stated = quotient(values[coarse], step)
    if rounded(number, 0) == stated:
        return Agreement.EXACT
    return Agreement.CUT if cut(number, 0) == stated else Agreement.APART


def in_base(figure: Quantity, *, bare: bool = False) -> Decimal:
    """The number in base units of its kind (元, 人, %); the number itself where ``bare``."""
    return figure.number if bare else figure.number * _factor(figure)


def step_of(figure: Quantity, *, bare: bool = False) -> Decimal:
    """What one unit of the last printed digit is worth, in base units."""
    step = Decimal(1).scaleb(-figure.decimals)
    return step if bare else step * _factor(figure)


def _factor(figure: Quantity) -> Decimal:
    return figure.unit.factor if figure.unit else Decimal(1)


def _agreement(stated: Decimal, decimals: int, value: Decimal, envelope: Interval) -> Agreement:
    if rounded(value, decimals) == stated:
        return Agreement.EXACT
    if cut(value, decimals) == stated:
        return Agreement.CUT
    return Agreement.NEAR if Interval.of(stated, decimals).meets(envelope) else Agreement.APART
