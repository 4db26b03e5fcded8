"""Totals told before a total that are none of its parts: 收入总计135万元；支出总计135万元."""

from __future__ import annotations

from govdocs.prose.figure import ProseFigure, Role
from govdocs.prose.reading import TextReading

_SIDES = ("收入", "支出")
_NEAR = 10


def is_total_itself(
    reading: TextReading, figure: ProseFigure, total: ProseFigure, *, begun: bool
) -> bool:
    """Tell whether a figure before ``total`` is a total too: behind parts, of the same amount, or of the other side.

    ``begun`` says that parts stand between the two.
    """
    if begun and figure.role is Role.TOTAL:
        return True
    if figure.value == total.value:
        return begun or figure.role is Role.TOTAL
    one, other = (_side(reading, f) for f in (figure, total))
    return figure.role is Role.TOTAL and bool(one and other and one != other)


def _side(reading: TextReading, figure: ProseFigure) -> str:
    """Which side of an account the words right before a figure name last."""
    words = reading.folded[max(0, figure.span[0] - _NEAR) : figure.span[0]]
    return max(_SIDES, key=words.rfind) if any(side in words for side in _SIDES) else ""
