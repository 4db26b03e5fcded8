"""Every figure that claims to follow from others: explained, or one digit away from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from govdocs.model.interval import Interval
from govdocs.prose.explained import Amounts
from govdocs.prose.figure import ProseFigure, Role
from govdocs.prose.judgement import Judgement, Sureness, bare, printed
from govdocs.prose.reckoning.alike_sentences import alike_sentences
from govdocs.prose.reckoning.any_pair import any_pair
from govdocs.prose.reckoning.claims import claims
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.per_unit.averages import (
    average_readings,
    is_average,
    is_explained_average,
)
from govdocs.prose.reckoning.percentages.bases.bases import of_the_paper
from govdocs.prose.reckoning.percentages.in_rows.shares_in_order import in_order
from govdocs.prose.reckoning.percentages.multiples import (
    is_explained_multiple,
    is_multiple,
    multiple_readings,
)
from govdocs.prose.reckoning.percentages.percentages import (
    is_explained_beside,
    is_percentage,
    names_both,
    percentage_readings,
)
from govdocs.prose.reckoning.percentages.points import (
    is_explained_points,
    is_points,
    points_readings,
)
from govdocs.prose.reckoning.reach import is_amount
from govdocs.prose.reckoning.remainders.differences import (
    difference_readings,
    is_difference,
    is_explained_difference,
)
from govdocs.prose.reckoning.wholes.totals import is_explained_total, total_readings
from govdocs.prose.told import Story, Told

_CHANCE = 1.0
"""Readings of so much doubt are met by chance, and give way to a list that adds up."""


def second_look(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge every figure that some reading makes follow from others; false where one digit mends it.

    A figure that any reading in reach explains is true; one that no reading comes near is left. Of
    two broken readings that share a figure only the surer one is told: one slip breaks both.
    """
    broken: list[Hypothesis] = []
    true: set[tuple[int, tuple[int, int]]] = set()
    for told in (one for paragraph in story.told for one in paragraph):
        readings, is_explained = _way_of(story, amounts, told)
        possible = list(readings)
        if not possible and not is_percentage(told) and not is_difference(told):
            continue
        held = next((reading for reading in possible if reading.holds()), None)
        if held is not None:
            true.add(_mark(told))
            yield _judgement(held, holds=True)
        elif not is_explained():
            pairs = [*any_pair(story, told), *of_the_paper(story, amounts, told)]
            if not any(reading.holds() for reading in pairs):
                broken += islice(chain(_slips(possible), _slips(pairs)), 1)
    kept: dict[tuple[int, tuple[int, int]], list[Hypothesis]] = {}
    doubted: list[Hypothesis] = []
    for alternatives in claims(story, amounts):
        held = next((reading for reading in alternatives if reading.holds_as_typed()), None)
        if held is not None:
            kept.setdefault(_mark(held.target), []).append(held)
            yield _judgement(held, holds=True)
        else:
            doubted += islice(_slips(alternatives), 1)
    wholes = [r for r in chain.from_iterable(kept.values()) if r.compute == Interval.total]
    # What a price makes of a quantity leaves no doubt of the price as a mean of another amount.
    broken = [r for r in broken if not is_average(r.target) or not kept.get(_mark(r.target))]
    broken += (
        r for r in doubted
        if not _is_kept(r, kept.get(_mark(r.target), ())) and not _is_settled(r, wholes)
        and not _is_other_mean(story, r) and not _is_made_otherwise(r, kept)
    )  # fmt: skip
    broken += (
        reading for reading in alike_sentences(story)
        if _mark(reading.target) not in true and not reading.holds() and reading.slip() is not None
    )  # fmt: skip
    named: set[tuple[int, tuple[int, int]]] = set()
    for reading in sorted(broken, key=lambda reading: reading.doubt):
        marks = {_mark(told) for told in (reading.target, *reading.operands)}
        if not marks & named:
            named |= marks
            yield _judgement(reading, holds=False)


def _is_kept(reading: Hypothesis, kept: Sequence[Hypothesis]) -> bool:
    """Tell whether the figure is right by another claim: any account of it, or a longer list of the same parts."""
    if reading.compute != Interval.total:
        return bool(kept)
    parts = {_mark(told) for told in reading.operands}
    return any(parts & {_mark(told) for told in one.operands} for one in kept)


