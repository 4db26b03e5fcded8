"""One stretch of a sentence that a paper prints twice, word for word, with one digit between: summary and chapter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from govdocs.prose.explained import Amounts
from govdocs.prose.facts.siblings import of_different_things, of_each_and_of_all
from govdocs.prose.facts.told_twice import told_twice
from govdocs.prose.judgement import Judgement
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_one_account
from govdocs.prose.words.near_miss import one_slip_apart, significant

_STRETCH = 20
"""So many characters before a figure, other figures among them, are the same only where they are copied."""
_LEAST_WORDS = 12
_MOST = 4
"""Words that stand oftener are a form's, of which each thing has its own figures."""
_WORD = re.compile(r"[一-龥]")
_TELLING = 3
_CELL = 2
"""Longer paths lead into the cells of a table, whose rows repeat their words."""


def word_for_word(story: Story, amounts: Amounts) -> Iterator[Judgement]:
    """Judge every figure whose paragraph has the same words before it as another one, down to their figures."""
    groups: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for paragraph in story.told:
        for one in paragraph:
            words = _stretch(one)
            if words and one.figure.unit is not None:
                groups[words, one.figure.unit.symbol].append(one)
    for (words, _), group in groups.items():
        if not 1 < len(group) <= _MOST:
            continue
        first = group[0]
        for other in group[1:]:
            if other.figure.number == first.figure.number:
                yield told_twice(other, first, words[-8:], holds=True)
        if len(group) == 2 and _one_fact(*group) and _told_before(story, *group):
            # the one that the rest of the paper repeats is right
            first, other = sorted(group, key=lambda one: -_often(one, amounts))
            if _often(other, amounts) == 1:
                yield told_twice(other, first, words[-8:], holds=False)


def _stretch(one: Told) -> str:
    """The characters right before a figure, white space left out; empty where they are too few to tell."""
    before = one.passage.reading.folded[: one.figure.span[0]]
    words = "".join(before[-2 * _STRETCH :].split())[-_STRETCH:]
    return words if len(words) == _STRETCH and len(_WORD.findall(words)) >= _LEAST_WORDS else ""


def _one_fact(one: Told, other: Told) -> bool:
    a, b = one.figure, other.figure
    if (
        one.passage is other.passage
        or significant(a.number) < 2
        or not one_slip_apart(a.number, b.number)
    ):
        return False
    if len(one.passage.path) > _CELL and len(other.passage.path) > _CELL:
        return False
    apart = of_different_things(one.passage, other.passage)
    return not (apart or of_each_and_of_all(one.cited, other.cited)) and of_one_account(
        one.cited, other.cited
    )


def _told_before(story: Story, one: Told, other: Told) -> bool:
    """Tell whether the figures right before both are one too: 结余196.7万元……尾款10万元; the words alone may be a form's."""
    first, second = (next(story.before(told, 0), None) for told in (one, other))
    if first is None or second is None or significant(first.figure.number) < _TELLING:
        return False
    return first.figure.number == second.figure.number and first.figure.unit == second.figure.unit


def _often(one: Told, amounts: Amounts) -> int:
    return amounts.stated[one.figure.kind, one.figure.value]
