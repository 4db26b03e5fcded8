"""Whether one slip of the hand sets apart a rate, the part and the whole that it is of."""

from __future__ import annotations

from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure
from govdocs.prose.words.near_miss import slip_into

_HUNDRED = Interval.exact(Decimal(100))
_PERCENT = Decimal("0.01")


def fits_by_slip(rate: ProseFigure, part: ProseFigure, whole: ProseFigure) -> bool:
    """Tell whether one wrong digit in rate, part or whole makes the three fit."""
    ratio = part.interval.over(whole.interval)
    if ratio is None:
        return False
    if slip_into(rate, ratio.times(_HUNDRED)):
        return True
    share = rate.interval.scaled(_PERCENT)
    if share.low <= 0:
        return False
    if slip_into(part, whole.interval.times(share)):
        return True
    base = part.interval.over(share)
    return base is not None and slip_into(whole, base)
