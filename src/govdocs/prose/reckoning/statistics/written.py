"""Numbers that the reading leaves without a unit (12.0:41.0:47.0, 性别比102.67), as figures of their own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from govdocs.model.quantity import Bound
from govdocs.model.units import Unit
from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.passage import Passage
from govdocs.prose.told import Told


def written_at(
    passage: Passage, number: int, start: int, text: str, unit: Unit | None = None
) -> Told:
    """The number ``text`` at ``start`` of a passage, told as a bare one, or with the ``unit`` right behind it."""
    layout = passage.reading.layout
    span = (start, start + len(text) + (len(unit.symbol) if unit else 0))
    figure = ProseFigure(
        Decimal(text.replace(",", "")), unit, Bound.EXACT, Sort.MEASURE, span, passage.text[slice(*span)],
        sentence=layout.sentence_at(start), clause=layout.clause_at(start), depth=layout.depth_at(start),
    )  # fmt: skip
    return Told(passage, figure, passage.reading.folded[max(0, start - 28) : start].strip(), number)


def unsigned(told: Told) -> Told:
    """The same figure without the sign before it."""
    if told.figure.number >= 0:
        return told
    start, end = told.figure.span
    figure = replace(
        told.figure,
        number=abs(told.figure.number),
        span=(start + 1, end),
        text=told.figure.text[1:],
    )
    return Told(told.passage, figure, told.words, told.number)
