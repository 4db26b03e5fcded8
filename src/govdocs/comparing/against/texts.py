"""One paragraph or cell of the document against the one that the case prints there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from govdocs.comparing.against.difference import Difference, Sort
from govdocs.comparing.against.expected import Stretch
from govdocs.comparing.against.figures import Agreement, agreement
from govdocs.comparing.alignment.likeness import likeness
from govdocs.comparing.alignment.units import plain
from govdocs.comparing.alignment.words import WordDiff, word_diff
from govdocs.model.quantity import read_quantity
from govdocs.place import FilePlace, Path, Place
from govdocs.prose.figure import Sort as FigureSort
from govdocs.prose.reading import read_figures

REWRITTEN = 0.35
"""Below this likeness equal words are chance, and no value is told by its neighbours."""
LONGEST_ANSWER = 3
"""A value is not replaced by a text so many times as long and more; that is a rewritten sentence."""
CONTEXT = 4
"""Characters of unchanged text shown on either side of changed words."""
_NO_FACT = frozenset({FigureSort.NUMBERING, FigureSort.REFERENCE, FigureSort.CODE})
"""Numbers that follow from the order of a text, or name a thing."""


@dataclass(slots=True)
class _Reading:
    """One comparison under way: what of either text is accounted for."""

    expected: str
    actual: str
    place: Place
    diff: WordDiff
    rewritten: bool
    differences: list[Difference] = field(default_factory=list)
    old: list[tuple[int, int]] = field(default_factory=list)
    new: list[tuple[int, int]] = field(default_factory=list)
    where: dict[Stretch, tuple[int, int]] = field(default_factory=dict)


def text_differences(
    expected: str, actual: str, stretches: Sequence[Stretch], place: Place, label: str
) -> list[Difference]:
    """Name what differs between two texts: values first, then figures in typed words, then words."""
    if plain(expected) == plain(actual):
        return []
    values = [s for s in stretches if not s.prose]
    alone = next((s for s in values if not s.silent and _covers(s, expected)), None)
    if alone is not None:
        return list(_of_value(alone, actual.strip(), place, None, actual))
    rewritten = bool(plain(expected)) and likeness(plain(expected), plain(actual)) < REWRITTEN
    reading = _Reading(expected, actual, place, word_diff(expected, actual), rewritten)
    for stretch in values:
        if stretch.start < stretch.end:
            _value(reading, stretch)
    _typed(reading, stretches, label)
    return sorted(reading.differences, key=lambda d: d.span or (0, 0))


def stretches_found(
    expected: str, actual: str, stretches: Sequence[Stretch]
) -> dict[Stretch, tuple[int, int]]:
    """Where each printed value stands in the edited text; one that is gone is left out."""
    rewritten = bool(plain(expected)) and likeness(plain(expected), plain(actual)) < REWRITTEN
    reading = _Reading(expected, actual, FilePlace(""), word_diff(expected, actual), rewritten)
    for stretch in stretches:
        if stretch.start < stretch.end:
            _value(reading, stretch)
            if stretch not in reading.where and actual.count(stretch.value) == 1:
                at = actual.index(stretch.value)
                reading.where[stretch] = (at, at + len(stretch.value))
    return reading.where


def _covers(stretch: Stretch, text: str) -> bool:
    return not (text[: stretch.start] + text[stretch.end :]).strip()


def _of_value(
    stretch: Stretch, actual: str, place: Place, span: tuple[int, int] | None, whole: str
) -> Iterator[Difference]:
    if stretch.silent:
        return
    agreed = agreement(stretch.value, actual)
    if agreed is Agreement.SAME:
        return
    sort = Sort.ROUNDED if agreed is Agreement.ROUNDED else Sort.VALUE
    yield Difference(sort, stretch.value, actual, place, stretch.path, stretch.others, stretch.text,
                     span=span, whole=whole)  # fmt: skip


def _value(reading: _Reading, stretch: Stretch) -> None:
    """Find what became of one printed value, by its own words or by its neighbours."""
    old = reading.diff.former
    inside = [
        at
        for at, token in enumerate(old)
        if token.end > stretch.start and token.start < stretch.end
    ]
    if not inside:
        return
    first, last = inside[0], inside[-1]
    partners = [reading.diff.partner.get(at) for at in inside]
    kept = partners[0] is not None and partners == list(
        range(partners[0], partners[0] + len(partners))
    )
    if kept and not reading.rewritten:
        tokens = reading.diff.latter
        begin = partners[0] or 0
        reading.where[stretch] = (tokens[begin].start, tokens[begin + len(partners) - 1].end)
        return
    reading.old.append((old[first].start, old[last].end))
    span = None if reading.rewritten else _between(reading.diff, first, last)
    if span is not None:
        answer = reading.actual[slice(*span)]
        limit = LONGEST_ANSWER * len(stretch.value) + 4
        if 0 < len(answer) <= limit:
            reading.new.append(span)
            reading.where[stretch] = span
            reading.differences += _of_value(stretch, answer, reading.place, span, reading.actual)
            return
    figure = None if reading.rewritten else _one_figure(reading, stretch, first, last)
    if figure is not None:
        reading.new.append(figure[:2])
        reading.where[stretch] = figure[:2]
        reading.differences += _of_value(
            stretch, figure[2], reading.place, figure[:2], reading.actual
        )
        return
    at = plain(reading.actual).find(plain(stretch.value))
    if at >= 0 or stretch.silent or _said_otherwise(stretch.value, reading.actual):
        return
    reading.differences.append(
        Difference(Sort.LOST, stretch.value, reading.actual, reading.place, stretch.path,
                   stretch.others, stretch.text, whole=reading.actual)
    )  # fmt: skip


def _between(diff: WordDiff, first: int, last: int) -> tuple[int, int] | None:
    """The stretch of the second text between the partners of a value's neighbours."""
    old, new = diff.former, diff.latter
    before = -1 if first == 0 else diff.partner.get(first - 1)
    after = len(new) if last == len(old) - 1 else diff.partner.get(last + 1)
    if before is None or after is None or before + 1 >= after:
        return None
    return new[before + 1].start, new[after - 1].end


