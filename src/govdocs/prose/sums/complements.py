"""What was done and what was not: 2536户, 脱贫1860户, 未脱贫676户."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.judgement import Judgement
from govdocs.prose.sums.told_sums import fits_by_slip, judged_sum
from govdocs.prose.told import Story, Told

_NOT = re.compile(r"(?:尚未|未|没有|不)(?P<done>[一-龥]{2,4}?)(?:的|为|有|共| )*$")
_NOT_BEHIND = re.compile(r"[一-龥]{0,3}(?:尚未|未)(?P<done>[一-龥]{2})(?![一-龥])")
"""尚有3.60万元未追回: what was not done stands behind the figure."""


def complements(story: Story) -> Iterator[Judgement]:
    """Judge what was done and what was not by their total; wrong only where one slip of the hand explains it."""
    for sentence in story.sentences():
        for at, rest in enumerate(sentence):
            found = _NOT.search(rest.words) or _NOT_BEHIND.match(
                rest.passage.reading.folded, rest.figure.span[1]
            )
            if found is None or not rest.stated:
                continue
            alike = [t for t in sentence[:at] if t.stated and t.figure.kind == rest.figure.kind]
            done = [t for t in alike if _says(t, found["done"])]
            if len(done) != 1 or _NOT.search(done[0].words) or done[0] is rest:
                continue
            wholes = [t for t in alike if t.figure.span < done[0].figure.span]
            if wholes:
                yield from _judge(wholes, done[0], rest)


def _says(told: Told, done: str) -> bool:
    return re.search(rf"(?<![未不]){done}(?:的|了|为|有|共| )*$", told.words) is not None


def _judge(wholes: list[Told], done: Told, rest: Told) -> Iterator[Judgement]:
    both = done.figure.interval.plus(rest.figure.interval)
    good = next((t for t in wholes if t.figure.interval.meets(both)), None)
    if good is not None:
        yield judged_sum((done, rest), good, holds=True)
        return
    whole = wholes[-1]
    if fits_by_slip((done, rest), whole):
        yield judged_sum((done, rest), whole, holds=False)
