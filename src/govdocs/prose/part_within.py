"""The judgement of a part by its whole: it is never above it."""

from __future__ import annotations

from govdocs.prose.figure import ProseFigure
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage


def part_within(
    passage: Passage,
    part: ProseFigure,
    whole: ProseFigure,
    sureness: Sureness = Sureness.PROVEN,
) -> Judgement:
    """Judge two figures of one passage, of which the second is the whole or the limit."""
    return Judgement(
        "part",
        part.interval.low <= whole.interval.high,
        (Cited.of(passage, part), Cited.of(passage, whole)),
        expected=f"不大于{whole.text}",
        actual=part.text,
        arithmetic=f"{part.text}＞{whole.text}" if part.value > whole.value else "",
        sureness=sureness,
    )
