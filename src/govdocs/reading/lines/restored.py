"""The blocks of a document with its broken lines put back together, and what is said of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from govdocs.errors import Problem
from govdocs.place import FilePlace, Place, WordPlace
from govdocs.reading.lines.broken import at_soft_breaks, with_whole_sentences
from govdocs.reading.lines.figures import tidy
from govdocs.reading.lines.grids import moved
from govdocs.reading.lines.pieces import lines_of
from govdocs.reading.lines.rows import Found, row_tables
from govdocs.reading.lines.stacks import Blanks, stacked_tables, tabbed_tables
from govdocs.reading.lines.torn import with_torn_lines_marked
from govdocs.reading.outline import Headings
from govdocs.reading.paper import Block, Paragraph, Table

_FEWEST_TORN = 6
MOST_LINES = 60_000
"""A document with more paragraphs is read as it stands."""


def restored(
    blocks: Sequence[Block], blanks: Blanks, name: str
) -> tuple[list[Block], list[Problem]]:
    """Return the blocks with tables made of lines and sentences joined, and remarks on both.

    What is not certain stays as it was typed. Every paragraph and cell keeps the place of the
    line that prints it.
    """
    if len(blocks) > MOST_LINES:
        return list(blocks), []
    made: list[Block] = []
    for is_line, run in groupby(blocks, key=lambda block: isinstance(block, Paragraph)):
        members = list(run)
        if is_line:
            made += _with_tables([b for b in members if isinstance(b, Paragraph)], blanks)
        else:
            made += members
    given = {id(block) for block in blocks}
    typed = [b for b in made if isinstance(b, Table) and id(b) not in given]
    made = with_whole_sentences(made)
    broken = [b for b in made if isinstance(b, Paragraph) and b.pieces]
    made = [tidy(b) if isinstance(b, Paragraph) else b for b in made]
    if len(made) != len(blocks):
        made = _headed(made, sum(isinstance(b, Table) for b in blocks), typed)
    made = with_torn_lines_marked(made)
    return made, list(_remarks(typed, broken, _firsts_of_torn(made), name))


def _with_tables(lines: Sequence[Paragraph], blanks: Blanks) -> list[Block]:
    """A stretch of paragraphs with the tables in it; the rest at its soft breaks."""
    flat = [(piece, line) for line in lines for piece in lines_of(line)]
    pieces = [piece for piece, _ in flat]
    tables: dict[int, Found] = {}
    taken: set[int] = set()
    for found in (
        *tabbed_tables(pieces, blanks), *row_tables(pieces), *stacked_tables(pieces)
    ):  # fmt: skip
        stretch = range(found.start, found.stop)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            tables[found.start] = found
    torn = {id(flat[at][1]) for at in taken}
    made: list[Block] = []
    at = 0
    while at < len(flat):
        piece, line = flat[at]
        if at in tables:
            made.append(tables[at].table)
            at = tables[at].stop
        elif piece is line or id(line) in torn:
            made.append(piece)
            at += 1
        else:
            made += at_soft_breaks(line)
            at += len(lines_of(line))
    return made


def _headed(blocks: Sequence[Block], tables: int, typed: Sequence[Table]) -> list[Block]:
    """Find the headings anew, and number the tables made of lines behind the file's own."""
    own = {id(table) for table in typed}
    headings = Headings()
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            if id(block) in own:
                made.append(moved(block, ("tables", tables), headings.now))
                tables += 1
            else:
                made.append(replace(block, headings=headings.now))
            continue
        made.append(replace(block, headings=headings.above(block.level)))
        if block.level:
            headings.enter(block.level, block.full.strip())
    return made


def _firsts_of_torn(blocks: Sequence[Block]) -> list[Paragraph]:
    """The first line of every stretch of torn lines."""
    found: list[Paragraph] = []
    for torn, run in groupby(blocks, key=lambda b: isinstance(b, Paragraph) and b.torn):
        lines = [block for block in run if isinstance(block, Paragraph)]
        if torn and len(lines) >= _FEWEST_TORN:
            found.append(lines[0])
    return found


def _remarks(
    typed: Sequence[Table], broken: Sequence[Paragraph], torn: Sequence[Paragraph], name: str
) -> Iterator[Problem]:
    if typed:
        details = {"count": str(len(typed)), "where": _numbers([table.place for table in typed])}
        yield Problem("reading.typed_tables", FilePlace(name), details)
    if broken:
        details = {"count": str(len(broken)), "where": _numbers([p.place for p in broken])}
        yield Problem("reading.broken_lines", FilePlace(name), details)
    if torn:
        details = {"count": str(len(torn)), "where": _numbers([p.place for p in torn])}
        yield Problem("reading.torn_lines", FilePlace(name), details)


def _numbers(places: Sequence[Place]) -> str:
    numbers = [str(p.paragraph) for p in places if isinstance(p, WordPlace) and p.paragraph]
    return "、".join(numbers[:6]) + ("等" if len(numbers) > 6 else "")
