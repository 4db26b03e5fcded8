"""Prices with a quantity whose amount stands elsewhere: 育秧每亩补助50元，面积9.73万亩, and the row 育秧|486.50."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.document.beside_tables.rows.row_lines import Lines, lines_of
from govdocs.checks.document.judged import Held, Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level, Spot
from govdocs.model.interval import Interval, quotient, rounded
from govdocs.model.units import MONEY
from govdocs.prose.reckoning.prices.price import Price, prices_of
from govdocs.prose.reckoning.prices.quantities import Quantity, how_often, is_counted, size_of
from govdocs.prose.told import Told
from govdocs.prose.words.likeness import plain_label
from govdocs.prose.words.near_miss import significant, slip_into

_BREAK = re.compile(r"[；;]")
_OTHER_TIME = re.compile(r"上年|去年|同期|计划|目标|预计|拟|力争")
_GRAM, _LONG_GRAM = 3, 4
_DIGITS, _MANY_DIGITS = 3, 5
_BACK = 2
_NAME = 28
_MUCH = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Claim:
    """A price, what it is paid for, and how often in each reading."""

    price: Price
    count: Told
    often: tuple[Decimal, ...]
    name: str

    @property
    def each(self) -> Interval:
        """The price: a mean is rounded, what is paid by is not."""
        figure = self.price.told.figure
        return figure.interval if self.price.mean else Interval.exact(figure.value)

    @property
    def size(self) -> Decimal:
        """What one of the things is in the base unit of the count."""
        return size_of(self.price, self.count)

    def made(self, times: Decimal) -> Interval:
        """What price and quantity make."""
        return self.count.figure.interval.scaled(times / self.size).times(self.each)


@dataclass(frozen=True, slots=True, eq=False)
class _Amount:
    """An amount by name, in a row or in the prose."""

    value: Interval
    text: str
    spot: Spot
    held: tuple[Held, ...]
    digits: int


def priced_apart(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge prices with their quantities by the amount that a row, or a sentence elsewhere, gives under the name."""
    for paragraph in subject.story.told:
        if not paragraph or len(paragraph[0].passage.path) > _BACK:
            continue
        for price in prices_of(paragraph).values():
            claim = _claim(paragraph, price)
            if claim is not None:
                yield from _judge(subject, claim)


def _claim(paragraph: Sequence[Told], price: Price) -> _Claim | None:
    told = price.told
    if price.kind != MONEY or not price.sure or not told.figure.exact:
        return None
    text = told.passage.reading.folded
    part = [
        t
        for t in paragraph
        if t.figure.sentence == told.figure.sentence and not _parted(text, t, told)
    ]
    others = [t for t in part if t.figure.kind == MONEY and t is not told]
    if any(t.figure.value > told.figure.value * _MUCH for t in others):
        return None
    first = part.index(told)
    ahead = [t for t in part[:first] if is_counted(price, t)]
    behind = [t for t in part[first + 1 :] if is_counted(price, t)]
    count = ahead[-1] if ahead else behind[0] if behind else None
    if count is None or not count.figure.exact or count.figure.value <= 1:
        return None
    if ahead and any(t.figure.unit == count.figure.unit for t in ahead[:-1]):
        return None
    end = min(count.figure.span[0], told.figure.span[0])
    start = max(told.passage.reading.layout.sentence_span(told.figure.sentence)[0], end - _NAME)
    words = _BREAK.split(text[start:end])[-1]
    if _OTHER_TIME.search(words + told.words + count.words):
        return None
    quantity = Quantity((count,), size_of(price, count), near=True)
    often = tuple(dict.fromkeys(t.factor for t in how_often(price, quantity, part, text[start:])))
    return _Claim(price, count, often, plain_label(words))


def _parted(text: str, one: Told, other: Told) -> bool:
    first, second = sorted((one.figure.span, other.figure.span))
    return _BREAK.search(text, first[1], max(first[1], second[0])) is not None


def _judge(subject: DocumentSubject, claim: _Claim) -> Iterator[Judged]:
    figures = (claim.count.cited, claim.price.told.cited)
    held = cited_held(*figures)
    if any(subject.amounts.has(MONEY, claim.made(times)) for times in claim.often):
        yield Judged(True, (), held)
        return
    near: dict[Interval, tuple[_Amount, Decimal]] = {}
    for amount in _named(subject, claim):
        for times in claim.often[:1]:
            if _one_slip(claim, amount, times):
                near[amount.value] = (amount, times)
    if len(near) != 1:
        return
    ((amount, times),) = near.values()
    made = claim.made(times)
    middle = quotient((made.low + made.high) / 2, Decimal(10_000))
    shown = f"{rounded(middle, 2):f}万元"
    count, price = claim.count.figure.text, claim.price.told.figure.text
    often = f"×{times:f}" if times != 1 else ""
    yield Judged(
        False, (*(cited_spot(cited) for cited in figures), amount.spot), (*held, *amount.held), "priced",
        {"label": claim.count.passage.label, "count": count, "price": price},
        expected=shown, actual=amount.text, arithmetic=f"{count}×{price}{often}＝{shown}",
        level=Level.WARNING,
    )  # fmt: skip


def _one_slip(claim: _Claim, amount: _Amount, times: Decimal) -> bool:
    """Tell whether one digit of the quantity or of the price makes the amount of it."""
    price, count = claim.price.told.figure, claim.count.figure
    per_count = amount.value.over(count.interval.scaled(times / claim.size))
    if (
        per_count is not None and significant(price.number) >= _DIGITS
        and slip_into(price, per_count)
    ):  # fmt: skip
        return True
    if significant(count.number) < _DIGITS or claim.price.mean:
        return False
    number = amount.value.over(claim.each.scaled(times / claim.size))
    return number is not None and slip_into(count, number)


def _named(subject: DocumentSubject, claim: _Claim) -> Iterator[_Amount]:
    """The amounts whose name has some signs in a row with the words before the quantity."""
    lines: Lines = subject.once(lines_of)
    grams = {claim.name[n : n + _GRAM] for n in range(len(claim.name) - _GRAM + 1)}
    grams = {gram for gram in grams if re.fullmatch(r"[一-龥]+", gram)}
    long = {claim.name[n : n + _LONG_GRAM] for n in range(len(claim.name) - _LONG_GRAM + 1)}
    for line in lines.all:
        if line.is_total or not any(gram in line.name for gram in grams):
            continue
        for entry in line.amounts:
            if entry.kind == MONEY:
                yield _Amount(
                    entry.figure.base_interval, entry.figure.text,
                    cell_spot(line.region, line.row, entry.column),
                    cell_held(line.region.cell(line.row.index, entry.column)),
                    significant(entry.figure.number),
                )  # fmt: skip
    for paragraph in subject.story.told:
        for told in paragraph:
            if not told.stated or told.figure.kind != MONEY or told.number == claim.count.number:
                continue
            digits = significant(told.figure.number)
            wanted = grams if digits >= _MANY_DIGITS and not claim.price.mean else long
            if any(gram in told.words for gram in wanted):
                yield _Amount(
                    told.figure.interval, told.figure.text, cited_spot(told.cited),
                    cited_held(told.cited), digits,
                )  # fmt: skip
