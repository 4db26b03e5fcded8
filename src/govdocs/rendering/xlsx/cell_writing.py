"""What a value becomes in a cell: a number in the template's format, or text as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from govdocs.rendering.xlsx.formulas.number_text import with_decimals
from govdocs.rendering.xlsx.formulas.values import FigureText, Scalar
from govdocs.rendering.xlsx.row_templates import TagCell
from govdocs.rendering.xlsx.sink import Printed, check
from govdocs.rendering.xlsx.styles import Style, StyleBook
from govdocs.tags.values import Value

LONGEST = 32_767
"""Characters that an Excel cell holds."""

PRECISION = 15
"""Digits that Excel keeps of a number; longer ones stay text, so that none is lost."""

SPECIAL = re.compile("[<&>\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]|^ | $|_x[0-9A-Fa-f]{4}_|  ")
_EXCEL_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_DAY = date(1899, 12, 30)
_FIRST_SAFE_DAY = date(1900, 3, 1)
_1904 = 1462


class TooLong(Exception):
    """A text that no Excel cell can hold."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number for a cell: its digits as they are written, and the style that shows them as printed."""

    digits: str
    style: int

    @property
    def number(self) -> Decimal:
        """The number itself."""
        return Decimal(self.digits)


def text_xml(text: str) -> str:
    """The ``is`` of an inline string; its type keeps Excel from ever reading a formula in it."""
    if not SPECIAL.search(text):
        return f' t="inlineStr"><is><t>{text}</t></is></c>'
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "_x" in text:
        text = _EXCEL_ESCAPE.sub("_x005F_", text)
    return f' t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}</t></is></c>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shown(value: Printed) -> str:
    """The text of what a tag cell holds, not escaped."""
    if type(value) is Value:
        return value.text
    return value.unescape() if isinstance(value, Markup) else str(value)


def figure(
    cell: TagCell, value: Printed, book: StyleBook, *, from_1904: bool = False
) -> Figure | None:
    """The number that a cell gets; None where the value stays text.

    Text stays text when it holds more than the number (a unit, ≥, a code's leading zero), when
    the cell's format is text, or when Excel would lose digits.
    """
    if not cell.single:
        return None
    style = cell.style
    if isinstance(value, int | Decimal):
        plain = format(Decimal(value), "f")
        return (
            Figure(plain, _style(cell, style, plain, book, grouped=False))
            if not style.text
            else None
        )
    if type(value) is not Value:
        return None
    if value.day is not None and style.date and value.day >= _FIRST_SAFE_DAY:
        serial = (value.day - _FIRST_DAY).days - (_1904 if from_1904 else 0)
        return Figure(str(serial), cell.index)
    number = value.number
    if number is None or style.text:
        return None
    text = value.text
    percent = style.percent and value.unit in {"%", "％"}
    if percent:
        text = text.removesuffix("%").removesuffix("％")
    grouped = "," in text
    plain = format(number, "f")
    if text.replace(",", "") != plain or (grouped and f"{number:,f}" != text):
        return None
    if len(plain) > PRECISION and len(number.as_tuple().digits) > PRECISION:
        return None
    shown_style = _style(cell, style, plain, book, grouped=grouped)
    return Figure(format(number.scaleb(-2), "f") if percent else plain, shown_style)


def _style(cell: TagCell, style: Style, plain: str, book: StyleBook, *, grouped: bool) -> int:
    """The style that shows all printed decimals: the template's own where it does so already."""
    places = len(plain.partition(".")[2])
    if style.general:
        if places or grouped or len(plain) > 10:
            return book.variant(cell.index, number_pattern(places, grouped=grouped))
        return cell.index
    own = style.places
    if own is not None and own < places:
        return book.variant(cell.index, with_decimals(style.pattern, places))
    return cell.index


def number_pattern(places: int, *, grouped: bool) -> str:
    """The number format that prints so many decimals."""
    return ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")


def cell_xml(cell: TagCell, value: Printed, book: StyleBook, *, from_1904: bool = False) -> str:
    """The XML of a filled cell, its row number left open; TooLong where Excel could not hold it."""
    if type(value) is Value and value.number is None and value.day is None:
        text = value.text
        check(value)
    elif (
        type(value) is Value
        and (places := cell.places) is not None
        and value.text == str(value.number)
    ):
        # By far the most figures: printed as they are, in a format with decimals enough.
        text = value.text
        if len(text) <= PRECISION and len(text.partition(".")[2]) <= places and "E" not in text:
            return f"{cell.start}><v>{text}</v></c>"
        return _other_xml(cell, value, book, from_1904=from_1904)
    else:
        return _other_xml(cell, value, book, from_1904=from_1904)
    return _text_cell(cell, text, book)


def _other_xml(cell: TagCell, value: Printed, book: StyleBook, *, from_1904: bool) -> str:
    number = figure(cell, value, book, from_1904=from_1904)
    if number is not None:
        start = cell.start if number.style == cell.index else _restyled(cell, number.style)
        return f"{start}><v>{number.digits}</v></c>"
    if type(value) is Value:
        check(value)
    return _text_cell(cell, shown(value), book)


def _text_cell(cell: TagCell, text: str, book: StyleBook) -> str:
    if not text:
        return f"{cell.start}/>"
    if len(text) > LONGEST:
        raise TooLong
    if "\n" in text and not cell.style.wrap:
        return _restyled(cell, book.variant(cell.index, wrap=True)) + text_xml(text)
    return cell.start + text_xml(text)


def _restyled(cell: TagCell, style: int) -> str:
    return f'{cell.start.partition(" s=")[0]} s="{style}"'


def scalar_of(cell: TagCell, value: Printed, book: StyleBook, *, from_1904: bool = False) -> Scalar:
    """What formulas see in a filled cell."""
    if cell.places is not None and type(value) is Value and value.text == str(value.number):
        return value.number
    number = figure(cell, value, book, from_1904=from_1904)
    if number is not None:
        return number.number
    text = shown(value)
    if not text:
        return None
    if type(value) is Value and value.number is not None:
        return FigureText(text)
    return text


def attribute(text: str) -> str:
    """Escape text for an XML attribute."""
    return str(escape(text))
