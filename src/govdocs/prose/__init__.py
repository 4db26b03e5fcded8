"""Chinese official prose read for its figures: deterministic, no model, silent where it is not certain."""

from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.passage import Passage
from govdocs.prose.period import Period
from govdocs.prose.reading import TextReading, read_figures, read_text

__all__ = [
    "Passage",
    "Period",
    "ProseFigure",
    "Role",
    "Sort",
    "TextReading",
    "read_figures",
    "read_text",
]
