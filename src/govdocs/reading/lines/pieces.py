"""Cutting and joining paragraphs so that every character still knows its place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govdocs.place import Path
from govdocs.reading.outline import typed_level
from govdocs.reading.paper import Paragraph, Piece, Spread


def part_of(paragraph: Paragraph, start: int, end: int, path: Path) -> Paragraph:
    """The stretch ``text[start:end]`` as a paragraph of its own at ``path``."""
    at = paragraph.in_file((start, start))[0]
    inner = tuple(Spread(s.start - start, s.at) for s in paragraph.spread if start < s.start < end)
    number = paragraph.number if start == 0 else ""
    text = paragraph.text[start:end]
    level = paragraph.level if start == 0 and paragraph.level else typed_level(number + text)
    return replace(
        paragraph, text=text, path=path, number=number, level=level, spread=(Spread(0, at), *inner)
    )  # fmt: skip


def lines_of(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph at its line breaks; blank lines are left out, the first keeps the path."""
    spans = line_spans(paragraph.text)
    if len(spans) < 2:
        return [paragraph]
    return [
        part_of(paragraph, start, end, (*paragraph.path, "lines", at) if at else paragraph.path)
        for at, (start, end) in enumerate(spans)
    ]


def line_spans(text: str) -> list[tuple[int, int]]:
    """Where the lines of a text stand that hold words."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def joined(pieces: Sequence[Paragraph]) -> Paragraph:
    """One paragraph of several that follow one another in the middle of a sentence."""
    first = pieces[0]
    if len(pieces) == 1:
        return first
    text = ""
    made: list[Piece] = []
    for number, piece in enumerate(pieces):
        own = stripped(piece, left=number > 0, right=number < len(pieces) - 1)
        made.append(Piece(len(text), own))
        text += own.text
    level = typed_level(first.number + text)
    return replace(first, text=text, level=level, spread=(), pieces=tuple(made))


def stripped(piece: Paragraph, *, left: bool = True, right: bool = True) -> Paragraph:
    """The piece without the white space at its ends."""
    start = len(piece.text) - len(piece.text.lstrip()) if left else 0
    end = len(piece.text.rstrip()) if right else len(piece.text)
    if (start, end) == (0, len(piece.text)):
        return piece
    number = piece.number
    return replace(part_of(piece, start, end, piece.path), level=piece.level, number=number)


def without(paragraph: Paragraph, spans: Sequence[tuple[int, int]]) -> Paragraph:
    """The paragraph with stretches of its text left out; the rest keeps its place in the file."""
    if not spans:
        return paragraph
    kept: list[tuple[int, int]] = []
    at = 0
    for start, end in sorted(spans):
        kept.append((at, start))
        at = end
    kept.append((at, len(paragraph.text)))
    text = ""
    spread: list[Spread] = []
    for start, end in kept:
        spread.append(Spread(len(text), paragraph.in_file((start, start))[0]))
        spread += [Spread(len(text) + s.start - start, s.at) for s in paragraph.spread if start < s.start < end]  # fmt: skip
        text += paragraph.text[start:end]
    if not paragraph.pieces:
        return replace(paragraph, text=text, spread=tuple(spread))
    made: list[Piece] = []
    for number, piece in enumerate(paragraph.pieces):
        stop = (
            paragraph.pieces[number + 1].start
            if number + 1 < len(paragraph.pieces)
            else len(paragraph.text)
        )
        inside = [
            (max(s, piece.start) - piece.start, min(e, stop) - piece.start)
            for s, e in spans
            if s < stop and e > piece.start
        ]
        gone = sum(min(e, piece.start) - s for s, e in spans if s < piece.start)
        made.append(Piece(piece.start - gone, without(piece.paragraph, inside)))
    return replace(paragraph, text=text, pieces=tuple(made))
