"""Enumerations run on without a gap: 一是, 二是, 三是; （1）, （2）; ①, ②."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.words.sequence_marks import Mark, sequence_marks

_CHINESE = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
_MISTYPED = re.compile(r"(?<=[。；])(?P<word>而是)")


def sequences(passages: Sequence[Passage]) -> Iterator[Judgement]:
    """Judge every run of marks, within a paragraph and over paragraphs that begin with one."""
    leading: Mark | None = None
    marks_of_leading: Sequence[Mark] = ()
    headings: tuple[str, ...] = ()
    for passage in passages:
        marks = sequence_marks(passage.reading.folded)
        yield from _mistyped(passage, marks)
        yield from _within(passage, marks)
        first = marks[0] if marks and marks[0].start == 0 else None
        if (
            first is not None
            and leading is not None
            and passage.headings == headings
            and first.style == leading.style
            and first.number not in {1, _last(leading, marks_of_leading) + 1}
        ):
            yield _gap(passage, first, _last(leading, marks_of_leading))
        leading, headings = first, passage.headings
        marks_of_leading = marks


def _last(leading: Mark, marks: Sequence[Mark]) -> int:
    """The highest number of the leading mark's style in its paragraph."""
    return max(m.number for m in marks if m.style == leading.style)


def _within(passage: Passage, marks: Sequence[Mark]) -> Iterator[Judgement]:
    last: dict[str, int] = {}
    for mark in marks:
        before = last.get(mark.style)
        last[mark.style] = mark.number
        if mark.number == 1 or before is None or mark.number == before + 1:
            continue
        if not _explained(passage, mark, before):
            yield _gap(passage, mark, before)


def _gap(passage: Passage, mark: Mark, before: int) -> Judgement:
    return Judgement(
        "sequence",
        False,
        (Cited(passage, (mark.start, mark.end)),),
        expected=_written(mark.style, before + 1),
        actual=mark.text,
        sureness=Sureness.LIKELY,
        details={"before": _written(mark.style, before)},
    )


def _written(style: str, number: int) -> str:
    if style == "is":
        ten, one = divmod(number, 10)
        word = _CHINESE[number - 1] if number <= 10 else f"{'十' * ten}{_CHINESE[one - 1]}"
        return f"{word}是"
    if style == "circle":
        return _CIRCLED[number - 1] if number <= len(_CIRCLED) else str(number)
    return f"（{number}）"


def _explained(passage: Passage, mark: Mark, before: int) -> bool:
    """Whether a mistyped mark between the two explains the gap, so that it is told once."""
    return (
        mark.style == "is"
        and before == 1
        and mark.number == 3
        and _MISTYPED.search(passage.reading.folded, 0, mark.start) is not None
    )


def _mistyped(passage: Passage, marks: Sequence[Mark]) -> Iterator[Judgement]:
    """而是 at the head of a sentence between 一是 and a missing 二是."""
    numbers = [m.number for m in marks if m.style == "is"]
    if 1 not in numbers or 2 in numbers:
        return
    first = next(m for m in marks if m.style == "is" and m.number == 1)
    match = _MISTYPED.search(passage.reading.folded, first.end)
    if match is None:
        return
    sentence = passage.reading.folded[first.end : match.start()].rsplit("。", 2)[-1]
    if "不是" in sentence or "并非" in sentence:
        return
    yield Judgement(
        "mistyped",
        False,
        (Cited(passage, match.span("word")),),
        expected="二是",
        actual="而是",
        sureness=Sureness.LIKELY,
        details={"before": "一是"},
    )
