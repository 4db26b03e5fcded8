"""The figures of a paper in the order in which it tells them, so that a sentence finds what stood before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage

STATED = frozenset({Role.PLAIN, Role.TOTAL, Role.TARGET})
OWNER = re.compile(
    r"中央|省级|省本级|省财政|市级|市本级|市县|市财政|州级|县级|县财政|区级|地方|本级|上级|其他|自筹|社会|企业|银行"
)
_BEYOND = re.compile(r"(?:超出|高出|多出|超支|超过(?:预算|计划|概算|目标))[^，。；]{0,4}$")
"""Here 超 does not loosen the figure: it is by how much."""
_TIMES = frozenset({"年数", "月数", "日数"})
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
    cited: Cited = field(init=False)
    """The figure in its passage."""
    is_amount: bool = field(init=False)
    """Whether it is an amount or a count that others can be reckoned from."""
    stated: bool = field(init=False)
    """Whether it states an amount or a count, exactly and in its own right."""

    def __post_init__(self) -> None:
        figure = self.figure
        measures = figure.sort is Sort.MEASURE and not figure.is_rate and not figure.is_points
        self.__dict__.update(
            cited=Cited.of(self.passage, figure),
            is_amount=measures
            and figure.kind not in _TIMES
            and (figure.exact or _BEYOND.search(self.words) is not None),
            stated=measures and figure.exact and figure.unit is not None and figure.role in STATED,
        )

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

    def sentence_of(self, one: Told) -> tuple[Told, ...]:
        """The measures of the sentence that ``one`` stands in, in order."""
        return self._sentence_by_place[one.number, one.figure.sentence]

    @cached_property
    def _sentence_by_place(self) -> dict[tuple[int, int], tuple[Told, ...]]:
        return {(s[0].number, s[0].figure.sentence): s for s in self._sentences}

    def alike_before(self, one: Told, name_of: Callable[[Told], str], name: str) -> Iterator[Told]:
        """The measures told before ``one`` that ``name_of`` gives this name, the nearest first.

        Each is asked for its name once, so that a search over the whole paper costs no more than one over a sentence.
        """
        known = self._by_name.get(name_of)
        if known is None:
            known = self._by_name[name_of] = defaultdict(list)
            for told in self.told:
                for each in told:
                    known[name_of(each)].append(each)
        named = known.get(name, [])
        yield from reversed(named[: bisect_left(named, _place(one), key=_place)])

    def spelled_with(
        self, words_of: Callable[[Told], str], signs: str
    ) -> Sequence[tuple[Told, str]]:
        """The measures whose words, by ``words_of``, hold the rarest of ``signs``, in the order of the paper.

        Each with its words, worked out once: whoever looks for a name asks these only.
        """
        known = self._by_sign.get(words_of)
        if known is None:
            known = self._by_sign[words_of] = defaultdict(list)
            for told in self.told:
                for each in told:
                    words = words_of(each)
                    for sign in set(words):
                        known[sign].append((each, words))
        return min((known.get(sign, []) for sign in signs), key=len, default=[])

    @cached_property
    def _by_sign(
        self,
    ) -> dict[Callable[[Told], str], defaultdict[str, list[tuple[Told, str]]]]:
        return {}

    @cached_property
    def _by_name(self) -> dict[Callable[[Told], str], defaultdict[str, list[Told]]]:
        return {}


def _place(one: Told) -> tuple[int, tuple[int, int]]:
    return one.number, one.figure.span


def _told(passage: Passage, number: int) -> Iterator[Told]:
    reading = passage.reading
    floor = 0
    for figure in reading.measures:
        start = max(reading.layout.clause_starts[figure.clause], floor, figure.span[0] - _WINDOW)
        floor = figure.span[1]
        if figure.unit is not None:
            words = reading.folded[start : figure.span[0]].strip()
            yield Told(passage, figure, words, number)
