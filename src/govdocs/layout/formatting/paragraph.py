"""A paragraph and its runs with the formatting that really applies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from govdocs.layout.formatting.names import Element, number, w
from govdocs.layout.formatting.shape import Shape

DEFAULT_HALF_POINTS = 20.0
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_BLANK = " \t\n\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look. ``element`` is its ``w:r``; ``stated`` the effective rPr."""

    element: Element
    text: str
    stated: dict[str, str]

    @property
    def chinese(self) -> bool:
        """Tell whether it holds Chinese characters, so that its East Asian font is seen."""
        return bool(_CHINESE.search(self.text))

    @property
    def visible(self) -> bool:
        """Tell whether anything of it is printed."""
        return bool(self.text.strip(_BLANK))

    @property
    def font(self) -> str:
        """The East Asian face, or nothing where no level names one."""
        return self.stated.get("east_asia", "")

    @property
    def latin(self) -> str:
        """The face of digits and Latin letters, or nothing."""
        return self.stated.get("ascii", "")

    @property
    def size(self) -> float:
        """Size in points."""
        value = number(self.stated.get("size"))
        return (value or DEFAULT_HALF_POINTS) / 2

    @property
    def spacing(self) -> float:
        """What is added between characters, in points."""
        return (number(self.stated.get("spacing")) or 0.0) / 20

    @property
    def colour(self) -> str:
        """RRGGBB, or AUTO, which prints black."""
        return self.stated.get("colour", "AUTO")


@dataclass(slots=True)
class Paragraph:
    """One paragraph where it stands.

    ``part`` and the numbers are those of a WordPlace. ``holder`` is equal for neighbours in one
    flow (0 the body; another number for each cell or box). ``order`` counts all paragraphs of the
    file as they are read. ``new_page`` tells that a break stands right before it; ``stated`` is
    the effective pPr; ``mark`` the effective rPr of the paragraph mark (it sets an empty line's
    height).
    """

    element: Element
    part: str
    number: int | None
    table: int | None
    row: int | None
    column: int | None
    holder: int
    order: int
    section: int
    stated: dict[str, str]
    mark: Run
    runs: list[Run] = field(default_factory=list)
    label: str = ""
    new_page: bool = False
    shapes: list[Shape] = field(default_factory=list)
    box: Shape | None = None

    @property
    def text(self) -> str:
        """All its text, tabs and line breaks as such, without an automatic number."""
        return "".join(run.text for run in self.runs)

    @property
    def plain(self) -> str:
        """Its text with its automatic number and without any blanks, as it is read aloud."""
        return re.sub(r"\s", "", self.label + self.text)

    @property
    def blank(self) -> bool:
        """Tell whether it prints no text."""
        return not self.text.strip(_BLANK) and not self.label

    @property
    def lead(self) -> Run:
        """The first printed run; the paragraph mark where there is none."""
        return next((run for run in self.runs if run.visible), self.mark)

    @property
    def alignment(self) -> str:
        """left, center, right, both or distribute."""
        return self.stated.get("jc", "both")

    @property
    def cell(self) -> Element | None:
        """The table cell that holds it, within its text box where it stands in one; else None."""
        found = next(self.element.iterancestors(w("tc"), w("txbxContent")), None)
        return found if found is not None and found.tag == w("tc") else None

    def stated_number(self, name: str) -> float:
        """Return a stated number in the file's unit, 0 where none is stated."""
        return number(self.stated.get(name)) or 0.0
