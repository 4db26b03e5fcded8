"""What a cell shows, as text: the figure as it is printed, never a float.

A number is what Excel shows by its format: 98.5 under ``0.00`` is 98.50, 0.96 under ``0%`` is
96%. A typed number that shows fewer decimals than it has is refused: it is not clear which one
is meant. The result of a formula is what the office sees, so it is rounded as shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from govdocs.intake.workbook.sheets import StoredCell

_NOISE = re.compile(r"\[[^\]]*\]|_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"')
_PLACES = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?")
_DATE = re.compile(r"[yd年日]", re.IGNORECASE)
_TIME = re.compile(r"[hs时秒]|AM/PM|上午", re.IGNORECASE)
_MARKS = frozenset("¥￥$€ ()+-")
EXCEL_DIGITS = Context(prec=15)
"""Excel shows fifteen significant digits; what lies beyond is the noise of binary numbers."""
EXACT_DIGITS = 13


class UnclearCellError(ValueError):
    """A cell whose text cannot be told; ``code`` and ``details`` are those of the problem."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class _Format:
    """A number format: decimals always and at most shown, %, thousands, words around."""

    least: int
    most: int
    percent: bool
    thousands: bool
    before: str
    after: str


def text_of(cell: StoredCell, from_1904: bool = False) -> str:
    """Return what a cell shows; UnclearCellError where that is not a definite text."""
    if cell.type == "e":
        raise UnclearCellError("intake.error_cell", given=cell.text)
    if cell.formula and not cell.text:
        raise UnclearCellError("intake.formula_without_value")
    if cell.type == "s":
        return cell.text
    if cell.type == "b":
        return "是" if cell.text in ("1", "true") else "否"
    if cell.type == "d":
        return cell.text.partition("T")[0]
    return _number(cell, from_1904)


def _number(cell: StoredCell, from_1904: bool) -> str:
    try:
        number = _decimal(cell.text)
    except (InvalidOperation, ValueError, OverflowError):
        raise UnclearCellError("intake.not_a_number_cell", given=cell.text) from None
    code = cell.format.split(";")[0]
    bare = _NOISE.sub("", _LITERAL.sub("", code))
    if _DATE.search(bare) and "E+" not in bare and bare.casefold() != "general":
        return _day(number, from_1904)
    if _TIME.search(bare) or cell.format.startswith(("[h", "[m", "[s")):
        raise UnclearCellError("intake.time_cell", given=cell.text)
    return _shown(number, code, cell.formula)


def _decimal(text: str) -> Decimal:
    if re.fullmatch(r"-?\d{1,15}", text):
        return Decimal(text)
    # Excel stores 0.5768 as 0.57679999999999998: the shortest decimal of that binary number,
    # cut to the digits that Excel shows, is what was typed.
    number = EXCEL_DIGITS.create_decimal(repr(float(text)))
    if not number.is_finite() or abs(number) >= Decimal(10) ** 18:
        raise ValueError(text)
    return number.normalize() if number != 0 else Decimal(0)


def _day(number: Decimal, from_1904: bool) -> str:
    if number != number.to_integral_value():
        raise UnclearCellError("intake.time_cell", given=str(number))
    days = int(number)
    # Day 60 of the 1900 calendar is a 29 February that never was.
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30 if days > 60 else 31)
    try:
        return (start + timedelta(days=days)).isoformat()
    except (OverflowError, ValueError):
        raise UnclearCellError("intake.time_cell", given=str(number)) from None


def _format(code: str) -> _Format | None:
    """Read a number format; None for General and others that show the number itself."""
    literals = [word for word in _LITERAL.findall(code) if word.strip(" ")]
    cleaned = _NOISE.sub("", _LITERAL.sub("\x00", code))
    if "!" in cleaned or "\\." in cleaned or re.search(r"[0#?],+(?![0#?])", cleaned):
        raise UnclearCellError("intake.scaled_format", format=code)
    cleaned = cleaned.replace("\\", "")
    found = _PLACES.search(cleaned)
    if found is None or "E" in cleaned or "/" in cleaned or "general" in cleaned.casefold():
        return None
    places = found[1] or ""
    ahead = cleaned[: found.start()].count("\x00")
    kept = [word for word in literals if not set(word) <= _MARKS]
    shift = len(literals) - len(kept)
    split = max(0, ahead - shift)
    return _Format(
        places.count("0"),
        len(places),
        "%" in cleaned,
        "," in found[0],
        "".join(kept[:split]),
        "".join(kept[split:]),
    )


def _shown(number: Decimal, code: str, formula: bool) -> str:
    shape = _format(code)
    if shape is None:
        # A formula's long tail has no last printed digit: the office must say how many it wants.
        if len(number.as_tuple().digits) > EXACT_DIGITS:
            raise UnclearCellError("intake.inexact_number", given=f"{number:f}")
        return f"{number:f}"
    value = number * 100 if shape.percent else number
    exponent = value.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    sign = "%" if shape.percent else ""
    if decimals > shape.most and not formula:
        seen = value.quantize(Decimal(1).scaleb(-shape.most), ROUND_HALF_UP)
        raise UnclearCellError(
            "intake.hidden_decimals", shown=f"{seen:f}{sign}", stored=f"{value.normalize():f}{sign}"
        )
    kept = min(max(decimals, shape.least), shape.most)
    rounded = value.quantize(Decimal(1).scaleb(-kept), ROUND_HALF_UP)
    return f"{shape.before}{rounded:{',' if shape.thousands else ''}f}{sign}{shape.after}"