def _one_figure(
    reading: _Reading, stretch: Stretch, first: int, last: int
) -> tuple[int, int, str] | None:
    """The figure that stands for a value whose neighbours were rewritten too: the only one there of its unit."""
    diff = reading.diff
    wanted = read_quantity(plain(stretch.value))
    if wanted is None or not wanted.kind:
        return None
    while first > 0 and (first - 1) not in diff.partner:
        first -= 1
    while last < len(diff.former) - 1 and (last + 1) not in diff.partner:
        last += 1
    region = _between(diff, first, last)
    if region is None:
        return None
    old = (diff.former[first].start, diff.former[last].end)
    rivals = [
        f for f in read_figures(reading.expected) if _touch(f.span, old) and f.kind == wanted.kind
    ]
    found = [
        f for f in read_figures(reading.actual) if _touch(f.span, region) and f.kind == wanted.kind
    ]
    if len(rivals) != 1 or len(found) != 1:
        return None
    return (*found[0].span, found[0].text)


def _said_otherwise(value: str, text: str) -> bool:
    """Tell whether a figure is still there in another unit (17385万元, 1.7385亿元)."""
    return any(
        agreement(value, figure.text) is not Agreement.OTHER for figure in read_figures(text)
    )


def _typed(reading: _Reading, stretches: Sequence[Stretch], label: str) -> None:
    """What changed beside the values: figures typed in the words, and the words themselves."""
    texts = [s for s in stretches if s.prose]
    silent = [(s.start, s.end) for s in stretches if s.silent]
    words: list[tuple[tuple[int, int], tuple[int, int]]] = []
    figures = {
        sort: _figures(text) for sort, text in (("old", reading.expected), ("new", reading.actual))
    }
    told: set[tuple[int, int]] = set()
    for edit in reading.diff.edits:
        if _within(edit.former, [*reading.old, *silent]) and (
            _within(edit.latter, reading.new) or edit.latter[0] == edit.latter[1]
            or _within(edit.former, silent)
        ):  # fmt: skip
            continue
        if edit.former[0] == edit.former[1] and _within(edit.latter, reading.new):
            continue
        old = [
            f
            for f in figures["old"]
            if _touch(f[:2], edit.former) and not _touches(f[:2], reading.old)
        ]
        new = [
            f
            for f in figures["new"]
            if _touch(f[:2], edit.latter) and not _touches(f[:2], reading.new)
        ]
        one_figure = len(old) == len(new) == 1 and not reading.rewritten
        if one_figure and agreement(old[0][2], new[0][2]) is Agreement.OTHER:
            if new[0][:2] not in told:
                told.add(new[0][:2])
                path = _text_at(texts, old[0][:2])
                reading.differences.append(
                    Difference(Sort.FIGURE, old[0][2], new[0][2], reading.place, path, text=path,
                               label=label, span=new[0][:2], whole=reading.actual)
                )  # fmt: skip
            continue
        words.append((edit.former, edit.latter))
    if not words:
        return
    former = (min(a for (a, _), _ in words), max(b for (_, b), _ in words))
    latter = (min(a for _, (a, _) in words), max(b for _, (_, b) in words))
    path = _text_at(texts, former)
    sort = Sort.WORDS if path else Sort.LABEL
    if not path and stretches and all(s.silent for s in stretches):
        return  # 附件1 that became 附件2 follows from the order of the paper
    reading.differences.append(
        Difference(sort, _cut(reading.expected, former), _cut(reading.actual, latter),
                   reading.place, path, text=path, label=label, span=latter, whole=reading.actual)
    )  # fmt: skip


def _figures(text: str) -> list[tuple[int, int, str]]:
    return [(*f.span, f.text) for f in read_figures(text) if f.sort not in _NO_FACT]


def _text_at(texts: Sequence[Stretch], span: tuple[int, int]) -> Path:
    for stretch in texts:
        if stretch.start <= span[0] and span[1] <= stretch.end:
            return stretch.path
    touching = [s.path for s in texts if s.start <= span[1] and span[0] <= s.end]
    return touching[0] if touching else ()


def _cut(text: str, span: tuple[int, int]) -> str:
    if not text[slice(*span)].strip() and not text.strip():
        return ""
    return text[max(0, span[0] - CONTEXT) : span[1] + CONTEXT].strip()


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _touches(one: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(_touch(one, other) for other in others)


def _within(one: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(other[0] <= one[0] and one[1] <= other[1] for other in others)
