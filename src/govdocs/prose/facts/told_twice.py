"""The judgement of one fact that two figures of a paper tell: the same, or one slip apart."""

from __future__ import annotations

from govdocs.prose.judgement import Judgement, Sureness
from govdocs.prose.told import Told


def told_twice(one: Told, other: Told, measure: str, *, holds: bool) -> Judgement:
    """Judge ``one`` by ``other``, which tells the same ``measure`` and is taken to be right."""
    return Judgement(
        "near_same",
        holds,
        (one.cited, other.cited),
        expected=other.figure.text,
        actual=one.figure.text,
        sureness=Sureness.LIKELY,
        details={"measure": measure, "other": other.passage.label},
    )
