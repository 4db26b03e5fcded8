"""One cell becomes an entry: what counts, what is converted, what is left out, each said."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from govdocs.model.indicator import Kind
from govdocs.model.quantity import Bound, Quantity, read_quantity
from govdocs.model.units import COUNTED, PERCENT, Unit, unit_of
from govdocs.rollup.definition import AskedIndicator
from govdocs.rollup.form_layout import NO, NOT_APPLICABLE, YES
from govdocs.rollup.judging.returns import Entry, State
from govdocs.rollup.taking_in.book import CellKind, ReadCell

_NOTHING = frozenset({"-", "--", "—", "——", "－", "/", "\\", "", "空白"})
_NONE = frozenset({"不适用", "n/a", "na"})
_LARGEST = Decimal(10) ** 15
_MOST_DIGITS = 30


def _beyond(number: Decimal) -> bool:
    return abs(number) >= _LARGEST or len(number.as_tuple().digits) > _MOST_DIGITS


_UNLIMITED_RATES = ("增长", "增幅", "提高", "提升", "下降", "降低", "变化", "完成率", "增速")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about a cell: its code and what the sentence needs."""

    code: str
    details: dict[str, str]


Judged = tuple[Entry, list[Remark]]


def judge_value(
    cell: ReadCell,
    asked: AskedIndicator,
    band: str = "",
    bands: tuple[tuple[str, Decimal, Decimal, bool, bool], ...] = (),
) -> Judged:
    """Judge an indicator's cell; ``band`` is the unit's choice, ``bands`` the form's (name, limits)."""
    early = _not_a_value(cell)
    if early is not None:
        return early
    if asked.kind is Kind.YES_NO:
        return _yes_no(cell)
    quantity, remarks = _figure(cell)
    if quantity is None:
        if asked.kind is Kind.QUALITATIVE and not remarks:
            return _left(cell, Remark("rollup.word_for_share", {"written": cell.text}))
        return _left(cell, *(remarks or [Remark("rollup.not_a_number", {"written": cell.text})]))
    number, more = _in_unit(quantity, cell, asked.unit)
    remarks += more
    if number is None:
        return _left(cell, *remarks)
    limits = _limits(number, asked, band, bands)
    remarks += limits
    if any(remark.code == "rollup.out_of_band" for remark in limits):
        return _left(cell, *remarks)
    return Entry(State.VALUE, cell.address, number), remarks


def judge_money(cell: ReadCell, money_unit: str) -> Judged:
    """Judge a cell of the money block; a bare number counts in ``money_unit``."""
    early = _not_a_value(cell)
    if early is not None:
        return early
    quantity, remarks = _figure(cell)
    if quantity is None:
        return _left(cell, *(remarks or [Remark("rollup.not_a_number", {"written": cell.text})]))
    number, more = _in_unit(quantity, cell, money_unit)
    remarks += more
    if number is None:
        return _left(cell, *remarks)
    if number < 0:
        return _left(cell, *remarks, Remark("rollup.negative_money", {"written": cell.text}))
    return Entry(State.VALUE, cell.address, number), remarks


def _not_a_value(cell: ReadCell) -> Judged | None:
    """Blank, 不适用, an error, a formula nobody computed, a date; None where a value may stand."""
    plain = unicodedata.normalize("NFKC", cell.text).strip()
    if cell.elsewhere:
        return _left(cell, Remark("rollup.elsewhere", {"written": cell.text}))
    if cell.kind is CellKind.ERROR:
        return _left(cell, Remark("rollup.error_cell", {"written": cell.text}))
    if cell.kind is CellKind.NO_VALUE:
        return _left(cell, Remark("rollup.no_value", {"written": cell.text}))
    if cell.kind is CellKind.DATE:
        return _left(cell, Remark("rollup.date_for_number", {"written": cell.text}))
    if cell.kind is CellKind.BLANK or plain in _NOTHING:
        return Entry(State.BLANK, cell.address), []
    if plain.casefold() in _NONE or plain == NOT_APPLICABLE:
        return Entry(State.NOT_APPLICABLE, cell.address), []
    return None


def _left(cell: ReadCell, *remarks: Remark) -> Judged:
    return Entry(State.LEFT_OUT, cell.address), list(remarks)


