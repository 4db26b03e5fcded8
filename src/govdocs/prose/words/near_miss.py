"""Whether two figures differ by a slip of the hand: one digit, two swapped digits, a shifted point."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure

_SHIFTS = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10_000))


def looks_like_slip(difference: Decimal, ulp: Decimal) -> bool:
    """Tell whether changing one digit, or swapping two neighbours, explains ``difference``."""
    if difference == 0 or ulp == 0:
        return False
    units = abs(difference) / ulp
    if units != units.to_integral_value():
        return False
    digits = str(int(units)).rstrip("0")
    if len(digits) == 1:
        return True
    return int(digits) % 9 == 0 and int(digits) // 9 < 10


def one_slip_apart(first: Decimal, second: Decimal) -> bool:
    """Tell whether two printed numbers differ by one digit, a swap, a sign, a lost digit or the point."""
    if first == second:
        return False
    if first == -second:
        return True
    if any(first == second * s or second == first * s for s in _SHIFTS):
        return True
    a, b = (f"{abs(n):f}".replace(".", "") for n in (first, second))
    if len(a) == len(b):
        return one_digit_apart(a, b)
    long, short = (a, b) if len(a) > len(b) else (b, a)
    if len(long) - len(short) != 1:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def one_digit_apart(first: str, second: str) -> bool:
    """Tell whether two rows of as many digits differ in one digit, or in two swapped neighbours."""
    at = [i for i in range(len(first)) if first[i] != second[i]]
    if len(at) == 1:
        return True
    return (
        len(at) == 2
        and at[1] == at[0] + 1
        and first[at[0]] == second[at[1]]
        and first[at[1]] == second[at[0]]
    )


def significant(number: Decimal) -> int:
    """How many digits a printed number has, leading zeros not counted."""
    return len(f"{abs(number):f}".replace(".", "").lstrip("0"))


def telling_digits(first: Decimal, second: Decimal) -> int:
    """How many digits two numbers have to tell them by, the zeros at the end of both left out."""
    a, b = (int(abs(n).scaleb(8)) for n in (first, second))
    while a and a % 10 == 0 and b % 10 == 0:
        a, b = a // 10, b // 10
    return max(len(str(a)), len(str(b)))


def slips_of(number: Decimal) -> Iterator[Decimal]:
    """Every number that one wrong digit, two swapped neighbours or a shifted point make of ``number``."""
    exponent = number.as_tuple().exponent
    digits = number.as_tuple().digits
    places = exponent if isinstance(exponent, int) else 0
    digits = (*(0,) * (1 - places - len(digits)), *digits)  # the zeros of 0.018 are typed too
    last = Decimal((0, (1,), places))
    whole = sum(digit * 10**at for at, digit in enumerate(reversed(digits)))
    for at, digit in enumerate(digits):
        weight = 10 ** (len(digits) - 1 - at)
        without = whole - digit * weight
        for other in range(10):
            if other != digit:
                yield (without + other * weight) * last
        if at + 1 < len(digits) and digit != digits[at + 1]:
            yield (whole + (digits[at + 1] - digit) * (weight - weight // 10)) * last
    yield abs(number) * 10
    yield abs(number) / 10


def slip_values(figure: ProseFigure) -> Iterator[Decimal]:
    """The values in base units that one slip of the hand would have made of a printed figure."""
    factor = figure.unit.factor if figure.unit else Decimal(1)
    for slip in slips_of(figure.number):
        yield slip * factor


def slip_into(figure: ProseFigure, true: Interval) -> bool:
    """Tell whether one slip away from the printed ``figure`` stands a figure that prints ``true`` (base units)."""
    factor = figure.unit.factor if figure.unit else Decimal(1)
    half = figure.interval.high - figure.value
    low, high = true.low - half, true.high + half
    return any(low <= slip * factor <= high for slip in slips_of(figure.number))
