"""One fact that two sentences tell with one digit between them: 资助参保16892人次, 资助参保16982人次."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from govdocs.prose.explained import Amounts
from govdocs.prose.facts.siblings import of_different_things, of_each_and_of_all
from govdocs.prose.facts.told_twice import told_twice
from govdocs.prose.facts.wholes import is_part_of_other
from govdocs.prose.figure import Role
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_one_account
from govdocs.prose.words.likeness import acts_agree, common_stretch, name_of
from govdocs.prose.words.near_miss import slip_values, telling_digits

LEAST_DIGITS = 3
MOST_VALUES = 2
"""A name with more values is one that several things bear."""
_FEW = 4
_FORMER = re.compile(r"(?:上年|去年|上一年|年初)[^比较增减，]*$")


def near_same(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge every figure that stands once, one slip away from a figure of the same name elsewhere."""
    by_value: defaultdict[tuple[str, Decimal], list[tuple[Told, str]]] = defaultdict(list)
    named: list[tuple[Told, str]] = []
    for sentence in story.sentences():
        for told in sentence:
            if told.stated or (
                told.figure.is_rate and told.figure.role is Role.PLAIN and told.figure.exact
            ):
                name = name_of(told, sentence)
                if len(name) > 1:
                    named.append((told, name))
                    by_value[told.figure.kind, told.figure.value].append((told, name))
    values: defaultdict[str, set[Decimal]] = defaultdict(set)
    for told, name in named:
        values[name].add(told.figure.value)
    seen: set[frozenset[Decimal]] = set()
    for told, name in named:
        figure = told.figure
        if len(values[name]) > MOST_VALUES:
            continue  # told of many things in the same words
        if amounts.stated[figure.kind, figure.value] > 1:
            continue
        for value in slip_values(figure):
            for other, called in by_value.get((figure.kind, value), ()):
                pair = frozenset({figure.value, value})
                if len(values[called]) > MOST_VALUES:
                    continue
                if pair not in seen and _one_fact(told, name, other, called):
                    seen.add(pair)
                    measure = told.words[-16:].strip("，、（") or told.figure.noun
                    yield told_twice(told, other, measure, holds=False)


def of_another_time(told: Told) -> bool:
    """Tell whether the words of a figure say that it is the last year's, or the beginning's."""
    return _FORMER.search(told.words) is not None


def _is_shifted(first: Decimal, second: Decimal) -> bool:
    return first.normalize().as_tuple().digits == second.normalize().as_tuple().digits


def _one_fact(told: Told, name: str, other: Told, called: str) -> bool:
    """Tell whether two figures of different sentences are the same by name, time and place."""
    a, b = told.figure, other.figure
    if told.number == other.number and a.sentence == b.sentence:
        return False
    if a.subject != b.subject or not acts_agree(name, called) or a.noun != b.noun:
        return False
    if a.period and b.period and a.period.year != b.period.year:
        return False
    if a.decimals != b.decimals and a.unit == b.unit and _is_shifted(a.number, b.number):
        return False  # 903 and 90.30 are printed in two ways
    if told.owner != other.owner or of_another_time(told) != of_another_time(other):
        return False
    if of_different_things(told.passage, other.passage) or of_each_and_of_all(
        told.cited, other.cited
    ):
        return False
    if not of_one_account(told.cited, other.cited) or is_part_of_other(told.cited, other.cited):
        return False
    digits = telling_digits(a.value, b.value)
    if digits < _FEW and told.passage.headings != other.passage.headings:
        return False
    common = common_stretch(name, called)
    alike = common / max(1, min(len(name), len(called)))
    if digits < LEAST_DIGITS or (a.is_rate and digits < _FEW):
        return False
    if common < _FEW and not (name == called and digits > _FEW and common > 1):
        return False
    return alike >= 0.75 or (digits > _FEW and alike >= 0.6)
