"""The rows of ``{%tr … %}`` tags: which rows they repeat or leave out, as a tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from govdocs.errors import Problem
from govdocs.rendering.xlsx.sites import Site


@dataclass(slots=True)
class Rows:
    """A row that is not a marker; blank rows that the file leaves out count too."""

    number: int


@dataclass(slots=True)
class Loop:
    """``{%tr for %}`` to ``{%tr endfor %}``; ``header`` is the tag's text without ``tr``."""

    number: int
    header: str
    site: int
    body: list[Block] = field(default_factory=list)
    otherwise: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Choice:
    """``{%tr if %}`` to ``{%tr endif %}``; each branch with its header, ``else`` as the last."""

    branches: list[tuple[str, int, list[Block]]]


Block: TypeAlias = "Rows | Loop | Choice"


@dataclass(slots=True)
class Marker:
    """One ``{%tr … %}``: its words, and the cell it stands in."""

    words: str
    site: int


@dataclass(slots=True)
class _Open:
    block: Loop | Choice
    body: list[Block]
    closing: str
    site: int


def block_tree(
    last: int, markers: Mapping[int, Sequence[Marker]], sites: Sequence[Site]
) -> tuple[list[Block], dict[int, tuple[int, ...]], list[Problem]]:
    """Build the tree of rows 1 to ``last``.

    Returns it with the loops around each row, outermost first (a marker's row is outside of the
    loop that it opens or closes), and the problems of tags that do not pair.
    """
    top: list[Block] = []
    stack: list[_Open] = []
    chains: dict[int, tuple[int, ...]] = {}
    problems: list[Problem] = []
    loops = 0
    chain: tuple[int, ...] = ()
    for row in range(1, last + 1):
        if row not in markers:
            (stack[-1].body if stack else top).append(Rows(row))
            if chain:
                chains[row] = chain
            continue
        outside = chain
        for marker in markers[row]:
            word = marker.words.split(None, 1)[0] if marker.words else ""
            body = stack[-1].body if stack else top
            if word == "for":
                loops += 1
                loop = Loop(loops, marker.words, marker.site)
                body.append(loop)
                stack.append(_Open(loop, loop.body, "endfor", marker.site))
                chain = (*chain, loops)
            elif word == "if":
                branch: list[Block] = []
                choice = Choice([(marker.words, marker.site, branch)])
                body.append(choice)
                stack.append(_Open(choice, branch, "endif", marker.site))
            elif word in {"else", "elif"} and stack:
                _next_branch(stack[-1], word, marker)
                if isinstance(stack[-1].block, Loop):
                    chain = chain[:-1]
            elif stack and word == stack[-1].closing:
                closed = stack.pop()
                if isinstance(closed.block, Loop) and closed.block.number in chain:
                    chain = chain[:-1]
            else:
                site = sites[marker.site]
                expected = stack[-1].closing if stack else ""
                details = {"tag": site.tag, "expected": expected}
                problems.append(Problem("xlsx.marker_unpaired", site.place, details))
            outside = min(outside, chain, key=len)
        if outside:
            chains[row] = outside
    for still in stack:
        site = sites[still.site]
        details = {"tag": site.tag, "expected": still.closing}
        problems.append(Problem("xlsx.marker_unclosed", site.place, details))
    return top, chains, problems


def _next_branch(opened: _Open, word: str, marker: Marker) -> None:
    if isinstance(opened.block, Loop):
        opened.body = opened.block.otherwise
        return
    branch: list[Block] = []
    opened.block.branches.append((marker.words if word == "elif" else "", marker.site, branch))
    opened.body = branch
