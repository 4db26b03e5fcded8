"""Lines that are pieces of something which could not be put together: cells of a table without its grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from govdocs.reading.lines.widths import begins_item, is_open, width_of
from govdocs.reading.paper import Block, Paragraph

_SHORT = 40
_AROUND = 5
_FEWEST = 7
_MOSTLY_SHORT, _MOSTLY_OPEN = 0.8, 0.6


def with_torn_lines_marked(blocks: Sequence[Block]) -> list[Block]:
    """Mark the lines that stand among short lines ending in mid-sentence: no sentence can be read there."""
    short = [0, *_running(blocks, _is_short)]
    open_ = [0, *_running(blocks, _is_piece)]
    lines = [0, *_running(blocks, lambda block: isinstance(block, Paragraph))]
    made: list[Block] = []
    for at, block in enumerate(blocks):
        start, stop = max(0, at - _AROUND), min(len(blocks), at + _AROUND + 1)
        among = lines[stop] - lines[start]
        if (
            isinstance(block, Paragraph)
            and among >= _FEWEST
            and _is_short(block)
            and short[stop] - short[start] >= _MOSTLY_SHORT * among
            and open_[stop] - open_[start] >= _MOSTLY_OPEN * among
        ):
            made.append(replace(block, torn=True))
        else:
            made.append(block)
    return made


def _running(blocks: Sequence[Block], holds: Callable[[Block], bool]) -> Iterator[int]:
    """How many of the blocks up to each one hold."""
    return accumulate(int(holds(block)) for block in blocks)


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.pieces and width_of(block.text) <= _SHORT


def _is_piece(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_open(block) and not begins_item(block.text)
