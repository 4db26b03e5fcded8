"""The figures of a paper in the order in which it tells them, so that a sentence finds what stood before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage

STATED = frozenset({Role.PLAIN, Role.TOTAL, Role.TARGET})
OWNER = re.compile(
    r"中央|省级|省本级|省财政|市级|市本级|市县|市财政|州级|县级|县财政|区级|地方|本级|上级|其他|自筹|社会|企业|银行"
)
_WINDOW = 28
_REACH = 4


@dataclass(frozen=True, eq=False)
class Told:
    """One measure where it stands: ``words`` are those of its clause, back to the figure before it."""

    passage: Passage
    figure: ProseFigure
    words: str
    number: int
    """Which passage of the paper it stands in."""

    @cached_property
    def cited(self) -> Cited:
        """The figure in its passage."""
        return Cited.of(self.passage, self.figure)

    @cached_property
    def named(self) -> str:
        """The words before the figure, and those behind it where none stand before."""
        if re.search(r"[一-龥]", self.words):
            return self.words + self.figure.noun
        behind = self.passage.reading.folded[self.figure.span[1] :]
        found = re.match(r"[^，。；、：\d]{1,12}", behind)
        return self.words + (found[0] if found else self.figure.noun)

    @cached_property
    def owner(self) -> str:
        """Whose money it is by its own words; empty where they do not say."""
        found = OWNER.search(self.words)
        return found[0] if found else ""

    @cached_property
    def stated(self) -> bool:
        """Tell whether it states an amount or a count, exactly and in its own right."""
        figure = self.figure
        return (
            figure.sort is Sort.MEASURE
            and figure.exact
            and figure.unit is not None
            and not figure.is_rate
            and not figure.is_points
            and figure.role in STATED
        )


class Story:
    """All measures of the paragraphs of a paper; the paragraphs in their order."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.told = tuple(tuple(_told(p, number)) for number, p in enumerate(self.passages))
        self._numbers = {id(passage): number for number, passage in enumerate(self.passages)}

    def number_of(self, passage: Passage) -> int | None:
        """Which passage of the paper it is; None for one of another paper."""
        return self._numbers.get(id(passage))

    def before(self, one: Told, reach: int = _REACH) -> Iterator[Told]:
        """What was told before ``one``, the nearest first: its paragraph, then up to ``reach`` paragraphs above."""
        for other in reversed(self.told[one.number]):
            if other.figure.span < one.figure.span:
                yield other
        for number in range(one.number - 1, max(-1, one.number - 1 - reach), -1):
            yield from reversed(self.told[number])

    def sentences(self) -> tuple[tuple[Told, ...], ...]:
        """The measures of each sentence that has some, in order."""
        return self._sentences

    @cached_property
    def _sentences(self) -> tuple[tuple[Told, ...], ...]:
        return tuple(
            tuple(sentence)
            for told in self.told
            for _, sentence in groupby(told, key=lambda t: t.figure.sentence)
        )


def _told(passage: Passage, number: int) -> Iterator[Told]:
    reading = passage.reading
    floor = 0
    for figure in reading.measures:
        start = max(reading.layout.clause_starts[figure.clause], floor, figure.span[0] - _WINDOW)
        floor = figure.span[1]
        if figure.unit is not None:
            words = reading.folded[start : figure.span[0]].strip()
            yield Told(passage, figure, words, number)
