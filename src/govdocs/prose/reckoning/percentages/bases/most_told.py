"""Shares of an amount that the paper tells again and again: 472名，占41.48% of its 1138名, told in six places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.explained import Amounts
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.elsewhere.names import base_of, clause_name, stands
from govdocs.prose.reckoning.percentages.elsewhere.parts import parts_of
from govdocs.prose.reckoning.percentages.quotients import ratio_of
from govdocs.prose.reckoning.reach import is_amount, kin, sentence_of, stands_alone
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import common_stretch
from govdocs.prose.words.near_miss import significant

_ALL = re.compile(
    r"^(?:全部|总|整个|全年|全[省市县区州盟旗国]|本年|当年|年度|纳入|参加|应|实有|现有)|总[数额量和]|合计$"
)
_OF_YEAR = re.compile(r"占(?:全年|当年|本年度?|年度|全部)的?$")
_COUNTED = re.compile(r"(?P<noun>[一-龥]{2})(?:总|个|户|人)数$")
_AGAIN = 3
_NAMED_AGAIN = 2
_MANY = 4
_LEAST_DIGITS = 3
_ENOUGH_DIGITS = 4
_FAR = 60


def most_told(story: Story, amounts: Amounts, target: Told) -> Iterator[Hypothesis]:
    """The part by each amount of its kind that the paper states most often; where its digits are few, by those with its name only.

    Each is as likely to be met by chance as there are such amounts.
    """
    if target.figure.role is not Role.SHARE or significant(target.figure.number) < _LEAST_DIGITS:
        return
    label = base_of(target.words) or ("全年" if _OF_YEAR.search(target.words) else "")
    if label and not _ALL.search(label):
        return
    sentence = sentence_of(story, target)
    for part in parts_of(story, target, sentence[: sentence.index(target)])[:1]:
        if not is_amount(part) or target.figure.clause - part.figure.clause > 1:
            continue
        noun = _noun(label)
        by_name = bool(noun) or significant(target.figure.number) < _ENOUGH_DIGITS
        wholes = _stated_often(story, amounts, target, part, _NAMED_AGAIN if by_name else _AGAIN)
        if noun:
            wholes = [t for t in wholes if noun in clause_name(t)]
        elif by_name:
            name = clause_name(part)
            wholes = [t for t in wholes if label and common_stretch(clause_name(t), name) > 1]
        for whole in wholes[:_MANY]:
            yield ratio_of(target, part, whole, 0.3 if len(wholes) == 1 else float(len(wholes)))


def _noun(label: str) -> str:
    """What the base counts: the 场馆 of 纳入补助范围场馆总数; empty where only a measure is named."""
    found = _COUNTED.search(label)
    return found["noun"] if found else ""


def _stated_often(
    story: Story, amounts: Amounts, target: Told, part: Told, again: int
) -> list[Told]:
    """One place for each amount stated so many times or more that the part may be of, the most often stated first."""
    kind = part.figure.kind
    found: dict[Decimal, Told] = {}
    for number in range(max(0, target.number - _FAR), min(len(story.told), target.number + _FAR)):
        for one in story.told[number]:
            if (
                one.figure.kind == kind and stands(one) and stands_alone(one) and kin(one.figure, part.figure)
                and one.figure.value > part.figure.value
                and amounts.stated[kind, one.figure.value] >= again
            ):  # fmt: skip
                found.setdefault(one.figure.value, one)
    return sorted(found.values(), key=lambda t: -amounts.stated[kind, t.figure.value])
