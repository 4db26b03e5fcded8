"""Numbered paragraphs that each tell the figures which the paragraph before them tells in all: (一)…年末结余…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, stands_alone
from govdocs.prose.reckoning.wholes.whole_lists import plus
from govdocs.prose.told import Story, Told
from govdocs.prose.words.likeness import plain_label

_NUMBERED = re.compile(
    r" *(?P<mark>[（(][一二三四五六七八九十]{1,2}[）)]|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,2}、)"
)
_APART = re.compile(r"上年|去年|同期|[比较]|[由从][^，。；]{0,8}$|预算|目标|计划|均")
_LEAST = 3
_MOST = 12
_NAME = 4
_LEAST_NAME = 2
_HEADINGS = 3
"""How far above the run the paragraph may stand: a heading may come between."""


def paragraphs_summed(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every run of numbered paragraphs with the amounts that all of them and the one before call alike.

    Where no other name of the run adds up, the paragraphs need not be all that there is.
    """
    at = 0
    while at < len(story.told):
        run = _run(story, at)
        if len(run) >= _LEAST and at:
            yield from _summed(story, at, run)
        at += max(1, len(run))


def _run(story: Story, start: int) -> list[int]:
    """The paragraphs from ``start`` on that bear one kind of number, one after the other."""
    kind = _kind(story, start)
    if not kind:
        return []
    end = start
    while end < len(story.told) and end - start <= _MOST and _kind(story, end) == kind:
        end += 1
    return list(range(start, end))


def _kind(story: Story, number: int) -> str:
    found = _NUMBERED.match(story.passages[number].reading.folded)
    return re.sub(r"[一二三四五六七八九十]+|\d+", "n", found["mark"]) if found else ""


def _summed(story: Story, start: int, run: Sequence[int]) -> Iterator[Sequence[Hypothesis]]:
    intro = next(
        (n for n in range(start - 1, max(-1, start - 1 - _HEADINGS), -1) if story.told[n]), start
    )
    wholes = _by_name(story.told[intro]) if intro < start else {}
    each = [_by_name(story.told[number]) for number in run]
    readings = [
        plus(whole, [names[name] for names in each], 0.1)
        for name, whole in wholes.items()
        if all(name in names and names[name].figure.kind == whole.figure.kind for names in each)
    ]
    if any(reading.holds() for reading in readings):
        yield from ([reading] for reading in readings)


def _by_name(paragraph: Sequence[Told]) -> dict[str, Told]:
    """The first amount of each name in a paragraph, outside brackets."""
    found: dict[str, Told] = {}
    for told in paragraph:
        label = plain_label(told.words)
        usable = is_amount(told) and stands_alone(told) and not told.figure.depth
        if usable and len(label) >= _LEAST_NAME and not _APART.search(told.words):
            found.setdefault(label[-_NAME:], told)
    return found
