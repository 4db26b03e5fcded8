"""Readings of a percentage: part of a whole, done of planned, grown from a base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.nearness import Rough, some_growth, some_share
from govdocs.prose.reckoning.percentages.about import is_about, with_leeway
from govdocs.prose.reckoning.percentages.adjusted_budgets import adjusted_budgets
from govdocs.prose.reckoning.percentages.bases.bases import bases
from govdocs.prose.reckoning.percentages.bound.all_given import of_all_given
from govdocs.prose.reckoning.percentages.bound.by_owner import by_owner
from govdocs.prose.reckoning.percentages.bound.named_rates import named_rates
from govdocs.prose.reckoning.percentages.bound.percentage_binding import SURE, bound_readings
from govdocs.prose.reckoning.percentages.bound.plainly_paired import plainly_paired
from govdocs.prose.reckoning.percentages.bound.two_names import named_before
from govdocs.prose.reckoning.percentages.days_of_year import days_of_year
from govdocs.prose.reckoning.percentages.elsewhere.done_of_list import done_of_list
from govdocs.prose.reckoning.percentages.elsewhere.tasks import tasks
from govdocs.prose.reckoning.percentages.elsewhere.then_and_now import then_and_now
from govdocs.prose.reckoning.percentages.elsewhere.together import together
from govdocs.prose.reckoning.percentages.elsewhere.wholes_called import wholes_called
from govdocs.prose.reckoning.percentages.growth.grown_in_any_unit import grown_in_any_unit
from govdocs.prose.reckoning.percentages.growth.grown_since import grown_since
from govdocs.prose.reckoning.percentages.growth.growth_readings import EXCEEDS, growth_readings
from govdocs.prose.reckoning.percentages.in_rows.shares_of_all import shares_of_all
from govdocs.prose.reckoning.percentages.rate_readings import DONE_OF, NAMED_RATE, rate_readings
from govdocs.prose.reckoning.percentages.satisfied import satisfied
from govdocs.prose.reckoning.percentages.share_readings import bracket_readings, share_readings
from govdocs.prose.reckoning.percentages.told_behind import told_behind
from govdocs.prose.reckoning.reach import (
    before,
    is_amount,
    kin,
    sentence_of,
)
from govdocs.prose.told import Story, Told

_NO_FACT = re.compile(
    r"目标|不低于|不高于|不超过|不少于|≥|≤|>|<|应|要求|标准|(?<![（(])按|计划(?!.*的$)|当[年期](?=[^，。；]{0,6}[率度])|上年|去年|同期|平均|(?:出生|死亡|自然增长|增长)率为?$|权重|税率|利率|年化|降至|上升至|提高到|提高至|由|从"
)
_OF_PLAN = re.compile(
    r"(?:完成|为|是|达到?|相当于|占)[^，。；：\d]{0,10}(?:目标|计划|任务|预期)[^，。；：\d]{0,4}的$"
)
_NO_TARGET = re.compile(
    rf"{_OF_PLAN.pattern}|占[^，。；：\d]{{2,14}}的(?:比[例重])?[为达]*$|[按据]此|平均(?=执行率|完成率|拨付率|支付率|支出率|资产负债率|[^，。；\d]{{0,6}}的$)|(?:占比|的?比[重例])(?:预计|将)*(?:提高|提升|上升|下降|降低|降)[到至]"
)
_REACH = 3
_MOST_SHORT = 12
"""So many pairs may be tried for a rate in whole percents: one of them fits by chance often enough."""


def percentage_readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    """The likeliest readings of a percentage, each with how often it is a wrong one."""
    readings = _readings(story, target)
    return with_leeway(readings) if is_about(target) else readings


def _readings(story: Story, target: Told) -> Iterator[Hypothesis]:
    figure = target.figure
    if not _is_no_fact(re.sub(r"[比较](?:上年|去年)(?:同期)?", "", target.words)):
        yield from told_behind(story, target)
        yield from grown_in_any_unit(target)
        yield from grown_since(story, target)
        yield from then_and_now(story, target)
    if _is_no_fact(target.words):
        return
    sentence = [t for t in sentence_of(story, target) if t.figure.span < figure.span]
    grows = figure.role is Role.GROWTH or EXCEEDS.search(target.words) is not None
    yield from bases(story, target)
    if not grows:
        yield from plainly_paired(story, target)
        yield from by_owner(story, target)
        yield from named_rates(story, target)
        yield from named_before(story, target)
        yield from days_of_year(story, target)
        yield from shares_of_all(story, target)
        yield from satisfied(story, target)
        yield from adjusted_budgets(story, target)
        yield from of_all_given(story, target)
        yield from done_of_list(story, target)
        yield from together(story, target)
        yield from tasks(story, target)
        yield from wholes_called(story, target)
        yield from bound_readings(story, target, sentence)
    if grows:
        yield from growth_readings(story, target, sentence)
    elif figure.role is Role.SHARE:
        yield from share_readings(story, target, sentence)
        if "占" not in target.words and NAMED_RATE.search(target.words):
            yield from rate_readings(story, target, sentence)
    elif NAMED_RATE.search(target.words) or DONE_OF.search(target.words):
        yield from rate_readings(story, target, sentence)
    elif (
        not re.search(r"[一-龥]", target.words)
        and sentence
        and figure.depth > sentence[-1].figure.depth
    ):
        yield from bracket_readings(story, target, sentence)


def is_explained_percentage(story: Story, target: Told) -> bool:
    """Tell whether two amounts of one kind near a percentage give it, as share, rate or growth.

    The fewer digits it has, the fewer amounts are tried: pairs enough fit any figure by chance.
    """
    figure = target.figure
    near = before(story, target, _REACH)
    after = [t for t in sentence_of(story, target) if t.figure.span > figure.span and is_amount(t)]
    if figure.role is Role.GROWTH:
        amounts = [*near[: (2, 6, 12)[min(2, figure.decimals)]], *after[:1]]
        return any(
            some_growth(figure, [Rough.of(t.figure) for t in group]) for group in _by_kind(amounts)
        )
    if figure.decimals:
        return any(
            some_share(figure, roughs, roughs)
            for group in _by_kind([*near[:12], *after[:2]])
            if (roughs := [Rough.of(t.figure) for t in group])
        )
    pairs = [
        (part, whole)
        for at, part in enumerate(near[:8])
        for whole in near[: 8 + at]
        if part is not whole and kin(part.figure, whole.figure)
    ]
    return any(
        some_share(figure, [Rough.of(a.figure)], [Rough.of(b.figure)])
        for a, b in pairs[:_MOST_SHORT]
    )


def is_explained_beside(story: Story, target: Told, readings: Sequence[Hypothesis]) -> bool:
    """Tell whether figures near explain a percentage; where a reading is sure, only by its own part.

    Pairs enough fit a rate in whole percents by chance; a reading that the words name goes before them.
    """
    sure = [reading.operands[0] for reading in readings if reading.doubt <= SURE]
    if not sure:
        return is_explained_percentage(story, target)
    near = [
        Rough.of(t.figure) for t in before(story, target, 1)[:8] if kin(t.figure, sure[0].figure)
    ]
    if target.figure.role is Role.GROWTH:
        return any(
            abs(100 * abs(a.value - b.value) / b.value - float(target.figure.value))
            < float(target.figure.ulp)
            for a in near[:3] for b in near[:3] if a is not b and b.value > 0
        )  # fmt: skip
    return some_share(target.figure, [Rough.of(sure[0].figure)], near)


def names_both(readings: Sequence[Hypothesis]) -> bool:
    """Tell whether the words name both amounts of some reading for certain."""
    return any(reading.doubt <= SURE for reading in readings)


def _by_kind(told: Sequence[Told]) -> list[list[Told]]:
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(one.figure.kind, []).append(one)
    return list(groups.values())


def claims_a_part(told: Told) -> bool:
    """Tell whether the words before a percentage say that it is a share, a rate or growth."""
    if not is_percentage(told) or _is_no_fact(told.words):
        return False
    return told.figure.role in {Role.SHARE, Role.GROWTH} or bool(
        NAMED_RATE.search(told.words) or DONE_OF.search(told.words)
    )


def is_percentage(told: Told) -> bool:
    """Tell whether a figure is a percentage that was reckoned from others: 完成目标的96% is no target."""
    figure = told.figure
    if not figure.is_rate or not (figure.exact or EXCEEDS.search(told.words) or is_about(told)):
        return False
    return figure.role is not Role.TARGET or _OF_PLAN.search(told.words) is not None


def _is_no_fact(words: str) -> bool:
    return bool(_NO_FACT.search(_NO_TARGET.sub("", words)))
