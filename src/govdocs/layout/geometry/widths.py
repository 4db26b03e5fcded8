"""Widths of characters, lines and indents in points."""

from __future__ import annotations

import unicodedata
from functools import cache
from math import floor

from govdocs.gongwen.units import points
from govdocs.layout.formatting.paragraph import Paragraph, Run
from govdocs.layout.formatting.section import Section

_BLANK = " \u3000\xa0"


def rounded(value: float) -> int:
    """Round to the nearest whole number, halves upwards: "空二字" is counted, not measured."""
    return floor(value + 0.5)


def character_width(paragraph: Paragraph) -> float:
    """Return the width of one 字 of the paragraph in points."""
    return max(paragraph.lead.size + paragraph.lead.spacing, 1.0)


def text_width(runs: list[Run], *, gaps: bool = False) -> float:
    """Return the width of the runs' text in points, set in full- and half-width characters.

    ``gaps`` adds the quarter of a character that Word may put between Chinese and figures.
    """
    width = 0.0
    former: bool | None = None
    for run in runs:
        # A report has a hundred thousand characters: what the run states is read once.
        size, spacing = run.size, run.spacing
        for character in run.text:
            wide, spoken = _kind(character)
            width += (size if wide else size / 2) + spacing
            if spoken:
                if gaps and former is not None and former is not wide:
                    width += size / 4
                former = wide
            else:
                former = None
    return width


@cache
def _kind(character: str) -> tuple[bool, bool]:
    """Tell whether a character is set in full width, and whether it is a letter or a figure."""
    return unicodedata.east_asian_width(character) in ("W", "F", "A"), character.isalnum()


def left_indent(paragraph: Paragraph) -> float:
    """Return the left indent in points, without the first line's."""
    return _indent(paragraph, "left")


def right_indent(paragraph: Paragraph) -> float:
    """Return the right indent in points."""
    return _indent(paragraph, "right")


def first_line(paragraph: Paragraph) -> float:
    """Return how far the first line is moved in, in points; negative where it hangs out."""
    return _indent(paragraph, "firstLine") - _indent(paragraph, "hanging")


def _indent(paragraph: Paragraph, name: str) -> float:
    counted = paragraph.stated_number(f"{name}Chars")
    if counted:
        return counted / 100 * character_width(paragraph)
    return paragraph.stated_number(name) / 20


def leading_blanks(paragraph: Paragraph) -> float:
    """Return the width of blanks typed before the text, in points."""
    text = paragraph.text
    typed = text[: len(text) - len(text.lstrip(_BLANK))]
    return sum(character_width(paragraph) * (1 if c == "\u3000" else 0.5) for c in typed)


def line_width(paragraph: Paragraph, section: Section) -> float | None:
    """Return the width that lines have in points; None in cells and boxes of unknown width."""
    if paragraph.table is not None or (paragraph.part == "文本框" and paragraph.cell is not None):
        return None
    if paragraph.box is not None or paragraph.part == "文本框":
        width = None if paragraph.box is None else paragraph.box.width
        return None if width is None else points(width)
    return points(section.text_width)


def span(
    paragraph: Paragraph, section: Section, *, gaps: bool = False
) -> tuple[float, float] | None:
    """Return where the text begins and ends within its line, in points from the left edge.

    ``gaps`` counts those between Chinese and figures, which a file may or may not get.
    None where that is uncertain: tabs, several lines, distributed text, typed blanks at the end.
    """
    width = line_width(paragraph, section)
    text = paragraph.text
    if width is None or "\t" in text or "\n" in text or paragraph.label:
        return None
    if "frame" in paragraph.stated or text != text.rstrip(_BLANK) or not text.strip(_BLANK):
        return None
    left, right = left_indent(paragraph), right_indent(paragraph)
    begin, end = left + first_line(paragraph), width - right
    needed = text_width(paragraph.runs, gaps=gaps)
    if needed > end - begin:
        return None
    typed = leading_blanks(paragraph)
    match paragraph.alignment:
        case "left" | "both":
            return begin + typed, begin + needed
        case "right":
            return end - needed + typed, end
        case "center":
            middle = (begin + end) / 2
            return middle - needed / 2 + typed, middle + needed / 2
    return None
