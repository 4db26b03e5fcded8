"""Sums of what came and what went: the first value, then each with its sign."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.model.interval import Interval


def signed_sum(values: Sequence[Interval], *, signs: tuple[int, ...]) -> Interval:
    """The first value with the others added or taken off; a sign for each of the others."""
    total = values[0]
    for value, sign in zip(values[1:], signs, strict=True):
        total = total.plus(value) if sign > 0 else total.minus(value)
    return total


def signed_shown(texts: Sequence[str], *, signs: tuple[int, ...]) -> str:
    """The reckoning as it is printed: 100＋20－5."""
    line = texts[0]
    for text, sign in zip(texts[1:], signs, strict=True):
        line += ("＋" if sign > 0 else "－") + text
    return line
