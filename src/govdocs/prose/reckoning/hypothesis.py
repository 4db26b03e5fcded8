"""One way in which a figure may follow from others, and how likely it is to seem so by chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from govdocs.model.interval import Interval
from govdocs.prose.explained import is_cut
from govdocs.prose.figure import ProseFigure
from govdocs.prose.told import Told
from govdocs.prose.words.full_marks import is_full_mark
from govdocs.prose.words.near_miss import significant

Compute = Callable[[Sequence[Interval]], Interval | None]
"""From the values of the operands to that of the figure, all in base units."""

MOST_CHANCE = 0.1
"""Above this a near miss may as well be chance."""
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis:
    """``target`` is what ``compute`` makes of ``operands``; ``doubt`` is how often such a reading is wrong.

    ``shown`` prints the reading from the operands' figures as they stand in the paper. A ``doubt``
    above 1 asks for that many times more digits before the reading is believed.
    """

    target: Told
    operands: tuple[Told, ...]
    compute: Compute
    doubt: float
    shown: Callable[[Sequence[str]], str]

    @property
    def figures(self) -> tuple[ProseFigure, ...]:
        """The target's figure, then those of the operands."""
        return (self.target.figure, *(told.figure for told in self.operands))

    @property
    def value(self) -> Interval | None:
        """What the operands give as printed."""
        return self.compute([told.figure.interval for told in self.operands])

    def holds(self) -> bool:
        """Tell whether the operands as printed give the figure as printed, rounded or cut."""
        return _prints(self.target.figure, self.value)

    def holds_as_typed(self) -> bool:
        """Tell whether it holds where a whole number beside finer ones is as fine: 3 beside 0.8 is 3.0."""
        if not self.holds():
            return False
        finest = max(figure.decimals for figure in self.figures)
        if not finest or len({(f.unit, f.kind) for f in self.figures}) > 1:
            return True
        value = self.compute([_as_fine(told.figure, finest) for told in self.operands])
        if _prints(self.target.figure, value):
            return True
        return self.doubt <= 1 and not self._slips_exactly()

    def slip(self) -> ProseFigure | None:
        """The first figure of the reading that one wrong digit explains; None where no digit does."""
        target, value = self.target.figure, self.value
        if value is not None and any(value.meets(other) for other in _one_digit(target)):
            return target
        values = [told.figure.interval for told in self.operands]
        for at, told in enumerate(self.operands):
            own = values[at]
            for values[at] in _one_digit(told.figure):
                if _prints(target, self.compute(values)):
                    return told.figure
            values[at] = own
        return None

    def chance(self) -> float:
        """How probable it is that a wrong reading comes one digit near by chance.

        The digits that tell: a target of 8600 beside parts in whole hundreds has two of them.
        """
        value = self.value
        if value is None:
            return 1.0
        return self._chance(1.0 + float((value.high - value.low) / self.target.figure.ulp))

    def is_believable(self) -> bool:
        """Tell whether chance brings a wrong reading so near seldom enough.

        Where one digit makes the reading true to the last digit printed, none need be rounded:
        3 beside 0.8 and 1.0 is then 3.0. Points that can be had and points that were given are
        never reckoned together.
        """
        points = [t for t in (self.target, *self.operands) if t.figure.kind == "分"]
        if len({is_full_mark(told) for told in points}) > 1:
            return False
        if self.chance() <= MOST_CHANCE:
            return True
        return self._chance(1.0) <= MOST_CHANCE and self._slips_exactly()

    def _chance(self, width: float) -> float:
        tries = 9 * sum(significant(figure.number) for figure in self.figures)
        near = tries * width / 10.0 ** self._telling_digits()
        return min(1.0, near) * self.doubt

    def _slips_exactly(self) -> bool:
        if len({figure.kind for figure in self.figures}) > 1 or self.target.figure.is_rate:
            return False
        exact = [Interval.exact(figure.value) for figure in self.figures]
        value = self.compute(exact[1:])
        if value is None:
            return False
        for at, figure in enumerate(self.figures):
            for other in map(_middle, _one_digit(figure)):
                values = [*exact[:at], other, *exact[at + 1 :]]
                found = value if at == 0 else self.compute(values[1:])
                if found is not None and found.low == values[0].low:
                    return True
        return False

    def _telling_digits(self) -> int:
        target = self.target.figure
        digits = significant(target.number)
        if target.is_rate and target.number == _WHOLE:
            # All of it: only amounts that are nearly equal can be meant, and few digits often are.
            return min(significant(told.figure.number) for told in self.operands) - 1
        if target.is_rate or any(figure.kind != target.kind for figure in self.figures):
            return digits
        return digits - min(_round(figure, target) for figure in self.figures)


def _as_fine(figure: ProseFigure, decimals: int) -> Interval:
    if figure.decimals:
        return figure.interval
    half = Decimal("0.5").scaleb(-decimals) * (figure.unit.factor if figure.unit else 1)
    return Interval(figure.value - half, figure.value + half)


def _middle(interval: Interval) -> Interval:
    return Interval.exact((interval.low + interval.high) / 2)


def _round(figure: ProseFigure, target: ProseFigure) -> int:
    """How many zeros end a figure, counted in the last printed digit of ``target``."""
    units = figure.value / target.ulp
    if units != units.to_integral_value():
        return 0
    digits = str(abs(int(units)))
    return len(digits) - len(digits.rstrip("0"))


def _prints(figure: ProseFigure, value: Interval | None) -> bool:
    if value is None:
        return False
    return value.meets(figure.interval) or (figure.is_rate and is_cut(figure, value))


def _one_digit(figure: ProseFigure) -> tuple[Interval, ...]:
    """The values of every number with one digit unlike the printed one, or with two neighbours swapped."""
    factor = figure.unit.factor if figure.unit else Decimal(1)
    return _changed(figure.number, factor, figure.interval.high - figure.value)


@lru_cache(maxsize=2048)
def _changed(printed: Decimal, factor: Decimal, half: Decimal) -> tuple[Interval, ...]:
    """Worked out once for each number: many readings are tried with it."""
    _, digits, exponent = printed.as_tuple()
    places = exponent if isinstance(exponent, int) else 0
    last = Decimal((0, (1,), places)) * factor
    whole = int("".join(map(str, digits)))
    found: list[Interval] = []
    for at, digit in enumerate(digits):
        weight = 10 ** (len(digits) - 1 - at)
        for other in range(10):
            if other != digit and not (at == 0 and other == 0 and len(digits) > 1 and places == 0):
                number = (whole + (other - digit) * weight) * last
                found.append(Interval(number - half, number + half))
    for at, (one, next_one) in enumerate(pairwise(digits)):
        if one != next_one and not (at == 0 and next_one == 0):
            weight = 10 ** (len(digits) - 2 - at)
            number = (whole + 9 * (next_one - one) * weight) * last
            found.append(Interval(number - half, number + half))
    return tuple(found)
