"""Where lines begin and end, counted in 字, and lines in between, counted in 行."""

from __future__ import annotations

from govdocs.gongwen.page import BODY_TYPE, LINE_PITCH_POINTS
from govdocs.layout.elements.element import Element, Letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.section import Section
from govdocs.layout.geometry.heights import line_height, space_between
from govdocs.layout.geometry.widths import (
    character_width,
    first_line,
    leading_blanks,
    left_indent,
    line_width,
    rounded,
    span,
)
from govdocs.layout.rules.basis.words import in_lines


def begins_at(paragraph: Paragraph) -> float | None:
    """Return how many 字 the first line is in from the left; None where that is uncertain."""
    if paragraph.alignment not in ("left", "both") or paragraph.text.startswith("\t"):
        return None
    if "frame" in paragraph.stated or paragraph.table is not None:
        return None
    points = left_indent(paragraph) + first_line(paragraph) + leading_blanks(paragraph)
    return points / character_width(paragraph)


def off_centre(paragraph: Paragraph, section: Section) -> bool | None:
    """Tell whether a line is off the middle by half a 3号 character or more; None: uncertain."""
    width = line_width(paragraph, section)
    where = span(paragraph, section)
    if width is None:
        # In a cell of unknown width only a stated alignment to one side is a sign.
        return None
    if where is None:
        if paragraph.alignment == "center":
            shift = left_indent(paragraph) + first_line(paragraph)
            return (
                None if "\t" in paragraph.text else rounded(shift / character_width(paragraph)) != 0
            )
        return None
    middle = (where[0] + where[1]) / 2
    return abs(middle - width / 2) >= min(character_width(paragraph), BODY_TYPE.points) / 2


def pitch(letter: Letter) -> float:
    """Return the line of the letter in points: its text's own where that is certain."""
    for paragraph in letter.all(Element.TEXT):
        low, high = line_height(paragraph, letter.file.section_of(paragraph))
        if low == high and low > 0:
            return low
    return LINE_PITCH_POINTS


def wrong_lines(letter: Letter, upper: Paragraph, lower: Paragraph, wanted: int) -> str | None:
    """Return the blank lines between two elements as words where they cannot be ``wanted``.

    None where they are right, or where the file leaves it open.
    """
    between = space_between(letter.file, upper, lower)
    if between is None:
        return None
    # A line is that of the text; where the text's own is another one, the standard's will do, too.
    for line in (LINE_PITCH_POINTS, pitch(letter)):
        low, high = between[0] / line, between[1] / line
        if rounded(low) <= wanted <= rounded(high):
            return None
    return in_lines(low, high)
