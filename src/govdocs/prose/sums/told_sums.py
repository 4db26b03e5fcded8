"""A total and its parts told apart in a paper: whether one slip sets them apart, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.figure import ProseFigure
from govdocs.prose.judgement import Judgement, Sureness, bare, printed
from govdocs.prose.sums.wholeness import MIN_RESOLUTION
from govdocs.prose.told import Told
from govdocs.prose.words.added_up import interval_of_sum, round_to
from govdocs.prose.words.near_miss import slip_into


def sum_of(parts: Sequence[Told]) -> Interval:
    """The values that the sum of ``parts`` can have, in base units."""
    return interval_of_sum([part.figure for part in parts])


def fits_by_slip(parts: Sequence[Told], total: Told) -> bool:
    """Tell whether one slip of the hand, in the total or in a part, sets it apart from the sum."""
    if slip_into(total.figure, sum_of(parts)):
        return True
    whole = total.figure.interval
    return any(
        slip_into(part.figure, whole.minus(sum_of([t for t in parts if t is not part])))
        for part in parts
    )


def splits_by_slip(whole: ProseFigure, spent: ProseFigure, left: ProseFigure) -> bool:
    """Tell whether one slip of the hand in one of the three sets a whole apart from what was spent and is left."""
    return (
        slip_into(left, whole.interval.minus(spent.interval))
        or slip_into(spent, whole.interval.minus(left.interval))
        or slip_into(whole, spent.interval.plus(left.interval))
    )


def is_fine(parts: Sequence[Told], total: Told) -> bool:
    """Tell whether the figures have so many digits that a sum one slip away is no chance."""
    figures = [told.figure for told in (*parts, total)]
    ulp = min(figure.ulp for figure in figures)
    return total.figure.value / (ulp * round_to(figures, ulp)) >= MIN_RESOLUTION


def judged_sum(
    parts: Sequence[Told], total: Told, *, holds: bool, name: str = "among"
) -> Judgement:
    """What is said of a total and its parts; ``name`` is ``among`` (其中) or ``listed`` (合计)."""
    unit = total.figure.unit
    alike = all(part.figure.unit == unit for part in parts)
    value = sum((part.figure.value for part in parts), Decimal(0))
    decimals = max([total.figure.decimals, *(part.figure.decimals for part in parts if alike)])
    shown = printed(value, unit, decimals)
    line = "＋".join(bare(part.figure) if alike else part.figure.text for part in parts)
    return Judgement(
        name,
        holds,
        (total.cited, *(part.cited for part in parts)),
        expected=shown,
        actual=total.figure.text,
        arithmetic=f"{line}＝{shown}",
        sureness=Sureness.LIKELY,
        details={"relation": "不等于"},
    )
