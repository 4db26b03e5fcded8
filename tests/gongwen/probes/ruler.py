"""What a probe is, and the marks on the ruler: edges of the text area, characters, lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from govdocs.gongwen import imprint, page
from govdocs.gongwen.units import mm
from tests.gongwen import spoiling as spoil
from tests.gongwen.pages import ABOVE, BELOW, Line, Page

LEFT = page.BINDING_MARGIN.value
RIGHT = LEFT + page.TEXT_WIDTH.value
TOP = page.TOP_MARGIN.value
BOTTOM = TOP + page.TEXT_HEIGHT.value
CENTRE = (LEFT + RIGHT) / 2
CHARACTER = mm(page.CHARACTER_PITCH_POINTS)
FOURTH = mm(imprint.COPIES_TYPE.points)
PITCH = mm(page.LINE_PITCH_POINTS)
LEADING = mm(page.LINE_PITCH_POINTS - page.BODY_TYPE.points)
UPPER = mm(0.8 * page.LINE_PITCH_POINTS - ABOVE * page.BODY_TYPE.points)
"""Word and LibreOffice set the base line of a fixed line at four fifths of its height."""
LOWER = LEADING - UPPER


@dataclass(frozen=True)
class Probe:
    """One measure of one variant; ``tolerance`` 0 compares exactly, also names of fonts."""

    name: str
    variant: str
    measure: Callable[[Sequence[Page]], float | str]
    wanted: float | str
    spoil: spoil.Spoil
    clause: str
    tolerance: float = 1.0

    def holds(self, pages: Sequence[Page]) -> bool:
        found = self.measure(pages)
        if isinstance(self.wanted, str) or isinstance(found, str):
            return found == self.wanted
        return abs(found - self.wanted) <= self.tolerance


def blank_lines(above: Line, below: Line) -> float:
    """Blank body lines between two lines of text, from em box to em box."""
    return (below.top - above.bottom - LEADING) / PITCH


def text_lines(side: Page) -> list[Line]:
    return [line for line in side.lines if not line.text.startswith("—")]


def full_lines(side: Page) -> list[int]:
    return [len(line.glyphs) for line in text_lines(side) if line.left < LEFT + 1]


def with_text(pages: Sequence[Page], text: str) -> Page:
    return next(p for p in pages if any(text in line.text for line in p.lines))


def after(side: Page, text: str) -> Line:
    at = next(i for i, line in enumerate(side.lines) if text in line.text)
    return side.lines[at + 1]


def before(side: Page, text: str) -> Line:
    at = next(i for i, line in enumerate(side.lines) if text in line.text)
    return side.lines[at - 1]


def number(side: Page) -> Line:
    return side.lines[-1]


NUMBER, SIGNED, DAY = "湘财外", "湖南省财政厅", "2018年5月18日"
TITLE = "湖南省财政厅关于报送"


def signature(pages: Sequence[Page]) -> Line:
    side = with_text(pages, DAY)
    return before(side, DAY)


def dash_below(side: Page) -> float:
    """From the text area's lower edge to the dash, which stands in the middle of its em box."""
    found = number(side)
    return found.base - mm((ABOVE - BELOW) / 2 * found.points) - BOTTOM


def last(pages: Sequence[Page]) -> Page:
    return pages[-1]
