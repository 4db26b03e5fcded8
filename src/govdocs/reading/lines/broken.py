"""Sentences broken into lines by a page, or by line breaks inside a paragraph, joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from govdocs.reading.lines.pieces import joined, line_spans, lines_of, part_of, without
from govdocs.reading.lines.widths import (
    NARROWER,
    WIDER,
    begins_anew,
    goes_on,
    is_open,
    line_width,
    width_of,
)
from govdocs.reading.paper import Block, Paragraph

_WIDEST_LINE = 110
"""Half characters: no page of office paper holds a longer line, so a longer paragraph was not broken."""
_SOFT = 24
_PAGE, _FEWEST_PAGES = 8, 3
"""Fewest lines of a page, fewest pages for numbers that stand alone to be theirs."""
_PAGE_NUMBER = re.compile(r"[-—－– ]*(?:第 ?)?(?P<number>\d{1,3})(?: ?页)?[-—－– ]*")


def with_whole_sentences(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines of broken paragraphs; blocks that were not broken are the same objects."""
    everywhere = line_width([b for b in blocks if isinstance(b, Paragraph)])
    pages = _page_numbers(blocks) if everywhere else frozenset[int]()
    made: list[Block] = []
    for wide, run in groupby(blocks, key=_stands_alone):
        members = [block for block in run if id(block) not in pages]
        lines = [block for block in members if isinstance(block, Paragraph)]
        width = 0 if wide else everywhere or line_width(lines)
        made += _sentences(lines, width) if width and len(lines) == len(members) else members
    return made


def _stands_alone(block: Block) -> bool:
    return not isinstance(block, Paragraph) or width_of(block.text) > _WIDEST_LINE


def _sentences(lines: Sequence[Paragraph], width: int) -> list[Block]:
    made: list[Block] = []
    open_now: list[Paragraph] = []
    for line in lines:
        if open_now and _is_page_number(line) and _is_full(open_now[-1], width):
            continue
        if open_now and goes_on(open_now, line, width):
            open_now.append(line)
            continue
        if open_now:
            made.append(joined(open_now))
        open_now = [line]
    if open_now:
        made.append(joined(open_now))
    return made


def _is_page_number(line: Paragraph) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text.strip()) is not None


def _is_full(line: Paragraph, width: int) -> bool:
    return is_open(line) and -NARROWER <= width_of(line.text) - width <= WIDER


def _page_numbers(blocks: Sequence[Block]) -> frozenset[int]:
    """The identities of lines that hold the number of a page: such numbers rise one by one."""
    longest: dict[int, list[tuple[int, Block]]] = {}
    for at, block in enumerate(blocks):
        match = _PAGE_NUMBER.fullmatch(block.text.strip()) if isinstance(block, Paragraph) else None
        if match is None:
            continue
        number = int(match["number"])
        before = longest.get(number - 1, [])
        chain = [*before, (at, block)] if before and at - before[-1][0] > _PAGE else [(at, block)]
        if len(chain) >= len(longest.get(number, [])):
            longest[number] = chain
    best = max(longest.values(), key=len, default=[])
    return frozenset(id(block) for _, block in best) if len(best) >= _FEWEST_PAGES else frozenset()


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
