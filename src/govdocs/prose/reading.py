"""Reading a text once: its sentences, and every figure with what the words around it say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from govdocs.model.quantity import Bound
from govdocs.model.units import Unit, unit_of
from govdocs.prose.figure import ProseFigure, Role, Sort, counts_wholes
from govdocs.prose.words.binding import measure_of
from govdocs.prose.words.bounds import bound_of
from govdocs.prose.words.dates import inside, is_compared, period_of
from govdocs.prose.words.folding import fold
from govdocs.prose.words.measure_words import unit_named
from govdocs.prose.words.numerals import chinese_number
from govdocs.prose.words.period import Period
from govdocs.prose.words.roles import role_of
from govdocs.prose.words.sentences import Layout, lay_out
from govdocs.prose.words.tokens import TOKEN

_SORTS = {
    "document": Sort.DOCUMENT, "phone": Sort.PHONE, "date": Sort.DATE, "reference": Sort.REFERENCE,
    "ordinal": Sort.ORDINAL, "numbering": Sort.NUMBERING, "code": Sort.CODE, "ratio": Sort.RATIO,
    "range": Sort.RANGE,
}  # fmt: skip
_NEGATIVE_AFTER = frozenset("长为是率速幅达降（(：:，、 ")
_NOUN = re.compile(
    r" *((?![的和与及为是占])[一-龥]{1,8}?)(?=[的和与及在为是已被共各均分将占实达较比其通获参支开建按以由对从到向等约有中于]|[^一-龥]|$)"
)
_MONEY_WORDS = re.compile(r"资金|投资|金额|经费|支出|收入|预算|补助|补贴|贷款|产值|成本")
_THINGS = frozenset({"个", "项", "家"})
_ABOUT_WINDOW = 60


@dataclass(frozen=True, slots=True)
class TextReading:
    """A text that was read: ``text`` as given, ``folded`` half-width at the same positions."""

    text: str
    folded: str
    layout: Layout
    figures: tuple[ProseFigure, ...]
    by_sentence: tuple[tuple[ProseFigure, ...], ...]
    """The measures, ranges and vague numbers of each sentence."""
    measures: tuple[ProseFigure, ...]
    """The figures that measure or count something, in order."""

    def sentence(self, number: int) -> str:
        """The folded text of one sentence."""
        start, end = self.layout.sentence_span(number)
        return self.folded[start:end]


def read_figures(text: str) -> tuple[ProseFigure, ...]:
    """Return every number of ``text`` in order, dates, document numbers and ordinals told apart."""
    return read_text(text).figures


@lru_cache(maxsize=16384)
def read_text(text: str) -> TextReading:
    """Read one text (a paragraph); time grows in proportion to its length."""
    folded = fold(text)
    layout = lay_out(folded)
    figures = tuple(_Reader(text, folded, layout).read())
    sentences: list[list[ProseFigure]] = [[] for _ in layout.sentence_starts]
    for figure in figures:
        if figure.sort in {Sort.MEASURE, Sort.RANGE, Sort.VAGUE}:
            sentences[figure.sentence].append(figure)
    measures = tuple(figure for figure in figures if figure.sort is Sort.MEASURE)
    return TextReading(text, folded, layout, figures, tuple(map(tuple, sentences)), measures)


class _Reader:
    """Walks over the tokens of a text and keeps what earlier words said: time, last figure."""

    def __init__(self, text: str, folded: str, layout: Layout) -> None:
        self.text, self.folded, self.layout = text, folded, layout
        self.period: Period | None = None
        self.subject = ""
        self.last_end = 0
        self.blanked: list[tuple[int, int]] = []

    def read(self) -> list[ProseFigure]:
        figures: list[ProseFigure] = []
        for match in TOKEN.finditer(self.folded):
            kind = match.lastgroup or ""
            start, end = match.span()
            if kind == "dot":
                kind = "date"
            elif kind in {"mid", "mid2", "num", "scale", "word"}:
                kind = "measure"
            elif kind in {"cn", "cnmid", "cnword"}:
                kind = "chinese"
            elif kind == "cnrate":
                kind = "hundredths"
            if kind == "title":
                self.blanked.append((start, end))
                continue
            if kind == "date":
                self._time(start, end)
            figure = self._figure(match, kind, start, end)
            if figure is not None:
                figures.append(figure)
                if figure.sort is Sort.MEASURE:
                    self.last_end = figure.span[1]
        return figures

    def _time(self, start: int, end: int) -> None:
        self.blanked.append((start, end))
        if is_compared(self.folded, start):
            return
        period = period_of(self.folded, start, end) or inside(self.period, self.folded, start, end)
        if period is not None:
            self.period = period

    def _figure(self, match: re.Match[str], kind: str, start: int, end: int) -> ProseFigure | None:
        number: Decimal | None = Decimal(0)
        unit: Unit | None = None
        sort = _SORTS.get(kind, Sort.MEASURE)
        middle = False
        if kind == "measure":
            number = Decimal(re.sub(r"[, ]", "", match["num"]))
            unit = unit_named(match["scale"] or "", match["word"] or "")
            middle = bool(match["mid"] or match["mid2"])
            end = start + len(match[0].rstrip())
            before = self.folded[start - 1 : start]
            if before == "-" and start > 1 and self.folded[start - 2] in _NEGATIVE_AFTER:
                number, start = -number, start - 1
        elif kind == "hundredths":
            number, unit = chinese_number(match["cnrate"]), unit_of("%")
        elif kind == "chinese":
            number = chinese_number(match["cn"])
            unit = unit_named("", match["cnword"])
            middle = bool(match["cnmid"])
            if number is None or number <= 1:
                return None
            if match["cnword"] == "大":
                unit = unit_of("个")
        if number is None:
            sort, number = Sort.VAGUE, Decimal(0)
        if sort is Sort.MEASURE:
            return self._measure(number, unit, (start, end), middle)
        return ProseFigure(
            number, unit, Bound.EXACT, sort, (start, end), self.text[start:end],
            sentence=self.layout.sentence_at(start),
            clause=self.layout.clause_at(start),
            depth=self.layout.depth_at(start),
        )  # fmt: skip

    def _measure(
        self, number: Decimal, unit: Unit | None, span: tuple[int, int], middle: bool
    ) -> ProseFigure:
        """The figure of a measure with what the words around it say."""
        start, end = span
        clause = self.layout.clause_at(start)
        clause_start = self.layout.clause_starts[clause]
        floor = max(clause_start, self.last_end, start - _ABOUT_WINDOW)
        before = self._without_dates(floor, start)
        if unit is not None and unit.symbol in {"万", "亿"} and _MONEY_WORDS.search(before):
            unit = unit_of(unit.symbol + "元")
        role, sign = role_of(before, unit)
        bound = bound_of(self.folded, start, end, middle=middle)
        subject, measure = measure_of(before)
        noun = ""
        if unit is not None and (unit.kind in _THINGS or counts_wholes(number, unit)):
            found = _NOUN.match(self.folded, end)
            noun = found[1] if found else ""
        period = self.period
        if period is not None and "累计" in before and "全年累计" not in before:
            period = replace(period, span=period.span + "累计")
        if "上年" in before or "去年" in before or "同期" in before:
            period = period.before() if period and role is Role.PLAIN else None
        return ProseFigure(
            number, unit, bound, Sort.MEASURE, span, self.text[start:end], role, measure, noun,
            subject, period,
            sentence=self.layout.sentence_at(start),
            clause=clause,
            depth=self.layout.depth_at(start),
            sign=sign,
        )  # fmt: skip

    def _without_dates(self, start: int, end: int) -> str:
        """The words of ``[start, end)`` without the time expressions and titles in them."""
        pieces: list[str] = []
        at = start
        first = len(self.blanked)
        while first > 0 and self.blanked[first - 1][1] > start:
            first -= 1
        for low, high in self.blanked[first:]:
            pieces.append(self.folded[at : max(at, low)])
            at = max(at, min(high, end))
        pieces.append(self.folded[at:end])
        return "".join(pieces)
