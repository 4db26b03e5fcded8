"""Chinese official prose read for its figures: deterministic, no model, silent where it is not certain."""

from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.passage import Passage
from govdocs.prose.reading import TextReading, read_figures, read_text
from govdocs.prose.words.period import Period

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
