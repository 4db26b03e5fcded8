"""Figures that nothing bears out, and that one digit would make fit: no words are asked, only the numbers.

The words that bind figures are many, and no list of them is whole. What is left when all rules have
spoken is held against plain arithmetic with its neighbours: where a figure is told once, no way of
reckoning gives it, and just one way gives it with one digit changed, it is doubted. Only figures of
so many digits are, that chance does so in few papers of a hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from govdocs.prose.explained import Amounts
from govdocs.prose.judgement import Judgement, Sureness, printed
from govdocs.prose.lone.additions import additions
from govdocs.prose.lone.fits import Fit
from govdocs.prose.lone.quotients import products, rates
from govdocs.prose.lone.told_elsewhere import told_elsewhere
from govdocs.prose.told import Story, Told
from govdocs.prose.words.near_miss import significant

MOST_CHANCE = 0.1
"""Above this, added up over all that was tried, a fit may as well be chance."""
_FEWEST_DIGITS = 4
_DEEPEST = 2
"""Longer paths lead into the cells of tables."""


def lone_figures(
    story: Story, amounts: Amounts, is_held: Callable[[Told], bool]
) -> Iterator[Judgement]:
    """Judge the figures of the paragraphs that ``is_held`` says no statement was held against; all are false.

    Of the figures of one broken reckoning the one least open to chance is told.
    """
    found: list[tuple[float, Told, Fit, Decimal]] = []
    above: list[Told] = []
    for paragraph in story.told:
        if not paragraph or len(paragraph[0].passage.path) > _DEEPEST:
            continue
        own = [told for told in paragraph if _counts(told)]
        for target in paragraph:
            if _is_lone(target, amounts) and not is_held(target):
                found += _doubts(story, target, own, above, amounts)
        above = own
    named: set[int] = set()
    for _, target, fit, value in sorted(found, key=lambda one: one[0]):
        marks = {id(told) for told in (target, *fit.operands)}
        if not marks & named:
            named |= marks
            yield _judgement(target, fit, value)


def _counts(told: Told) -> bool:
    return told.is_amount and told.figure.unit is not None and told.figure.value > 0


def _is_lone(told: Told, amounts: Amounts) -> bool:
    figure = told.figure
    if figure.unit is None or not figure.exact or figure.is_points or figure.value <= 0:
        return False
    once = amounts.stated[figure.kind, figure.value] < 2
    return (
        once and (told.is_amount or figure.is_rate) and significant(figure.number) >= _FEWEST_DIGITS
    )


def _doubts(
    story: Story, target: Told, own: Sequence[Told], above: Sequence[Told], amounts: Amounts
) -> Iterator[tuple[float, Told, Fit, Decimal]]:
    """The one reckoning that one digit of the figure would keep; none where it is borne out as printed."""
    alike = [told for told in own if told is target or told.figure.unit == target.figure.unit]
    if target.is_amount and _is_added_to(target, alike, amounts):
        return
    fits = [
        *_fits(target, own, alike, above),
        *_in_other_units(target, own, alike),
        *told_elsewhere(story, target),
    ]
    if any(fit.gives(target) for fit in fits):
        return
    chance = 0.0
    values: dict[Decimal, Fit] = {}
    for fit in fits:
        if fit.repeats or fit.is_like(target):
            chance += fit.chance(target)
            for value in fit.slips(target):
                values.setdefault(value, fit)
    if len(values) != 1 or chance > MOST_CHANCE:
        return
    ((value, fit),) = values.items()
    told_already = fit.adds and amounts.stated[target.figure.kind, value]
    if fit.telling_digits(target) >= _FEWEST_DIGITS and not told_already:
        yield chance, target, fit, value


def _fits(
    target: Told, own: Sequence[Told], alike: Sequence[Told], above: Sequence[Told]
) -> Iterator[Fit]:
    around = [told for told in (*own, *above) if told is not target]
    if target.figure.is_rate:
        before = [told for told in own if told.figure.span < target.figure.span]
        yield from rates(target, [*above, *before], around)
        return
    yield from additions(target, alike, [t for t in above if t.figure.unit == target.figure.unit])
    yield from products(target, around, by_month="月" in target.passage.text)


def _in_other_units(target: Told, own: Sequence[Told], alike: Sequence[Told]) -> Iterator[Fit]:
    """What amounts of its kind give where some are printed in another unit: 5.1亿元、5506万元."""
    kin = [told for told in own if told is target or told.figure.kind == target.figure.kind]
    if target.is_amount and len(kin) > len(alike):
        yield from additions(target, kin, ())


def _is_added_to(target: Told, alike: Sequence[Told], amounts: Amounts) -> bool:
    """Tell whether it makes an amount of the paper together with a neighbour, or lies between two: then it is right."""
    value, kind = target.figure.value, target.figure.kind
    others = (told.figure.value for told in alike if told.figure.value != value)
    return any(
        amounts.stated[kind, abs(value - other)] or amounts.stated[kind, value + other]
        for other in others
    )


def _judgement(target: Told, fit: Fit, value: Decimal) -> Judgement:
    figure = target.figure
    expected = printed(value, figure.unit, figure.decimals)
    return Judgement(
        "again" if fit.repeats else "lone",
        False,
        tuple(told.cited for told in (target, *fit.operands)),
        expected=expected,
        actual=figure.text,
        arithmetic="" if fit.repeats else f"{fit.shown(target)}＝{expected}",
        sureness=Sureness.LIKELY,
        details={"other": fit.operands[0].passage.label},
    )
