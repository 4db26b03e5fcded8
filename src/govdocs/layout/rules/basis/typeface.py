"""Face and size of an element's printed runs against what the clause names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdocs.finding import Level
from govdocs.layout.formatting.paragraph import Paragraph, Run
from govdocs.layout.house_style import HouseStyle
from govdocs.layout.remedy import SetType
from govdocs.layout.rules.basis.layout_rule import Deviation
from govdocs.layout.rules.basis.words import size_name

HALF_UNIT = 0.25
"""Sizes are kept in half-points; half of one is rounding."""

SENTENCES = {
    "font": "{label}用的是{actual}，标准为{expected}",
    "size": "{label}字号是{actual}，标准为{expected}",
}


def wrong_type(
    label: str,
    pieces: Iterable[tuple[Paragraph, Run]],
    house: HouseStyle,
    *,
    families: tuple[str, ...] = (),
    points: float | None = None,
    level: Level | None = None,
    mend: bool = True,
) -> Iterator[Deviation]:
    """Yield a deviation for each paragraph and wrong face or size; an unnamed face is let pass.

    The first of ``families`` is what the standard names; the others are let pass too.
    """
    for paragraph, run in pieces:
        accepted = any(house.accepts(family, run.font) for family in families)
        if families and run.chinese and run.font and not accepted:
            remedy = SetType((run,), house.face(families[0]))
            yield Deviation(
                label, families[0], run.font, (paragraph,), variant="font", level=level,
                remedies=(remedy,) if mend else (),
            )  # fmt: skip
        if points is None or not run.visible or house.accepts_size(label, run.size):
            continue
        if abs(run.size - points) >= HALF_UNIT:
            sized = SetType((run,), points=points)
            yield Deviation(
                label, size_name(points), size_name(run.size), (paragraph,), variant="size",
                level=level, remedies=(sized,) if mend else (),
            )  # fmt: skip


def pieces(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, Run]]:
    """Yield every printed run with its paragraph."""
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.visible:
                yield paragraph, run
