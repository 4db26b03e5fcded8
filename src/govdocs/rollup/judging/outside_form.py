"""What stands outside the cells that a form asks for, as messages: one a row, comment or sheet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from govdocs.errors import Problem
from govdocs.rollup.definition import FormDefinition
from govdocs.rollup.naming import folded
from govdocs.rollup.printed_words import printed_words
from govdocs.rollup.taking_in.form_reading import FileReading, Outside, WrittenIn, place_of

_CODES = {
    WrittenIn.CELL: "rollup.outside",
    WrittenIn.COMMENT: "rollup.comment",
    WrittenIn.SHEET: "rollup.other_sheet",
}


def said_outside(reading: FileReading, asked: FormDefinition) -> Iterator[tuple[Problem, str]]:
    """Yield a problem with its place, and what is written there, for all that counts nowhere."""
    assert reading.form is not None
    fixed = printed_words(asked)
    left = [
        one for one in reading.form.outside if not (one.printable and folded(one.text) in fixed)
    ]
    for _, several in groupby(left, key=_together):
        ones = list(several)
        first = ones[0]
        yield (
            Problem(
                _CODES[first.where],
                place_of(reading.file, first.sheet, first.address),
                {"sheet": first.sheet},
            ),
            "；".join(one.text for one in ones),
        )


def _together(one: Outside) -> tuple[str, str, int, str]:
    """Cells of a row are one message; comments and sheets are one each."""
    return one.where, one.sheet, one.row, "" if one.where is WrittenIn.CELL else one.address