def _is_other_mean(story: Story, reading: Hypothesis) -> bool:
    """Tell whether a mean that a loose reading doubts is that of other amounts in reach."""
    if reading.doubt < _CHANCE or not is_average(reading.target):
        return False
    return is_explained_average(story, reading.target)


def _is_made_otherwise(
    reading: Hypothesis, kept: Mapping[tuple[int, tuple[int, int]], Sequence[Hypothesis]]
) -> bool:
    """Tell whether the same amount and the same price go together with another count: 893个、10.85亿元，平均每个121.5万元."""
    target = _mark(reading.target)
    return any(
        target in {_mark(told) for told in one.operands}
        for price in reading.operands
        for one in kept.get(_mark(price), ())
    )


def _is_settled(reading: Hypothesis, wholes: Sequence[Hypothesis]) -> bool:
    """Tell whether a whole that adds up leaves no doubt: of one of its parts by chance, or of its parts' other whole."""
    target = _mark(reading.target)
    operands = {_mark(told) for told in reading.operands}
    for whole in wholes:
        parts = {_mark(told) for told in whole.operands}
        if reading.compute == Interval.total:
            if parts == operands and _mark(whole.target) != target:
                return True  # 核定编制20名，实有18人，其中10人、8人: they make up the eighteen
        elif target in parts and reading.doubt >= _CHANCE:
            return True
    return False


def _mark(told: Told) -> tuple[int, tuple[int, int]]:
    return told.number, told.figure.span


def _way_of(
    story: Story, amounts: Amounts, told: Told
) -> tuple[Iterator[Hypothesis], Callable[[], bool]]:
    if is_percentage(told):
        possible = [*in_order(story, told), *percentage_readings(story, told)]
        return (
            iter(possible),
            lambda: (
                is_explained_beside(story, told, possible)
                or (
                    not (told.figure.role is Role.GROWTH and names_both(possible))
                    and _of_any_whole(story, amounts, told)
                )
            ),
        )
    if is_multiple(told):
        return multiple_readings(story, told), lambda: is_explained_multiple(story, told)
    if is_points(told):
        return points_readings(story, told), lambda: is_explained_points(story, told)
    if not is_amount(told):
        return iter(()), lambda: True
    if is_average(told):
        return average_readings(story, told), lambda: is_explained_average(story, told)
    if is_difference(told):
        return difference_readings(story, told), lambda: is_explained_difference(story, told)
    return (
        total_readings(story, told),
        lambda: is_explained_total(story, told) or is_explained_difference(story, told),
    )


def _of_any_whole(story: Story, amounts: Amounts, told: Told) -> bool:
    """Tell whether a rate with decimals is what was just told in percent of any amount of the paper."""
    parts = [t for t in story.before(told, 1) if is_amount(t)][:2]
    return told.figure.decimals > 1 and any(
        amounts.explains_rate(part.figure, told.figure) for part in parts
    )


def _slips(possible: Iterable[Hypothesis]) -> Iterator[Hypothesis]:
    """The readings that one digit mends, where chance does so seldom enough."""
    for reading in possible:
        if reading.is_believable() and reading.slip() is not None:
            yield reading


def _judgement(reading: Hypothesis, *, holds: bool) -> Judgement:
    figure = reading.target.figure
    value = reading.compute([Interval.exact(told.figure.value) for told in reading.operands])
    middle = figure.value if value is None else (value.low + value.high) / 2
    expected = printed(abs(middle), figure.unit, figure.decimals)
    shown = reading.shown([_bare_in(told.figure, figure) for told in reading.operands])
    return Judgement(
        "slip",
        holds,
        tuple(told.cited for told in (reading.target, *reading.operands)),
        expected=expected,
        actual=figure.text,
        arithmetic=f"{shown}＝{expected}",
        sureness=Sureness.LIKELY,
    )


def _bare_in(figure: ProseFigure, target: ProseFigure) -> str:
    """A number as printed; with its unit where it is not the target's."""
    return bare(figure) if figure.unit == target.unit or target.is_rate else figure.text