def _yes_no(cell: ReadCell) -> Judged:
    plain = unicodedata.normalize("NFKC", cell.text).strip().casefold()
    if plain in (YES, "有", "true", "√", "1"):
        return Entry(State.VALUE, cell.address, Decimal(1)), []
    if plain in (NO, "无", "false", "×", "0"):
        return Entry(State.VALUE, cell.address, Decimal(0)), []
    return _left(cell, Remark("rollup.not_yes_no", {"written": cell.text}))


def _figure(cell: ReadCell) -> tuple[Quantity | None, list[Remark]]:
    """The figure of a cell, and what is said of the way it is written."""
    if cell.kind is CellKind.NUMBER:
        number = Decimal(cell.text)
        if _beyond(number):
            return None, [Remark("rollup.too_large", {"written": cell.text})]
        unit = unit_of("%") if cell.percent else None
        if cell.percent:
            number = _plain(number.scaleb(2))
        return Quantity(number, unit, Bound.EXACT, f"{number:f}{'%' if cell.percent else ''}"), []
    text = cell.text.strip()
    plain = unicodedata.normalize("NFKC", text)
    quantity = read_quantity(plain)
    if quantity is None:
        return None, []
    remarks = []
    if plain != text and any(ord(a) > 127 and a.isdigit() for a in text):
        remarks.append(Remark("rollup.full_width", {"written": text, "right": plain}))
    elif quantity.unit is None:
        remarks.append(Remark("rollup.number_as_text", {"written": text}))
    if _beyond(quantity.number):
        return None, [Remark("rollup.too_large", {"written": text})]
    if quantity.bound in (Bound.ABOUT, Bound.MORE, Bound.LESS):
        return None, [Remark("rollup.about", {"written": text})]
    if quantity.bound is not Bound.EXACT:
        remarks.append(Remark("rollup.bound", {"written": text}))
    return quantity, remarks


def _plain(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return number.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else number


def _in_unit(
    quantity: Quantity, cell: ReadCell, symbol: str
) -> tuple[Decimal | None, list[Remark]]:
    """The number in the asked unit, exactly; None where the units are not of one kind."""
    asked = unit_of(symbol) if symbol else None
    given = quantity.unit
    details = {"written": cell.text, "given": given.symbol if given else "", "asked": symbol}
    if given is None:
        if asked is not None and asked.kind == PERCENT and 0 < abs(quantity.number) <= 1:
            right = f"{_plain(quantity.number.scaleb(2)).normalize():f}%"
            return None, [Remark("rollup.rate_without_percent", {**details, "right": right})]
        return quantity.number, []
    if asked is None:
        if given.symbol in COUNTED or (given.factor == 1 and given.kind == given.symbol):
            return quantity.number, [Remark("rollup.unit_added", details)]
        return None, [Remark("rollup.wrong_unit", {**details, "asked": "不带单位的数"})]
    if given.kind != asked.kind:
        return None, [Remark("rollup.wrong_unit", details)]
    if given.factor == asked.factor:
        return quantity.number, []
    number = _converted(quantity.number, given, asked)
    return number, [Remark("rollup.other_scale", {**details, "right": f"{number:f}{symbol}"})]


def _converted(number: Decimal, given: Unit, asked: Unit) -> Decimal:
    # Factors are powers of ten but for ‰ and 公顷, which are too: the quotient is exact.
    return _plain((number * given.factor / asked.factor).normalize())


def _limits(
    number: Decimal,
    asked: AskedIndicator,
    band: str,
    bands: tuple[tuple[str, Decimal, Decimal, bool, bool], ...],
) -> list[Remark]:
    shown = f"{number:f}{asked.unit}"
    if asked.kind is Kind.QUALITATIVE:
        if not 0 <= number <= 100:
            return [Remark("rollup.out_of_band", {"written": shown, "band": "0%至100%"})]
        chosen = next((b for b in bands if b[0] == band), None)
        if chosen and not _inside(number, chosen):
            return [Remark("rollup.out_of_band", {"written": shown, "band": band})]
        return []
    if asked.kind is Kind.RELATIVE and asked.in_percent:
        free = any(word in asked.name for word in _UNLIMITED_RATES)
        if not free and not 0 <= number <= 100:
            return [Remark("rollup.out_of_range", {"written": shown})]
        return []
    return [Remark("rollup.negative", {"written": shown})] if number < 0 else []


def _inside(number: Decimal, band: tuple[str, Decimal, Decimal, bool, bool]) -> bool:
    _, low, high, with_low, with_high = band
    above = number >= low if with_low else number > low
    return above and (number <= high if with_high else number < high)
