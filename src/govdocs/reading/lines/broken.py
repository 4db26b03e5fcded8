"""Sentences broken into lines by a page, or by line breaks inside a paragraph, joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from govdocs.reading.lines.pieces import joined, line_spans, lines_of, part_of, without
from govdocs.reading.lines.widths import begins_anew, goes_on, is_open, line_width, width_of
from govdocs.reading.paper import Block, Paragraph

_WIDEST_LINE = 110
"""Half characters: no page of office paper holds a longer line, so a longer paragraph was not broken."""
_SOFT = 24
_PAGE_NUMBER = re.compile(r"[-—－– ]*(?:第 ?)?(?P<number>\d{1,3})(?: ?页)?[-—－– ]*")


def with_whole_sentences(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines of broken paragraphs; blocks that were not broken are the same objects."""
    everywhere = line_width([b for b in blocks if isinstance(b, Paragraph)])
    made: list[Block] = []
    for wide, run in groupby(blocks, key=_stands_alone):
        members = list(run)
        lines = [block for block in members if isinstance(block, Paragraph)]
        width = 0 if wide else everywhere or line_width(lines)
        made += _sentences(lines, width) if width and len(lines) == len(members) else members
    return made


def _stands_alone(block: Block) -> bool:
    return not isinstance(block, Paragraph) or width_of(block.text) > _WIDEST_LINE


def _sentences(lines: Sequence[Paragraph], width: int) -> list[Block]:
    kept = _without_page_numbers(lines)
    made: list[Block] = []
    open_now: list[Paragraph] = []
    for line in kept:
        if open_now and goes_on(open_now[-1], line, width):
            open_now.append(line)
            continue
        if open_now:
            made.append(joined(open_now))
        open_now = [line]
    if open_now:
        made.append(joined(open_now))
    return made


def _without_page_numbers(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines without those that hold the number of a page: such numbers rise one by one."""
    numbers = [(at, int(m["number"])) for at, p in enumerate(lines) if (m := _PAGE_NUMBER.fullmatch(p.text.strip()))]  # fmt: skip
    pages = set()
    for (one, first), (two, second) in pairwise(numbers):
        if second == first + 1 and two - one > 3:
            pages |= {one, two}
    return [line for at, line in enumerate(lines) if at not in pages]


def at_soft_breaks(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph of several lines as its sentences want it.

    A line break after a full stop or before a heading parts two paragraphs, one in the middle of
    a long line is dropped. Where neither is certain the lines stay one text with its break.
    """
    spans = line_spans(paragraph.text)
    if len(spans) < 2:
        return [paragraph]
    lines = lines_of(paragraph)
    groups = [[0]]
    for at in range(1, len(lines)):
        if _parts(lines[at - 1], lines[at]):
            groups.append([at])
        else:
            groups[-1].append(at)
    made: list[Paragraph] = []
    for group in groups:
        first, last = group[0], group[-1]
        path = lines[first].path
        whole = len(groups) == 1
        piece = paragraph if whole else part_of(paragraph, spans[first][0], spans[last][1], path)
        shift = 0 if whole else spans[first][0]
        gone = [
            (spans[a][1] - shift, spans[a + 1][0] - shift)
            for a in group[:-1]
            if _in_mid_sentence(lines[a], lines[a + 1])
        ]
        made.append(without(piece, gone))
    return made


def _parts(line: Paragraph, after: Paragraph) -> bool:
    return not is_open(line) or begins_anew(after)


def _in_mid_sentence(line: Paragraph, after: Paragraph) -> bool:
    return (
        width_of(line.text) >= _SOFT
        and re.search(r"[一-龥\d，、]$", line.text) is not None
        and re.match(r"[一-龥\d（《“]", after.text) is not None
    )
