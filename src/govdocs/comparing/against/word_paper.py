"""A filled Word paper with the traces of its filling, as the paper that is expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from govdocs.comparing.against.expected import ExpectedPaper, Stretch
from govdocs.place import Path, Place
from govdocs.reading import FinishedDocument, Paragraph, Table, read_document
from govdocs.rendering.docx.template import FilledDocx
from govdocs.rendering.docx.tracing import Trace
from govdocs.tags.text import FilledText

MAIN = "word/document.xml"
_JOINED: tuple[tuple[Path, str], ...] = (
    (("letter", "addressees"), "、"),
    (("letter", "imprint", "copies_to"), "，"),
)
"""Lists that the templates print as one text, which leaves no trace."""


def word_paper(
    name: str,
    filled: FilledDocx,
    prose: Mapping[Path, FilledText],
    lists: Mapping[Path, Sequence[str]],
) -> ExpectedPaper:
    """Return what a paper filled with ``trace=True`` prints, value by value.

    ``prose`` are the filled texts of the case by path; ``lists`` the texts of lists by path.
    """
    document = read_document(filled.data, name=name, as_typed=True)
    traces: dict[int, list[Trace]] = {}
    for trace in filled.traces:
        if trace.part == MAIN and trace.path:
            traces.setdefault(trace.paragraph, []).append(trace)
    stretches: dict[Place, tuple[Stretch, ...]] = {}
    for place, paragraphs in _texts(document):
        found: list[Stretch] = []
        at = 0
        for paragraph in paragraphs:
            shift = at + len(paragraph.number)
            here = [] if paragraph.order is None else traces.get(paragraph.order, [])
            printed = [s for trace in here for s in _printed(trace, paragraph.text, prose)]
            printed += _joined(paragraph.text, printed, lists)
            found += [replace(s, start=s.start + shift, end=s.end + shift) for s in printed]
            at += len(paragraph.full) + 1
        if found:
            stretches[place] = _merged(found)
    return ExpectedPaper(name, document, stretches)


def _texts(document: FinishedDocument) -> Iterator[tuple[Place, Sequence[Paragraph]]]:
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells():
                yield cell.place, cell.paragraphs
        else:
            yield block.place, (block,)
    for note in document.notes:
        yield note.place, (note,)


def _printed(trace: Trace, text: str, prose: Mapping[Path, FilledText]) -> Iterator[Stretch]:
    value = text[trace.start : trace.end]
    # A group's path is that of a number that follows from its order: 一、 of a section.
    silent = isinstance(trace.path[-1], int) and trace.path[-2:-1] == ("sections",)
    silent = silent or (trace.path[:1] == ("attachments",) and trace.path[-1] == "number")
    yield Stretch(trace.start, trace.end, value, trace.path, trace.path, silent=silent)
    filled = prose.get(trace.path)
    if filled is None or filled.text != value:
        return
    at = trace.start
    for segment in filled.segments:
        if segment.source is not None and segment.text:
            path = segment.source.path
            yield Stretch(at, at + len(segment.text), segment.text, path, trace.path)
        at += len(segment.text)


def _joined(
    text: str, printed: Sequence[Stretch], lists: Mapping[Path, Sequence[str]]
) -> Iterator[Stretch]:
    for path, mark in _JOINED:
        names = lists.get(path, ())
        whole = mark.join(names)
        at = text.find(whole) if whole and not printed else -1
        if at < 0 or (text[:at] + text[at + len(whole) :]).strip(" 　：:抄送。") != "":
            continue
        for number, name in enumerate(names):
            yield Stretch(at, at + len(name), name, (*path, number), (*path, number))
            at += len(name) + len(mark)


def _merged(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """One stretch for all values that print at one spot, the first of them leading."""
    spots: dict[tuple[int, int, bool], Stretch] = {}
    for stretch in found:
        key = (stretch.start, stretch.end, stretch.path == stretch.text)
        first = spots.get(key)
        if first is None:
            spots[key] = stretch
        elif stretch.start < stretch.end and stretch.path[-1] == first.path[-1]:
            spots[key] = replace(first, others=(*first.others, stretch.path))
    return tuple(sorted(spots.values(), key=lambda s: (s.start, s.end)))
