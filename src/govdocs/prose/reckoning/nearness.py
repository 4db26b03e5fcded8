"""Whether plain numbers agree, quickly: what many readings are tried with before one is reckoned in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govdocs.prose.figure import ProseFigure

_LOOSEST = 3


@dataclass(frozen=True, slots=True)
class Rough:
    """A figure's value and half of its last digit, as floats."""

    value: float
    half: float

    @staticmethod
    def of(figure: ProseFigure) -> Rough:
        """Read a figure off."""
        return Rough(float(figure.value), 0.0 if figure.counts else float(figure.ulp) / 2)


def _as_printed(true: float, wanted: float, ulp: float, loose: float) -> bool:
    """Tell whether ``true`` prints as ``wanted``, rounded or with further digits cut off.

    What the roundings of the amounts allow counts up to a few last digits: 1亿 beside 26.21% says nothing.
    """
    loose = min(loose, _LOOSEST * ulp)
    return -ulp / 2 - loose <= true - wanted < max(0.99 * ulp, ulp / 2 + loose)


def some_share(rate: ProseFigure, parts: Sequence[Rough], wholes: Sequence[Rough]) -> bool:
    """Tell whether some part divided by some whole gives ``rate``, rounded or cut."""
    wanted, ulp = float(rate.value), float(rate.ulp)
    for part in parts:
        for whole in wholes:
            if whole.value > 0 and part is not whole:
                ratio = 100 * part.value / whole.value
                loose = abs(ratio) * (part.half / max(part.value, 1e-9) + whole.half / whole.value)
                if _as_printed(ratio, wanted, ulp, loose):
                    return True
    return False


def some_growth(rate: ProseFigure, amounts: Sequence[Rough]) -> bool:
    """Tell whether two of ``amounts`` give ``rate`` as growth: now and then, or a change and one of both."""
    wanted, ulp = abs(float(rate.value)), float(rate.ulp)
    for a in amounts:
        for b in amounts:
            if a is b or b.value <= 0:
                continue
            for base in (b.value, b.value - a.value, b.value + a.value):
                if base > 0:
                    for change in (a.value - b.value, a.value):
                        true = 100 * abs(change) / base
                        loose = 100 * (a.half + b.half) * (1 + true / 100) / base
                        if _as_printed(true, wanted, ulp, loose):
                            return True
    return False


def some_difference(figure: ProseFigure, amounts: Sequence[Rough]) -> bool:
    """Tell whether two of ``amounts`` differ by ``figure``, or add up to it."""
    wanted, ulp = abs(float(figure.value)), float(figure.ulp)
    for at, a in enumerate(amounts):
        for b in amounts[at + 1 :]:
            loose = ulp / 2 + a.half + b.half + 1e-9
            if abs(abs(a.value - b.value) - wanted) <= loose:
                return True
            if abs(a.value + b.value - wanted) <= loose:
                return True
    return False


def some_product(figure: ProseFigure, amounts: Iterable[Rough], counts: Sequence[Rough]) -> bool:
    """Tell whether some amount shared out over some count gives ``figure``."""
    wanted, ulp = float(figure.value), float(figure.ulp)
    for amount in amounts:
        for count in counts:
            if count.value > 0:
                each = amount.value / count.value
                loose = each * count.half / count.value + amount.half / count.value
                if _as_printed(each, wanted, ulp, loose):
                    return True
    return False
