"""What was done and what was not: 2536户, 脱贫1860户, 未脱贫676户."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.model.interval import Interval
from govdocs.prose.judgement import Judgement, Sureness, bare, printed
from govdocs.prose.near_miss import slip_into
from govdocs.prose.told import Story, Told

_NOT = re.compile(r"(?:尚未|未|没有|不)(?P<done>[一-龥]{2,4}?)(?:的|为|有|共| )*$")


def complements(story: Story) -> Iterator[Judgement]:
    """Judge what was done and what was not by their total; wrong only where one slip of the hand explains it."""
    for sentence in story.sentences():
        for at, rest in enumerate(sentence):
            found = _NOT.search(rest.words)
            if found is None or not rest.stated:
                continue
            alike = [t for t in sentence[:at] if t.stated and t.figure.kind == rest.figure.kind]
            done = [t for t in alike if _says(t, found["done"])]
            if len(done) != 1 or _NOT.search(done[0].words):
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
        yield _judgement(good, done, rest, holds=True)
        return
    whole = wholes[-1]
    if _one_slip(whole, done, rest, both):
        yield _judgement(whole, done, rest, holds=False)


def _one_slip(whole: Told, done: Told, rest: Told, both: Interval) -> bool:
    a, b, c = whole.figure, done.figure, rest.figure
    return (
        slip_into(c, a.interval.minus(b.interval))
        or slip_into(b, a.interval.minus(c.interval))
        or slip_into(a, both)
    )


def _judgement(whole: Told, done: Told, rest: Told, *, holds: bool) -> Judgement:
    value = sum((t.figure.value for t in (done, rest)), Decimal(0))
    shown = printed(value, whole.figure.unit, whole.figure.decimals)
    alike = done.figure.unit == rest.figure.unit == whole.figure.unit
    line = "＋".join(bare(t.figure) if alike else t.figure.text for t in (done, rest))
    return Judgement(
        "among",
        holds,
        (whole.cited, done.cited, rest.cited),
        expected=shown,
        actual=whole.figure.text,
        arithmetic=f"{line}＝{shown}",
        sureness=Sureness.LIKELY,
        details={"relation": "不等于"},
    )
